/** Tariff lines that come mostly from Mexico and Canada: who supplies what part of each. */
import type { LineDependence } from "../analysis/mod.ts";
import { goodsInWords, goodsName, lineCode, lineName } from "../codes/mod.ts";
import { basisName, commonUnit, inUnit, list, percent, periodName } from "../format.ts";
import { records, requireColumns, type Rows } from "../rows.ts";
import { drawnTable, fractionOf, taken, USD } from "./drawn.ts";
import type { Figure } from "./figure.ts";
import { figure } from "./frame.ts";
import { tone } from "./palette.ts";
import { stackedBars } from "./stacked_bars.ts";
import { source } from "./words.ts";

export interface DependenceOptions {
  /** A line is shown when more than this comes from the two. */
  bar?: number;
  /** How many lines are shown at most, the largest. */
  most?: number;
  /** Texts of the lines that have no name of their own, by code. */
  descriptions?: Map<string, string>;
  /** First digits that the codes of all lines share; the lines of advanced technology unless told. */
  hts?: string;
  id?: string;
}

/**
 * Bars of 100% for the largest tariff lines of which Mexico and Canada supply more than the bar.
 *
 * @param lines of one basis and period, from `lineDependence`.
 * @throws RangeError when no line is above the bar.
 */
export function lineDependenceBars(
  lines: Rows<LineDependence>,
  options: DependenceOptions = {},
): Figure {
  const { bar = 0.5, most = 12, descriptions = new Map(), hts } = options;
  requireColumns(lines, ["hts10", "value_usd", "mexico_share", "canada_share"], "lineDependence");
  const rows = records(lines);
  const above = rows.filter(({ share }) => share > bar);
  if (above.length === 0) {
    throw new RangeError(`lineDependenceBars: no line has more than ${percent(bar, 0)} from both`);
  }
  const shown = above.slice(0, most);
  const all = rows.reduce((sum, row) => sum + row.value_usd, 0);
  const part = above.reduce((sum, row) => sum + row.value_usd, 0) / all;
  const nameOf = hts === undefined ? lineName : goodsName;
  const name = (row: LineDependence) => nameOf(row.hts10, descriptions.get(row.hts10));
  /** Lines that have only their heading's name are told apart by their codes. */
  const names = Map.groupBy(shown, name);
  const labelOf = (row: LineDependence) => {
    if (names.get(name(row))!.length === 1) return name(row);
    const code = lineCode(row.hts10);
    return (hts ?? "").length < 4 ? `${name(row)}, ${code}` : code;
  };
  const [{ basis, period_start, period_end }] = shown;
  const period = periodName(period_start, period_end);
  const unit = commonUnit(shown.map((row) => row.value_usd));
  const usd = (row: LineDependence) => inUnit(row.value_usd, unit);
  const ofCode = hts === undefined ? "" : `of ${goodsInWords(hts)} `;
  return figure({
    id: options.id ?? (hts === undefined ? "line-dependence" : `line-dependence-${hts}`),
    title: hts === undefined
      ? `${above.length} of ${rows.length} technology lines, ${percent(part)} of imports, come ` +
        "mostly from Mexico and Canada"
      : `HTS ${lineCode(hts)}: ${above.length} of ${rows.length} lines, ${percent(part)} of ` +
        "imports, mostly from Mexico and Canada",
    subtitle:
      `The ${shown.length} largest tariff lines ${ofCode}with more than ${
        percent(bar, 0)
      } from the ` +
      `two: share in U.S. ${basisName(basis)}, percent of value, ${period}`,
    notes: [`Total: imports of the line from all countries, ${unit.name}.`],
    source: source(shown),
    alt: `Bars of the shares of Mexico and Canada in the imports of tariff lines, ${period}: ` +
      list(shown.map((row) =>
        `${name(row)} ${percent(row.share)} of ${usd(row)} ${unit.name} ` +
        `(Mexico ${percent(row.mexico_share)}, Canada ${percent(row.canada_share)})`
      )) + ".",
    data: drawnTable({
      rows: shown.map((row) => ({
        ...taken(row, "period_start", "period_end", "hts10"),
        description: name(row),
        role: "part",
        ...taken(row, "mexico_share", "canada_share", "basis", "vintage"),
        both_share: row.share,
        others_share: 1 - row.share,
        imports_usd: row.value_usd,
      })),
      units: {
        mexico_share: OF_LINE,
        canada_share: OF_LINE,
        both_share: OF_LINE,
        others_share: OF_LINE,
        imports_usd: USD,
      },
      tables: ["import_lines", "import_line_classes"],
    }),
    draw: (layout) =>
      stackedBars(layout, {
        rows: shown.map((row) => ({
          label: held(labelOf(row)),
          parts: [
            { value: row.mexico_share, fill: tone("mexico") },
            { value: row.canada_share, fill: tone("canada") },
            { value: 1 - row.share, fill: tone("grid") },
          ],
          cells: [percent(row.share, 0), usd(row)],
        })),
        end: 1,
        heads: ["Both", "Total"],
        key: [
          { text: "Mexico", colour: tone("mexico") },
          { text: "Canada", colour: tone("canada") },
          { text: "All others", colour: tone("grid") },
        ],
        reference: { at: bar, label: bar === 0.5 ? "Half" : percent(bar, 0) },
      }),
  });
}

const OF_LINE = fractionOf("the line's imports");

/** A number stays on the line of its unit. */
const held = (text: string): string =>
  text.replace(/(\d) (?=(cm|kg|kN|kW|cc|tons|miles)\b)/g, "$1\u00a0");
