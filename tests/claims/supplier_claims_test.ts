/** C4 and C6 on both import bases, as a refresh brings them: made figures, worked by hand. */
import { assertEquals, assertStringIncludes } from "@std/assert";
import pl from "nodejs-polars";
import type { Figures } from "../../lib/claims/claim.ts";
import { CLAIMS } from "../../lib/claims/mod.ts";
import { type AtpByGroupAndPartner, readTable } from "../../lib/data/mod.ts";
import { frameOf } from "../../lib/frame.ts";

type Values = Record<string, number>;
const SCHEMA = {
  vintage: pl.String,
  period_start: pl.String,
  period_end: pl.String,
  flow: pl.String,
  basis: pl.String,
  atp_group: pl.String,
  partner_code: pl.String,
  value_usd: pl.Int64,
};

/** Figures in which the table by group and partner is there, with values in billions by basis. */
function refreshed(
  atp_group: string,
  general: Values,
  consumption: Values,
  end = "2024-12",
): Figures {
  const rowsOf = (basis: AtpByGroupAndPartner["basis"], values: Values): AtpByGroupAndPartner[] => {
    const world = Object.values(values).reduce((sum, value) => sum + value, 0);
    return Object.entries({ ...values, "-": world }).map(([partner_code, billions]) => ({
      vintage: "2026-11-20",
      period_start: "2024-01",
      period_end: end,
      flow: "imports",
      basis,
      atp_group,
      partner_code,
      value_usd: billions * 1e9,
    }));
  };
  const rows = [
    ...rowsOf("general_imports", general),
    ...rowsOf("imports_for_consumption", consumption),
  ];
  const frame = frameOf(rows, SCHEMA);
  const read = (name: string) =>
    name === "atp_by_group_and_partner"
      ? Promise.resolve(frame)
      : readTable(name as "atp_imports_hs10_by_partner");
  return { read: read as Figures["read"], has: () => true };
}

const judge = (id: string, figures: Figures) =>
  CLAIMS.find((claim) => claim.id === id)!.evidence(figures);

const [china, taiwan, mexico, canada, france] = ["5700", "5830", "2010", "1220", "4279"];
const asClaimed = { [china]: 97, [taiwan]: 66, [mexico]: 63, [canada]: 9 };
const exchanged = { [china]: 97, [taiwan]: 62, [mexico]: 64, [canada]: 9 };
const vietnamFirst = { "5520": 120, ...asClaimed };

Deno.test("C4 follows the order on the two bases", async () => {
  const cases: [Values, Values, string][] = [
    [asClaimed, asClaimed, "confirmed"],
    [asClaimed, exchanged, "depends on the basis"],
    [exchanged, asClaimed, "depends on the basis"],
    [exchanged, exchanged, "not confirmed"],
    [vietnamFirst, vietnamFirst, "not confirmed"],
  ];
  for (const [general, consumption, verdict] of cases) {
    const found = await judge("C4", refreshed("04", general, consumption));
    assertEquals(found.verdict, verdict);
    assertEquals(found.vintage, "2026-11-20");
    assertStringIncludes(
      found.basis,
      "general imports (customs value) and imports for consumption",
    );
  }
});

Deno.test("C4 says both orders with their margins", async () => {
  const { finding, value } = await judge("C4", refreshed("04", asClaimed, exchanged));
  assertEquals(value, "China, Taiwan, Mexico");
  assertStringIncludes(finding, "Taiwan $66.0 billion and Mexico $63.0 billion"); // 66 / 63 = 1.0476
  assertStringIncludes(finding, "4.8% apart");
  assertStringIncludes(finding, "Mexico $64.0 billion and Taiwan $62.0 billion"); // 64 / 62 = 1.0323
  assertStringIncludes(finding, "3.2% apart");
});

Deno.test("C6 is decided when the members of the European Union are listed", async () => {
  const first = { [canada]: 14, [france]: 9, [mexico]: 2 };
  const second = { [canada]: 8, [france]: 9, [mexico]: 2 };
  const cases: [Values, Values, string][] = [
    [first, first, "confirmed"],
    [first, second, "depends on the basis"],
    [second, second, "not confirmed"],
  ];
  for (const [general, consumption, verdict] of cases) {
    const found = await judge("C6", refreshed("08", general, consumption));
    assertEquals(found.verdict, verdict);
    assertEquals(found.finding.includes("block"), false);
  }
});

Deno.test("a part of the year does not stand for the year: tariff lines are used instead", async () => {
  const found = await judge("C4", refreshed("04", asClaimed, asClaimed, "2024-03"));
  assertEquals(found.vintage, "2025");
  assertEquals(found.verdict, "depends on the basis");
});
