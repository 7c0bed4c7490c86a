/** Tables of sentences as cards: on a narrow page each row is a block, each cell named. */
import { escapeHtml } from "../../html.ts";
import { plainText } from "./text.ts";

/** A table with a longer cell than this, in characters, beside its headings holds sentences. */
const SENTENCE = 80;

/**
 * The same table, ready to be shown as cards by the style sheet where it holds sentences or was asked
 * to be (`looks` of `table`). Roles keep it a table for a screen reader when its rows are blocks.
 */
export function carded(table: string): string {
  const cells = [...table.matchAll(/<td\b[^>]*>(.*?)<\/td>/gs)].map(([, text]) => plainText(text));
  const asked = /^<table\b[^>]*class="[^"]*\bcards\b/.test(table);
  if (!asked && Math.max(0, ...cells.map(({ length }) => length)) <= SENTENCE) return table;
  const [head, ...bodies] = table.split(/(?=<tbody)/);
  const labels = [...head.matchAll(/<th\b[^>]*>(.*?)<\/th>/gs)].map(([, text]) => plainText(text));
  let column = 0;
  const rows = bodies.join("").replace(/<(tr|th|td)\b([^>]*)/g, (tag, name, attributes) => {
    if (name === "tr") {
      column = 0;
      return `${tag} role="row"`;
    }
    if (attributes.includes("rowgroup")) return `${tag} role="rowheader"`;
    const label = escapeHtml(labels[column++] ?? "");
    return `<${name} role="${
      name === "th" ? "rowheader" : "cell"
    }" data-label="${label}"${attributes}`;
  });
  const headings = head.replace(/<tr\b/g, `$& role="row"`)
    .replace(/<th\b/g, `$& role="columnheader"`)
    .replace(/<thead\b/g, `$& role="rowgroup"`);
  return `${headings}${rows}`.replace(/<tbody\b/g, `$& role="rowgroup"`)
    .replace(/<table\b/, `<table role="table"`)
    .replace(
      /<table\b([^>]*?)(?: class="([^"]*)")?>/,
      (_, rest, names = "") =>
        `<table${rest} class="${[...new Set([...names.split(" "), "cards"])].join(" ").trim()}">`,
    );
}
