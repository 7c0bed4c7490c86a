/**
 * Text from data, as it may stand in Markdown and in HTML. Jupyter and nbconvert typeset what stands
 * between two dollar signs as mathematics, in both; a sign in an element of its own is left as it is.
 */
import { escapeHtml } from "../html.ts";

/** Text as content of an element. */
export const htmlText = (text: string): string =>
  escapeHtml(text).replaceAll("$", () => "<span>$</span>");

/** Text in Markdown, every sign of it meant as itself. */
export const markdownText = (text: string): string =>
  moneyInMarkdown(text.replace(/([|*_`\\<>[\]#@~^])/g, "\\$1"));

/** Markdown whose dollar signs mean money. */
export const moneyInMarkdown = (markdown: string): string =>
  markdown.replaceAll("$", () => String.raw`<span>\$</span>`);
