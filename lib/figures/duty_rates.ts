/** Effective duty rates month by month: the average with its levels, and below it the suppliers. */
import type { Break, DutyRate } from "../analysis/mod.ts";
import { CANADA, CHINA, DUTY_EVENTS, isCountry, MEXICO, OTHER, WORLD } from "../codes/mod.ts";
import { list, monthName, percent } from "../format.ts";
import { records, requireColumns, type Rows } from "../rows.ts";
import { type DrawnRow, drawnTable, fractionOf, labelled, taken, USD } from "./drawn.ts";
import { dutyPanels, nameOf } from "./duty_panels.ts";
import { comparedMonths, dutyTitle } from "./duty_words.ts";
import type { Figure } from "./figure.ts";
import { figure } from "./frame.ts";
import { supplierLabel } from "./looks.ts";
import { industry, industryCode, source } from "./words.ts";

type Row = DutyRate & { month: string };

export interface DutyRatesOptions {
  naics: string;
  /** Breaks of the average rate, from `levelBreaks`. */
  breaks?: Rows<Break>;
  /** The first month that is drawn, YYYY-MM; January 2018 unless told, before which little moved. */
  from?: string;
  /** How many countries have a line. */
  most?: number;
  id?: string;
}

/**
 * Two panels of the effective duty rate (calculated duty ÷ imports for consumption): all suppliers
 * together, with the levels between breaks and the main duty events by name; Mexico, Canada, China
 * and the largest others.
 *
 * @param rates of one industry by `month`, from `effectiveDutyRates`, the world row included.
 * @throws RangeError when the world row is missing.
 */
export function dutyRates(
  rates: Rows<Row>,
  { naics, breaks, from = "2018-01", most = 5, id = `duty-rates-${naics}` }: DutyRatesOptions,
): Figure {
  requireColumns(rates, ["month", "partner_code", "rate", "value_usd"], "dutyRates");
  const all = records<Row>(rates).sort((a, b) => a.month < b.month ? -1 : 1);
  const world = all.filter(({ partner_code }) => partner_code === WORLD);
  if (world.length === 0) throw new RangeError("dutyRates: no row of the world (-)");
  const last = world.at(-1)!.month;
  const first = world.find(({ month }) => month >= from)?.month ?? world[0].month;
  const rows = all.filter(({ month }) => month >= first);
  const known = breaks ? records(breaks) : [];
  const byMonth = Map.groupBy(rows, ({ month }) => month);
  const events = eventsIn(rows);
  const suppliers = shownCountries(rows, most);
  const said = (code: string) => {
    const rate = rows.find((row) => row.partner_code === code && row.month === last)?.rate;
    return `${nameOf(code)} ${rate == null ? "no imports" : percent(rate)}`;
  };
  const dated = world.flatMap(({ month, rate }) => rate === null ? [] : [{ month, rate }]);
  return figure({
    id,
    title: dutyTitle(dated, naics),
    subtitle: "Effective duty rate: calculated duty as a percentage of U.S. imports for " +
      `consumption (customs value), ${industryCode(naics)}, by month, ${monthName(first)}–${
        monthName(last)
      }` + comparedMonths(dated),
    notes: [
      ...(known.length
        ? ["Thick lines: the mean rate of each stretch between breaks that the data show."]
        : []),
      ...(events.length ? ["Dotted: the main changes of duties, by name and month."] : []),
      "Each panel has a scale of its own.",
    ],
    source: source(rows),
    alt: `Lines of monthly effective duty rates on U.S. imports of ${industry(naics)}. In ` +
      `${monthName(last)}: ${list([...suppliers, WORLD].map(said))}.` +
      (known.length
        ? ` Months in which the average rate moved to a new level: ${
          list(known.map((each) =>
            `${monthName(each.month)} (mean ${percent(each.level_before)} before, ` +
            `${percent(each.level_after)} after)`
          ))
        }.`
        : ""),
    data: drawnTable({
      rows: world.filter(({ month }) => month >= first)
        .flatMap((whole) => drawnRows(naics, whole, byMonth.get(whole.month)!, suppliers, known)),
      units: {
        imports_usd: USD,
        duty_usd: USD,
        rate: fractionOf("the customs value"),
        level: "mean rate between breaks",
      },
      tables: ["naics3_imports_by_partner_monthly"],
    }),
    draw: (layout) => dutyPanels(layout, { rows, suppliers, breaks: known, events, dated }),
  });
}

/**
 * A month of the suppliers that have a line, of all others together, which have none, so that the parts
 * add to the whole, and of the world with the level that it lies on.
 */
function drawnRows(
  naics: string,
  world: Row,
  ofMonth: Row[],
  suppliers: string[],
  breaks: Break[],
): DrawnRow[] {
  const shown = suppliers.flatMap((code) => ofMonth.find((row) => row.partner_code === code) ?? []);
  const left = (of: "value_usd" | "duty_usd") =>
    shown.reduce((usd, row) => usd - row[of], world[of]);
  const [imports_usd, duty_usd] = [left("value_usd"), left("duty_usd")];
  const now = breaks.findLast(({ month }) => month <= world.month);
  const own = { ...taken(world, "month", "basis", "vintage"), naics };
  return [
    ...shown.map((row): DrawnRow => ({
      ...taken(row, "month"),
      naics,
      ...labelled(row.partner_code, supplierLabel),
      role: "part",
      imports_usd: row.value_usd,
      ...taken(row, "duty_usd", "rate", "basis", "vintage"),
    })),
    {
      ...own,
      ...labelled(OTHER, supplierLabel),
      role: "part",
      imports_usd,
      duty_usd,
      rate: imports_usd === 0 ? null : duty_usd / imports_usd,
    },
    {
      ...own,
      partner_code: WORLD,
      role: "total",
      imports_usd: world.value_usd,
      ...taken(world, "duty_usd", "rate"),
      level: now?.level_after ?? breaks[0]?.level_before ?? null,
    },
  ];
}

/** Mexico, Canada, China, then the largest by imports of the last twelve months. */
function shownCountries(rows: Row[], most: number): string[] {
  const months = [...new Set(rows.map(({ month }) => month))].sort().slice(-12);
  const imports = new Map<string, number>();
  for (const { partner_code, month, value_usd } of rows) {
    if (!isCountry(partner_code) || month < months[0]) continue;
    imports.set(partner_code, (imports.get(partner_code) ?? 0) + value_usd);
  }
  const bySize = [...imports].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  const always = [MEXICO, CANADA, CHINA].filter((code) => (imports.get(code) ?? 0) > 0);
  return [...new Set([...always, ...bySize.map(([code]) => code)])]
    .slice(0, Math.max(most, always.length));
}

/** The events that have a name and lie in the months shown. */
function eventsIn(rows: Row[]) {
  const months = new Set(rows.map(({ month }) => month));
  return DUTY_EVENTS.flatMap(({ name, effective }) => {
    const month = effective.slice(0, 7);
    return name && months.has(month) ? [{ name, month }] : [];
  });
}
