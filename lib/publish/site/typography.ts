/**
 * Small matters of type on a page: apostrophes curl; dates and options do not break at hyphens, long names
 * of files do at underscores; Spanish is said to be Spanish.
 */
import { REPORT } from "../../report.ts";

/** What is left as it is, inline code, and tags; text stands between them. */
const MARKUP = /(<(?:pre|svg|script|math)\b[\s\S]*?<\/(?:pre|svg|script|math)>|<[^>]*>)/;

const WHOLE = /(?<![\w-])(?:\d{4}-\d{2}(?:-\d{2})?|--[a-z][a-z-]*)(?![\w-])/g;

/** The same HTML, its text set with care; code keeps its characters. */
export function typographic(html: string): string {
  let inCode = false;
  return html.split(MARKUP).map((part) => {
    if (part.startsWith("<")) {
      if (part.startsWith("<code")) inCode = true;
      if (part.startsWith("</code")) inCode = false;
      return part;
    }
    return inCode ? whole(part) : foreign(breakable(whole(curled(part))));
  }).join("");
}

/** Straight apostrophes between letters are apostrophes in type. */
const curled = (text: string): string => text.replace(/(?<=\p{L})'(?=\p{L})/gu, "’");

const whole = (text: string): string => text.replace(WHOLE, `<span class="whole">$&</span>`);

/** A place where the line may break, which is not copied with the name. */
const breakable = (text: string): string => text.replace(/(?<=\w)_(?=\w)/g, "_<wbr>");

/** The name of the text that the report follows, which a screen reader should not read as English. */
function foreign(text: string): string {
  const { follows } = REPORT;
  if (!follows) return text;
  return text.replaceAll(follows.name, `<span lang="${follows.language}">$&</span>`);
}
