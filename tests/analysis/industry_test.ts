/** Any industry, any two years: all 32 are gathered, and what is not there is named. */
import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import pl from "nodejs-polars";
import { industryProfile, shareChanges } from "../../lib/analysis/mod.ts";
import { ALL_INDUSTRIES, CHINA, NAICS3_CODES, WORLD } from "../../lib/codes/mod.ts";
import { readTable } from "../../lib/data/mod.ts";
import { type Frame, literal, records, rowOf } from "../../lib/frame.ts";
import { KNOWN } from "../known.ts";

const imports = await readTable("naics3_imports_by_partner_monthly", KNOWN);

for (const naics of [...NAICS3_CODES, ALL_INDUSTRIES]) {
  Deno.test(`industry ${naics}: every part is there and agrees with the others`, () => {
    const from = naics === "115" ? "2022" : "2017"; // 115 is in the figures since 2022
    const profile = industryProfile(imports, { naics, from, to: "2025" });
    const { comparison, changes, concentration, dutyChange, dutyLevels, loser } = profile;
    assertEquals(comparison.to, { period_start: "2025-01", period_end: "2025-11" });
    assertEquals(comparison.from, { period_start: `${from}-01`, period_end: `${from}-11` });
    assertAlmostEquals(records(changes).reduce((sum, row) => sum + row.change, 0), 0, 1e-12);
    for (const { hhi_low, hhi_high } of records(concentration)) {
      assert(0 <= hhi_low && hhi_low <= hhi_high && hhi_high <= 1);
    }
    const world = rowOf(dutyChange, { partner_code: WORLD });
    assertAlmostEquals(
      world.rate_effect + world.mix_effect,
      world.to_rate - world.from_rate,
      1e-13,
    );
    const stretches = records(dutyLevels);
    assertEquals(stretches.length, profile.dutyBreaks.height + 1);
    assertEquals(stretches.at(-1)!.period_end, "2025-11");
    assert(rowOf(changes, { partner_code: loser }).change < 0);
    assertEquals(rowOf(profile.replacement!, { partner_code: loser }).role, "studied loser");
  });
}

Deno.test("the profile of an industry is what its functions say", () => {
  const { changes, comparison, title, loser } = industryProfile(imports, {
    naics: "334",
    from: "2017",
    to: "2024",
  });
  assertEquals([title, loser], ["Computer and electronic products", CHINA]);
  const alone = imports.filter(pl.col("naics").eq(literal("334"))) as Frame<
    { month: string; partner_code: string }
  >;
  assertEquals(records(changes), records(shareChanges(alone, comparison)));
});

Deno.test("years that run backwards are refused: the words would say that a rise was a fall", () => {
  assertThrows(
    () => industryProfile(imports, { naics: "334", from: "2024", to: "2017" }),
    RangeError,
    "from 2024 to 2017 runs backwards: from is the earlier year",
  );
});

Deno.test("an unknown industry or year says which there are", () => {
  const ask = (naics: string, from: string, to: string) => () =>
    industryProfile(imports, { naics, from, to });
  assertThrows(
    ask("999", "2017", "2024"),
    RangeError,
    "unknown NAICS-3 industry 999; there are:\n  00   All goods\n  111  Agricultural products\n",
  );
  assertThrows(
    ask("336", "2012", "2024"),
    RangeError,
    "industry 336: no year 2012; there are: 2013, 2014, 2015, 2016, 2017, 2018, 2019, 2020, 2021, 2022",
  );
  assertThrows(
    ask("336", "2017", "2031"),
    RangeError,
    "industry 336: no year 2031; there are: 2013",
  );
  assertThrows(
    ask("115", "2017", "2024"),
    RangeError,
    "industry 115: no year 2017; there are: 2022",
  );
  assertThrows(ask("336", "2024", "2024"), RangeError, "2024 cannot be compared with itself");
  const without = imports.filter(pl.col("naics").neq(literal("336"))) as typeof imports;
  assertThrows(
    () => industryProfile(without, { naics: "336", from: "2017", to: "2024" }),
    RangeError,
    "no figures for industry 336; there are:\n  00   All goods\n  111  ",
  );
});
