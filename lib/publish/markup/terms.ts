/**
 * Words of the glossary. The first use of each in a chapter's prose leads to its meaning: not in headings,
 * tables, captions, code, formulas and links, nor in what is said to classes.
 */
import { GLOSSARY, METHODS, type Term, termAnchor } from "../../methods/glossary.ts";
import type { Cell, Output } from "../chapters/notebook.ts";
import { TEACHING_TAGS } from "../chapters/tags.ts";
import { outsideOf } from "./prose.ts";

/** Cells that are shown elsewhere too, that ask or answer, or that explain the words. */
const LEFT_OUT = ["answer", "numbers", "words", ...TEACHING_TAGS];

/** Markdown that is no prose: references, headings, tables, captions, code, formulas, links, tags, addresses. */
const NO_PROSE = outsideOf(
  /^## References$[\s\S]*/,
  /^\|.*$/,
  /(?<!\\)\$\$[\s\S]*?\$\$/,
  /(?<![\\$])\$(?=\S)[^$\n]*?[^\s\\$]\$(?!\d)/,
);

/** Each recognized text, the longest first, and the word that it stands for. */
const RECOGNIZED = GLOSSARY.flatMap((term) => term.recognized.map((text) => [text, term] as const))
  .sort(([a], [b]) => b.length - a.length);

const TERMS: Map<string, Term> = new Map(RECOGNIZED);

const PATTERN = new RegExp(
  `(?<![\\w-])(?:${RECOGNIZED.map(([text]) => patternOf(text)).join("|")})(?![\\w-])`,
  "g",
);

/** A small first letter stands for a capital one, too; a space may be a line's end. */
function patternOf(text: string): string {
  const [first, rest] = [text[0], text.slice(1)];
  const either = first === first.toUpperCase() ? first : `[${first}${first.toUpperCase()}]`;
  return `${either}${rest.replaceAll(" ", "[ \\u00a0\\n]").replaceAll("'", "['’]")}`;
}

const termOf = (found: string): Term => {
  const text = found.replace(/[ \u00a0\n]/g, " ").replace("’", "'");
  return TERMS.get(text) ?? TERMS.get(text[0].toLowerCase() + text.slice(1))!;
};

/** The cells of a chapter, each word linked where it is first used. */
export function withTerms(cells: Cell[]): Cell[] {
  const used = new Set<Term>();
  const linked = (markdown: string): string =>
    markdown.split(NO_PROSE).map((part, index) => index % 2 === 0 ? withLinks(part, used) : part)
      .join("");
  return cells.map((cell) => {
    if (cell.tags.some((tag) => LEFT_OUT.includes(tag))) return cell;
    const source = cell.kind === "markdown" ? linked(cell.source) : cell.source;
    return { ...cell, source, outputs: cell.outputs.map((output) => linkedOutput(output, linked)) };
  });
}

const withLinks = (text: string, used: Set<Term>): string =>
  text.replace(PATTERN, (found) => {
    const term = termOf(found);
    if (used.has(term)) return found;
    used.add(term);
    return `[${found}](to:${METHODS}#${termAnchor(term)})`;
  });

/** Only prose has words to explain: what has a form in HTML is a table or a figure. */
function linkedOutput(output: Output, linked: (markdown: string) => string): Output {
  const { "text/html": html, "text/markdown": markdown } = output.data;
  if (markdown === undefined || html !== undefined) return output;
  return { ...output, data: { ...output.data, "text/markdown": linked(String(markdown)) } };
}
