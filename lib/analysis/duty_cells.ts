/** Imports and duty rate of each supplier in two periods: what the decompositions are made of. */
import pl from "nodejs-polars";
import { WORLD } from "../codes/mod.ts";
import { type Frame, type Frameish, literal, records } from "../frame.ts";
import { DUTY_BASIS, dutySums, remainder } from "./duties.ts";

/** A supplier, or the remainder, in both periods; the rate is null where it sent nothing. */
export interface DutyCell {
  partner_code: string;
  vintage: string;
  basis: string;
  from_usd: number;
  to_usd: number;
  from_rate: number | null;
  to_rate: number | null;
}

/** Imports of all cells in one of the periods. */
export const usdOf = (cells: DutyCell[], side: "from" | "to"): number =>
  cells.reduce((sum, cell) => sum + cell[`${side}_usd`], 0);

/** Imports and rate of each supplier and of the remainder, within `by`, in both `sides`; sorted. */
export function dutyCells(sided: Frameish<unknown>, by: string[], caller: string): DutyCell[] {
  const group: string[] = [...by, "side"];
  const sums = dutySums(sided, group, [WORLD], caller);
  const rows = pl.concat([
    sums.filter(pl.col("partner_code").neq(literal(WORLD)))
      .select(...group, "partner_code", "value_usd", "duty_usd"),
    remainder(sums, group),
  ]);
  const key: string[] = [...by, "partner_code"];
  const of = (side: string) =>
    rows.filter(pl.col("side").eq(literal(side))).select(
      ...key,
      pl.col("value_usd").cast(pl.Float64).alias(`${side}_usd`),
      pl.col("duty_usd").cast(pl.Float64).alias(`${side}_duty`),
    );
  const usd = (side: string) => pl.col(`${side}_usd`);
  const rate = (side: string) =>
    pl.when(usd(side).gt(literal(0))).then(pl.col(`${side}_duty`).div(usd(side)))
      .otherwise(literal(null)).alias(`${side}_rate`);
  const zeroed = ["from_usd", "to_usd"];
  const cells = of("from").join(of("to"), { on: key, how: "full", coalesce: true })
    .withColumns(...zeroed.map((name) => pl.col(name).fillNull(literal(0)).alias(name)))
    .filter(usd("from").add(usd("to")).gt(literal(0)))
    .withColumns(
      rate("from"),
      rate("to"),
      literal(lastOf(sums, "vintage")).alias("vintage"),
      literal(DUTY_BASIS).alias("basis"),
    ).sort(key);
  return records<DutyCell>(cells as Frame<DutyCell>);
}

const lastOf = (frame: pl.DataFrame, name: string): string =>
  (frame.getColumn(name).toArray() as string[]).sort().at(-1)!;
