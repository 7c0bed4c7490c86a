/**
 * `show`: the one way in which a cell says something. Figures, tables and prose go out as MIME
 * bundles and are awaited, because Deno's kernel may file a plain last value under the wrong cell.
 */
import type { Figure } from "../figures/figure.ts";
import { escapeHtml } from "../html.ts";
import { moneyInMarkdown } from "./escape.ts";

/** Something that can be shown: data by MIME type, and what is said about it. */
export interface Shown {
  data: Record<string, unknown>;
  metadata: Record<string, unknown>;
}

/** MIME types of our own, read by `lib/publish`. Other readers ignore them. */
export const FIGURE_MIME = "application/vnd.technology-frontier.figure+json";
export const CLAIMS_MIME = "application/vnd.technology-frontier.claims+json";

const DRAIN_MS = 5;

/**
 * Shows each item under the cell that calls it: `await show(figure, table, md...)`.
 * Outside a notebook it prints the plain text form.
 */
export async function show(...items: (Shown | Figure)[]): Promise<void> {
  const jupyter = kernel();
  for (const item of items) {
    const { data, metadata } = bundle(item);
    if (jupyter) await jupyter.broadcast("display_data", { data, metadata, transient: {} });
    else console.log(data["text/plain"]);
  }
  await new Promise((resolve) => setTimeout(resolve, DRAIN_MS));
}

/** Deno's link to Jupyter. Merely naming it outside `deno jupyter` throws. */
function kernel(): typeof Deno.jupyter | undefined {
  try {
    return Deno.jupyter;
  } catch {
    return undefined;
  }
}

/** What is sent for an item: its data by MIME type, and its metadata. */
export function bundle(item: Shown | Figure): Shown {
  return "svg" in item ? figureBundle(item) : item;
}

function figureBundle(figure: Figure): Shown {
  const { id, title, subtitle, source, alt, narrow } = figure;
  const csv = figure.data.writeCSV().toString();
  const picture = new TextEncoder().encode(figure.svg).toBase64();
  return {
    data: {
      "image/svg+xml": figure.svg,
      // Jupyter and nbconvert give an SVG no alternative text, and Jupyter hides one that it did not
      // draw itself; an image in HTML has both.
      "text/html": `<img alt="${escapeHtml(alt)}" src="data:image/svg+xml;base64,${picture}">`,
      "text/plain": alt,
      [FIGURE_MIME]: { id, title, subtitle, source, alt, narrow, csv },
    },
    metadata: { "image/svg+xml": { alt } },
  };
}

/**
 * Prose in Markdown with computed numbers: `md\`Imports were ${billions(x)}.\``.
 * Leading spaces of the lines are taken off, so that it can be indented like code. A dollar sign in a
 * value means money, never mathematics.
 */
export function md(strings: TemplateStringsArray, ...values: (string | number)[]): Shown {
  const written = (each: (typeof values)[number][]) =>
    String.raw({ raw: strings }, ...each).replace(/^[ \t]+/gm, "").trim();
  const markdown = written(values.map((value) => moneyInMarkdown(String(value))));
  return { data: { "text/markdown": markdown, "text/plain": written(values) }, metadata: {} };
}
