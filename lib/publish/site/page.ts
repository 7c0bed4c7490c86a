/** The frame of every page: head, ways through the site, the text, the foot. */
import { escapeHtml } from "../../html.ts";
import { REPORT } from "../../report.ts";
import { head } from "./head.ts";
import { scrolling } from "./scrolling.ts";
import { footer, type Imprint } from "./imprint.ts";
import {
  beside,
  header,
  neighbours,
  onThisPage,
  type PageLink,
  searchDialog,
} from "./navigation.ts";
import { addressed, type Section, sectionsOf } from "./sections.ts";
import { typographic } from "./typography.ts";

export type { PageLink } from "./navigation.ts";

export interface Page {
  title: string;
  /** A line above the title, such as the chapter's number. */
  kicker?: string;
  /** File of the page's notebook, beside the page. */
  notebook?: string;
  /** What the page finds, in plain text. */
  description: string;
  /** HTML below the title; of a page that `opens` by itself, with its title. */
  body: string;
  chapters: PageLink[];
  /** Address of this page, to mark it among the chapters. */
  href: string;
  imprint: Imprint;
  /** A name by which the style sheet knows a page that looks different. */
  looks?: string;
  /** It lies apart from the site: no explorer is beside it, and no front page that says how to cite. */
  apart?: boolean;
  /** HTML at the end of the head. */
  more?: string;
}

/** A page of text, its contents beside it or, where it is narrow, below its first paragraph. */
export function page(it: Page): string {
  const text = addressed(typographic(scrolling(it.body)));
  const sections = sectionsOf(text);
  const main = `<hgroup>${kicker(it)}<h1>${typographic(escapeHtml(it.title))}</h1></hgroup>
${afterLead(text, sections)}`;
  return framed(it, "text", beside(it.chapters, it.href, sections), main);
}

/** A page that opens the site: its body has a title of its own and the whole width. */
export const frontPage = (it: Page): string =>
  framed(it, "front", "", addressed(typographic(scrolling(it.body))));

/** It asks for nothing but what lies beside it: style, scripts, fonts, icon. */
function framed(it: Page, layout: "front" | "text", contents: string, main: string): string {
  const title = it.title === REPORT.title ? it.title : `${it.title} · ${REPORT.title}`;
  return `<!doctype html>
<html lang="en">
${head({ title, description: it.description, more: it.more })}
<body class="${it.looks ? `${layout} ${it.looks}` : layout}">
<a class="skip" href="#content">Skip to the content</a>
${header(it.chapters, it.href, it.apart)}
<div class="columns">
${contents}
<div>
<main id="content" tabindex="-1">
${main}
</main>
${neighbours(it.chapters, it.href)}
</div>
</div>
${typographic(footer(it.imprint, it.apart))}
${searchDialog}
</body>
</html>
`;
}

function kicker({ kicker, notebook, body }: Page): string {
  const parts = [
    kicker && `<span>${escapeHtml(kicker)}</span>`,
    notebook && `<a href="${notebook}" download>Notebook (.ipynb)</a>`,
    body.includes(`<details class="code"`) &&
    `<button type="button" class="by-script" data-code aria-pressed="false">Show code</button>`,
  ].filter((part) => part);
  return parts.length > 0 ? `<p class="kicker">${parts.join(" ")}</p>` : "";
}

/** The list of sections stands after the first paragraph. */
const afterLead = (html: string, sections: Section[]): string =>
  html.replace("</p>", (end) => `${end}\n${onThisPage(sections)}`);
