/**
 * A generated table of the size and shape of the full detail: HTS-10 × partner × month. Its figures
 * are made up by arithmetic; its vintage says `generated`.
 */
import pl from "nodejs-polars";
import { literal } from "../../lib/frame.ts";

const CODES = 5_000;
const PARTNERS = 100;
/** Rows that a reader takes at a time. */
const ROW_GROUP = 100_000;
/** Rows of one month, which is one file. */
export const ROWS_A_MONTH = CODES * PARTNERS;

const integer = (value: number) => literal(value).cast(pl.Int64);
const counted = (name: string, count: number) =>
  pl.Series(name, Array.from({ length: count }, (_, i) => i), pl.Int64);

/** Writes `rows` rows as Parquet, a file for each month from January 2015 on. */
export function generate(folder: string, rows: number): void {
  const codes = pl.DataFrame([
    pl.Series("hs10", Array.from({ length: CODES }, (_, i) => String(8400000000 + 137 * i))),
    counted("i", CODES),
  ]);
  const partners = pl.DataFrame([
    pl.Series("partner_code", Array.from({ length: PARTNERS }, (_, i) => String(1220 + 61 * i))),
    counted("j", PARTNERS),
  ]);
  const pairs = codes.join(partners, { how: "cross" });
  for (let index = 0; index * ROWS_A_MONTH < rows; index++) {
    const month = `${2015 + Math.floor(index / 12)}-${String(index % 12 + 1).padStart(2, "0")}`;
    const mixed = pl.col("i").mul(integer(7919)).add(pl.col("j").mul(integer(104729)))
      .add(integer(index * 15485863));
    pairs.head(Math.min(ROWS_A_MONTH, rows - index * ROWS_A_MONTH)).withColumns(
      literal("generated").alias("vintage"),
      literal(month).alias("month"),
      literal("imports_for_consumption").alias("basis"),
      mixed.mul(mixed).modulo(integer(1_000_003)).alias("value_usd"),
    ).select("vintage", "month", "basis", "hs10", "partner_code", "value_usd")
      .lazy().sinkParquet(`${folder}/generated-${month}.parquet`, {
        compression: "zstd",
        rowGroupSize: ROW_GROUP,
        maintainOrder: true,
      }).collectSync();
  }
}
