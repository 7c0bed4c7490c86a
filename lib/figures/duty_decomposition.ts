/** Why the average duty rate changed: rates, the shift of suppliers and, over industries, of goods. */
import type { DutyRateChange, DutyRateSources } from "../analysis/mod.ts";
import { ALL_INDUSTRIES, CANADA, MEXICO, OTHER, WORLD } from "../codes/mod.ts";
import { list, moved } from "../format.ts";
import { type Frame, records, requireColumns } from "../frame.ts";
import type { Figure } from "./figure.ts";
import { figure } from "./frame.ts";
import { HATCHED, hatchPattern } from "./hatch.ts";
import { lookOf, supplierLabel } from "./looks.ts";
import { tone } from "./palette.ts";
import { type BarRow, partsBars } from "./parts_bars.ts";
import { between, industry, industryCode, points as inPoints, rateText, source } from "./words.ts";

export interface DutyDecompositionOptions {
  naics: string;
  /** How many suppliers have a row of their own, besides Mexico and Canada. */
  most?: number;
  id?: string;
}

interface Effect {
  partner_code: string;
  /** In the order of the parts that are named. */
  parts: number[];
}

interface Decomposition {
  id: string;
  naics: string;
  most: number;
  /** Names and colours of the parts. */
  parts: { name: string; short: string; colour: string; fill?: string }[];
  effects: Effect[];
  /** Where the rate stood, if the frame says so. */
  rates?: { from: number; to: number };
  notes: string[];
}

type Rows = Frame<DutyRateChange> | Frame<DutyRateSources>;

/** Two decimals: most suppliers move the average by less than a tenth of a point. */
const points = (change: number): string => inPoints(change, 2);

const RATES = { name: "Rates", short: "Rates", colour: tone("china") };
const SUPPLIERS = { name: "Shift of suppliers", short: "Suppliers", colour: tone("taiwan") };
const GOODS = { name: "Shift of goods", short: "Goods", colour: tone("vietnam"), fill: HATCHED };

/**
 * Bars of the rate effect and the supplier-mix effect: their sums, then the partners that count most.
 *
 * @param changes of one industry, from `dutyRateChange`, the world row (`-`) included.
 * @throws RangeError when the world row is missing.
 */
export function dutyDecomposition(
  changes: Frame<DutyRateChange>,
  { naics, most = 8, id = `duty-decomposition-${naics}` }: DutyDecompositionOptions,
): Figure {
  requireColumns(changes, ["partner_code", "rate_effect", "mix_against_average"], id);
  const rows = records(changes);
  const world = rows.find(({ partner_code }) => partner_code === WORLD);
  return drawn(changes, {
    id,
    naics,
    most,
    parts: [RATES, SUPPLIERS],
    effects: rows.map((row) => ({
      partner_code: row.partner_code,
      parts: [row.rate_effect, row.mix_against_average],
    })),
    rates: world && { from: world.from_rate, to: world.to_rate },
    notes: [
      "Rates: the duty rate on a supplier’s goods changing. Shift of suppliers: imports moving " +
      "between suppliers above and below the average rate. Both at midpoint weights, without a rest.",
    ],
  });
}

/**
 * The same over all industries, with the shift of goods within suppliers as a third part.
 *
 * @param sources from `dutyRateSources`, the world row (`-`) included.
 * @throws RangeError when the world row is missing.
 */
export function dutySources(
  sources: Frame<DutyRateSources>,
  { most = 8, id = "duty-sources" }: Partial<DutyDecompositionOptions> = {},
): Figure {
  requireColumns(sources, ["partner_code", "rate_effect", "supplier_effect", "goods_effect"], id);
  return drawn(sources, {
    id,
    naics: ALL_INDUSTRIES,
    most,
    parts: [RATES, SUPPLIERS, GOODS],
    effects: records(sources).map((row) => ({
      partner_code: row.partner_code,
      parts: [row.rate_effect, row.supplier_effect, row.goods_effect],
    })),
    notes: [
      "Rates: the duty rate on an industry’s goods from one supplier changing. Shift of suppliers " +
      "and of goods: imports moving between them. All at midpoint weights, without a rest.",
    ],
  });
}

