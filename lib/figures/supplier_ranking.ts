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
        "EU27: the 27 countries as one block; the figures do not split its members, so that none " +
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
    const name = partner_code === EUROPEAN_UNION ? "EU27" : partnerName(partner_code);
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
  const goods = `U.S. imports of ${atpGroupName(group)} goods`;
  const [first] = countries;
  if (!first) return `${goods}: no single country is listed`;
  const ranks = [MEXICO, CANADA].flatMap((code) => {
    const rank = countries.findIndex((row) => row.partner_code === code) + 1;
    return rank > 1 ? [`${partnerName(code)} ${ordinal(rank)}`] : [];
  });
  const lead = `${partnerName(first.partner_code)} leads single countries in ${goods} with ` +
    headline(first.share);
  const larger = block && block.value_usd > first.value_usd
    ? `; the EU27 as a block has ${headline(block.share)}`
    : "";
  return lead + (ranks.length ? `, ${list(ranks)}` : "") + larger;
}

function draw(layout: Layout, bars: Bar[]): Element {
  const row = layout.pick(26, 25);
  const label = (bar: Bar) => bar.label;
  const value = (bar: Bar) => `${number(bar.value_usd / 1e9, 1)}  ${percent(bar.share)}`;
  const weight = (bar: Bar) => lookOf(bar.code).fontWeight;
  const widest = (text: (bar: Bar) => string) =>
    Math.max(...bars.map((bar) => textWidth(text(bar), layout.label, 600)));
  const left = Math.ceil(widest(label)) + 10;
  const isBlock = (bar: Bar) => bar.code === EUROPEAN_UNION;
  const colour = (bar: Bar) => lookOf(bar.code).colour;
  const textColour = (bar: Bar) =>
    weight(bar) === 600 ? colour(bar) : tone(bar.code === OTHER ? "muted" : "ink");
  const block = bars.filter(isBlock);
  const most = Math.max(...bars.map((bar) => bar.value_usd));
  const right = Math.ceil(widest(value)) + 10;
  return layout.plot({
    height: bars.length * row + 12,
    marginTop: 4,
    marginBottom: 8,
    marginLeft: left,
    marginRight: right,
    x: { domain: [0, most], axis: null },
    y: { domain: bars.map(label), axis: null, padding: 0.28 },
    marks: [
      Plot.barX(bars.filter((bar) => !isBlock(bar)), { x: "value_usd", y: label, fill: colour }),
      Plot.barX(block, {
        x: "value_usd",
        y: label,
        fill: tone("paper"),
        stroke: tone("country"),
        strokeWidth: 1.25,
        insetTop: 0.5,
        insetBottom: 0.5,
      }),
      ...bars.flatMap((bar) => [
        Plot.text([bar], {
          y: label,
          text: label,
          frameAnchor: "left",
          textAnchor: "start",
          dx: -left,
          fontWeight: weight(bar),
          fill: textColour(bar),
        }),
        Plot.text([bar], {
          x: "value_usd",
          y: label,
          text: value,
          textAnchor: "start",
          dx: 6,
          fontWeight: weight(bar),
          fill: textColour(bar),
        }),
      ]),
      Plot.ruleX([0], { stroke: tone("axis") }),
    ],
  });
}
