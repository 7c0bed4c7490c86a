/** For which bars one group alone has a significant surplus. */
import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import pl from "nodejs-polars";
import {
  aloneAbove,
  balanceByGroup,
  ofPeriod,
  partsOfYears,
  surplusBars,
} from "../../lib/analysis/mod.ts";
import { readTable } from "../../lib/data/mod.ts";
import { literal, records } from "../../lib/frame.ts";
import { KNOWN } from "../known.ts";

const groups = balanceByGroup(await readTable("atp_by_group", KNOWN));

Deno.test("in the six parts of years aerospace is alone above the next largest surplus", () => {
  const bars = partsOfYears(groups).map((part) =>
    records(surplusBars(ofPeriod(groups, part), "08"))[0]
  );
  const read = bars.map((bar) => [
    bar.period_end,
    (bar.next_share * 100).toFixed(1),
    (bar.share * 100).toFixed(1),
    bar.next_group,
  ]);
  assertEquals(read, [
    ["2020-08", "7.0", "27.0", "05"], // 7,926 and 30,545 of 113,203
    ["2021-08", "6.5", "28.5", "06"], // 7,715 and 33,828 of 118,582
    ["2022-04", "3.7", "25.8", "06"],
    ["2023-04", "0.6", "36.4", "06"],
    ["2024-03", "0.9", "32.8", "09"], // 491 and 17,882 of 54,555
    ["2025-03", "0.5", "19.1", "09"],
  ]);
  assertEquals(bars.map((bar) => aloneAbove(bar, 0.05)), [false, false, true, true, true, true]);
  assert(!aloneAbove(bars[4], 0.4));
});

Deno.test("no other surplus, and a group that is not there", () => {
  const deficits = groups.filter(pl.col("balance_usd").lt(literal(0)));
  const [bar] = records(surplusBars(deficits, "04"));
  assertEquals([bar.next_share, bar.next_group], [0, ""]);
  assertAlmostEquals(bar.share, -0.92, 5e-3);
  assert(!aloneAbove(bar, 0.05));
  assertThrows(() => surplusBars(deficits, "08"), RangeError, "no group 08");
});
