/**
 * `show`: the one way in which a cell says something. Figures, tables and prose go out as MIME
 * bundles and are awaited, because Deno's kernel may file a plain last value under the wrong cell.
 */
import type { Figure } from "../figures/figure.ts";
import { given, isFrame } from "../given.ts";
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
 *
 * @throws TypeError before anything is shown when an item cannot be, saying what it is.
 * @example
 * ```ts
 * import { percent } from "../format.ts";
 * await show(md`Mexico's share was ${percent(0.1915)}.`);
 * ```
 */
export async function show(...items: (Shown | Figure)[]): Promise<void> {
  if (items.length === 0) throw new TypeError("show was given nothing to show");
  const jupyter = kernel();
  for (const { data, metadata } of items.map(bundle)) {
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

/**
 * What is sent for an item: its data by MIME type, and its metadata.
 *
 * @throws TypeError for what cannot be shown, with what would show it.
 */
export function bundle(item: Shown | Figure): Shown {
  if (typeof item === "object" && item !== null && !isFrame(item)) {
    if ("svg" in item) return figureBundle(item);
    if ("data" in item) return item;
  }
  throw new TypeError(
    "show takes a figure, table(…), md`…` or check(…), such as await show(md`Imports rose.`); it was " +
      `given ${given(item)}${isFrame(item) ? `. A frame is shown by ${TABLE_EXAMPLE}` : ""}`,
  );
}

/** How a table is made, for the messages. */
export const TABLE_EXAMPLE =
  'table(frame, { caption: "Imports", columns: [{ label: "Month", value: (row) => row.month }] })';

function figureBundle(figure: Figure): Shown {
  const { id, title, subtitle, source, alt, narrow, readings } = figure;
  const data = columnsOf(figure.data);
  const picture = new TextEncoder().encode(figure.svg).toBase64();
  return {
    data: {
      "image/svg+xml": figure.svg,
      // Jupyter and nbconvert give an SVG no alternative text, and Jupyter hides one that it did not
      // draw itself; an image in HTML has both.
      "text/html": `<img alt="${escapeHtml(alt)}" src="data:image/svg+xml;base64,${picture}">`,
      "text/plain": alt,
      [FIGURE_MIME]: { id, title, subtitle, source, alt, narrow, readings, data },
    },
    metadata: { "image/svg+xml": { alt } },
  };
}

/**
 * The table behind a picture as text: its columns, each a name and its cells, or its one cell where all
 * rows have the same. Text stays text and numbers stay numbers, which a CSV does not keep.
 */
function columnsOf({ columns: names, rows }: Figure["data"]): string {
  const columns = names.map((name) => {
    const cells = rows.map((row) => row[name]);
    return [name, cells.every((cell) => cell === cells[0]) ? cells[0] : cells];
  });
  return JSON.stringify({ rows: rows.length, columns });
}

/**
 * Prose in Markdown with computed numbers: `md\`Imports were ${billions(x)}.\``.
 * Leading spaces of the lines are taken off, so that it can be indented like code. A dollar sign in a
 * value means money, never mathematics.
 *
 * @throws TypeError for a value that is neither text nor a number, or is not a number at all (NaN).
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { billions } from "../format.ts";
 * const text = md`The deficit was ${billions(298.9e9)}.`;
 * assertEquals(text.data["text/plain"], "The deficit was 298.9 billion dollars.");
 * ```
 */
export function md(strings: TemplateStringsArray, ...values: (string | number)[]): Shown {
  for (const value of values) {
    if (typeof value === "string" || typeof value === "number" && !Number.isNaN(value)) continue;
    throw new TypeError(`md takes text and numbers; it was given ${given(value)}`);
  }
  const written = (each: (typeof values)[number][]) =>
    String.raw({ raw: strings }, ...each).replace(/^[ \t]+/gm, "").trim();
  const markdown = written(values.map((value) => moneyInMarkdown(String(value))));
  return { data: { "text/markdown": markdown, "text/plain": written(values) }, metadata: {} };
}
