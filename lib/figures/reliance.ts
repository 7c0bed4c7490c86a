/** The report's answer: how much of technology Mexico and Canada supply, beside all goods, and where. */
import type { LineDependence, RelativeShare } from "../analysis/mod.ts";
import { ALL_GOODS, ATP_TOTAL, CANADA, MEXICO, partnerName, USMCA } from "../codes/mod.ts";
import { basisName, list, number, percent, periodName } from "../format.ts";
import { records, requireColumns, type Rows } from "../rows.ts";
import { type DrawnRow, drawnTable, taken, USD } from "./drawn.ts";
import type { Figure } from "./figure.ts";
import { figure } from "./frame.ts";
import { tone } from "./palette.ts";
import { type RelianceBar, relianceBars } from "./reliance_bars.ts";
import { both, classesOf, LINE, type ReliedOn, shortName, withLine } from "./reliance_classes.ts";
import { source } from "./words.ts";
import { OF_CLASS } from "./yardstick_panels.ts";

export interface RelianceOptions {
  /** How many ATP groups have a bar, the largest by imports; the others share one. */
  groups?: number;
  /** The largest tariff line is shown of which more than this comes from the two. */
  bar?: number;
  id?: string;
}

const bn = (usd: number): string => number(usd / 1e9, 1);

/**
 * Bars of the part that Mexico and Canada have in all goods, in technology, in its largest groups and in
 * the largest tariff line that mostly comes from the two.
 *
 * @param products of one period, from `technologyYardstick`.
 * @param lines of the same period and basis, from `lineDependence`.
 * @throws RangeError when all goods or all ATP are not among the products, or the lines are of another
 * period.
 */
export function relianceOnTheTwo(
  products: Rows<RelativeShare>,
  lines: Rows<LineDependence>,
  { groups = 5, bar = 0.5, id = "reliance" }: RelianceOptions = {},
): Figure {
  requireColumns(products, ["class", "partner_code", "share", "total_usd"], "relianceOnTheTwo");
  const rows = records(products);
  const of = rows.find((row) => row.class === ATP_TOTAL && row.partner_code === USMCA);
  const classes = classesOf(rows, groups);
  const [all, technology] = [ALL_GOODS.code, ATP_TOTAL].map((code) =>
    classes.find((row) => row.code === code)
  );
  if (!of || !all || !technology) {
    throw new RangeError("relianceOnTheTwo: no row of all goods or of all ATP");
  }
  const period = periodName(of.period_start, of.period_end);
  const line = records(lines).find(({ share }) => share > bar);
  if (line && line.period_start + line.period_end !== of.period_start + of.period_end) {
    throw new RangeError(
      `relianceOnTheTwo: lines of ${periodName(line.period_start, line.period_end)}, not ${period}`,
    );
  }
  const drawn = line ? withLine(classes, line) : classes;
  const said = (row: ReliedOn) =>
    `${row.name} ${percent(both(row))} of ${bn(row.imports_usd)} billion dollars (Mexico ` +
    `${percent(row.mexico)}, Canada ${percent(row.canada)})`;
  return figure({
    id,
    title: `Mexico and Canada supply ${percent(both(all), 0)} of all U.S. imports, ` +
      `${percent(both(technology), 0)} of technology`,
    subtitle: `Share in U.S. ${basisName(of.basis)} of all goods, of advanced technology ` +
      `products (ATP) and of their largest groups, percent of value, ${period}; in gray: ` +
      "imports from all countries",
    notes: [
      "Gray ground: the share in all goods." +
      (line
        ? ` ${shortName(line.hts10)}: the largest tariff line of which more than ${
          percent(bar, 0)
        } ` +
          "comes from the two."
        : ""),
    ],
    source: source(rows),
    alt: `Bars of the share of Mexico and Canada in U.S. imports, ${period}: ` +
      list(drawn.map(said)) + ".",
    data: drawnTable({
      rows: drawn.map((row): DrawnRow => ({
        ...taken(of, "period_start", "period_end"),
        ...taken(row, "classification", "code"),
        class: row.name,
        role: row.role,
        mexico_share: row.mexico,
        canada_share: row.canada,
        both_share: both(row),
        imports_usd: row.imports_usd,
        ...taken(of, "basis", "vintage"),
      })),
      units: {
        mexico_share: OF_CLASS,
        canada_share: OF_CLASS,
        both_share: OF_CLASS,
        imports_usd: USD,
      },
      tables: ["import_lines", "import_line_classes"],
    }),
    draw: (layout) => relianceBars(layout, drawn.map((row) => barOf(row, drawn)), both(all)),
  });
}

function barOf(row: ReliedOn, rows: ReliedOn[]): RelianceBar {
  const inset = row.classification === LINE;
  return {
    label: inset ? shortName(row.code) : row.name,
    size: `${bn(row.imports_usd)} billion dollars`,
    parts: [[MEXICO, row.mexico, "mexico"] as const, [CANADA, row.canada, "canada"] as const]
      .map(([code, share, name]) => ({
        name: partnerName(code),
        share,
        said: percent(share),
        fill: tone(name),
      })),
    value: percent(both(row)),
    notes: notesOf(row, rows),
    bold: rows.indexOf(row) < 2,
    inset,
    ruled: rows.indexOf(row) === 2,
  };
}

/** A group that is more of technology than this has its part written beside it. */
const LARGE = 0.15;

/** What technology lacks to all goods, and how much of it the larger groups are. */
function notesOf(row: ReliedOn, rows: ReliedOn[]): string[] {
  const [all, technology] = rows;
  if (row === technology) {
    const less = both(all) - both(row);
    const size = number(Math.abs(less) * 100, 1);
    if (size === "0.0") return [];
    const said = `${size} points ${less < 0 ? "more" : "less"}`;
    return [`${said} than in all goods`, said];
  }
  const part = row.imports_usd / technology.imports_usd;
  if (row.role !== "part" || part < LARGE) return [];
  return [`${percent(part, 0)} of technology imports`, `${percent(part, 0)} of technology`];
}
