/** Widths for the columns of wide tables: pandoc reads them from the dashes below the heading. */

/** A table with a longer line than this, in characters, takes the whole width of the page. */
export const LINE = 130;

/** So many characters of a table's type stand on a line of the page. */
const PAGE = 96;

/** What a column needs besides its characters: the space to the next. */
const GAP = 3;

/** A column of long text asks for no more than this many characters. */
const LONGEST = 90;

/** The same Markdown, the columns of its wide pipe tables as wide as what they hold. */
export function balanceTables(markdown: string): string {
  return markdown.replace(/(?:^\|.*\|\n){3,}/gm, balanced);
}

function balanced(table: string): string {
  const lines = table.trimEnd().split("\n");
  if (Math.max(...lines.map(read).map(length)) <= LINE) return table;
  const [heading, rules, ...body] = lines.map((line) =>
    line.split(/(?<!\\)\|/).slice(1, -1).map((cell) => cell.trim())
  );
  const columns = rules.map((_, column) =>
    [heading, ...body].map((row) => read(row[column] ?? ""))
  );
  const widths = shared(columns);
  const dashes = rules.map((rule, column) => rule.replace(/-+/, "-".repeat(widths[column])));
  return [lines[0], `| ${dashes.join(" | ")} |`, ...lines.slice(2), ""].join("\n");
}

/** Each column gets its longest word, and of the rest as much as its texts need on the average. */
function shared(columns: string[][]): number[] {
  const needs = columns.map((texts) => longestWord(texts) + GAP);
  const wants = columns.map((texts, column) =>
    Math.max(0, Math.min(mean(texts.map(length)), LONGEST) - needs[column])
  );
  const spare = Math.max(0, PAGE - sum(needs)) / Math.max(1, sum(wants));
  return needs.map((need, column) => Math.round(need + spare * wants[column]));
}

/** Characters of the longest part that should not break: no-break spaces are in it. */
const longestWord = (texts: string[]): number =>
  Math.max(...texts.flatMap((text) => text.split(/[ \n_]/)).map(length));

const sum = (values: number[]): number => values.reduce((all, value) => all + value, 0);
const mean = (values: number[]): number => sum(values) / values.length;
/** What a reader sees of a cell: of a link its label alone. */
const read = (cell: string): string => cell.replace(/\[([^\]]*)\]\([^)]*\)/g, "$1");

const length = (text: string): number => text.length;
