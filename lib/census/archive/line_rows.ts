/** Imports by tariff line, from the sums of an import archive, as frames of the project's tables. */
import pl from "nodejs-polars";
import type { TableName } from "../terms/contribution.ts";
import { linesOf } from "../terms/lines.ts";
import { CLAIMANTS, COMMODITY, type Tally } from "./tally.ts";

const codeOf = (key: number) => String(Math.floor(key / COMMODITY)).padStart(10, "0");

/** Every tariff line from every country, year to date, on both bases, with what duty was due on it. */
export function lineRows(tally: Tally, month: string): [TableName, pl.DataFrame] {
  const columns = ["gen_val_yr", "con_val_yr", "dut_val_yr", "cal_dut_yr"]
    .map((name) => tally.measures.indexOf(name));
  const lines = linesOf(month);
  for (const key of tally.lines.keys()) {
    const sums = tally.lines.get(key);
    lines.add(codeOf(key), String(key % COMMODITY), columns.map((column) => sums[column]));
  }
  return ["import_lines", lines.frame()];
}

/**
 * Imports for consumption from Mexico and Canada in the archive's month by tariff line, and the part
 * whose country sub-code claims the USMCA (`S`, `S+`). A claim made after entry comes with a later
 * state of the archive.
 */
export function preferenceRows(tally: Tally, month: string): [TableName, pl.DataFrame] {
  const column = tally.measures.indexOf("con_val_mo");
  const keys = tally.lines.keys().filter((key) =>
    CLAIMANTS.includes(key % COMMODITY) && tally.lines.get(key)[column] > 0
  );
  const value = (name: string, values: number[]) =>
    pl.Series(name, values, pl.Float64).cast(pl.Int64);
  const frame = pl.DataFrame([
    pl.Series("month", keys.map(() => month), pl.String),
    pl.Series("partner_code", keys.map((key) => String(key % COMMODITY)), pl.String),
    pl.Series("hts10", keys.map(codeOf), pl.String),
    value("value_usd", keys.map((key) => tally.lines.get(key)[column])),
    // The USMCA is agreement 0: its claims have the keys of the lines.
    value("preference_usd", keys.map((key) => tally.claims.get(key)[column])),
  ]);
  return ["preference_lines", frame];
}
