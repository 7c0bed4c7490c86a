/** C4, C6 and C7: on the embedded lines, and on made figures as a refresh brings them, by hand. */
import { assertAlmostEquals, assertEquals, assertStringIncludes } from "@std/assert";
import pl from "nodejs-polars";
import type { Figures } from "../../lib/claims/claim.ts";
import { CLAIMS, judgeClaims } from "../../lib/claims/mod.ts";
import { judgeOrder } from "../../lib/claims/supplier_claims.ts";
import {
  type AtpByGroupAndPartner,
  readTable,
  scanTable,
  type Tables,
} from "../../lib/data/mod.ts";
import { frameOf } from "../../lib/frame.ts";
import { KNOWN } from "../known.ts";

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
  absent: (keyof Tables)[] = [],
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
  const read = (name: keyof Tables) =>
    name === "atp_by_group_and_partner" ? Promise.resolve(frame) : readTable(name, KNOWN);
  return {
    read: read as Figures["read"],
    scan: (name) => scanTable(name, KNOWN),
    has: (name) => !absent.includes(name),
  };
}

const judge = (id: string, figures: Figures) =>
  CLAIMS.find((claim) => claim.id === id)!.judge(figures);
const judged = new Map(
  (await judgeClaims({
    ...KNOWN,
    claims: CLAIMS.filter(({ id }) => ["C4", "C6", "C7"].includes(id)),
  })).map((claim) => [claim.id, claim]),
);

const [china, taiwan, mexico, canada, france] = ["5700", "5830", "2010", "1220", "4279"];
const asClaimed = { [china]: 97, [taiwan]: 66, [mexico]: 63, [canada]: 9 };
const exchanged = { [china]: 97, [taiwan]: 62, [mexico]: 64, [canada]: 9 };
const vietnamFirst = { "5520": 120, ...asClaimed };

Deno.test("C4 on the lines: China first, the other two exchanged on both bases: confirmed in part", () => {
  const { verdict, finding, evidence } = judged.get("C4")!;
  assertEquals(verdict, "confirmed in part");
  for (
    const said of ["China, Mexico and Taiwan, on both", "1.6% of imports for", "0.7% of general"]
  ) {
    assertStringIncludes(finding, said);
  }
  assertEquals(
    evidence.map(({ partner, period, value }) =>
      `${partner} ${period} ${(value / 1e9).toFixed(2)}`
    ),
    [
      "China 2024 100.85",
      "Mexico 2024 63.78",
      "Taiwan 2024 63.37",
      "China 2024 97.32",
      "Mexico 2024 63.66",
      "Taiwan 2024 62.68",
      "Taiwan 2025 145.54",
      "Mexico 2025 110.31",
      "Vietnam 2025 84.90",
      "China 2025 50.75",
    ],
  );
});

Deno.test("C4 bounds the older vintage by what the revision moved", () => {
  const { sensitivity } = judged.get("C4")!;
  for (
    const said of [
      "firm: 58% ahead",
      "Second and third are 418 million dollars apart",
      "Mexico by −155 million dollars and Taiwan by +11 million dollars: 166 million dollars in " +
      "favor of Taiwan",
      "more than 418 million dollars in favor of Mexico",
      "In 2025 the order was Taiwan, Mexico, Vietnam and China.",
    ]
  ) assertStringIncludes(sensitivity, said);
});

Deno.test("the rule of C4 over the orders on two bases", () => {
  const [claimed, other] = [[china, taiwan, mexico], [china, mexico, taiwan]];
  assertEquals(judgeOrder([claimed, claimed]), "confirmed");
  assertEquals(judgeOrder([claimed, other]), "depends on the basis");
  assertEquals(judgeOrder([other, other]), "confirmed in part");
  assertEquals(judgeOrder([other, [taiwan, china, mexico]]), "not confirmed");
  assertEquals(judgeOrder([[china, mexico, canada], other]), "not confirmed");
});

Deno.test("C4 follows the order of the table by group and partner, where a refresh brought it", async () => {
  const cases: [Values, Values, string][] = [
    [asClaimed, asClaimed, "confirmed"],
    [asClaimed, exchanged, "depends on the basis"],
    [exchanged, exchanged, "confirmed in part"],
    [vietnamFirst, vietnamFirst, "not confirmed"],
  ];
  for (const [general, consumption, verdict] of cases) {
    const found = await judge("C4", refreshed("04", general, consumption));
    assertEquals(found.verdict, verdict);
    assertEquals(found.evidence[0].vintage, "2026-11-20");
  }
});

Deno.test("C4 says both orders with their margins, and no revision where no older vintage is", async () => {
  const figures = refreshed("04", asClaimed, exchanged, "2024-12", ["atp_imports_hs10_by_partner"]);
  const { finding, sensitivity } = await judge("C4", figures);
  assertStringIncludes(finding, "China, Taiwan and Mexico, on general imports");
  assertStringIncludes(finding, "China, Mexico and Taiwan for consumption");
  assertStringIncludes(finding, "by 3.2% of imports for consumption"); // 64 / 62 = 1.0323
  assertStringIncludes(finding, "by 4.8% of general imports"); // 66 / 63 = 1.0476
  assertEquals(sensitivity.includes("older vintage"), false);
});

Deno.test("C6 on the lines: Canada 13.6 billion, ahead of France, on both bases: confirmed", () => {
  const { verdict, finding, evidence, sensitivity } = judged.get("C6")!;
  assertEquals(verdict, "confirmed");
  assertStringIncludes(finding, "23.0% of the former: 13.6 billion dollars");
  assertEquals(
    evidence.slice(1, 5).map(({ partner, value }) => `${partner} ${(value / 1e9).toFixed(2)}`),
    ["Canada 13.62", "France 10.21", "Germany 7.82", "United Kingdom 5.98"],
  );
  assertStringIncludes(sensitivity, "France came next with 10.2 billion dollars");
  assertStringIncludes(sensitivity, "EU27 together supplied 23.7 billion dollars");
  assertStringIncludes(sensitivity, "In 2025 Canada was first");
});

Deno.test("C6 follows the ranking on each basis", async () => {
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
  }
  assertStringIncludes(
    (await judge("C6", refreshed("08", second, second))).finding,
    "the second largest supplier of aerospace products in general imports and in",
  );
});

Deno.test("a part of the year does not stand for the year: the lines are used instead", async () => {
  const found = await judge("C4", refreshed("04", asClaimed, asClaimed, "2024-03"));
  assertEquals(found.evidence[0].vintage, "2026-08-09");
  assertEquals(found.verdict, "confirmed in part");
});

Deno.test("C7: the position, what Canada sends and what Mexico sends; always an interpretation", () => {
  const { verdict, finding, evidence, sensitivity } = judged.get("C7")!;
  assertEquals(verdict, "interpretation");
  assertStringIncludes(finding, "36.4% was finished aircraft");
  assertStringIncludes(finding, "59.3%");
  assertStringIncludes(sensitivity, "97.4%");
  const parts = evidence.find(({ measure, partner }) =>
    partner === "Canada" && measure.startsWith("engines and parts")
  )!;
  assertAlmostEquals(parts.value, 0.5926, 5e-5);
});
