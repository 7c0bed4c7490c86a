/** Why a supplier's share of all imports changed: its own share within industries, or their mix. */
import type { ShiftShare } from "../analysis/mod.ts";
import { ALL_INDUSTRIES, naicsTitle } from "../codes/mod.ts";
import { basisName, list } from "../format.ts";
import { records, requireColumns, type Rows } from "../rows.ts";
import { ALL_OTHERS, type DrawnRow, drawnTable, POINTS, taken } from "./drawn.ts";
import type { Figure } from "./figure.ts";
import { figure, type Layout } from "./frame.ts";
import { supplierLabel } from "./looks.ts";
import { tone } from "./palette.ts";
import { barPanels, type BarRow } from "./parts_bars.ts";
import { between, changed, gained, headline, points, possessive, source } from "./words.ts";

/**
 * Two panels: the three terms of the change, and the industries that moved it most, each with its
 * own-share part and its growth part.
 *
 * @param parts of one supplier, from `shiftShare`, the row of all industries (`00`) included.
 * @throws RangeError when the row of all industries is missing.
 */
export function shiftShareBars(
  parts: Rows<ShiftShare>,
  { most = 8, id }: { most?: number; id?: string } = {},
): Figure {
  requireColumns(parts, ["naics", "within", "mix", "cross", "contribution"], "shiftShareBars");
  const rows = records(parts);
  const total = rows.find(({ naics }) => naics === ALL_INDUSTRIES);
  if (!total) throw new RangeError("shiftShareBars: the row of all industries (00) is missing");
  const name = supplierLabel(total.partner_code);
  const industries = rows.filter((row) => row !== total)
    .sort((a, b) => Math.abs(effect(b)) - Math.abs(effect(a)) || (a.naics < b.naics ? -1 : 1));
  const shown = industries.slice(0, most).sort((a, b) => effect(b) - effect(a));
  const rest = industries.slice(most);
  return figure({
    id: id ?? `shift-share-${total.partner_code}`,
    title: title(total, name),
    subtitle: `Change of ${possessive(name)} share of all U.S. ${basisName(total.basis)}, ` +
      `percentage points, ${between(total)}`,
    notes: [
      `Own share: ${
        possessive(name)
      } share rising or falling inside an industry. Mix: industries ` +
      "growing or shrinking in all imports; both at once: the cross term. Below, the cross term is " +
      `shared half and half, and the mix is taken against ${
        possessive(name)
      } average share, so that ` +
      "the industries add to the whole.",
    ],
    source: source(rows),
    alt:
      `${possessive(name)} share of all U.S. imports ${gained(total.contribution, " points")}: ` +
      `own share within industries ${points(total.within)}, mix of industries ` +
      `${points(total.mix)}, both at once ${points(total.cross)}. By industry: ` +
      list(shown.map((row) => `${naicsTitle(row.naics)} ${points(effect(row))}`)) + ".",
    data: drawnTable({
      rows: drawnRows(total, shown, rest),
      units: {
        within: POINTS,
        mix: POINTS,
        cross: POINTS,
        own_share_effect: POINTS,
        mix_effect: POINTS,
        change: POINTS,
      },
      tables: ["naics3_imports_by_partner_monthly"],
    }),
    draw: (layout) => draw(layout, total, shown, rest),
  });
}

/** All industries with the three terms; then the industries and the other classes together. */
function drawnRows(total: ShiftShare, shown: ShiftShare[], rest: ShiftShare[]): DrawnRow[] {
  const row = (naics: string, of: ShiftShare[], own: Record<string, string | number>) => ({
    ...taken(total, "from_start", "from_end", "to_start", "to_end", "partner_code"),
    naics,
    role: naics === ALL_INDUSTRIES ? "total" as const : "part" as const,
    own_share_effect: summed(of, (each) => each.within_midpoint),
    mix_effect: summed(of, (each) => each.mix_against_average),
    change: summed(of, effect),
    ...taken(total, "basis", "vintage"),
    ...own,
  });
  return [
    row(ALL_INDUSTRIES, [total], taken(total, "within", "mix", "cross")),
    ...shown.map((each) => row(each.naics, [each], {})),
    ...(rest.length ? [row(ALL_OTHERS, rest, { industry: othersLabel(rest) })] : []),
  ];
}

const othersLabel = (rest: ShiftShare[]): string => `${rest.length} other classes`;
const summed = (rows: ShiftShare[], of: (row: ShiftShare) => number): number =>
  rows.reduce((all, row) => all + of(row), 0);

/** What an industry adds, its mix taken against the average: over all industries the same sum. */
const effect = (row: ShiftShare): number => row.within_midpoint + row.mix_against_average;

/** Where most of the change came from, if from one of the two; else both terms. */
function title({ contribution, within, mix }: ShiftShare, name: string): string {
  const said = `${possessive(name)} share of U.S. imports ${changed(contribution)}`;
  const mostly = (term: number) => gained(contribution) !== "held" && term / contribution > 0.5;
  if (mostly(within) && !mostly(mix)) return `${said}, mostly within industries`;
  if (mostly(mix) && !mostly(within)) return `${said}, mostly by the mix of industries`;
  return headline(`${said}: own share ${points(within)}, mix ${points(mix)}`, said);
}

function draw(layout: Layout, total: ShiftShare, shown: ShiftShare[], rest: ShiftShare[]) {
  const [own, mix] = [tone("partOne"), tone("partTwo")];
  const term = (label: string, value: number, fill: string): BarRow => ({
    label,
    parts: [{ value, fill }],
    value: points(value, 2),
  });
  const industryRow = (label: string, rows: ShiftShare[]): BarRow => {
    const within = summed(rows, (row) => row.within_midpoint);
    const against = summed(rows, (row) => row.mix_against_average);
    return {
      label,
      parts: [{ value: within, fill: own }, { value: against, fill: mix }],
      value: points(within + against, 2),
      cells: layout.pick([within, against], []).map((part) => points(part, 2)),
    };
  };
  // A narrow page has room for the sums only; the rows of the first panel name the colours.
  return barPanels(layout, [{
    heads: layout.pick([{ text: "" }, { text: "" }], []),
    rows: [
      term("Own share within industries", total.within, own),
      term("Mix of industries", total.mix, mix),
      term("Both at once", total.cross, tone("rest")),
      {
        ...term("Change of the share", total.contribution, tone("ink")),
        ruled: true,
        bold: true,
      },
    ],
  }, {
    heads: layout.pick([{ text: "Own share", colour: own }, { text: "Mix", colour: mix }], []),
    rows: [
      ...shown.map((row) => industryRow(naicsTitle(row.naics), [row])),
      ...(rest.length ? [{ ...industryRow(othersLabel(rest), rest), ruled: true }] : []),
    ],
  }]);
}
