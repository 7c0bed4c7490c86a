/** How the PDFs write figures, tables, code, exercises. `report.typ` gives each its looks. */
import type { FigureBundle } from "./notebook.ts";
import { raw, type Writer } from "./markdown.ts";

/** A text as Typst takes it in code. */
export const quoted = (text: string): string => JSON.stringify(text);

/**
 * Writes chapters for Typst.
 *
 * @param numbers each figure's number by its id
 * @param chapters names of the chapters that the document holds: only these can be linked
 */
export function typstWriter(numbers: Map<string, number>, chapters: string[]): Writer {
  return {
    figure: (figure) => raw("typst", figureTypst(figure, numbers.get(figure.id)!)),
    table: (_, markdown) => markdown,
    code: (code, outputs) => `${within("code-cell", code)}\n\n${outputs}`,
    exercise: (body) => within("exercise", body),
    solution: (body) => within("solution", body),
    link: (chapter) => chapters.includes(chapter) ? `#${chapter}` : null,
  };
}

function figureTypst({ id, alt }: FigureBundle, number: number): string {
  return `#picture(${number}, ${quoted(id)}, alt: ${quoted(alt)})`;
}

const within = (call: string, body: string): string =>
  `${raw("typst", `#${call}[`)}\n\n${body}\n\n${raw("typst", "]")}`;