function drawn(data: Rows, decomposition: Decomposition): Figure {
  const { id, naics, most, parts, effects, notes } = decomposition;
  const world = effects.find(({ partner_code }) => partner_code === WORLD);
  if (!world) throw new RangeError(`${id}: no row of the world (-)`);
  const partners = effects.filter((row) => row !== world)
    .sort((a, b) =>
      Math.abs(sum(b)) - Math.abs(sum(a)) || (a.partner_code < b.partner_code ? -1 : 1)
    );
  const shown = partners.filter(({ partner_code }, place) =>
    partner_code !== OTHER && (place < most || [MEXICO, CANADA].includes(partner_code))
  ).sort((a, b) => sum(b) - sum(a));
  const rest = partners.filter((row) => !shown.includes(row));
  const others = {
    partner_code: OTHER,
    parts: parts.map((_, part) => rest.reduce((all, row) => all + row.parts[part], 0)),
  };
  const rows = records(data as Frame<DutyRateSources>);
  const terms = parts.map(({ name }, part) => `${name.toLowerCase()} ${points(world.parts[part])}`);
  return figure({
    id,
    title: title(decomposition, world),
    subtitle: "Change of the effective duty rate (calculated duty as a percentage of imports for " +
      `consumption), ${industryCode(naics)}, percentage points, ${between(rows[0])}`,
    notes,
    source: source(rows),
    alt: `Bars of what changed the average duty rate on ${industry(naics)} by ` +
      `${points(sum(world))} percentage points, ${between(rows[0])}: ${
        list(terms)
      }. By supplier: ` +
      list(
        [...shown, others].map((row) => `${supplierLabel(row.partner_code)} ${points(sum(row))}`),
      ) + ".",
    data,
    draw: (layout) => [
      partsBars(layout, {
        heads: [{ text: "Points" }],
        defs: [hatchPattern("vietnam")],
        rows: [
          ...parts.map(({ name, colour, fill = colour }, part) => ({
            label: name,
            parts: [{ value: world.parts[part], fill }],
            cells: [points(world.parts[part])],
          })),
          {
            label: layout.pick("Change of the average rate", "Average rate"),
            parts: [{ value: sum(world), fill: tone("ink") }],
            cells: [points(sum(world))],
            bold: true,
            ruled: true,
          },
        ],
      }),
      partsBars(layout, {
        heads: [...parts.map(({ short, colour }) => ({ text: short, colour })), { text: "Sum" }],
        defs: [hatchPattern("vietnam")],
        rows: [...shown, others].map((row): BarRow => ({
          label: supplierLabel(row.partner_code),
          parts: row.parts.map((value, part) => ({
            value,
            fill: parts[part].fill ?? parts[part].colour,
          })),
          cells: [...row.parts, sum(row)].map(points),
          ...accent(row.partner_code),
          ruled: row === others,
        })),
      }),
    ],
  });
}

function accent(code: string): Partial<BarRow> {
  const bold = [MEXICO, CANADA].includes(code);
  return bold ? { bold, colour: lookOf(code).colour } : {};
}

const sum = ({ parts }: Effect): number => parts.reduce((all, part) => all + part, 0);

function title({ naics, parts, rates }: Decomposition, world: Effect): string {
  const change = sum(world);
  const size = inPoints(Math.abs(change)).replace("+", "");
  const course = rates
    ? moved(rates.from, rates.to, rateText)
    : `${change < 0 ? "fell" : "rose"} by ${size} points`;
  const terms = parts.map(({ name }, part) =>
    `${name.toLowerCase()} ${inPoints(world.parts[part])}${part ? "" : " points"}`
  );
  return `The average duty rate on ${industry(naics)} ${course}: ${list(terms)}`;
}
