/** Tables for reading: rows of a frame as HTML, Markdown and plain text, numbers already in words. */
import { given, isFrame } from "../given.ts";
import { records, type Rows } from "../rows.ts";
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
  /** What rows have in common stands once above them, instead of a column that repeats it. */
  group?: (row: Row) => string;
  /** Looks on the site: of `cards` each row is a card on a phone; `claims` are as wide as the page's own. */
  looks?: "cards" | "claims";
}

/** Rows of one group as text, and which of them are bold; the name is empty where there are no groups. */
interface Group {
  name: string;
  rows: { cells: string[]; bold: boolean }[];
}

/**
 * A table of a frame or of plain rows, to be shown: `await show(table(frame, {…}))`.
 *
 * @throws RangeError when there are no rows: an empty table hides a mistake. TypeError when an argument
 * is missing, or when a column's value is no text.
 * @example
 * ```ts
 * import { show } from "./show.ts";
 * import { percent } from "../format.ts";
 * const rows = [{ name: "Mexico", share: 0.191 }, { name: "Canada", share: 0.008 }];
 * await show(table(rows, { caption: "Shares, 2024", columns: [{ label: "Supplier", value: (row) => row.name }, { label: "Share", align: "right", value: (row) => percent(row.share) }] }));
 * ```
 */
export function table<Row>(data: Rows<Row>, options: TableOptions<Row>): Shown {
  requireArguments(data, options);
  const rows = Array.isArray(data) ? data as Row[] : records(data);
  if (rows.length === 0) throw new RangeError(`the table «${options.caption}» has no rows`);
  const groups = [...Map.groupBy(rows, (row) => groupOf(row, options))]
    .map(([name, rows]) => ({ name, rows: rows.map((row) => rowInWords(row, options)) }));
  return {
    data: {
      "text/html": html(groups, options),
      "text/markdown": markdown(groups, options),
      "text/plain": plain(groups, options),
    },
    metadata: {},
  };
}

const groupOf = <Row>(row: Row, { group, caption }: TableOptions<Row>): string =>
  group ? requireText(group(row), "the group", row, caption) : "";

const rowInWords = <Row>(row: Row, { columns, bold, caption }: TableOptions<Row>) => ({
  cells: columns.map(({ label, value }) => requireText(value(row), label, row, caption)),
  bold: bold?.(row) ?? false,
});

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

type Heading = Pick<TableOptions<never>, "caption" | "source" | "looks"> & {
  columns: { label: string; align?: "left" | "right" }[];
};

function html(groups: Group[], { caption, source, columns, looks }: Heading): string {
  const style = (column: number) => ` style="text-align:${columns[column].align ?? "left"}"`;
  const head = columns.map(({ label }, i) => `<th scope="col"${style(i)}>${htmlText(label)}</th>`);
  const row = ({ cells, bold }: Group["rows"][0]) =>
    "<tr>" + cells.map((text, i) => {
      const content = bold ? `<strong>${htmlText(text)}</strong>` : htmlText(text);
      return i === 0
        ? `<th scope="row"${style(i)}>${content}</th>`
        : `<td${style(i)}>${content}</td>`;
    }).join("") + "</tr>";
  const body = groups.map(({ name, rows }) => {
    const common = `<tr><th scope="rowgroup" colspan="${columns.length}" style="text-align:left">${
      htmlText(name)
    }</th></tr>`;
    return `<tbody>${name && common}${rows.map(row).join("")}</tbody>`;
  });
  const foot = source ? `<p><small>Source: ${htmlText(source)}</small></p>` : "";
  return `<table${looks ? ` class="${looks}"` : ""}><caption>${htmlText(caption)}</caption>` +
    `<thead><tr>${head.join("")}</tr></thead>${body.join("")}</table>${foot}`;
}

function markdown(groups: Group[], { caption, source, columns }: Heading) {
  const line = (texts: string[]) => `| ${texts.join(" | ")} |`;
  const rule = columns.map(({ align }) => align === "right" ? "---:" : ":---");
  const strong = (text: string, on: boolean) =>
    on ? `**${markdownText(text)}**` : markdownText(text);
  const rows = groups.flatMap(({ name, rows }) => [
    ...(name ? [line(columns.map((_, i) => i === 0 ? strong(name, true) : ""))] : []),
    ...rows.map(({ cells, bold }) => line(cells.map((text) => strong(text, bold)))),
  ]);
  const foot = source ? ` Source: ${markdownText(source)}.` : "";
  return [
    line(columns.map(({ label }) => markdownText(label))),
    line(rule),
    ...rows,
    "",
    `: ${markdownText(caption)}${/[.?!]$/.test(caption) ? "" : "."}${foot}`,
  ].join("\n");
}

function plain(groups: Group[], { caption, source, columns }: Heading): string {
  const head = columns.map(({ label }) => label);
  const all = [head, ...groups.flatMap(({ rows }) => rows.map(({ cells }) => cells))];
  const widths = columns.map((_, i) => Math.max(...all.map((row) => row[i].length)));
  const line = (row: string[]) =>
    row.map((text, i) =>
      columns[i].align === "right" ? text.padStart(widths[i]) : text.padEnd(widths[i])
    ).join("  ").trimEnd();
  const lines = groups.flatMap((
    { name, rows },
  ) => [...(name ? [name] : []), ...rows.map(({ cells }) => line(cells))]);
  return [caption, line(head), ...lines, ...(source ? [`Source: ${source}`] : [])].join("\n");
}
