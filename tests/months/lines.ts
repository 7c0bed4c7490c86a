/** Tariff lines of 2026 and 2027, year to date, as a refresh brings them: those of 2025, all alike. */
import pl from "nodejs-polars";
import { LINE_MEASURES } from "../../lib/census/terms/lines.ts";
import { WORLD } from "../../lib/codes/mod.ts";
import { column, keep, literal } from "../../lib/frame.ts";
import { readTable } from "../../lib/data/mod.ts";
import { toDate } from "./calendar.ts";
import { figuresOf } from "./monthly.ts";

/** The year whose lines are taken. */
const YEAR = "2025";

/**
 * Lines of the year to date, and of the whole year before where that is one to come: each is of its
 * year's imports the part that it was of those of 2025.
 *
 * @returns rows without a vintage; none before that year is over.
 */
export async function lines(month: string): Promise<pl.DataFrame | undefined> {
  const years = monthsOfYears(month);
  if (years.length === 0) return undefined;
  const world = keep(await figuresOf("goods_consumption_monthly", month), { partner_code: WORLD });
  const sumOf = (months: string[]) =>
    column(world.filter(pl.col("month").isIn(months)), "value_usd").map(Number)
      .reduce((sum, value) => sum + value, 0);
  const whole = sumOf(toDate(`${YEAR}-12`));
  const published = keep(await readTable("import_lines"), { period_end: `${YEAR}-12` });
  const frames = years.map((months) => {
    const factor = literal(sumOf(months) / whole);
    const scaled = LINE_MEASURES.map((name) =>
      pl.col(name).cast(pl.Float64).mul(factor).floor().cast(pl.Int64).alias(name)
    );
    const isNone = LINE_MEASURES.map((name) => pl.col(name).eq(literal(0)))
      .reduce((all, each) => all.and(each));
    return published.withColumns(
      literal(months[0]).alias("period_start"),
      literal(months.at(-1)!).alias("period_end"),
      ...scaled,
    ).filter(isNone.not()).drop("vintage");
  });
  return pl.concat(frames);
}

/** The months of each year after that of the published lines. */
function monthsOfYears(month: string): string[][] {
  const year = Number(month.slice(0, 4));
  const between = Array.from({ length: Math.max(0, year - Number(YEAR)) }, (_, at) => year - at);
  return between.reverse().map((each) => toDate(each === year ? month : `${each}-12`));
}
