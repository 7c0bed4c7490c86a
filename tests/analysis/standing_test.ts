/** Who gained more: a supplier that lost, counts in 334 and 335, the changes in money. */
import { assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import pl from "nodejs-polars";
import {
  comparableYears,
  shareChanges,
  standingByYears,
  suppliersAhead,
  withDollars,
} from "../../lib/analysis/mod.ts";
import { CANADA, CHINA, MEXICO, TAIWAN, VIETNAM } from "../../lib/codes/mod.ts";
import { type Naics3Imports, readTable } from "../../lib/data/mod.ts";
import { type Frame, literal, records, rowOf } from "../../lib/frame.ts";
import { KNOWN } from "../known.ts";
import { imports, ofMonth, total } from "./small.ts";

const table = await readTable("naics3_imports_by_partner_monthly", KNOWN);
const ofIndustry = (naics: string) =>
  table.filter(pl.col("naics").eq(literal(naics))) as Frame<Naics3Imports>;
const changesOf = (naics: string) =>
  shareChanges(ofIndustry(naics), comparableYears(ofIndustry(naics), "2017", "2024"));

const YEARS = {
  from: { period_start: "2017-01", period_end: "2017-01" },
  to: { period_start: "2024-01", period_end: "2024-01" },
};
/** China 50 → 30, Mexico 20 → 18, Japan 10 → 9, Vietnam 5 → 25 of 100; the rest 15 → 18. */
const small = shareChanges(
  imports([
    ...ofMonth("2017-01", { [CHINA]: 50, [MEXICO]: 20, "5880": 10, [VIETNAM]: 5, "-": 100 }),
    ...ofMonth("2024-01", { [CHINA]: 60, [MEXICO]: 36, "5880": 18, [VIETNAM]: 50, "-": 200 }),
  ]),
  YEARS,
);

Deno.test("by hand: a supplier that lost less than Mexico has not gained more", () => {
  const mexico = suppliersAhead(small);
  assertAlmostEquals(mexico.change, -0.02, 1e-15);
  // Japan lost 1 point, Mexico 2: only Vietnam gained. In dollars Vietnam +45 is more than Mexico's +16.
  assertEquals(mexico, { ...mexico, listed: 4, gained: 1, ahead: 1, change_usd: 16, ahead_usd: 1 });
  assertEquals(suppliersAhead(small, VIETNAM).ahead, 0);
  assertThrows(() => suppliersAhead(small, CANADA), RangeError, "supplier 1220 has no row");
});

Deno.test("by hand: a market that doubled turns a lost share into more dollars", () => {
  const dollars = withDollars(small);
  const of = (partner_code: string) => rowOf(dollars, { partner_code });
  assertEquals(of(MEXICO).change_usd, 16);
  assertAlmostEquals(of(MEXICO).points_usd, -4, 1e-12); // −2 points of 200
  assertAlmostEquals(of(VIETNAM).points_usd, 40, 1e-12); // +20 points of 200
  assertAlmostEquals(total(dollars, "points_usd"), 0, 1e-12);
});

Deno.test("334, 2017-2024: two gained more than Mexico, in share and in dollars", () => {
  const { listed, gained, ahead, ahead_usd } = suppliersAhead(changesOf("334"));
  assertEquals({ listed, gained, ahead, ahead_usd }, {
    listed: 30,
    gained: 15,
    ahead: 2,
    ahead_usd: 2,
  });
  const billions = (code: string, name: "change_usd" | "points_usd") =>
    Number((rowOf(withDollars(changesOf("334")), { partner_code: code })[name] / 1e9).toFixed(1));
  assertEquals([TAIWAN, VIETNAM, MEXICO, CHINA].map((code) => billions(code, "change_usd")), [
    61,
    51.7,
    37.8,
    -66.5,
  ]);
  assertEquals([CHINA, MEXICO].map((code) => billions(code, "points_usd")), [-135.2, 15.7]);
});

Deno.test("335, 2017-2024: Mexico's share fell, 17 of 30 gained; in dollars nobody gained more", () => {
  const mexico = suppliersAhead(changesOf("335"));
  assertEquals([mexico.listed, mexico.gained, mexico.ahead, mexico.ahead_usd], [30, 17, 17, 0]);
  assertEquals(Number((mexico.change * 100).toFixed(1)), -1);
  assertEquals(Number((mexico.change_usd / 1e9).toFixed(1)), 18.1);
  const { change_usd } = rowOf(withDollars(changesOf("335")), { partner_code: CHINA });
  assertEquals(Number((change_usd / 1e9).toFixed(1)), 10.6);
});

Deno.test("24 pairs of years: China always lost, Mexico's share rose in 22 of 334 and 5 of 335", () => {
  const years = {
    from: ["2013", "2014", "2015", "2016", "2017", "2018"],
    to: ["2019", "2021", "2023", "2024"],
  };
  const pairsOf = (naics: string) => records(standingByYears(ofIndustry(naics), years));
  const [electronics, electrical] = ["334", "335"].map(pairsOf);
  for (const pairs of [electronics, electrical]) {
    assertEquals(pairs.length, 24);
    assertEquals(pairs.filter((row) => row.loser_change < 0).length, 24);
    assertEquals(pairs.filter((row) => row.ahead === 0).length, 0);
  }
  const fell = electronics.filter((row) => row.change <= 0);
  assertEquals(fell.map((row) => [row.from_start.slice(0, 4), row.to_start.slice(0, 4)]), [
    ["2015", "2021"],
    ["2016", "2021"],
  ]);
  assertEquals(electrical.filter((row) => row.change > 0).length, 5);
  assertEquals(electrical.filter((row) => row.ahead_usd === 0).length, 17);
  // The pair of the report is one of them, and says what it says alone.
  const report = electrical.find((row) =>
    row.from_start === "2017-01" && row.to_end === "2024-12"
  )!;
  const { change, change_usd, gained } = suppliersAhead(changesOf("335"));
  assertEquals([report.change, report.change_usd, report.gained], [change, change_usd, gained]);
});
