/** Advanced technology: its groups by partner, and each of its lines beside the two neighbors. */
import pl from "nodejs-polars";
import { CANADA, MEXICO, NOT_ATP } from "../../codes/mod.ts";
import { type Frame, literal } from "../../frame.ts";
import type { PackedPiece } from "./columns.ts";
import type { DependenceSum, GroupSum, LineSum } from "./layout.ts";
import { OVER } from "./pack_chapters.ts";
import { packFrame } from "./pack_frame.ts";

const BASES = ["general_imports_usd", "imports_for_consumption_usd"];
/** Lines of the list of advanced technology. */
const isAtp = pl.col("atp_group").neq(literal(NOT_ATP));

/**
 * `groups`, packed: the ten groups; all of advanced technology is their sum.
 *
 * @param lines from `classedLines`.
 */
export const packGroups = (lines: Frame<LineSum>): PackedPiece =>
  packFrame(
    lines.filter(isAtp).groupBy("period_start", "period_end", "atp_group", "partner_code").agg(
      pl.col("vintage").max(),
      ...[...BASES, "duty_usd"].map((name) => pl.col(name).sum()),
    ) as Frame<GroupSum>,
    { order: ["period_start", "atp_group", "partner_code"], over: OVER },
  );

/**
 * `dependence`, packed: lines of advanced technology.
 *
 * @param lines from `classedLines`.
 * @param texts the Bureau's list: `readTable("concordance_imports_hs10_atp")`.
 */
export function packDependence(
  lines: Frame<LineSum>,
  texts: Frame<{ hs10: string; description: string }>,
): PackedPiece {
  const sum = (base: string) => pl.col(base).sum();
  const from = (code: string, base: string, name: string) =>
    pl.when(pl.col("partner_code").eq(literal(code))).then(pl.col(base)).otherwise(literal(0))
      .sum().alias(base.replace("_usd", `_${name}_usd`));
  const byLine = lines.filter(isAtp)
    .groupBy("period_start", "period_end", "hts10", "atp_group", "atp_method").agg(
      pl.col("vintage").max(),
      ...BASES.flatMap((base) => [
        sum(base),
        from(MEXICO, base, "mexico"),
        from(CANADA, base, "canada"),
      ]),
    );
  const described = byLine.join(texts.select(pl.col("hs10").alias("hts10"), "description"), {
    on: "hts10",
    how: "left",
  }).withColumn(pl.col("description").fillNull(literal("")));
  return packFrame(described as Frame<DependenceSum>, { order: ["period_start", "hts10"] });
}
