/** ATP by group and by area as the FT-900 release of a month brings them, made from the published ones. */
import pl from "nodejs-polars";
import {
  type AtpWorldMonthly,
  findResource,
  type Flow,
  readPackage,
  readTable,
} from "../../lib/data/mod.ts";
import { monthsBefore } from "../../lib/census/terms/months.ts";
import type { Row } from "../../lib/census/terms/contribution.ts";
import { FLOWS } from "../../lib/census/terms/measures.ts";
import { AREA_NAMES, AREAS, WORLD_AREA } from "../../lib/census/workbook/exhibit_labels.ts";
import { ATP_GROUP_CODES, ATP_TOTAL } from "../../lib/codes/mod.ts";
import { columnTypes } from "../../lib/data/schema.ts";
import { column, type Frame, frameOf, keep } from "../../lib/frame.ts";
import { shifted, toDate } from "./calendar.ts";
import { figuresOf } from "./monthly.ts";

type World = Omit<AtpWorldMonthly, "vintage">;
const MILLION = 1_000_000;
const TABLES = { atp_by_group: "atp_group", atp_by_area: "area" } as const;
/** The row with the rest of an area, where it has one. */
const restOf = (area: string): string[] =>
  [`${area} - other`].filter((name) => AREA_NAMES.includes(name));

/** Rows that are sums of others. */
const SUMS: Record<string, readonly string[]> = {
  ...Object.fromEntries(
    Object.entries(AREAS).map(([area, countries]) => [area, [...countries, ...restOf(area)]]),
  ),
  [ATP_TOTAL]: ATP_GROUP_CODES,
  [WORLD_AREA]: Object.keys(AREAS),
};

/** The release whose two part-years give the shares of groups and areas, and its last month. */
const PUBLISHED = "2025-05-06", PUBLISHED_MONTH = "2025-03";

/**
 * The month, the month before, the year to date and that of the year before: of each the total that the
 * monthly table gives, divided as in the first quarter of 2024 or, from 2025 on, of 2025.
 *
 * @returns rows without a vintage; none for the release that is published.
 */
export async function release(
  table: keyof typeof TABLES,
  month: string,
): Promise<pl.DataFrame | undefined> {
  if (month === PUBLISHED_MONTH) return undefined;
  const before = monthsBefore(new Date(`${month}-01`), 1), lastYear = shifted(month, -1);
  const periods = [[month], [before], toDate(month), toDate(lastYear)];
  // In January the year to date is the month.
  const distinct = new Map(periods.map((months) => [`${months[0]} ${months.at(-1)}`, months]));
  const monthly = await figuresOf("atp_world_monthly", month);
  const published = keep(await readTable(table, { vintage: "all" }), { vintage: PUBLISHED });
  const rows = [...distinct.values()].flatMap((months) =>
    rowsOf(published.toRecords() as Row[], TABLES[table], months, monthly)
  );
  const { vintage: _, ...types } = columnTypes(findResource(await readPackage(), table));
  return frameOf(rows, types as Record<string, pl.DataType>);
}

/** The rows of one period: the smallest parts by their shares, one with the rest, the sums from these. */
function rowsOf(
  published: Row[],
  name: string,
  months: string[],
  monthly: Frame<World>,
): Row[] {
  const year = months[0] < "2025" ? "2024" : "2025";
  const quarter = published.filter((row) =>
    row.period_start === `${year}-01` && row.period_end === `${year}-03`
  );
  const period = { period_start: months[0], period_end: months.at(-1)! };
  return FLOWS.flatMap((flow) => {
    const figures = quarter.filter((row) => row.flow === flow);
    const parts = figures.filter((row) => !(row[name] in SUMS));
    const sum = parts.reduce((all, row) => all + Number(row.value_usd), 0);
    const total = worldTotal(flow, months, monthly);
    const values = new Map(parts.map((row) => {
      const value = total * Number(row.value_usd) / sum;
      return [row[name], Math.round(value / MILLION) * MILLION];
    }));
    const addUp = (names: readonly (string | number)[]) =>
      names.reduce<number>((all, each) => all + valueOf(each), 0);
    const valueOf = (each: string | number): number => values.get(each) ?? addUp(SUMS[each]);
    const largest = [...values].toSorted((a, b) => b[1] - a[1])[0][0];
    const rest = Math.round(total / MILLION) * MILLION - addUp([...values.keys()]);
    values.set(largest, values.get(largest)! + rest);
    return figures.map(({ vintage: _, ...row }) => ({
      ...row,
      ...period,
      value_usd: valueOf(row[name]),
    }));
  });
}

function worldTotal(flow: Flow, months: string[], monthly: Frame<World>): number {
  const found = keep(monthly, { flow }).filter(pl.col("month").isIn(months));
  if (found.height !== months.length) {
    throw new RangeError(`${flow}: ${found.height} of the months ${months.join(", ")}`);
  }
  return column(found, "value_usd").map(Number).reduce((sum, value) => sum + value, 0);
}
