/** Bars of a change of the average duty rate taken apart, shared by its two decompositions. */
import type { DutyRateChange, DutyRateSources } from "../analysis/mod.ts";
import { CANADA, MEXICO, OTHER, WORLD } from "../codes/mod.ts";
import { list, moved, percent } from "../format.ts";
import { type Frame, records } from "../frame.ts";
import type { Figure } from "./figure.ts";
import { figure } from "./frame.ts";
import { HATCHED, hatchPattern } from "./hatch.ts";
import { labelsOf, lookOf, othersNote } from "./looks.ts";
import { tone } from "./palette.ts";
import { type BarRow, partsBars } from "./parts_bars.ts";
import {
  between,
  changed,
  industry,
  industryCode,
  part as inTitle,
  points as inPoints,
  source,
  times,
} from "./words.ts";

export interface Effect {
  partner_code: string;
  /** In the order of the parts that are named. */
  parts: number[];
}

export interface Decomposition {
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

export const RATES = { name: "Rates", short: "Rates", colour: tone("china") };
export const SUPPLIERS = { name: "Shift of suppliers", short: "Suppliers", colour: tone("taiwan") };
export const GOODS = {
  name: "Shift of goods",
  short: "Goods",
  colour: tone("vietnam"),
  fill: HATCHED,
};

/**
 * Two panels: the sums of the parts, then the suppliers that move the average most.
 *
 * @throws RangeError when the row of the world (`-`), which holds the sums, is missing.
 */
export function decompositionFigure(data: Rows, decomposition: Decomposition): Figure {
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
  const folded = rest.map(({ partner_code }) => partner_code);
  const label = labelsOf(folded);
  const terms = parts.map(({ name }, part) => `${name.toLowerCase()} ${points(world.parts[part])}`);
  return figure({
    id,
    title: title(decomposition, world, times(rows[0])),
    subtitle: "Change of the effective duty rate (calculated duty as a percentage of imports for " +
      `consumption), ${industryCode(naics)}, percentage points, ${between(rows[0])}`,
    notes: [...notes, ...othersNote(folded, "a row")],
    source: source(rows),
    alt: `Bars of what changed the average duty rate on ${industry(naics)} by ` +
      `${points(sum(world))} percentage points, ${between(rows[0])}: ${
        list(terms)
      }. By supplier: ` +
      list(
        [...shown, others].map((row) => `${label(row.partner_code)} ${points(sum(row))}`),
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
          label: label(row.partner_code),
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

function title(
  { naics, parts, rates }: Decomposition,
  world: Effect,
  [then, now]: readonly [string, string],
): string {
  const course = rates
    ? moved(rates.from, rates.to, percent, [then, now])
    : `${changed(sum(world))} from ${then} to ${now}`;
  const terms = parts.map(({ name }, place) => {
    const size = inTitle(world.parts[place], place ? "" : " points");
    return `${size} from ${place ? "the " : ""}${name.toLowerCase()}`;
  });
  return `The average duty rate on ${industry(naics)} ${course}: ${list(terms)}`;
}
