/** The report's answer: how much of technology Mexico and Canada supply, beside all goods, and where. */
import type { LineDependence, RelativeShare } from "../analysis/mod.ts";
import {
  ALL_ATP,
  ALL_GOODS,
  ATP_TOTAL,
  atpGroupName,
  CANADA,
  lineName,
  MEXICO,
  ofAtpGroup,
  partnerName,
  USMCA,
} from "../codes/mod.ts";
import { basisName, list, number, percent, periodName } from "../format.ts";
import { type Frame, records, requireColumns } from "../frame.ts";
import { ALL_OTHERS, drawnFrame, type DrawnRow, type Role, taken, USD } from "./drawn.ts";
import type { Figure } from "./figure.ts";
import { figure } from "./frame.ts";
import { tone } from "./palette.ts";
import { type RelianceBar, relianceBars } from "./reliance_bars.ts";
import { source } from "./words.ts";
import { OF_CLASS } from "./yardstick_panels.ts";

export interface RelianceOptions {
  /** How many ATP groups have a bar, the largest by imports; the others share one. */
  groups?: number;
  /** The largest tariff line is shown of which more than this comes from the two. */
  bar?: number;
  id?: string;
}

/** One class of goods. */
interface Row {
  classification: string;
  code: string;
  name: string;
  role: Role;
  mexico: number;
  canada: number;
  /** Of all countries. */
  imports_usd: number;
}

const both = ({ mexico, canada }: Row): number => mexico + canada;
const bn = (usd: number): string => number(usd / 1e9, 1);

/**
 * Bars of the part that Mexico and Canada have in all goods, in technology, in its largest groups and in
 * the largest tariff line that mostly comes from the two.
 *
 * @param products of one period, from `technologyYardstick`.
 * @param lines of the same period and basis, from `lineDependence`.
 * @throws RangeError when all goods or all ATP are not among the products.
 */
export function relianceOnTheTwo(
  products: Frame<RelativeShare>,
  lines: Frame<LineDependence>,
  { groups = 5, bar = 0.5, id = "reliance" }: RelianceOptions = {},
): Figure {
  requireColumns(products, ["class", "partner_code", "share", "total_usd"], "relianceOnTheTwo");
  const rows = records(products);
  const of = rows.find((row) => row.class === ATP_TOTAL && row.partner_code === USMCA);
  const classes = classesOf(rows, groups);
  const [all, technology] = [ALL_GOODS.code, ATP_TOTAL].map((code) =>
    classes.find((row) => row.code === code)
  );
  if (!of || !all || !technology) throw new RangeError("relianceOnTheTwo: no row of all ATP");
  const line = records(lines).find(({ share }) => share > bar);
  const drawn = line ? withLine(classes, line) : classes;
  const period = periodName(of.period_start, of.period_end);
  const said = (row: Row) =>
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
        ? ` ${shortName(line)}: the largest tariff line of which more than ${percent(bar, 0)} ` +
          "comes from the two."
        : ""),
    ],
    source: source(rows),
    alt: `Bars of the share of Mexico and Canada in U.S. imports, ${period}: ` +
      list(drawn.map(said)) + ".",
    data: drawnFrame({
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

/** All goods, all ATP, its largest groups by what the two supply, the other groups together. */
function classesOf(rows: RelativeShare[], groups: number): Row[] {
  const rowOf = (code: string): Row => {
    const own = rows.filter((row) => row.class === code);
    const of = (partner: string) => own.find((row) => row.partner_code === partner)!;
    const whole = code === ALL_GOODS.classification;
    const kind = whole ? ALL_GOODS : code === ATP_TOTAL ? ALL_ATP : ofAtpGroup(code);
    return {
      ...kind,
      name: whole ? "All goods" : code === ATP_TOTAL ? "Advanced technology" : atpGroupName(code),
      role: whole ? "separate" : code === ATP_TOTAL ? "total" : "part",
      mexico: of(MEXICO).share,
      canada: of(CANADA).share,
      imports_usd: of(USMCA).total_usd,
    };
  };
  const all = [...new Set(rows.map((row) => row.class))].map(rowOf);
  const wholes = [...all.filter(({ role }) => role === "separate"), ...all.filter(isTotal)];
  const parts = all.filter(({ role }) => role === "part")
    .sort((a, b) => b.imports_usd - a.imports_usd);
  const shown = parts.slice(0, groups).sort((a, b) => both(b) - both(a));
  const rest = parts.slice(groups);
  return [...wholes, ...shown, ...(rest.length ? [together(rest)] : [])];
}

const isTotal = ({ role }: Row): boolean => role === "total";

function together(rest: Row[]): Row {
  const imports_usd = rest.reduce((sum, row) => sum + row.imports_usd, 0);
  const share = (of: (row: Row) => number) =>
    rest.reduce((sum, row) => sum + of(row) * row.imports_usd, 0) / imports_usd;
  return {
    ...rest[0],
    code: ALL_OTHERS,
    name: `${rest.length} other groups`,
    mexico: share(({ mexico }) => mexico),
    canada: share(({ canada }) => canada),
    imports_usd,
  };
}

/** A group that is more of technology than this has its part written beside it. */
const LARGE = 0.15;

const LINE = "hts10";
const shortName = ({ hts10 }: { hts10: string }): string => lineName(hts10).split(/ and |,/)[0];

/** The line below its group, or last where the group has no bar. */
function withLine(classes: Row[], line: LineDependence): Row[] {
  const place = classes.findIndex(({ code }) => code === line.atp_group) + 1 || classes.length;
  return classes.toSpliced(place, 0, {
    classification: LINE,
    code: line.hts10,
    name: lineName(line.hts10),
    role: "separate",
    mexico: line.mexico_share,
    canada: line.canada_share,
    imports_usd: line.value_usd,
  });
}

function barOf(row: Row, rows: Row[]): RelianceBar {
  const inset = row.classification === LINE;
  return {
    label: inset ? shortName({ hts10: row.code }) : row.name,
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

/** What technology lacks to all goods, and how much of it the larger groups are. */
function notesOf(row: Row, rows: Row[]): string[] {
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
