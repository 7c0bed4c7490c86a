/**
 * The document in which Plot draws: linkedom's, which runs everywhere. In a browser the bundle puts the
 * page's own in its place; the two write attributes and no-break spaces in their own ways, which end here.
 */
import { parseHTML } from "linkedom";
import { escapeXml } from "./text.ts";

export const { document } = parseHTML("<html></html>") as unknown as { document: Document };

/** linkedom writes attributes as they are, but for their quotes; a browser escapes them. */
const escapesAttributes = (() => {
  const probe = document.createElement("i");
  probe.setAttribute("title", "&");
  return probe.outerHTML.includes("&amp;");
})();

/** A text as the value of an attribute that this document will write. */
export const attributeText = (text: string): string => escapesAttributes ? text : escapeXml(text);

/** What an element holds, as XML: no-break spaces are themselves, since XML knows no `&nbsp;`. */
export const markupIn = (element: Element): string =>
  element.innerHTML.replaceAll("&nbsp;", "\u00a0");
