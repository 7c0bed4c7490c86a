/**
 * Links within the text. What prose and tables call "Chapter 7", "C5a", "Figure 12" or "the site's explorer"
 * leads there, and a citation of the Federal Register to its document. A name without a target in the build
 * stays text.
 */
import { METHODS } from "../../methods/glossary.ts";
import type { Cell, Chapter, Output } from "../chapters/notebook.ts";
import { figuresOf } from "../chapters/notebook.ts";
import { outsideOf } from "./prose.ts";
import { withTerms } from "./terms.ts";

/** Where a name leads: a chapter, and a figure or a claim's section in it. */
interface Place {
  chapter: string;
  anchor?: string;
}

/** Addresses within the report until a writer gives them its own form: `to:6-the-claims#c4`. */
const SCHEME = "to:";

/** The section of a claim, `## C4. Suppliers of ICT`; its anchor is `c4`. */
const CLAIM_HEADING = /^(##\s+(C\d+[ab]?)\..*)$/gm;

/** Names and citations in running text; several numbers may share a word: "Chapters 5, 7 and 8". */
const NAMES =
  /\b(Chapter|Figure)(s?)[ \u00a0](\d+)((?:(?:, | and )\d+\b)*)|(?<![\w.-])C\d+[ab]?(?![\w-])|\bthe site[’']s explorer\b|\bthe report[’']s methods\b|\b\d+[ \u00a0]FR[ \u00a0]\d+|\bFR Doc\. \d{4}-\d{5}/g;

/** The page of the site on which a reader asks, as texts call it, and its name as a page. */
const EXPLORER = ["the site's explorer", "explore"] as const;

/** The page and the appendix of the methods, as texts call them. */
const OF_METHODS = "the report's methods";

/** Markdown that names nothing: headings, captions, code, links, addresses. */
const NO_PROSE = outsideOf();

/** Parts of an HTML table that name nothing: the caption, links, tags. */
const NO_CELL = /(<caption>[\s\S]*?<\/caption>|<a\b[\s\S]*?<\/a>|<[^>]*>)/;

/**
 * The same chapters, what they name linked and the claims' sections with anchors. Where the methods are among
 * them, words of the field lead there from their first use.
 *
 * @param numbers what each figure is called, by its id
 */
export function withReferences(chapters: Chapter[], numbers: Map<string, string>): Chapter[] {
  const places = placesOf(chapters, numbers);
  const areExplained = chapters.some(({ name }) => name === METHODS);
  return chapters.map((chapter) => {
    const place = (name: string): string | undefined => {
      const found = places.get(name) ?? [];
      const { chapter: to, anchor } = found.find((it) => it.chapter === chapter.name) ?? found[0] ??
        {};
      if (to === undefined || to === chapter.name && !anchor) return undefined;
      return `${SCHEME}${to}${anchor ? `#${anchor}` : ""}`;
    };
    const cells = chapter.cells.map((cell) => linkedCell(cell, place));
    return { ...chapter, cells: areExplained ? withTerms(cells) : cells };
  });
}

/**
 * Text in which addresses within the report have the form of a writer.
 *
 * @param link the address of a place, or null where the format has none
 */
export function resolved(
  text: string,
  link: (chapter: string, anchor?: string) => string | null,
): string {
  const address = (to: string) => link(...to.split("#") as [string, string?]);
  return text
    .replace(/(?<!\\)\[([^\]\\[]*)\]\(to:([^)\s]+)\)/g, (_, label, to) => {
      const found = address(to);
      return found === null ? label : `[${label}](${found})`;
    })
    .replace(/<a href="to:([^"]+)">(.*?)<\/a>/g, (_, to, label) => {
      const found = address(to);
      return found === null ? label : `<a href="${found}">${label}</a>`;
    });
}

function placesOf(chapters: Chapter[], numbers: Map<string, string>): Map<string, Place[]> {
  const places = new Map<string, Place[]>();
  const add = (name: string, place: Place) => places.set(name, [...places.get(name) ?? [], place]);
  add(EXPLORER[0], { chapter: EXPLORER[1] });
  for (const chapter of chapters) {
    if (chapter.name === METHODS) add(OF_METHODS, { chapter: METHODS });
    add(`Chapter ${chapter.number}`, { chapter: chapter.name });
    for (const { id } of figuresOf(chapter)) {
      const number = numbers.get(id)?.match(/^\d+/)?.[0];
      if (number) add(`Figure ${number}`, { chapter: chapter.name, anchor: id });
    }
    for (const { source } of chapter.cells.filter(({ kind }) => kind === "markdown")) {
      for (const [, , claim] of source.matchAll(CLAIM_HEADING)) {
        add(claim, { chapter: chapter.name, anchor: claim.toLowerCase() });
      }
    }
  }
  return places;
}

type Find = (name: string) => string | undefined;

function linkedCell(cell: Cell, find: Find): Cell {
  const source = cell.kind === "markdown" ? linkedMarkdown(cell.source, find) : cell.source;
  return { ...cell, source, outputs: cell.outputs.map((output) => linkedOutput(output, find)) };
}

function linkedOutput(output: Output, find: Find): Output {
  const { "text/html": html, "text/markdown": markdown } = output.data;
  if (markdown === undefined) return output;
  const data = { ...output.data, "text/markdown": linkedMarkdown(String(markdown), find) };
  if (html === undefined) return { ...output, data };
  const cells = outside(
    NO_CELL,
    String(html),
    (text) => linkedNames(text, find, (label, to) => `<a href="${to}">${label}</a>`),
  );
  return { ...output, data: { ...data, "text/html": cells } };
}

const linkedMarkdown = (markdown: string, find: Find): string =>
  outside(
    NO_PROSE,
    markdown.replace(CLAIM_HEADING, (heading, _, claim) => `${heading} {#${claim.toLowerCase()}}`),
    (text) => linkedNames(text, find, (label, to) => `[${label}](${to})`),
  );

/** Text changed but where it matches; the expression is one group, so that `split` keeps what it finds. */
const outside = (kept: RegExp, text: string, change: (part: string) => string): string =>
  text.split(kept).map((part, index) => index % 2 === 0 ? change(part) : part).join("");

function linkedNames(
  text: string,
  find: Find,
  write: (label: string, to: string) => string,
): string {
  const linked = (label: string, name: string) => {
    const to = find(name);
    return to === undefined ? label : write(label, to);
  };
  return text.replace(NAMES, (label, word, plural, first, others) => {
    if (word === undefined) {
      const law = registerAddress(label);
      return law === undefined ? linked(label, label.replace("’", "'")) : write(label, law);
    }
    const rest = (others as string).replace(
      /\d+/g,
      (number) => linked(number, `${word} ${number}`),
    );
    return `${linked(`${word}${plural}\u00a0${first}`, `${word} ${first}`)}${rest}`;
  });
}

/** The address of a document that is cited by volume and page, or by its number. */
function registerAddress(citation: string): string | undefined {
  const [, document] = /^FR Doc\. (.+)$/.exec(citation) ?? [];
  if (document) return `https://www.federalregister.gov/d/${document}`;
  return / FR /.test(citation.replaceAll("\u00a0", " "))
    ? `https://www.federalregister.gov/citation/${citation.replaceAll(/[ \u00a0]/g, "-")}`
    : undefined;
}
