/**
 * A chapter as one Markdown text for pandoc. Figures, tables and code stand in it as the writer of
 * the page or of the PDF wants them; prose is the same for both.
 */
import {
  type Cell,
  type Chapter,
  type FigureBundle,
  figureOf,
  type Output,
} from "../chapters/notebook.ts";
import { UNTOLD } from "../chapters/tags.ts";
import { resolved } from "./references.ts";

/** How a format writes what Markdown alone cannot say. */
export interface Writer {
  figure(figure: FigureBundle): string;
  table(html: string, markdown: string): string;
  /** A code cell with what it shows; in a solution the code is what the reader came for. */
  code(code: string, outputs: string, cell: Cell): string;
  exercise(body: string): string;
  /** Below a question, in its exercise. */
  hint(body: string): string;
  solution(body: string): string;
  /** What the chapter teaches, and how long it takes. */
  goals(body: string): string;
  /** A note for whoever teaches. */
  teacher(body: string): string;
  /** Where a link to a chapter, or to a figure or section in it, leads; null where there is no such place. */
  link(chapter: string, anchor?: string): string | null;
  /** A word that has an address of its own; what is before it, and what is after. */
  anchor(id: string): [string, string];
}

/** The chapter's text without its title. */
export function chapterMarkdown(chapter: Chapter, writer: Writer): string {
  const [first, ...rest] = chapter.cells;
  const cells = [{ ...first, source: first.source.replace(/^#\s+.+$/m, "") }, ...rest];
  const blocks: { role: Role; texts: string[] }[] = [];
  for (const cell of cells) {
    if (UNTOLD.some((tag) => cell.tags.includes(tag))) continue;
    const [role, text] = [roleOf(cell), cellMarkdown(cell, writer)];
    const body = cell.tags.includes("hint") ? writer.hint(text) : text;
    const last = blocks.at(-1);
    if (role !== "text" && last?.role === role) last.texts.push(body);
    else blocks.push({ role, texts: [body] });
  }
  return blocks.map(({ role, texts }) => {
    const body = texts.join("\n\n");
    return role === "text" ? body : writer[role](body);
  }).join("\n\n");
}

/** What a cell is to a reader; a hint and what is given belong to their exercise. */
type Role = "text" | "exercise" | "solution" | "goals" | "teacher";

function roleOf({ tags }: Cell): Role {
  if (tags.includes("hint") || tags.includes("given")) return "exercise";
  return (["exercise", "solution", "goals", "teacher"] as const).find((it) => tags.includes(it)) ??
    "text";
}

/**
 * What a chapter's cells of a tag say, as the writer writes it, their code left out; empty where no cell
 * has the tag.
 */
export function taggedText(chapter: Chapter, tag: string, writer: Writer): string {
  const cells = chapter.cells.filter(({ tags }) => tags.includes(tag));
  if (cells.length === 0) return "";
  return chapterMarkdown({ ...chapter, cells }, { ...writer, code: (_, outputs) => outputs });
}

function cellMarkdown(cell: Cell, writer: Writer): string {
  if (cell.kind === "markdown") return anchored(linked(cell.source, writer), writer);
  if (cell.kind === "raw") return "";
  const outputs = cell.outputs.map((output) => outputMarkdown(output, writer)).join("\n\n");
  return cell.source.trim() ? writer.code(fenced(cell.source, "typescript"), outputs, cell) : "";
}

function outputMarkdown(output: Output, writer: Writer): string {
  const { data } = output;
  const [html, markdown] = [data["text/html"], data["text/markdown"]];
  const figure = figureOf(output);
  if (figure) return writer.figure(figure);
  if (html !== undefined && markdown !== undefined) {
    const [page, text] = [html, markdown].map((it) => resolved(String(it), writer.link));
    return writer.table(page, text);
  }
  if (markdown !== undefined) return linked(String(markdown), writer);
  return fenced(String(data["text/plain"] ?? output.text), "text");
}

/** Links to chapters lead within the format; other files of the project are only named. */
export function linked(markdown: string, writer: Pick<Writer, "link">): string {
  const chapters = inert(markdown).replace(
    /\[([^\]]*)\]\((?!https?:|mailto:|to:|at:|#)([^)\s]+)\)/g,
    (_, label: string, path: string) => {
      const chapter = /(?:^|\/)([^/]+)\.ipynb(?:#.*)?$/.exec(path)?.[1];
      const place = chapter ? writer.link(chapter) : null;
      return place === null ? label : `[${label}](${place})`;
    },
  );
  return resolved(chapters, writer.link);
}

/** Words that have an address, `[customs value](at:term-customs-value)`, as the writer marks them. */
const anchored = (markdown: string, writer: Writer): string =>
  markdown.replace(/\[([^\]]+)\]\(at:([\w-]+)\)/g, (_, label: string, id: string) => {
    const [before, after] = writer.anchor(id);
    return `${before}${label}${after}`;
  });

/** Prose that brings no raw text of one format, and no element but the plain one around a dollar sign. */
const inert = (markdown: string): string =>
  markdown.replace(/`(?=\{=)/g, "`\\").replace(/<(?=span\b(?!>))/gi, "\\<");

/** Text that pandoc passes through to one format. */
export const raw = (format: "html" | "typst", text: string): string => fenced(text, `=${format}`);

function fenced(text: string, kind: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  return `${fence}{${kind.startsWith("=") ? kind : `.${kind}`}}\n${text.trimEnd()}\n${fence}`;
}
