/** The values of a figure on its page: a table for everyone, and places in the picture for a pointer. */
import type { NamedRows } from "../../csv.ts";
import type { Panel, Readings } from "../../figures/readings.ts";
import { escapeHtml } from "../../html.ts";
import type { FigureBundle } from "../chapters/notebook.ts";
import { PublishError } from "../system/errors.ts";
import { type Column, frameColumns } from "./frame_table.ts";

/**
 * The values as tables, under what they are and where from: a row for each period and a column for each
 * line, or else the rows of the data behind the picture.
 *
 * @param name of the figure, `Figure 2`
 * @param data gives the rows behind the picture, where they are wanted
 * @throws PublishError when the two pictures are not read alike.
 */
export function valuesHtml(
  figure: Pick<FigureBundle, "id" | "subtitle" | "source" | "readings">,
  name: string,
  data: () => NamedRows,
): string {
  const { wide, narrow } = figure.readings;
  if (JSON.stringify(wide.map(words)) !== JSON.stringify(narrow.map(words))) {
    throw new PublishError(`figure ${figure.id} reads otherwise when it is narrow`);
  }
  const about = [figure.subtitle, figure.source].map((text) => text.replace(/\.$/, "")).join(". ");
  const tables = wide.length > 0
    ? wide.map((panel) => tableHtml(captionOf(name, panel), columnsOf(panel)))
    : [tableHtml(name, frameColumns(data()))];
  return [`<p>${escapeHtml(about)}.</p>`, ...tables].join("\n");
}

const captionOf = (name: string, { heading }: Panel): string =>
  heading === undefined ? name : `${name}: ${heading}`;

function columnsOf({ places, series }: Panel): LineColumn[] {
  const periods = { heading: "Period", cells: places.map(({ name }) => name), isNumber: false };
  const lines = series.map(({ name, colour, values }) => ({
    ...{ heading: name, cells: values.map((value) => value ?? ""), isNumber: true },
    line: { name, colour },
  }));
  return [periods, ...lines];
}

/** What is read of a panel, but for its heading, which may be shorter on a narrow page. */
const words = ({ places, series }: Panel) => [
  places.map(({ name }) => name),
  series.map(({ name, colour, values }) => [name, colour, values]),
];

type LineColumn = Column & { line?: { name: string; colour: string } };

function tableHtml(caption: string, columns: LineColumn[]): string {
  const headings = columns.map(({ heading, isNumber, line }) => {
    const marks = line
      ? ` data-series="${escapeHtml(line.name)}" data-colour="${line.colour}"`
      : "";
    return `<th scope="col"${isNumber ? "" : WORDS}${marks}>${escapeHtml(heading)}</th>`;
  });
  const rows = (columns[0]?.cells ?? []).map((_, row) => {
    const cells = columns.map(({ cells, isNumber }, place) => {
      const text = escapeHtml(cells[row]);
      if (place === 0 && !isNumber) return `<th scope="row">${text}</th>`;
      return `<td${isNumber ? "" : WORDS}>${text}</td>`;
    });
    return `<tr>${cells.join("")}</tr>`;
  });
  return `<table><caption>${escapeHtml(caption)}</caption><thead><tr>${headings.join("")}</tr>` +
    `</thead><tbody>${rows.join("")}</tbody></table>`;
}

const WORDS = ` class="words"`;

/**
 * Where a pointer finds the values, as an attribute: for each panel its edges, its places along the axis,
 * and the heights of each line at them, in px of the picture. The words stand in the tables.
 */
export function panelsAttribute(readings: Readings): string {
  if (readings.length === 0) return "";
  const panels = readings.map(({ box, places, series }) => [
    box.map(tenths),
    places.map(({ x }) => tenths(x)),
    ...series.map(({ y }) => y.map((px) => px === null ? null : tenths(px))),
  ]);
  return ` data-panels="${JSON.stringify(panels)}"`;
}

const tenths = (px: number): number => Math.round(px * 10) / 10;
