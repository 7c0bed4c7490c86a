/** What is wrong with the data behind a figure: columns, labels without a row, parts that do not add. */
import type { Figure } from "../../lib/figures/mod.ts";
import { percent } from "../../lib/format.ts";
import { drawing } from "./drawing.ts";

type Row = Record<string, string | number | null>;

/** The last columns of every figure. */
const ORIGIN = ["unit", "basis", "vintage", "source", "full_table"];
/** The columns that name what a code column holds. */
const NAMES: Record<string, string> = {
  partner_code: "partner",
  naics: "industry",
  atp_group: "group",
  code: "class",
  hts10: "description",
};
const PERIOD = ["panel", "month", "year", "period_start", "period_end", "from_start", "to_start"];
const ROLES = ["total", "part", "subtotal", "separate"];
/** Rates, ranks and bounds do not add; all other numbers do. */
const NOT_ADDED =
  /^(rate|level|rank|grubel_lloyd|export_import_ratio|within|mix|cross|equal_suppliers|rest_share|total_balance_usd)$|^(mexico|canada|both|others|mean|relative|preference)_share$|_(low|high|points)$/;

export const rowsOf = ({ data }: Figure): Row[] => data.rows as Row[];
const periodOf = (row: Row) => PERIOD.map((name) => row[name] ?? "").join(" ");
const sum = (rows: Row[], name: string) => rows.reduce((all, row) => all + Number(row[name]), 0);

export function dataFaults(figure: Figure): string[] {
  return [
    ...columnFaults(figure),
    ...rowFaults(figure),
    ...labelFaults(figure),
    ...sumFaults(figure),
  ]
    .map((fault) => `${figure.id}: ${fault}`);
}

function columnFaults({ data }: Figure): string[] {
  const { columns } = data;
  const rows = data.rows as Row[];
  const unnamed = Object.keys(NAMES).filter((code) =>
    columns.includes(code) && columns[columns.indexOf(code) + 1] !== NAMES[code]
  ).map((code) => `no name beside ${code}`);
  const last = columns.slice(-ORIGIN.length);
  return [
    ...unnamed,
    ...(last.join() === ORIGIN.join() ? [] : [`ends with ${last}`]),
    ...ORIGIN.filter((name) => rows.some((row) => !row[name])).map((name) => `${name} is empty`),
    ...(rows.every(({ role }) => ROLES.includes(role as string)) ? [] : ["a row without a role"]),
    ...(rows.some(({ partner_code }) => partner_code === "-") ? ["- for the world"] : []),
  ];
}

/**
 * Nothing is in the data that the picture does not name, but for what its parts leave of the whole. A
 * total, and what all rows are of, may have another word in the picture.
 */
function rowFaults(figure: Figure): string[] {
  const plain = (text: string) => text.replace(/\s/g, "").toLowerCase();
  const said = plain(drawing(figure.svg).texts.map(({ text }) => text).join("") + figure.alt);
  const rows = rowsOf(figure).filter(({ role }) => role !== "total");
  const namesIn = (column: string) => [...new Set(rows.map((row) => row[column]))].filter(Boolean);
  return Object.values(NAMES).filter((name) => namesIn(name).length > 1).flatMap((name) =>
    namesIn(name).map(String)
      .filter((each) => !said.includes(plain(each)))
      .filter((each) => !(each === "All others" && figure.id.startsWith("duty-rates")))
      .map((each) => `${name} ${each} is not in the picture`)
  );
}

/**
 * Each label `NAME 12.3%` of the picture has a row of that name and, rounded, that value, or a column:
 * `mexico_share`.
 */
function labelFaults(figure: Figure): string[] {
  const rows = rowsOf(figure);
  return labelsOf(figure).filter(({ name, value }) =>
    !rows.some((row) => {
      const is = (cell: unknown) => typeof cell === "number" && percent(cell) === value;
      const named = Object.values(NAMES).some((column) => row[column] === name);
      return named ? Object.values(row).some(is) : is(row[`${name.toLowerCase()}_share`]);
    })
  ).map(({ name, value }) => `no row for the label ${name} ${value}`);
}

/** The labels of that form inside the plots; title, notes and source stand outside of them. */
export function labelsOf({ svg }: Figure): { name: string; value: string }[] {
  return [...svg.matchAll(/<(?:text|tspan)[^>]*>(\p{L}[^<>]*?) (−?\d+\.\d%)<\//gu)]
    .map(([, name, value]) => ({ name, value }))
    .filter(({ name }) => !/[.,:;]|\b(in|to|of|from|was|is|at)$/.test(name));
}

/** The parts of a period add to its total; the USMCA is Mexico and Canada. */
function sumFaults(figure: Figure): string[] {
  const rows = rowsOf(figure);
  const rounding = String(rows[0].unit).includes("to the million") ? 0.5e6 : 0;
  const added = figure.data.columns.filter((name) =>
    rows.some((row) => typeof row[name] === "number") && !NOT_ADDED.test(name)
  );
  return [...Map.groupBy(rows, periodOf)].flatMap(([period, of]) => {
    const parts = of.filter(({ role }) => role === "part");
    const members = of.filter(({ partner_code }) => ["1220", "2010"].includes(`${partner_code}`));
    const wholes = of.filter(({ role }) => role === "total" || role === "subtotal");
    return wholes.flatMap((whole) => {
      const within = whole.role === "total" ? parts : members;
      if (within.length === 0) return [];
      return added.filter((name) => {
        const usd = rounding * (within.length + 1);
        const tolerance = name.endsWith("_usd")
          ? usd
          : 1e-9 + usd / Math.abs(Number(whole.balance_usd ?? Infinity));
        return Math.abs(sum(within, name) - Number(whole[name])) > tolerance;
      }).map((name) => `${period}: ${name} of the parts is not that of the ${whole.role}`);
    });
  });
}
