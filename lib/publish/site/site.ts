/** The site: a front page, a page per chapter, and beside them style, scripts, fonts and claims. */
import type { JudgedClaim } from "../../claims/claim.ts";
import { writeAssets } from "./assets.ts";
import { downloads } from "./downloads.ts";
import { firstFigures, firstShowings, uniqueFigures } from "../downloads/figures.ts";
import { writeEmbeds } from "./embed.ts";
import { figureHtml } from "./figure.ts";
import { ASK, beside, claimsTable, contents, opening, questionOf } from "./front.ts";
import { htmlWriter } from "./html.ts";
import { escapeHtml } from "../../html.ts";
import { chapterMarkdown, taggedText } from "../markup/markdown.ts";
import { type Chapter, claimsOf, taggedMarkdown } from "../chapters/notebook.ts";
import { codeNames, joinedCells } from "./code.ts";
import { citeSection, type Imprint, jsonLd } from "./imprint.ts";
import { frontPage, page, type PageLink } from "./page.ts";
import { convert } from "../markup/pandoc.ts";
import { referenceEntries, searchEntries, searchIndex } from "./search.ts";
import { sectionsOf } from "./sections.ts";
import { plainText, shortened } from "./text.ts";
import { REPORT } from "../../report.ts";

export interface Site {
  folder: string;
  chapters: Chapter[];
  /** Texts beside the chapters, each on a page of its own: the methods, the cheat sheet. */
  references?: Chapter[];
  /** What each figure is called, by its id. */
  numbers: Map<string, string>;
  pandoc: string;
  /** File names of PDFs that lie in the folder. */
  pdfs: string[];
  imprint: Imprint;
}

/** The folder of the chapters' notebooks, beside the pages. */
export const NOTEBOOKS = "notebooks";

/** As much of what a page finds as a preview shows, in characters. */
const PREVIEW = 300;

/**
 * Writes the site into its folder, but for what can be taken away: the figures (`writeDownloads`), the PDFs
 * and the chapters' notebooks.
 */
export async function writeSite(site: Site): Promise<void> {
  const { folder, chapters, references = [], numbers, imprint } = site;
  await Deno.mkdir(folder, { recursive: true });
  const links = [...chapters, ...references].map(linkTo);
  const first = earlierShowings(chapters);
  const bodiesOf = (group: Chapter[]) =>
    Promise.all(group.map((it) => chapterBody(it, numbers, site.pandoc, { first })));
  const [bodies, texts, answer] = await Promise.all([
    bodiesOf(chapters),
    bodiesOf(references),
    answerOf(site),
  ]);
  const claims = chapters.flatMap(claimsOf);
  const address = claimAddress(chapters, bodies);
  const entries = [
    ...searchEntries({ chapters, bodies, claims, address, numbers }),
    ...references.flatMap((each, index) => referenceEntries(each, texts[index])),
  ];
  const write = (name: string, text: string) => Deno.writeTextFile(`${folder}/${name}`, text);
  await Promise.all([
    writeAssets(folder),
    writeEmbeds(folder, chapters, numbers),
    ...chapters.map((chapter, index) =>
      write(
        `${chapter.name}.html`,
        chapterPage(chapter, bodies[index], links, imprint, {
          notebook: `${NOTEBOOKS}/${chapter.name}.ipynb`,
        }),
      )
    ),
    ...references.map((each, index) =>
      write(`${each.name}.html`, referencePage(each, texts[index], links, imprint))
    ),
    write("claims.json", claimsJson(claims)),
    write("search-index.js", searchIndex(entries)),
    write("index.html", front(site, answer, links, bodies, claims, address)),
  ]);
}

/** The report's answer and its three numbers as HTML, and the chapter that gives them. */
async function answerOf({ chapters, numbers, pandoc }: Site) {
  const answering = chapters.find((it) => taggedMarkdown(it, "answer") !== "");
  const tagged = (tag: string) => answering ? taggedBody(answering, tag, numbers, pandoc) : "";
  const [answer, three] = await Promise.all([tagged("answer"), tagged("numbers")]);
  return { answering, answer, three };
}

