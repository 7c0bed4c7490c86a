/** Notebooks as the publisher reads them: cells with their tags, outputs as MIME bundles. */
import { basename } from "node:path";
import type { Figure } from "../../figures/figure.ts";
import type { JudgedClaim } from "../../claims/claim.ts";
import { CLAIMS_MIME, FIGURE_MIME } from "../../notebook/show.ts";
import { PublishError } from "../system/errors.ts";

export interface Output {
  output_type: "display_data" | "execute_result" | "stream" | "error";
  /** By MIME type; empty for streams and errors. */
  data: Record<string, unknown>;
  /** What a stream printed or an error said. */
  text: string;
}

export interface Cell {
  /** Position in the notebook, from 1. */
  number: number;
  /** What the notebook file calls it, wherever it stands; other makers of cells need none. */
  id?: string;
  kind: "code" | "markdown" | "raw";
  source: string;
  tags: string[];
  outputs: Output[];
}

export interface Chapter {
  /** File name without its ending: `3-the-balance`. */
  name: string;
  /** What stands before the first hyphen: `3`. */
  number: string;
  /** The first heading. */
  title: string;
  cells: Cell[];
}

/** What a figure carries beside its wide picture; its data as `show` writes them. */
export type FigureBundle = Omit<Figure, "data"> & { data: string };

/** A chapter's file, `3-the-balance.ipynb`; JupyterLab calls a copy of it `…-Copy1.ipynb`. */
const CHAPTER = /^\d+-(?!.*-Copy\d+\.ipynb$).*\.ipynb$/;

/** Names of the chapters of a folder, in the order of their numbers. */
export async function chapterNames(folder: string): Promise<string[]> {
  const names = (await notebooksIn(folder)).filter((name) => CHAPTER.test(name));
  return names.map((name) => name.replace(/\.ipynb$/, ""))
    .sort((a, b) => a.localeCompare(b, "en", { numeric: true }));
}

/** The other notebooks of the folder, which are no chapters: copies, attempts. */
export async function otherNotebooks(folder: string): Promise<string[]> {
  return (await notebooksIn(folder)).filter((name) => !CHAPTER.test(name)).sort();
}

async function notebooksIn(folder: string): Promise<string[]> {
  const files = await Array.fromAsync(Deno.readDir(folder));
  return files.filter(({ isFile, name }) => isFile && name.endsWith(".ipynb"))
    .map(({ name }) => name);
}

/**
 * Opens a notebook.
 *
 * @throws PublishError when it is not a notebook or its first cell holds no title.
 */
export async function readChapter(path: string): Promise<Chapter> {
  const name = basename(path, ".ipynb");
  return parseChapter(name, await Deno.readTextFile(path));
}

/** The same from text. */
export function parseChapter(name: string, text: string): Chapter {
  const cells = parse(name, text).cells.map(cellOf);
  const title = /^#\s+(.+)$/m.exec(cells[0]?.kind === "markdown" ? cells[0].source : "")?.[1];
  if (!title) throw new PublishError(`${name}.ipynb must begin with a Markdown cell: # Its title`);
  return { name, number: name.split("-")[0], title: title.trim().replaceAll("'", "’"), cells };
}

/** Figures that a chapter shows, in order. */
export function figuresOf(chapter: Chapter): FigureBundle[] {
  return outputsOf(chapter).flatMap((output) => figureOf(output) ?? []);
}

/** Claims that a chapter shows; empty where it shows none. */
export function claimsOf(chapter: Chapter): JudgedClaim[] {
  const shown = outputsOf(chapter).find(({ data }) => CLAIMS_MIME in data);
  return shown ? shown.data[CLAIMS_MIME] as JudgedClaim[] : [];
}

/**
 * What a chapter says in its cells of a tag, as Markdown: the front page and the PDF's first page take
 * the report's answer (`answer`) and its three numbers (`numbers`) from there. Empty where no cell has it.
 */
export function taggedMarkdown({ cells }: Chapter, tag: string): string {
  return cells.filter(({ tags }) => tags.includes(tag))
    .flatMap(({ kind, source, outputs }) =>
      kind === "markdown"
        ? [source]
        : outputs.map(({ data }) => String(data["text/markdown"] ?? ""))
    ).filter((text) => text !== "").join("\n\n");
}

/** The figure in an output, where there is one. */
export function figureOf({ data }: Output): FigureBundle | undefined {
  type Kept = Omit<FigureBundle, "svg" | "readings"> & Partial<Pick<FigureBundle, "readings">>;
  const bundle = data[FIGURE_MIME] as Kept | undefined;
  // A notebook that was executed before there were readings has none.
  const readings = { wide: [], narrow: [] };
  return bundle && { readings, ...bundle, svg: String(data["image/svg+xml"]) };
}

const outputsOf = (chapter: Chapter): Output[] => chapter.cells.flatMap(({ outputs }) => outputs);

interface RawCell {
  id?: string;
  cell_type: Cell["kind"];
  source: string | string[];
  metadata?: { tags?: string[] };
  outputs?: RawOutput[];
}

interface RawOutput {
  output_type: Output["output_type"];
  data?: Record<string, unknown>;
  text?: string | string[];
  ename?: string;
  evalue?: string;
}

function parse(name: string, text: string): { cells: RawCell[] } {
  try {
    const notebook = JSON.parse(text);
    if (Array.isArray(notebook.cells)) return notebook;
  } catch {
    // Said below, with the file's name.
  }
  throw new PublishError(`${name}.ipynb is not a notebook; restore it: git checkout -- notebooks`);
}

function cellOf(raw: RawCell, index: number): Cell {
  return {
    number: index + 1,
    id: raw.id,
    kind: raw.cell_type,
    // Editors on Windows may end the lines of a cell in their own way.
    source: joined(raw.source).replaceAll("\r\n", "\n"),
    tags: raw.metadata?.tags ?? [],
    outputs: (raw.outputs ?? []).map(outputOf),
  };
}

function outputOf(raw: RawOutput): Output {
  const { output_type, data = {} } = raw;
  const text = output_type === "error" ? `${raw.ename}: ${raw.evalue}` : joined(raw.text ?? "");
  const entries = Object.entries(data).map(([mime, value]) =>
    [mime, mime.endsWith("json") ? value : joined(value as string | string[])] as const
  );
  return { output_type, data: Object.fromEntries(entries), text };
}

/** Notebook files keep long text as a list of lines. */
const joined = (text: string | string[]): string => Array.isArray(text) ? text.join("") : text;
