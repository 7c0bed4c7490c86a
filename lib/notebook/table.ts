/** Tables for reading: rows of a frame as HTML, Markdown and plain text, numbers already in words. */
import { type Frame, records } from "../frame.ts";
import { given, isFrame } from "../given.ts";
import { htmlText, markdownText } from "./escape.ts";
import { type Shown, TABLE_EXAMPLE } from "./show.ts";

export interface Column<Row> {
  label: string;
  /** What the cell says. Numbers go through `lib/format.ts`. */
  value: (row: Row) => string;
  /** Numbers stand right, text left (the default). */
  align?: "left" | "right";
}

export interface TableOptions<Row> {
  /** What the table shows, with unit and period. */
  caption: string;
  columns: Column<Row>[];
  /** Producer, basis and vintage. */
  source?: string;
  /** Rows set in bold: a total, Mexico, Canada. */
  bold?: (row: Row) => boolean;
}

/**
 * A table of a frame or of plain rows, to be shown: `await show(table(frame, {…}))`.
 *
 * @throws RangeError when there are no rows: an empty table hides a mistake. TypeError when an argument
 * is missing, or when a column's value is no text.
 */
export function table<Row>(data: Frame<Row> | Row[], options: TableOptions<Row>): Shown {
  requireArguments(data, options);
  const rows = Array.isArray(data) ? data : records(data);
  if (rows.length === 0) throw new RangeError(`the table «${options.caption}» has no rows`);
  const cells = rows.map((row) =>
    options.columns.map(({ label, value }) => requireText(value(row), label, row, options.caption))
  );
  const bold = rows.map((row) => options.bold?.(row) ?? false);
  return {
    data: {
      "text/html": html(cells, bold, options),
      "text/markdown": markdown(cells, bold, options),
      "text/plain": plain(cells, options),
    },
    metadata: {},
  };
}

function requireArguments(data: unknown, options: TableOptions<never> | undefined): void {
  const lacking = !(Array.isArray(data) || isFrame(data))
    ? `a frame or rows first; it was given ${given(data)}`
    : !options?.caption
    ? "a caption"
    : !Array.isArray(options.columns) || options.columns.length === 0
    ? "columns"
    : options.columns.find(({ value }) => typeof value !== "function") &&
      "a function value: (row) => … in every column";
  if (lacking) throw new TypeError(`table takes ${lacking}. Write ${TABLE_EXAMPLE}`);
}

function requireText(cell: unknown, label: string, row: unknown, caption: string): string {
  if (typeof cell === "string") return cell;
  const there = Object.keys(row ?? {}).join(", ");
  throw new TypeError(
    `the table «${caption}»: the value of «${label}» must be text, such as number(row.value) gives; ` +
      `it is ${given(cell)}. A row has ${there}`,
  );
}

type Heading = Pick<TableOptions<never>, "caption" | "source"> & {
  columns: { label: string; align?: "left" | "right" }[];
};

function html(cells: string[][], bold: boolean[], { caption, source, columns }: Heading): string {
  const style = (column: number) => ` style="text-align:${columns[column].align ?? "left"}"`;
  const strong = (text: string, on: boolean) =>
    on ? `<strong>${htmlText(text)}</strong>` : htmlText(text);
  const head = columns.map(({ label }, i) => `<th scope="col"${style(i)}>${htmlText(label)}</th>`);
  const body = cells.map((row, r) =>
    "<tr>" + row.map((text, i) => {
      const content = strong(text, bold[r]);
      return i === 0
        ? `<th scope="row"${style(i)}>${content}</th>`
        : `<td${style(i)}>${content}</td>`;
    }).join("") + "</tr>"
  );
  const foot = source ? `<p><small>Source: ${htmlText(source)}</small></p>` : "";
  return `<table><caption>${htmlText(caption)}</caption>` +
    `<thead><tr>${head.join("")}</tr></thead><tbody>${body.join("")}</tbody></table>${foot}`;
}

function markdown(cells: string[][], bold: boolean[], { caption, source, columns }: Heading) {
  const line = (texts: string[]) => `| ${texts.join(" | ")} |`;
  const rule = columns.map(({ align }) => align === "right" ? "---:" : ":---");
  const rows = cells.map((row, r) =>
    line(row.map(markdownText).map((text) => bold[r] ? `**${text}**` : text))
  );
  const foot = source ? ` Source: ${markdownText(source)}.` : "";
  return [
    line(columns.map(({ label }) => markdownText(label))),
    line(rule),
    ...rows,
    "",
    `: ${markdownText(caption)}.${foot}`,
  ].join("\n");
}

function plain(cells: string[][], { caption, source, columns }: Heading): string {
  const all = [columns.map(({ label }) => label), ...cells];
  const widths = columns.map((_, i) => Math.max(...all.map((row) => row[i].length)));
  const lines = all.map((row) =>
    row.map((text, i) =>
      columns[i].align === "right" ? text.padStart(widths[i]) : text.padEnd(widths[i])
    ).join("  ").trimEnd()
  );
  return [caption, ...lines, ...(source ? [`Source: ${source}`] : [])].join("\n");
}
