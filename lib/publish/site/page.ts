/** The frame of every page: head, chapters, what comes before and after. */
import { escapeHtml } from "../../html.ts";
import { scrolling } from "./html.ts";
import { typographic } from "./typography.ts";

export interface PageLink {
  href: string;
  label: string;
}

export interface Page {
  title: string;
  /** A line above the title, such as the chapter's number. */
  kicker?: string;
  description: string;
  /** HTML below the title. */
  body: string;
  chapters: PageLink[];
  /** Address of this page, to mark it among the chapters. */
  href: string;
}

const SITE = "Technology frontier";

/** Takes tables and code that do not overflow out of the keyboard's way. */
const SCRIPT = `for (const it of document.querySelectorAll(".scroll")) {
  const scrolls = () => it.scrollWidth > it.clientWidth || it.scrollHeight > it.clientHeight;
  const mark = () => scrolls() ? it.tabIndex = 0 : it.removeAttribute("tabindex");
  new ResizeObserver(mark).observe(it);
}`;

/** A whole page. It asks for nothing but the style sheet and the fonts beside it. */
export function page({ title, kicker, description, body, chapters, href }: Page): string {
  const heading = title === SITE ? SITE : `${title} · ${SITE}`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(heading)}</title>
<meta name="description" content="${escapeHtml(description)}">
<meta name="color-scheme" content="light dark">
<link rel="icon" href="data:,">
<link rel="stylesheet" href="style.css">
<script src="readings.js" defer></script>
</head>
<body>
<a class="skip" href="#content">Skip to the content</a>
<header>
<a class="home" href="index.html"${current("index.html", href)}>${SITE}</a>
<details class="chapters">
<summary>Chapters</summary>
<nav aria-label="Chapters">${list(chapters, href)}</nav>
</details>
</header>
<main id="content" tabindex="-1">
<hgroup>${kicker ? `<p class="kicker">${escapeHtml(kicker)}</p>` : ""}<h1>${
    escapeHtml(title)
  }</h1></hgroup>
${typographic(scrolling(body))}
</main>
${neighbours(chapters, href)}
<footer><p>Figures: U.S. Census Bureau, in the public domain. The report is reproducible: its notebooks compute every number on these pages.</p></footer>
<script>${SCRIPT}</script>
</body>
</html>
`;
}

function list(chapters: PageLink[], href: string): string {
  const items = chapters.map((chapter) =>
    `<li><a href="${chapter.href}"${current(chapter.href, href)}>${
      escapeHtml(chapter.label)
    }</a></li>`
  );
  return `<ol>${items.join("")}</ol>`;
}

function neighbours(chapters: PageLink[], href: string): string {
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
