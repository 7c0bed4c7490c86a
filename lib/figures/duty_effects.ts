/** Bars of a change of the average duty rate taken apart, shared by its two decompositions. */
import type { DutyRateChange, DutyRateSources } from "../analysis/mod.ts";
import { CANADA, MEXICO, OTHER, WORLD } from "../codes/mod.ts";
import { list } from "../format.ts";
import { records, type Rows } from "../rows.ts";
import { type DrawnRow, drawnTable, labelled, POINTS, taken } from "./drawn.ts";
import type { Figure } from "./figure.ts";
import { figure } from "./frame.ts";
import { hatchPattern } from "./hatch.ts";
import { labelsOf, lookOf, othersNote } from "./looks.ts";
import { tone } from "./palette.ts";
import { barPanels, type BarRow } from "./parts_bars.ts";
import {
  between,
  headline,
  industry,
  industryCode,
  kicker,
  part as inTitle,
  points as inPoints,
  source,
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
  parts: Part[];
  effects: Effect[];
  /** Between what each part of the sum lies, in the order of the parts. */
  ranges: [number, number][];
  notes: string[];
}

/** A part of the change: its name in the panel of sums, in the columns and in the title. */
export interface Part {
  /** In the data behind the figure. */
  column: string;
  name: string;
  short: string;
  colour: string;
  fill?: string;
}

type Changes = Rows<DutyRateChange> | Rows<DutyRateSources>;

/** Two decimals: most suppliers move the average by less than a tenth of a point. */
const points = (change: number): string => inPoints(change, 2);

/**
 * Two panels on one scale: the sums of the parts with the range of each, then the suppliers that move
 * the average most.
 *
 * @throws RangeError when the row of the world (`-`), which holds the sums, is missing.
 */
export function decompositionFigure(data: Changes, decomposition: Decomposition): Figure {
  const { id, naics, most, parts, effects, ranges, notes } = decomposition;
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
  const rows = records(data as Rows<DutyRateSources>);
  const folded = rest.map(({ partner_code }) => partner_code);
  const label = labelsOf(folded);
  const rangeOf = (part: Part, place: number) =>
    rangeColumns(part).map((column, end) => [column, inOrder(ranges[place])[end]]);
  const terms = parts.map(({ name }, part) =>
    `${name.toLowerCase()} ${points(world.parts[part])} (${inRange(ranges[part])})`
  );
  return figure({
    id,
    title: title(decomposition, world),
    subtitle: "Change of the effective duty rate (calculated duty as a percentage of imports for " +
      `consumption), ${industryCode(naics)}, percentage points, ${between(rows[0])}`,
    notes: [
      ...notes,
      `Range of the thin lines: ${
        list(parts.map(({ name }, part) => `${name.toLowerCase()} ${inRange(ranges[part])}`))
      }.`,
      ...othersNote(folded, "a row"),
    ],
    source: source(rows),
    alt: `Bars of what changed the average duty rate on ${industry(naics)} by ` +
      `${points(sum(world))} percentage points, ${between(rows[0])}: ${
        list(terms)
      }. By supplier: ` +
      list(
        [...shown, others].map((row) => `${label(row.partner_code)} ${points(sum(row))}`),
      ) + ".",
    data: drawnTable({
      rows: [world, ...shown, others].map((effect): DrawnRow => ({
        ...taken(rows[0], "from_start", "from_end", "to_start", "to_end"),
        naics,
        ...(effect === world ? taken(world, "partner_code") : labelled(effect.partner_code, label)),
        role: effect === world ? "total" : "part",
        change: sum(effect),
        ...Object.fromEntries(parts.map(({ column }, part) => [column, effect.parts[part]])),
        ...(effect === world ? Object.fromEntries(parts.flatMap(rangeOf)) : {}),
        ...taken(rows[0], "basis", "vintage"),
      })),
      units: Object.fromEntries(
        ["change", ...parts.flatMap((part) => [part.column, ...rangeColumns(part)])]
          .map((column) => [column, POINTS]),
      ),
      tables: ["naics3_imports_by_partner_monthly"],
    }),
    // A narrow page has room for the sums only; the rows of the first panel name the colours.
    draw: (layout) =>
      barPanels(layout, [{
        heads: layout.pick(parts, []).map(() => ({ text: "" })),
        defs: [hatchPattern("partTwo")],
        rows: [
          ...parts.map(({ name, colour, fill = colour }, part) => ({
            label: name,
            parts: [{ value: world.parts[part], fill }],
            range: ranges[part],
            value: points(world.parts[part]),
          })),
          {
            label: layout.pick("Change of the average rate", "Average rate"),
            parts: [{ value: sum(world), fill: tone("ink") }],
            value: points(sum(world)),
            bold: true,
            ruled: true,
          },
        ],
      }, {
        heads: layout.pick(parts, []).map(({ short, colour }) => ({ text: short, colour })),
        defs: [hatchPattern("partTwo")],
        rows: [...shown, others].map((row): BarRow => ({
          label: label(row.partner_code),
          parts: row.parts.map((value, part) => ({
            value,
            fill: parts[part].fill ?? parts[part].colour,
          })),
          value: points(sum(row)),
          cells: layout.pick(row.parts, []).map(points),
          ...accent(row.partner_code),
          ruled: row === others,
        })),
      }]),
  });
}

/** `+3.03 to +5.00`, the lower first; one number where both are written alike. */
const inRange = (range: [number, number]): string =>
  [...new Set(inOrder(range).map(points))].join(" to ");
const inOrder = (range: [number, number]): number[] => range.toSorted((a, b) => a - b);
const rangeColumns = ({ column }: Part): string[] => [`${column}_low`, `${column}_high`];

function accent(code: string): Partial<BarRow> {
  const bold = [MEXICO, CANADA].includes(code);
  return bold ? { bold, colour: lookOf(code).colour } : {};
}

const sum = ({ parts }: Effect): number => parts.reduce((all, part) => all + part, 0);

/** `Duties on …: rates +4.0 points, suppliers −1.4`. */
function title({ naics, parts }: Decomposition, world: Effect): string {
  const terms = parts.map(({ short }, place) =>
    `${short.toLowerCase()} ${inTitle(world.parts[place], place ? "" : " points")}`
  );
  return headline(
    `Duties on ${industry(naics)}: ${terms.join(", ")}`,
    `${kicker(naics)}, duties: ${terms.join(", ")}`,
  );
}
