/**
 * `show`: the one way in which a cell says something. Figures, tables and prose go out as MIME
 * bundles and are awaited, because Deno's kernel may file a plain last value under the wrong cell.
 */
import type { Figure } from "../figures/figure.ts";
import { escapeHtml } from "../html.ts";

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
  const data = columnsOf(figure.data);
  const picture = new TextEncoder().encode(figure.svg).toBase64();
  return {
    data: {
      "image/svg+xml": figure.svg,
      // Jupyter and nbconvert give an SVG no alternative text, and Jupyter hides one that it did not
      // draw itself; an image in HTML has both.
      "text/html": `<img alt="${escapeHtml(alt)}" src="data:image/svg+xml;base64,${picture}">`,
      "text/plain": alt,
      [FIGURE_MIME]: { id, title, subtitle, source, alt, narrow, data },
    },
    metadata: { "image/svg+xml": { alt } },
  };
}

/**
 * The frame behind a picture as text: its columns, each a name and its cells, or its one cell where all
 * rows have the same. Text stays text and numbers stay numbers, which a CSV does not keep.
 */
function columnsOf(frame: Figure["data"]): string {
  const rows = frame.toRecords();
  const columns = frame.columns.map((name) => {
    const cells = rows.map((row) => row[name] as string | number | null);
    return [name, cells.every((cell) => cell === cells[0]) ? cells[0] : cells];
  });
  return JSON.stringify({ rows: rows.length, columns });
}

/**
 * Prose in Markdown with computed numbers: `md\`Imports were ${billions(x)}.\``.
 * Leading spaces of the lines are taken off, so that it can be indented like code.
 */
export function md(strings: TemplateStringsArray, ...values: (string | number)[]): Shown {
  const text = String.raw({ raw: strings }, ...values).replace(/^[ \t]+/gm, "").trim();
  return { data: { "text/markdown": text, "text/plain": text }, metadata: {} };
}
