/** Ways through the site: the chapters, the sections of a page, what comes before and after, the search. */
import { escapeHtml } from "../../html.ts";
import { REPORT } from "../../report.ts";
import { type Section, sectionList } from "./sections.ts";

export interface PageLink {
  href: string;
  label: string;
}

/** The page on which a reader asks; on a narrow page the menu of the chapters leads there. */
export const EXPLORER: PageLink = { href: "explore.html", label: "Explore" };

/**
 * The line at the top of every page. What works by scripts alone is hidden without them; a page that lies
 * apart has no explorer beside it.
 */
export const header = (chapters: PageLink[], href: string, apart = false): string =>
  `<header>
<a class="home" href="index.html"${current("index.html", href)}>${escapeHtml(REPORT.title)}</a>
<div class="tools">
${
    apart
      ? ""
      : `<a class="explore" href="${EXPLORER.href}"${
        current(EXPLORER.href, href)
      }>${EXPLORER.label}</a>`
  }
<button type="button" class="by-script" data-search aria-keyshortcuts="/">Search</button>
<details class="chapters">
<summary>${apart ? "Pages" : "Chapters"}</summary>
<nav aria-label="${apart ? "Pages" : "Chapters"}">${chapterList(chapters, href)}${
    apart ? "" : `
<p class="explore"><a href="${EXPLORER.href}"${
      current(EXPLORER.href, href)
    }>Explore: ask your own question</a></p>`
  }</nav>
</details>
${colorsSwitch}
</div>
</header>`;

/** Light, dark, or as the system is: `page.js` knows it. */
export const colorsSwitch =
  `<button type="button" class="by-script" data-colors><svg viewBox="0 0 16 16" aria-hidden="true">` +
  `<circle cx="8" cy="8" r="6.2"/><path d="M8 1.8a6.2 6.2 0 0 1 0 12.4z"/></svg>` +
  `<span><span class="hidden">Colors: </span><span data-choice>Auto</span></span></button>`;

/** Where the search is: the script fills the list and says how many there are. */
export const searchDialog = `<dialog id="search" aria-label="Search">
<form method="dialog"><input type="search" aria-label="Headings, figures and claims" placeholder="Headings, figures, claims" autocomplete="off" spellcheck="false"><button>Close</button></form>
<p role="status"></p>
<ol></ol>
</dialog>`;

/** Beside the text of a wide page: the chapters, and under this one its sections. */
export const beside = (chapters: PageLink[], href: string, sections: Section[]): string =>
  `<nav class="beside" aria-label="Contents">${
    chapterList(chapters, href, sectionList(sections))
  }</nav>`;

/** Below the lead of a narrow page: its sections, where there are several. */
export function onThisPage(sections: Section[]): string {
  if (sections.filter(({ level }) => level === 2).length < 2) return "";
  return `<details class="on-page"><summary>On this page</summary>` +
    `<nav aria-label="On this page">${sectionList(sections)}</nav></details>`;
}

function chapterList(chapters: PageLink[], href: string, below = ""): string {
  const items = chapters.map((chapter) => {
    const mark = current(chapter.href, href);
    const link = `<a href="${chapter.href}"${mark}>${escapeHtml(chapter.label)}</a>`;
    return `<li>${link}${mark && below}</li>`;
  });
  return `<ol>${items.join("")}</ol>`;
}

/** The chapters before and after; from the front page, the first. */
export function neighbours(chapters: PageLink[], href: string): string {
  const at = chapters.findIndex((chapter) => chapter.href === href);
  const before = at > 0 ? chapters[at - 1] : undefined;
  const after = chapters[at + 1];
  const link = (to: PageLink | undefined, rel: string, word: string) =>
    to
      ? `<a rel="${rel}" href="${to.href}"><small>${word}</small> ${escapeHtml(to.label)}</a>`
      : "<span></span>";
  if (!before && !after) return "";
  return `<nav class="neighbours" aria-label="Previous and next">${
    link(before, "prev", "Previous")
  }${link(after, "next", at < 0 ? "Begin with" : "Next")}</nav>`;
}

const current = (to: string, here: string): string => to === here ? ' aria-current="page"' : "";
