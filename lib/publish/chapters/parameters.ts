/** The parameters cell of a chapter: its values, and the chapter with other ones. */
import { PublishError } from "../system/errors.ts";
import { TEACHING_TAGS } from "./tags.ts";
import { type Cell, type Chapter, parseChapter } from "./notebook.ts";

/** Values for the constants of the parameters cell, by name. */
export type Parameters = Record<string, string>;

/**
 * The chapter that has parameters.
 *
 * @throws PublishError when none has.
 */
export function parametersChapter(chapters: Chapter[]): Chapter {
  const found = chapters.find(({ cells }) => cells.some(isParameters));
  if (found) return found;
  throw new PublishError("no chapter has a cell with the tag parameters");
}

/** The value that a chapter was written with; undefined where it has no such parameter. */
export function writtenValue({ cells }: Chapter, parameter: string): string | undefined {
  const found = constant(parameter).exec(cells.find(isParameters)?.source ?? "");
  return found?.[2]?.slice(1, -1) ?? found?.[3];
}

/**
 * The text of a notebook with other values for the constants of its parameters cell, which are
 * written `const naics = "334";`, text or number. Goals and exercises are left out.
 *
 * @throws PublishError when the cell has no such constant.
 */
export function withParameters(name: string, notebook: string, values: Parameters): string {
  const content = JSON.parse(notebook);
  const index = parseChapter(name, notebook).cells.findIndex(isParameters);
  const written = [content.cells[index].source].flat().join("");
  let source = written;
  for (const [parameter, value] of Object.entries(values)) {
    if (!constant(parameter).test(source)) {
      throw new PublishError(`${name}.ipynb has no parameter ${parameter}; it has\n${written}`);
    }
    source = source.replace(
      constant(parameter),
      (_, before, text) => `${before}${text === undefined ? Number(value) : JSON.stringify(value)}`,
    );
  }
  content.cells[index].source = source;
  // Exercises are about the chapter's own industry.
  content.cells = content.cells.filter((cell: RawCell) => !isOfTeaching(cell));
  return JSON.stringify(content);
}

interface RawCell {
  source: string | string[];
  metadata?: { tags?: string[] };
}

/** A cell of goals, notes or exercises, or the heading above these. */
const isOfTeaching = ({ source, metadata }: RawCell): boolean =>
  (metadata?.tags ?? []).some((tag) => TEACHING_TAGS.includes(tag)) ||
  /^## Exercises\b/.test([source].flat().join(""));

const isParameters = ({ tags }: Cell): boolean => tags.includes("parameters");

const constant = (name: string): RegExp =>
  new RegExp(`(const ${name}\\b[^=\\n]*= *)(?:("[^"\\n]*")|([\\d.]+))`);
