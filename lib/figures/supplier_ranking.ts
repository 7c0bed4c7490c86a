/** Suppliers of one ATP group, ranked: bars from the largest down, a block of countries marked as one. */
import * as Plot from "@observablehq/plot";
import type { SupplierShare } from "../analysis/mod.ts";
import {
  atpGroupName,
  CANADA,
  EUROPEAN_UNION,
  isCountry,
  MEXICO,
  OTHER,
  partnerName,
} from "../codes/mod.ts";
import { basisName, billions, list, number, ordinal, percent, periodName } from "../format.ts";
import { type Frame, records, requireColumns } from "../frame.ts";
import type { Figure } from "./figure.ts";
import { figure, type Layout } from "./frame.ts";
import { HATCHED, hatchPattern } from "./hatch.ts";
import { lookOf } from "./looks.ts";
import { tone } from "./palette.ts";
import { textWidth } from "./text.ts";
import { headline, source } from "./words.ts";

export type RankedSupplier = SupplierShare & { rank: number };

export interface RankingOptions {
  /** ATP technology group, e.g. `04`. */
  group: string;
  /** How many suppliers have a bar; Mexico and Canada have one wherever they rank. */
  most?: number;
  id?: string;
}

const HEAD = 22;
/** Width of the column of shares at the right. */
const SHARES = 56;

interface Bar {
  code: string;
  label: string;
  value_usd: number;
  share: number;
}

/**
 * Bars of imports by supplier. The EU27 stands among the countries as an outlined, hatched bar.
 *
 * @param suppliers of one group and period, from `rankSuppliers` (a rest `other` may be among them).
 * @throws RangeError when the frame is empty.
 */
export function supplierRanking(
  suppliers: Frame<RankedSupplier>,
  { group, most = 10, id = `supplier-ranking-${group}` }: RankingOptions,
): Figure {
  requireColumns(suppliers, ["partner_code", "value_usd", "share", "basis"], "supplierRanking");
  const rows = records(suppliers).sort((a, b) => b.value_usd - a.value_usd);
  if (rows.length === 0) throw new RangeError(`supplierRanking: no suppliers of group ${group}`);
  const bars = barsOf(rows, most);
  const countries = rows.filter((row) => isCountry(row.partner_code));
  const block = rows.find((row) => row.partner_code === EUROPEAN_UNION);
  const [{ period_start, period_end, basis }] = rows;
  return figure({
    id,
    title: title(countries, block, group),
    subtitle: `U.S. ${basisName(basis)} of ATP group ${group}, ${atpGroupName(group)}, by ` +
      `supplier, billion dollars and share, ${periodName(period_start, period_end)}`,
    notes: block
      ? [
        "EU27 (block): 27 countries as one; the figures do not split its members, so that none " +
        "of them is ranked.",
      ]
      : [],
    source: source(rows),
    alt: `Bars of U.S. imports of ${atpGroupName(group)} by supplier, largest first: ` +
      list(bars.map((bar) => `${bar.label} ${billions(bar.value_usd)} (${percent(bar.share)})`)) +
      ".",
    data: suppliers,
    draw: (layout) => draw(layout, bars),
  });
}

function barsOf(rows: RankedSupplier[], most: number): Bar[] {
  const named = rows.filter((row) => row.partner_code !== OTHER);
  const countries = named.filter((row) => isCountry(row.partner_code));
  const shown = named.filter((row, index) =>
    index < most || [MEXICO, CANADA].includes(row.partner_code)
  );
  const bars = shown.map(({ partner_code, value_usd, share }) => {
    const place = countries.findIndex((row) => row.partner_code === partner_code) + 1;
    const name = partnerName(partner_code);
    const label = place > most ? `${name} (${ordinal(place)})` : name;
    return { code: partner_code, label, value_usd, share };
  });
  const rest = rows.filter((row) => !shown.includes(row));
  if (rest.length === 0) return bars;
  const sum = (of: (row: RankedSupplier) => number) => rest.reduce((all, row) => all + of(row), 0);
  const others = {
    code: OTHER,
    label: `${rest.length} others`,
    value_usd: sum((row) => row.value_usd),
    share: sum((row) => row.share),
  };
  return [...bars, others];
}

function title(countries: RankedSupplier[], block: RankedSupplier | undefined, group: string) {
  const goods = `${atpGroupName(group).toLowerCase()} goods`;
  const [first] = countries;
  if (!first) return `No single country is listed as a supplier of ${goods}`;
  const ranks = [MEXICO, CANADA].flatMap((code) => {
    const rank = countries.findIndex((row) => row.partner_code === code) + 1;
    return rank > 1 ? [`${partnerName(code)} is ${ordinal(rank)}`] : [];
  });
  const lead = `${partnerName(first.partner_code)} is the largest single supplier of ${goods} to ` +
    `the United States with ${headline(first.share)}`;
  const larger = block && block.value_usd > first.value_usd
    ? [`the EU27 as a block has ${headline(block.share)}`]
    : [];
  const also = [...ranks, ...larger];
  return also.length ? `${lead}; ${list(also)}` : lead;
}

function draw(layout: Layout, bars: Bar[]): Element {
  const label = (bar: Bar) => bar.label;
  const value = (bar: Bar) => number(bar.value_usd / 1e9, 1);
  const weight = (bar: Bar) => lookOf(bar.code).fontWeight;
  const widest = (text: (bar: Bar) => string) =>
    Math.max(...bars.map((bar) => textWidth(text(bar), layout.label, 600)));
  const left = Math.ceil(widest(label)) + 10;
  const right = Math.ceil(widest(value)) + 8 + SHARES;
  const colour = (bar: Bar) => lookOf(bar.code).colour;
  const textColour = (bar: Bar) =>
    weight(bar) === 600 ? colour(bar) : tone(bar.code === OTHER ? "muted" : "ink");
  const isBlock = (bar: Bar) => bar.code === EUROPEAN_UNION;
  const bar = { x: "value_usd", y: label };
  const cell = (of: Bar, text: (bar: Bar) => string, place: Plot.TextOptions) =>
    Plot.text([of], {
      y: label,
      text,
      fontWeight: weight(of),
      fill: textColour(of),
      ...place,
    });
  const head = (text: string, place: Plot.TextOptions) =>
    Plot.text([text], { lineAnchor: "bottom", dy: -5, fill: tone("muted"), ...place });
  return layout.plot({
    height: HEAD + bars.length * layout.pick(26, 25) + 10,
    marginTop: HEAD,
    marginBottom: 10,
    marginLeft: left,
    marginRight: right,
    x: { domain: [0, Math.max(...bars.map((each) => each.value_usd))], axis: null },
    y: { domain: bars.map(label), axis: null, padding: 0.28 },
    marks: [
      hatchPattern("country"),
      head("Billion dollars", { frameAnchor: "top-left", textAnchor: "start" }),
      head("Share", { frameAnchor: "top-right", textAnchor: "end", dx: right }),
      Plot.barX(bars.filter((each) => !isBlock(each)), { ...bar, fill: colour }),
      Plot.barX(bars.filter(isBlock), {
        ...bar,
        fill: HATCHED,
        stroke: tone("country"),
        inset: 0.5,
      }),
      ...bars.flatMap((each) => [
        cell(each, label, { frameAnchor: "left", textAnchor: "start", dx: -left }),
        cell(each, value, { x: "value_usd", textAnchor: "start", dx: 6 }),
        cell(each, ({ share }) => percent(share), {
          frameAnchor: "right",
          textAnchor: "end",
          dx: right,
        }),
      ]),
      Plot.ruleX([0], { stroke: tone("axis") }),
    ],
  });
}
