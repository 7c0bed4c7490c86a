/** Code of a chapter on a page: adjacent cells in one fold, each fold named by what it makes. */
import { UNTOLD } from "../chapters/tags.ts";
import { type Cell, type Chapter, figureOf } from "../chapters/notebook.ts";

const APART = ["solution", ...UNTOLD];

/** The chapter, cells of code that follow one another joined; a solution's stay apart, they are text. */
export function joinedCells(chapter: Chapter): Chapter {
  const cells: Cell[] = [];
  for (const cell of chapter.cells) {
    const before = cells.at(-1);
    const joins = [before, cell].every((it) =>
      it?.kind === "code" && !APART.some((tag) => it.tags.includes(tag))
    );
    if (!before || !joins) {
      cells.push(cell);
      continue;
    }
    const source = [before.source, cell.source].filter((it) => it.trim()).join("\n\n");
    cells[cells.length - 1] = { ...before, source, outputs: [...before.outputs, ...cell.outputs] };
  }
  return { ...chapter, cells };
}

/**
 * What the code of each cell is called, by the cell's number: `of Figure 4`, or its place in its section,
 * `2 in The trend by year`.
 *
 * @param numbers what each figure is called, by its id
 */
export function codeNames(
  { title, cells }: Chapter,
  numbers: Map<string, string>,
): Map<number, string> {
  const names = new Map<number, string>();
  let [heading, count] = [title, 0];
  for (const { kind, number, source, outputs } of cells) {
    const said = kind === "markdown"
      ? [source]
      : outputs.map(({ data }) => String(data["text/markdown"] ?? ""));
    const latest = said.flatMap((it) => [...it.matchAll(/^#{1,3}\s+(.+)$/gm)]).at(-1)?.[1];
    if (latest !== undefined) [heading, count] = [latest.replace(/[*_`]|\s*\{#.*\}$/g, ""), 0];
    if (kind !== "code") continue;
    const figures = outputs.flatMap((output) => figureOf(output) ?? []);
    count += 1;
    names.set(
      number,
      figures.length > 0 ? `of ${figureNames(figures, numbers)}` : `${count} in ${heading}`,
    );
  }
  return names;
}

/** `Figure 4`, `Figures 4 and 5`; a figure without a number is the one that leads the report. */
function figureNames(figures: { id: string }[], numbers: Map<string, string>): string {
  const own = figures.flatMap(({ id }) => numbers.get(id) ?? []);
  if (own.length === 0) return "the lead figure";
  return `${own.length > 1 ? "Figures" : "Figure"} ${own.join(" and ")}`;
}
