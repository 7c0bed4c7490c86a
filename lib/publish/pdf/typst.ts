/** How the PDFs write figures, tables, code, exercises. `report.typ` gives each its looks. */
import type { FigureBundle } from "../chapters/notebook.ts";
import { raw, type Writer } from "../markup/markdown.ts";

/** A text as Typst takes it in code. */
export const quoted = (text: string): string => JSON.stringify(text);

/** Code of no more lines than this stands whole on a page. */
const SHORT = 12;

/**
 * Writes chapters for Typst.
 *
 * @param numbers what each figure is called, by its id
 * @param chapters names of the chapters that the document holds: only these can be linked
 */
export function typstWriter(numbers: Map<string, string>, chapters: string[]): Writer {
  // A figure may stand in two chapters; a label in one place.
  const labelled = new Set<string>();
  return {
    figure: (figure) => {
      const label = labelled.has(figure.id) ? "" : ` <${figure.id}>`;
      labelled.add(figure.id);
      return raw("typst", `${figureTypst(figure, numbers.get(figure.id))}${label}`);
    },
    table: (_, markdown) => markdown,
    code: (typescript, outputs, { source }) => {
      // Typst colors the code as JavaScript in half the time, and much the same.
      const code = typescript.replace(/^(`{3,})\{\.typescript\}$/m, "$1{.js}");
      const short = source.split("\n").length <= SHORT;
      return `${within(short ? "code-cell(short: true)" : "code-cell", code)}\n\n${outputs}`;
    },
    exercise: (body) => within("exercise", body),
    hint: (body) => body,
    solution: (body) => within("solution", body),
    goals: (body) => within("taught", body),
    teacher: (body) => within("teacher", body),
    link: (chapter, anchor) => chapters.includes(chapter) ? `#${anchor ?? chapter}` : null,
    anchor: (id) => [`\`#metadata(none)<${id}>\`{=typst}`, ""],
  };
}

/** A short paragraph, on one line as pandoc writes it, and what may stand between it and a table. */
const LEAD = new RegExp(
  /^(?<lead>(?:(?![-+=\d`\])\s]|#\w)|#(?:strong|emph|link)\b).{1,240})\n\n/.source +
    /(?=(?:#code-cell(?:\(short: true\))?\[\n(?<fence>`{3,})(?:(?!\n\k<fence>\n)[\s\S])*\n\k<fence>\n\n\]\n)?#figure\()/
      .source,
  "gm",
);

/** Code, in which nothing is a formula; or a formula: a dollar sign in prose is escaped. */
const CODE_OR_FORMULA = new RegExp(
  /^(?<fence>`{3,})[\s\S]*?^\k<fence>$|`[^`\n]*`|/.source +
    /(?<!\\)(?<formula>\$(?:[^$\\]|\\[\s\S])+\$)/.source,
  "gm",
);

/** Typst text whose formulas are given to `equation`, which says them to those who only hear. */
export const spoken = (typst: string): string =>
  typst.replace(
    CODE_OR_FORMULA,
    (found, _fence, formula?: string) => formula === undefined ? found : `#equation(${formula});`,
  );

/** A word with its meaning, to which pandoc gives a block of its own. */
const MEANING = /^(\/ .+: )#block\[\n([\s\S]*?)\n\]$/gm;

/** Typst text in which each meaning stands beside its word, on one line with it. */
export const besideWords = (typst: string): string =>
  typst.replace(MEANING, (_, word, meaning) => word + meaning.replaceAll("\n", " "));

/** A heading, with its label, that only exercises stand below. */
const OF_EXERCISES = /^=+ .+\n(?:<.+>\n)?(?=\s*#(?:exercise|teacher)\[)/gm;

/** A chapter with less text for each picture than this, in characters, is one of pictures. */
const TEXT_OF_A_PICTURE = 1000;

/**
 * Typst text of a chapter, each short paragraph that leads to a table kept with it, and the headings of
 * exercises where the exercises are; in one of pictures these stand where they are in the text.
 */
export function bound(typst: string): string {
  const text = typst.replace(LEAD, "#lead[$<lead>]\n\n").replace(OF_EXERCISES, "#taught[\n$&]\n");
  const pictures = text.match(/^#picture\(/gm)?.length ?? 0;
  const read = text.replace(NOT_READ, "").length;
  return pictures > 0 && read / pictures < TEXT_OF_A_PICTURE
    ? `#show: of-pictures\n\n${text}`
    : text;
}

/** Code, pictures' own lines, and what stands in the teaching edition alone. */
const NOT_READ = /^#(?:code-cell|taught|exercise|solution|teacher)\b[\s\S]*?^\]$|^#picture\(.*$/gm;

function figureTypst(figure: FigureBundle, number?: string): string {
  const called = number === undefined ? "none" : quoted(number);
  return `#picture(${called}, ${quoted(figure.id)}, alt: ${quoted(described(figure))})`;
}

/** What the picture says, in its order: the headline, what is drawn, the source. */
const described = ({ title, alt, source }: FigureBundle): string =>
  [title, alt, source].map((text) => text.trim()).filter(Boolean)
    .map((text) => /[.!?]$/.test(text) ? text : `${text}.`).join(" ");

const within = (call: string, body: string): string =>
  `${raw("typst", `#${call}[`)}\n\n${body}\n\n${raw("typst", "]")}`;
