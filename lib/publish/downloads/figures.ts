/** The figures of the whole report: each once, what each is called, and their files. */
import { csvOf, dataOf } from "./figure_data.ts";
import { type Chapter, type FigureBundle, figuresOf } from "../chapters/notebook.ts";
import { figuresWorkbook } from "./workbook.ts";

/** Figures of all chapters, each id once, in the order in which they first appear. */
export function uniqueFigures(chapters: Chapter[]): FigureBundle[] {
  return [...new Map(chapters.flatMap(figuresOf).map((it) => [it.id, it])).values()];
}

/** Those of them that draw what no earlier one drew. */
export function firstFigures(chapters: Chapter[]): FigureBundle[] {
  const drawn = new Set<string>();
  return uniqueFigures(chapters).filter((it) => drawn.size < drawn.add(drawing(it)).size);
}

/** The id of the figure that leads the report: it has no number, so that the note's Figure 1 is Figure 1. */
const LEAD_FIGURE = "answer";

/**
 * What each figure is called, by id: `1`, `2`, … A later figure that draws the same picture keeps
 * the number of the first: `2, again`. The lead figure is left out.
 */
export function figureNumbers(chapters: Chapter[]): Map<string, string> {
  const first = firstFigures(chapters).filter(({ id }) => id !== LEAD_FIGURE);
  const numbers = new Map(first.map((it, index) => [drawing(it), index + 1]));
  const firstIds = new Set(first.map(({ id }) => id));
  return new Map(
    uniqueFigures(chapters).filter(({ id }) => id !== LEAD_FIGURE).map((it) => {
      const number = `${numbers.get(drawing(it))}`;
      return [it.id, firstIds.has(it.id) ? number : `${number}, again`];
    }),
  );
}

/** Each figure as a picture. */
export async function writePictures(folder: string, figures: FigureBundle[]): Promise<void> {
  await Deno.mkdir(folder, { recursive: true });
  await Promise.all(figures.map(({ id, svg }) => Deno.writeTextFile(`${folder}/${id}.svg`, svg)));
}

/** The name of the workbook with the data of all figures. */
export const WORKBOOK = "figures.xlsx";

/** What a reader takes away, in each of the folders: every figure with its data, and one workbook. */
export async function writeDownloads(
  folders: string[],
  chapters: Chapter[],
  numbers: Map<string, string>,
): Promise<void> {
  const figures = uniqueFigures(chapters);
  const tables = figures.map((figure) => [`${figure.id}.csv`, csvOf(dataOf(figure))]);
  await Promise.all(folders.map(async (folder) => {
    await writePictures(folder, figures);
    await Promise.all(tables.map(([name, csv]) => Deno.writeTextFile(`${folder}/${name}`, csv)));
  }));
  if (figures.length === 0) return;
  const workbook = await figuresWorkbook(firstFigures(chapters), numbers);
  await Promise.all(folders.map((folder) => Deno.writeFile(`${folder}/${WORKBOOK}`, workbook)));
}

/** The picture without its id, which names the parts of each SVG. */
const drawing = ({ id, svg }: FigureBundle): string => svg.replaceAll(id, "");
