/**
 * Sources side by side, before anything is written: what one says the other must say, if both said it
 * on one day or between the same two annual revisions.
 */
import pl from "nodejs-polars";
import { type DataPackage, readTable } from "../../data/mod.ts";
import { revisionYear } from "../../data/revision_state.ts";
import { millions, number } from "../../format.ts";
import { literal } from "../../frame.ts";
import { mustAgree } from "./agree.ts";
import type { Contribution } from "../terms/contribution.ts";
import { framed } from "./merge.ts";
import { newResource } from "./resources.ts";

/**
 * Compares every two contributions to a table where they have the same keys. Of an older state of
 * revision it is said that it is not compared.
 *
 * @throws CensusError that shows the differences.
 */
export function compareSources(
  pkg: DataPackage,
  contributions: Contribution[],
  say: (line: string) => void,
): void {
  for (const [table, own] of Map.groupBy(contributions, (each) => each.table)) {
    const resource = pkg.resources.find(({ name }) => name === table) ?? newResource(table)!;
    const keys = resource.schema.primaryKey.filter((name) => name !== "vintage");
    const frames = own.map((each) => framed(each, resource));
    for (const [index, frame] of frames.entries()) {
      for (const [earlier, other] of frames.slice(0, index).entries()) {
        const names = {
          table,
          first: own[earlier].vintage.title,
          second: own[index].vintage.title,
        };
        const days = [own[earlier], own[index]].map((each) => each.vintage.vintage);
        const [left, right] = [other, frame].map((each) => inOneState(each, days));
        const both = mustAgree(left, right, keys, names);
        if (left.height < other.height) {
          say(
            `  ${table}: ${names.first} is of ${days[0]}, ${names.second} of ${days[1]}: ` +
              "between them figures may be revised, and differences are no fault",
          );
        }
        if (both === 0) continue;
        say(`  ${table}: ${names.first} and ${names.second} agree in ${number(both)} figures`);
      }
    }
  }
}

/** The rows of which two vintages must say the same: all on one day, else those not revised since. */
function inOneState(frame: pl.DataFrame, days: string[]): pl.DataFrame {
  if (days[0] === days[1]) return frame;
  const [first, second] = days.map(revisionYear);
  const end = frame.columns.find((name) => name === "month" || name === "period_end");
  if (first !== second || !end) return frame.head(0);
  return frame.filter(pl.col(end).str.slice(0, 4).lt(literal(first)));
}

/**
 * Says how new ATP totals by group stand to the monthly world totals in the data: two releases may
 * differ by revisions, so this is told and does not decide.
 */
export async function compareWithMonths(
  dir: string,
  contributions: Contribution[],
  say: (line: string) => void,
): Promise<void> {
  const months = await readTable("atp_world_monthly", { dir });
  const totals = contributions.filter(({ table }) => table === "atp_by_group")
    .flatMap(({ rows }) => Array.isArray(rows) ? rows : [])
    .filter((row) => row.atp_group === "total" && String(row.period_start).endsWith("-01"));
  const last = new Map(
    totals.map((row) => [`${row.flow} ${String(row.period_end).slice(0, 4)}`, row]),
  );
  for (const { flow, period_start, period_end, value_usd } of last.values()) {
    const month = pl.col("month");
    const same = months.filter(
      pl.col("flow").eq(literal(flow))
        .and(month.gtEq(literal(period_start))).and(month.ltEq(literal(period_end))),
    );
    const expected = Number(String(period_end).slice(5));
    if (same.height !== expected) continue;
    const known = Number(same.getColumn("value_usd").sum());
    say(
      `  ATP ${flow} ${period_start} to ${period_end}: ${
        millions(Number(value_usd))
      } million USD; ` +
        `atp_world_monthly has ${millions(known)} (difference ${
          millions(Number(value_usd) - known)
        })`,
    );
  }
}
