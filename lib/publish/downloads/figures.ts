/** The figures of the whole report: each once, what each is called, and their files. */
import { zipped } from "./archive.ts";
import { csvOf } from "../../csv.ts";
import { dataOf } from "./figure_data.ts";
import { type Chapter, type FigureBundle, figuresOf } from "../chapters/notebook.ts";
import { picturesOf } from "./pictures.ts";
import { readmeText } from "./readme.ts";
import { codeKey } from "../system/code_key.ts";
import { kept } from "../system/kept.ts";
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

/** Where a picture is shown: in a chapter, under an id. */
export interface Showing {
  chapter: string;
  id: string;
}

/** Where each figure's picture is shown first, by the figure's id. */
export function firstShowings(chapters: Chapter[]): Map<string, Showing> {
  const byDrawing = new Map<string, Showing>();
  const all = chapters.flatMap((chapter) =>
    figuresOf(chapter).map((figure) => ({ figure, chapter: chapter.name }))
  );
  return new Map(all.map(({ figure, chapter }) => {
    const { id } = figure;
    const first = byDrawing.get(drawing(figure)) ?? { chapter, id };
    byDrawing.set(drawing(figure), first);
    return [id, first];
  }));
}

/** The name of the workbook with the data of all figures. */
export const WORKBOOK = "figures.xlsx";
/** The name of the archive with all figures, their data and the workbook. */
export const ARCHIVE = "figures.zip";

/**
 * What a reader takes away, in each of the folders: every figure as SVG and PNG with its data, one
 * workbook, and one archive of it all.
 *
 * @param cite a reference to the report, for the archive's README.
 */
export async function writeDownloads(
  folders: string[],
  chapters: Chapter[],
  numbers: Map<string, string>,
  cite: string,
): Promise<void> {
  await Promise.all(folders.map((folder) => Deno.mkdir(folder, { recursive: true })));
  const write = ([name, content]: File) =>
    Promise.all(folders.map((folder) => Deno.writeFile(`${folder}/${name}`, content)));
  const figures = firstFigures(chapters);
  if (figures.length === 0) return;
  const made = await picturesOf(figures.map(({ svg }) => svg));
  const pictures = new Map(figures.map((figure, index) => [drawing(figure), made[index]]));
  const firstIds = new Set(figures.map(({ id }) => id));
  const first: File[] = [];
  for (const figure of uniqueFigures(chapters)) {
    const { svg, png } = pictures.get(drawing(figure))!;
    const files: File[] = [
      [`${figure.id}.svg`, svg],
      [`${figure.id}.png`, png],
      [`${figure.id}.csv`, bytes(csvOf(dataOf(figure)))],
    ];
    await Promise.all(files.map(write));
    if (firstIds.has(figure.id)) first.push(...files);
  }
  const readme: File = ["README.txt", bytes(readmeText(figures, numbers, cite))];
  const code = await codeKey([import.meta.filename!]);
  const about = JSON.stringify([figures, [...numbers]]);
  const packed = await kept("archives", [code, about, ...[readme, ...first].flat()], async () => {
    const workbook: File = [WORKBOOK, await figuresWorkbook(figures, numbers)];
    return [workbook, [ARCHIVE, await zipped([readme, workbook, ...first])] as File];
  });
  await Promise.all(packed.map(write));
}

type File = [name: string, content: Uint8Array];
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** The picture without its id, which names the parts of each SVG. */
const drawing = ({ id, svg }: FigureBundle): string => svg.replaceAll(id, "");
