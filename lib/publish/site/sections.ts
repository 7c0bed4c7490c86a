/** The sections of a page: their headings as addresses, and the list of them. */
import { escapeHtml } from "../../html.ts";
import { plainText } from "./text.ts";

export interface Section {
  id: string;
  /** The heading in plain text, not escaped. */
  title: string;
  level: 2 | 3;
}

const HEADING = /(<h([23])\b[^>]*?\bid="([^"]+)"[^>]*>)(.*?)(<\/h\2>)/gs;

/** Headings of the second and third level that have an address, in order. */
export function sectionsOf(html: string): Section[] {
  return [...html.matchAll(HEADING)].map(([, , level, id, text]) => ({
    id,
    title: plainText(text),
    level: Number(level) as 2 | 3,
  }));
}

/** The same HTML, each such heading a link to itself, so that its address can be copied. */
export function addressed(html: string): string {
  return html.replace(
    HEADING,
    (heading: string, start: string, _level, id: string, text: string, end: string) =>
      text.includes("<a") ? heading : `${start}<a href="#${id}">${text}</a>${end}`,
  );
}

/** Links to the sections of the second level: what stands on this page. */
export function sectionList(sections: Section[]): string {
  const items = sections.filter(({ level }) => level === 2)
    .map(({ id, title }) => `<li><a href="#${id}">${escapeHtml(title)}</a></li>`);
  return items.length > 0 ? `<ul>${items.join("")}</ul>` : "";
}