function front(
  { chapters, references = [], numbers, pdfs, imprint }: Site,
  { answering, answer, three }: Awaited<ReturnType<typeof answerOf>>,
  links: PageLink[],
  bodies: string[],
  claims: JudgedClaim[],
  address: (id: string) => string,
): string {
  const [lead] = uniqueFigures(chapters);
  return frontPage({
    title: REPORT.title,
    description: shortened(plainText(answer), PREVIEW) || REPORT.lead,
    body: [
      opening({
        question: answering?.title ?? REPORT.title,
        answer,
        numbers: three,
        claims,
        figure: lead ? figureHtml(lead, { number: numbers.get(lead.id), folder: "figures" }) : "",
        address,
      }),
      answer && `<p class="about">${escapeHtml(REPORT.lead)} ${ASK}</p>`,
      contents(chapters, bodies),
      beside(references),
      claimsTable(claims, address),
      downloads(pdfs, firstFigures(chapters), numbers, firstShowings(chapters)),
      citeSection(imprint),
    ].join("\n"),
    chapters: links,
    href: "index.html",
    imprint,
    more: jsonLd(imprint),
  });
}

/** What a chapter says in its cells of a tag, as HTML, without their code. */
function taggedBody(
  chapter: Chapter,
  tag: string,
  numbers: Map<string, string>,
  pandoc: string,
): Promise<string> {
  const text = taggedText(chapter, tag, htmlWriter({ numbers }));
  return text === "" ? Promise.resolve("") : convert(pandoc, text, "html");
}

/** Where a claim's section is: the page that shows the claims, and its heading that begins with the claim. */
function claimAddress(chapters: Chapter[], bodies: string[]): (id: string) => string {
  const at = chapters.findIndex((it) => claimsOf(it).length > 0);
  const sections = sectionsOf(bodies[at] ?? "");
  return (id) => {
    const own = sections.find((it) => it.title.startsWith(`${id}.`))?.id;
    return `${chapters[at].name}.html${own ? `#${own}` : ""}`;
  };
}

/** A page of one chapter, its text already HTML. */
export function chapterPage(
  chapter: Chapter,
  body: string,
  chapters: PageLink[],
  imprint: Imprint,
  { href = `${chapter.name}.html`, kicker = `Chapter ${chapter.number}`, notebook = "" } = {},
): string {
  const { title } = chapter;
  return page({
    title,
    kicker,
    notebook,
    description: finding(chapter) || questionOf(body) || title,
    body,
    chapters,
    href,
    imprint,
  });
}

/** A page of a text beside the chapters, its text already HTML. */
export const referencePage = (
  { name, title }: Chapter,
  body: string,
  chapters: PageLink[],
  imprint: Imprint,
  { apart = false } = {},
): string =>
  page({
    ...{ title, body, chapters, imprint, apart, kicker: "For reference", looks: name },
    ...{ description: questionOf(body), href: `${name}.html` },
  });

/** What a chapter finds, in a few sentences of plain text; empty where no cell says so. */
function finding(chapter: Chapter): string {
  const markdown = taggedMarkdown(chapter, "answer") || taggedMarkdown(chapter, "findings");
  const links = markdown.replace(/\[([^\]]*)\]\([^)]*\)/g, "$1");
  const marks = /^(?:> ?)*(?:[-#]+|\d+\.) |^(?:> ?)+|[*_`]/gm;
  return shortened(plainText(links.replace(marks, "")), PREVIEW);
}

export const linkTo = ({ name, number, title }: Chapter): PageLink => ({
  href: `${name}.html`,
  label: number === "" ? title : `${number}. ${title}`,
});

/**
 * The text of a chapter as HTML, without its title. `folder` is that of its figures' files, and `first`
 * the addresses of figures that draw the same earlier.
 */
export function chapterBody(
  chapter: Chapter,
  numbers: Map<string, string>,
  pandoc: string,
  { folder, first }: { folder?: string; first?: Map<string, string> } = {},
): Promise<string> {
  const joined = joinedCells(chapter);
  const writer = htmlWriter({ numbers, folder, first, code: codeNames(joined, numbers) });
  return convert(pandoc, chapterMarkdown(joined, writer), "html");
}

/** Addresses of figures that draw what a later one draws, by the id of the later one. */
const earlierShowings = (chapters: Chapter[]): Map<string, string> =>
  new Map(
    [...firstShowings(chapters)].filter(([id, first]) => first.id !== id)
      .map(([id, first]) => [id, `${first.chapter}.html#${first.id}`]),
  );

export const claimsJson = (claims: JudgedClaim[]): string => `${JSON.stringify(claims, null, 2)}\n`;
