/**
 * The methods as a chapter: formulas by question, assumptions, words. It goes the way of every chapter, to a
 * page of the site and to the appendix of the PDFs.
 */
import { named } from "../about.ts";
import { capitalized } from "../format.ts";
import { markdownText } from "../notebook/escape.ts";
import type { Cell, Chapter } from "../publish/chapters/notebook.ts";
import { type Assumption, ASSUMPTIONS } from "./assumptions.ts";
import { callOf, type Documented } from "./docs.ts";
import { GLOSSARY, METHODS, type Term, termAnchor } from "./glossary.ts";
import { REPORT } from "../report.ts";
import { QUESTIONS } from "./questions.ts";
import { chaptersInWords } from "./tables.ts";

/** The tag of the cell that explains words. */
const WORDS_TAG = "words";

export const assumptionAnchor = ({ key }: Pick<Assumption, "key">): string => `assumption-${key}`;
export const formulaAnchor = ({ name }: Pick<Documented, "name">): string => `formula-${name}`;

const INTRODUCTION = `# Methods

How is each number of the report computed, on which assumptions, and what do the words mean?

Each formula stands with the function of the library that computes it, so that the two agree: this text is made from the library itself. A share is a fraction in the formulas and in the code, and a percentage in the text; a change of a share is read in percentage points. Values are nominal US dollars. A bar over a symbol is a mean, Δ is what came after less what was before, and the index 0 is before, 1 after.`;

/**
 * The chapter.
 *
 * @throws RangeError when a question names a function without a formula, or a formula an assumption that is
 * not there.
 */
export function methodsChapter(all: Documented[]): Chapter {
  const texts = [
    INTRODUCTION,
    ...QUESTIONS.map(({ question, functions }) =>
      [`## ${question}`, ...functions.map((name) => method(name, all))].join("\n\n")
    ),
    ["## What is assumed", ...ASSUMPTIONS.map(assumption)].join("\n\n"),
  ];
  const words = ["## Words", ...GLOSSARY.map(word)].join("\n\n");
  const cells = [...texts.map((text) => cellOf(text, [])), cellOf(words, [WORDS_TAG])]
    .map((cell, index) => ({ ...cell, number: index + 1 }));
  return { name: METHODS, number: "", title: "Methods", cells };
}

const cellOf = (source: string, tags: string[]): Cell => ({
  ...{ number: 0, kind: "markdown", source, tags, outputs: [] },
});

function method(name: string, all: Documented[]): string {
  const own = all.find((each) => each.name === name);
  if (!own || own.formulas.length === 0) {
    throw new RangeError(`methods: ${name} has no @formula in its docstring`);
  }
  const [first, ...more] = own.formulas;
  return [
    `### ${first.title} {#${formulaAnchor(own)}}`,
    display(first.tex),
    ...more.flatMap(({ title, tex }) => [`${title}:`, display(tex)]),
    `Here ${own.where}`,
    facts(own).map((fact) => `- ${fact}`).join("\n"),
  ].join("\n\n");
}

const display = (tex: string): string => `$$${tex.trim()}$$`;

function facts(own: Documented): string[] {
  const assumed = own.assumes.map((key) => {
    const found = ASSUMPTIONS.find((each) => each.key === key);
    if (!found) throw new RangeError(`methods: ${own.name} assumes ${key}, which is no assumption`);
    return `[${nameOf(found)}](to:${METHODS}#${assumptionAnchor(found)})`;
  });
  return [
    `Function: \`${callOf(own)}\``,
    ...(own.taught.length > 0 && REPORT.isNamedInLibrary
      ? [`Taught: ${chaptersInWords(own.taught)}`]
      : []),
    ...(assumed.length > 0 ? [`Assumes: ${assumed.join("; ")}`] : []),
    ...own.references.map((text) => `Reference: ${text}`),
  ];
}

/** `listed-suppliers` → `listed suppliers`. */
const nameOf = ({ key }: Assumption): string => key.replaceAll("-", " ");

const assumption = (each: Assumption): string => {
  const { assumed, why, change, where, chapters } = each;
  const places = where.map((name) => `\`${name}\``).join(", ");
  return defined(capitalized(nameOf(each)), assumptionAnchor(each), [
    `${markdownText(assumed)}.`,
    `*Why:* ${markdownText(why)}.`,
    `*What would change:* ${markdownText(change)}.`,
    `*Where:* ${places}${named(`; ${chaptersInWords(chapters)}`, "")}.`,
  ]);
};

const word = (each: Term): string =>
  defined(each.term, termAnchor(each), [
    `${capitalized(markdownText(each.meaning))}.${named(` Chapter ${each.chapter}.`, "")}`,
  ]);

/** An entry of a list of definitions, with an address of its own. */
const defined = (name: string, anchor: string, lines: string[]): string =>
  `[${markdownText(name)}](at:${anchor})\n:   ${lines.join("\\\n    ")}`;
