/** Effective duty rates of an industry's suppliers year by year, as labelled lines. */
import type { DutyRate } from "../analysis/mod.ts";
import { CANADA, CHINA, isCountry, MEXICO, OTHER, WORLD } from "../codes/mod.ts";
import { list, moved, percent } from "../format.ts";
import { records, requireColumns, type Rows } from "../rows.ts";
import { percentAxis } from "./axes.ts";
import { type DrawnRow, drawnTable, fractionOf, labelled, taken, USD } from "./drawn.ts";
import { nameOf } from "./duty_panels.ts";
import type { Figure } from "./figure.ts";
import { figure } from "./frame.ts";
import { looksOf, supplierLabel } from "./looks.ts";
import { tone } from "./palette.ts";
import { paleEnds } from "./share_words.ts";
import {
  type Course,
  endsOf,
  isAlone,
  isOneYear,
  linesOf,
  markOf,
  valueIn,
} from "./supplier_course.ts";
import { supplierLines } from "./supplier_lines.ts";
import type { SuppliersOptions } from "./supplier_shares.ts";
import { industry, industryCode, kicker, possessive, source } from "./words.ts";
import { yearNames, yearSpan } from "./year_span.ts";

type Row = DutyRate & { year: string };

/**
 * Lines of the effective duty rate (calculated duty ÷ imports for consumption) by year: all suppliers
 * together and a few by name. A last year that is not whole is pale and named with its months.
 *
 * @param rates of one industry by `year`, from `effectiveDutyRates`, the world row included.
 * @throws RangeError when a year has no row of the world.
 */
export function dutyRatesByYear(
  rates: Rows<Row>,
  { naics, partners = [], id = `duty-rates-by-year-${naics}` }: SuppliersOptions,
): Figure {
  const columns = ["year", "partner_code", "rate", "value_usd", "duty_usd", "import_share"];
  requireColumns(rates, columns, "dutyRatesByYear");
  const rows = records<Row>(rates);
  const years = [...new Set(rows.map(({ year }) => year))].sort();
  const world = years.map((year) =>
    rows.find((row) => row.year === year && row.partner_code === WORLD)
  ).filter((row) => row !== undefined);
  if (rows.length === 0 || world.length < years.length) {
    throw new RangeError("dutyRatesByYear: no row of the world (-)");
  }
  const byYear = years.map((year) =>
    rows.filter((row) => row.year === year && isCountry(row.partner_code))
      .map(({ partner_code, import_share }) => ({ partner_code, share: import_share ?? 0 }))
  );
  const { named: suppliers } = linesOf(byYear, partners);
  const named = [WORLD, ...suppliers];
  const points = named.flatMap((code) =>
    years.map((year) => ({
      code,
      year,
      value: rows.find((row) => row.year === year && row.partner_code === code)?.rate ?? null,
    }))
  );
  const look = looksOf(suppliers);
  const course: Course = {
    ...{ naics, basis: rows[0].basis, points, named, faint: [], label: nameOf, told: WORLD },
    ...{ span: yearSpan(world), nameOf: yearNames(world), write: (rate) => percent(rate) },
    axis: (rate) => percentAxis(Math.max(0.01, rate)),
    look: (code) =>
      code === WORLD ? { colour: tone("muted"), strokeWidth: 4, fontWeight: 600 } : look(code),
  };
  return figure({
    id,
    ...texts(course),
    notes: [
      "Duty as it is calculated on entry: later refunds are not in it.",
      ...(points.some(({ value }) => value === null)
        ? [`There is no ${markOf(course)} where nothing came.`]
        : []),
      ...paleEnds(course),
    ],
    source: source(rows),
    data: drawnTable({
      rows: world.flatMap((whole) => drawnRows(naics, whole, rows, suppliers)),
      units: { imports_usd: USD, duty_usd: USD, rate: fractionOf("the customs value") },
      tables: ["naics3_imports_by_partner_monthly"],
    }),
    draw: (layout) => supplierLines(layout, course),
  });
}

/** Suppliers with a line, all others together, so that the parts add to the whole, and the whole. */
function drawnRows(naics: string, world: Row, rows: Row[], suppliers: string[]): DrawnRow[] {
  const own = { ...taken(world, "year", "period_start", "period_end"), naics };
  const origin = taken(world, "basis", "vintage");
  const shown = suppliers.map((code) => {
    const row = rows.find((each) => each.year === world.year && each.partner_code === code);
    return { code, value_usd: row?.value_usd ?? 0, duty_usd: row?.duty_usd ?? 0 };
  });
  const left = (of: "value_usd" | "duty_usd") =>
    shown.reduce((usd, row) => usd - row[of], world[of]);
  const others = { code: OTHER, value_usd: left("value_usd"), duty_usd: left("duty_usd") };
  const values = ({ value_usd, duty_usd }: { value_usd: number; duty_usd: number }) => ({
    imports_usd: value_usd,
    duty_usd,
    rate: value_usd === 0 ? null : duty_usd / value_usd,
    ...origin,
  });
  return [
    ...[...shown, others].map((row): DrawnRow => ({
      ...own,
      ...labelled(row.code, supplierLabel),
      role: "part",
      ...values(row),
    })),
    { ...own, partner_code: WORLD, role: "total", ...values(world) },
  ];
}

function texts(course: Course) {
  const { naics, named, span } = course;
  const alone = isAlone(course);
  const rate = (code: string) => {
    const [from, to] = endsOf(course, code);
    if (to === null) return `was not charged: nothing came in ${span.names[1]}`;
    return alone || from === null ? `was ${percent(to)}` : moved(from, to);
  };
  const said = (code: string) => {
    const part = span.part && valueIn(course, code, span.part.year);
    return `${nameOf(code)} ${rate(code).replace("was ", "")}` +
      (part == null ? "" : ` (${percent(part)})`);
  };
  const now = span.part && valueIn(course, WORLD, span.part.year);
  const time = alone ? ` in ${span.names[1]}` : `, ${span.first}–${span.last}`;
  const second = [MEXICO, CANADA, CHINA].find((code) =>
    named.includes(code) && endsOf(course, code)[1] !== null
  );
  return {
    title: `${kicker(naics)}: average duty rate ${rate(WORLD)}${time}`,
    subtitle: (now == null ? "" : `In ${span.part!.name} it was ${percent(now)}. `) +
      (second ? `${possessive(nameOf(second))} ${rate(second)}. ` : "") +
      "Effective duty rate: calculated duty as a percentage of U.S. imports for consumption " +
      `(customs value) of ${industry(naics)} (${industryCode(naics)}), ${span.words}`,
    alt:
      `${isOneYear(course) ? "Bars" : "Lines"} of effective duty rates on U.S. imports of ${
        industry(naics)
      }, ` +
      (alone ? span.names[1] : span.names.join(" to ")) +
      (span.part ? ` (in brackets: ${span.part.name})` : "") + `: ${list(named.map(said))}.`,
  };
}
