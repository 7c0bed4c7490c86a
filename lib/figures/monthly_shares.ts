/** Supplier shares month by month, stacked to the whole. */
import * as Plot from "@observablehq/plot";
import type { SupplierShare } from "../analysis/mod.ts";
import { CANADA, CHINA, MEXICO, OTHER, USMCA } from "../codes/mod.ts";
import { basisName, list, monthName, percent } from "../format.ts";
import { type Frame, records, requireColumns } from "../frame.ts";
import { monthPlace, valueAxis, yearAxis, yearTicks } from "./axes.ts";
import { endLabelMarks, endLabelRoom } from "./end_labels.ts";
import { drawnFrame, fractionOf, labelled, taken } from "./drawn.ts";
import type { Figure } from "./figure.ts";
import { figure, type Layout } from "./frame.ts";
import { labelsOf, looksOf, othersNote, supplierLabel } from "./looks.ts";
import { tone } from "./palette.ts";
import { namedAndOthers, namedSuppliers } from "./supplier_selection.ts";
import { industry, industryCode, kicker, possessive, source } from "./words.ts";

type Row = SupplierShare & { month: string };
interface Layer {
  code: string;
  x: number;
  low: number;
  high: number;
}

/**
 * Stacked areas of monthly shares: Mexico and Canada at the foot, China at the top.
 *
 * @param shares of one industry by `month`, as `supplierShares` gives them with the rest.
 * @throws RangeError when the frame has fewer than two months.
 */
export function monthlyShares(
  shares: Frame<Row>,
  { naics, id = `monthly-shares-${naics}` }: { naics: string; id?: string },
): Figure {
  requireColumns(shares, ["month", "partner_code", "share"], "monthlyShares");
  const rows = records<Row>(shares);
  const months = [...new Set(rows.map(({ month }) => month))].sort();
  if (months.length < 2) throw new RangeError("monthlyShares: give at least two months");
  const byMonth = Map.groupBy(rows, ({ month }) => month);
  const chosen = namedSuppliers(months.map((month) => byMonth.get(month)!), { most: 7 });
  const middle = chosen.filter((code) => ![MEXICO, CANADA, CHINA].includes(code));
  const stack = [MEXICO, CANADA, ...middle, OTHER, CHINA]
    .filter((code) => code === OTHER || chosen.includes(code));
  const layers = months.flatMap((month): Layer[] => {
    const shown = namedAndOthers(byMonth.get(month)!, chosen);
    let high = 0;
    return stack.map((code) => {
      const low = high;
      high += shown.find((row) => row.partner_code === code)!.share;
      return { code, x: monthPlace(month), low, high };
    });
  });
  const [first, last] = [months[0], months.at(-1)!];
  const folded = [...new Set(rows.map(({ partner_code }) => partner_code))]
    .filter((code) => code !== USMCA && !chosen.includes(code));
  const label = labelsOf(folded);
  return figure({
    id,
    title: title(layers, chosen, months, naics),
    subtitle: `Monthly share of U.S. imports of ${industry(naics)} (${industryCode(naics)}), ` +
      `${basisName(rows[0].basis)}, ${monthName(first)}–${monthName(last)}`,
    notes: othersNote(folded, "an area"),
    source: source(rows),
    alt: `Stacked areas of monthly supplier shares in U.S. imports of ${industry(naics)}. ` +
      list(
        stack.map((code) =>
          `${label(code)} ${percent(shareIn(layers, code, first))} in ${monthName(first)} ` +
          `and ${percent(shareIn(layers, code, last))} in ${monthName(last)}`
        ),
      ) + ".",
    data: drawnFrame({
      rows: months.flatMap((month) =>
        stack.map((code) => ({
          ...taken(byMonth.get(month)![0], "month", "basis", "vintage"),
          naics,
          ...labelled(code, label),
          role: "part" as const,
          share: shareIn(layers, code, month),
        }))
      ),
      units: { share: fractionOf("the industry's imports") },
      tables: ["naics3_imports_by_partner_monthly"],
    }),
    draw: (layout) => draw(layout, layers, stack, label),
  });
}

function shareIn(layers: Layer[], code: string, month: string): number {
  const layer = layers.find((each) => each.code === code && each.x === monthPlace(month))!;
  return layer.high - layer.low;
}

/** The supplier whose share fell furthest from its peak, or rose to it; then Mexico now. */
function title(layers: Layer[], chosen: string[], months: string[], naics: string): string {
  const last = months.at(-1)!;
  const runs = chosen.map((code) => {
    const shares = months.map((month) => shareIn(layers, code, month));
    const peak = shares.indexOf(Math.max(...shares));
    const size = Math.max(...shares) - Math.min(...shares);
    return { code, now: shares.at(-1)!, peak: shares[peak], month: months[peak], size };
  });
  const most = runs.toSorted((a, b) => b.size - a.size)[0];
  const whose = `${kicker(naics)}: ${possessive(supplierLabel(most.code))} share`;
  const main = most.month === last
    ? `${whose} was at its highest, ${percent(most.now)}, in ${monthName(last)}`
    : `${whose} peaked at ${percent(most.peak)} and was ${percent(most.now)} in ${monthName(last)}`;
  const mexico = runs.find(({ code }) => code === MEXICO && code !== most.code);
  return mexico ? `${main}; Mexico’s was ${percent(mexico.now)}` : main;
}

function draw(
  layout: Layout,
  layers: Layer[],
  stack: string[],
  label: (code: string) => string,
): Element {
  const look = looksOf(stack);
  const [firstX, lastX] = [layers[0].x, layers.at(-1)!.x];
  const labels = layers.filter(({ x }) => x === lastX).map(({ code, x, low, high }) => ({
    text: `${label(code)} ${percent(high - low)}`,
    x,
    y: (low + high) / 2,
    colour: code === OTHER ? tone("muted") : look(code).colour,
    fontWeight: look(code).fontWeight,
  }));
  const size = { height: layout.pick(380, 340), marginTop: 10, marginBottom: 26, marginLeft: 40 };
  const marginRight = endLabelRoom(layout, labels);
  const years = yearTicks(Math.ceil(firstX), Math.floor(lastX), layout.pick(7, 4));
  return layout.plot({
    ...size,
    marginRight,
    x: { domain: [firstX, lastX] },
    y: { domain: [0, 1] },
    marks: [
      ...valueAxis(5, (share) => percent(share, 0), false),
      yearAxis(years),
      ...stack.map((code) =>
        Plot.areaY(layers.filter((each) => each.code === code), {
          x: "x",
          y1: "low",
          y2: "high",
          fill: look(code).colour,
          stroke: tone("paper"),
          strokeWidth: 0.75,
        })
      ),
      ...endLabelMarks(layout, labels, {
        domain: [0, 1],
        pixels: size.height - size.marginTop - size.marginBottom,
        lastX,
        perPixel: (lastX - firstX) / (layout.width - size.marginLeft - marginRight),
        from: 2,
      }),
    ],
  });
}
