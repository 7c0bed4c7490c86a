/** Who gained what others lost: changes of supplier shares between two periods, as diverging bars. */
import type { ShareChange } from "../analysis/mod.ts";
import { CANADA, CHINA, isCountry, MEXICO, OTHER, USMCA } from "../codes/mod.ts";
import { basisName, list, percent } from "../format.ts";
import { records, requireColumns, type Rows } from "../rows.ts";
import { drawnTable, fractionOf, labelled, POINTS, taken } from "./drawn.ts";
import type { Figure } from "./figure.ts";
import { figure, type Layout } from "./frame.ts";
import { HATCHED, hatchPattern } from "./hatch.ts";
import { labelsOf, lookOf, othersNote, supplierLabel } from "./looks.ts";
import { tone } from "./palette.ts";
import { type BarRow, partsBars } from "./parts_bars.ts";
import {
  between,
  gained,
  headline,
  industry,
  industryCode,
  kicker,
  points,
  source,
} from "./words.ts";

export interface ShareChangeOptions {
  naics: string;
  /** How many suppliers have a bar, besides Mexico, Canada and China; the others share one. */
  most?: number;
  id?: string;
}

/**
 * Bars of the change of each supplier's share, largest gain first; all others and the USMCA below.
 *
 * @param changes of one industry, from `shareChanges`, the rest included.
 * @throws RangeError when the frame is empty.
 */
export function shareChangeBars(
  changes: Rows<ShareChange>,
  { naics, most = 10, id = `share-changes-${naics}` }: ShareChangeOptions,
): Figure {
  requireColumns(changes, ["partner_code", "change", "from_share", "to_share"], "shareChangeBars");
  const rows = records(changes);
  if (rows.length === 0) throw new RangeError("shareChangeBars: no rows");
  const countries = rows.filter((row) => isCountry(row.partner_code))
    .sort((a, b) => Math.abs(b.change) - Math.abs(a.change) || order(a, b));
  const always = [MEXICO, CANADA, CHINA];
  const shown = countries.filter((row, place) => place < most || always.includes(row.partner_code))
    .sort((a, b) => b.change - a.change || order(a, b));
  const folded = rows.filter((row) => !shown.includes(row) && notGroup(row));
  const foldedCodes = folded.map((row) => row.partner_code);
  const label = labelsOf(foldedCodes);
  const others = together(OTHER, folded);
  const usmca = together(USMCA, rows.filter((row) => [MEXICO, CANADA].includes(row.partner_code)));
  const [first] = rows;
  return figure({
    id,
    title: title(countries, kicker(naics)),
    subtitle:
      `Change of supplier shares in U.S. imports of ${industry(naics)} (${industryCode(naics)}), ` +
      `${basisName(first.basis)}, percentage points, ${between(first)}`,
    notes: [
      "Shares of value, not of volume. Hatched: Canada and Mexico together, counted above.",
      ...othersNote(foldedCodes, "a bar"),
    ],
    source: source(rows),
    alt: `Bars of the change of supplier shares in U.S. imports of ${industry(naics)}, ` +
      `${between(first)}, in percentage points: ` +
      list(
        [...shown, others, usmca].map((row) => `${label(row.partner_code)} ${points(row.change)}`),
      ) + ".",
    data: drawnTable({
      rows: [...shown, others, usmca].map((row) => ({
        ...taken(first, "from_start", "from_end", "to_start", "to_end", "basis", "vintage"),
        naics,
        ...labelled(row.partner_code, label),
        role: row === usmca ? "subtotal" : "part",
        ...taken(row, "from_share", "to_share", "change"),
      })),
      units: { from_share: OF_INDUSTRY, to_share: OF_INDUSTRY, change: POINTS },
      tables: ["naics3_imports_by_partner_monthly"],
    }),
    draw: (layout) =>
      partsBars(layout, {
        rows: [...shown, others, usmca].map((row) => barOf(layout, row, label(row.partner_code))),
        heads: layout.pick([first.from_start, first.to_start], [first.to_start])
          .map((start) => ({ text: start.slice(0, 4) })),
        defs: [hatchPattern("ink")],
      }),
  });
}

const OF_INDUSTRY = fractionOf("the industry's imports");

interface Row {
  partner_code: string;
  from_share: number;
  to_share: number;
  change: number;
}

const order = (a: Row, b: Row): number => a.partner_code < b.partner_code ? -1 : 1;
const notGroup = (row: Row): boolean => row.partner_code === OTHER || isCountry(row.partner_code);

function together(partner_code: string, rows: Row[]): Row {
  const sum = (of: (row: Row) => number) => rows.reduce((all, row) => all + of(row), 0);
  return {
    partner_code,
    from_share: sum((row) => row.from_share),
    to_share: sum((row) => row.to_share),
    change: sum((row) => row.change),
  };
}

function barOf(
  layout: Layout,
  { partner_code, change, from_share, to_share }: Row,
  label: string,
): BarRow {
  const { colour, fontWeight } = lookOf(partner_code);
  const grouped = partner_code === USMCA;
  return {
    label,
    parts: [{ value: change, fill: grouped ? HATCHED : colour }],
    value: points(change),
    cells: layout.pick([from_share, to_share], [to_share]).map((share) => percent(share)),
    bold: fontWeight === 600,
    colour: fontWeight === 600 ? colour : tone(partner_code === OTHER ? "muted" : "ink"),
    ruled: partner_code === OTHER || grouped,
  };
}

/** The largest change, the largest of the other sign, the next gainer, Mexico: as many as a title holds. */
function title(countries: Row[], goods: string): string {
  const moved = countries.filter((row) => gained(row.change) !== "held")
    .sort((a, b) => Math.abs(b.change) - Math.abs(a.change) || order(a, b));
  if (moved.length === 0) return `${goods}: no supplier’s share changed`;
  const [first, ...others] = moved;
  const opposed = others.find((row) => row.change * first.change < 0);
  const gainer = others.find((row) => row.change > 0 && row !== opposed);
  const mexico = countries.filter((row) => row.partner_code === MEXICO && row !== first);
  const lists = [[opposed, gainer, ...mexico], [opposed, ...mexico], [opposed], []];
  return headline(...lists.map((rows) => {
    const named = [...new Set(rows.filter((row) => row !== undefined))];
    return [
      `${goods}: ${said([first], " points")}`,
      ...named.length ? [said(named).join(", ")] : [],
    ]
      .join("; ");
  }));
}

/** `Taiwan gained 10.0`, `Vietnam 8.6`, `Mexico lost 1.0`: a verb is not said twice. */
function said(rows: Row[], unit = ""): string[] {
  return rows.map((row, place) => {
    const [verb, size] = gained(row.change).split(" ");
    const [before] = place ? gained(rows[place - 1].change).split(" ") : [""];
    const name = supplierLabel(row.partner_code);
    return [name, verb === before ? "" : verb, size ?? "", place ? "" : unit.trim()]
      .filter((word) => word !== "").join(" ");
  });
}
