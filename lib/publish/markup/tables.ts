/** Widths for the columns of wide tables: pandoc reads them from the dashes below the heading. */

/** A table with a longer line than this, in characters, takes the whole width of the page. */
export const LINE = 130;

/** A column of long text gets no more than this many characters to begin with. */
const LONGEST = 90;

/** The same Markdown, the columns of its wide pipe tables as wide as what they hold. */
export function balanceTables(markdown: string): string {
  return markdown.replace(/(?:^\|.*\|\n){3,}/gm, balanced);
}

function balanced(table: string): string {
  const lines = table.trimEnd().split("\n");
  if (Math.max(...lines.map(length)) <= LINE) return table;
  const [heading, rules, ...body] = lines.map((line) =>
    line.split(/(?<!\\)\|/).slice(1, -1).map((cell) => cell.trim())
  );
  const dashes = rules.map((rule, column) =>
    rule.replace(/-+/, "-".repeat(width([heading, ...body].map((row) => read(row[column] ?? "")))))
  );
  return [lines[0], `| ${dashes.join(" | ")} |`, ...lines.slice(2), ""].join("\n");
}

/** Between the longest word (no-break spaces in it), which should not break, and what the texts need on the average. */
function width(texts: string[]): number {
  const longestWord = Math.max(...texts.flatMap((text) => text.split(/[ \n_]/)).map(length));
  const mean = texts.reduce((sum, text) => sum + text.length, 0) / texts.length;
  return Math.round(Math.max(1.4 * longestWord, Math.min(mean, LONGEST))) + 3;
}

/** What a reader sees of a cell: of a link its label alone. */
const read = (cell: string): string => cell.replace(/\[([^\]]*)\]\([^)]*\)/g, "$1");

const length = (text: string): number => text.length;
