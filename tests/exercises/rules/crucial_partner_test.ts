/** A rule for a crucial partner: sound ones pass, each fault is told with its lesson. */
import { assertEquals, assertStringIncludes } from "@std/assert";
import { CHINA, MEXICO } from "../../../lib/codes/mod.ts";
import { crucialPartner } from "../../../lib/exercises/rules/crucial_partner.ts";
import { madeUpMarket, type MadeUpSupplier } from "../../../lib/exercises/rules/made_up_market.ts";

type Suppliers = MadeUpSupplier[];
const of = (suppliers: Suppliers, code: string) =>
  suppliers.find((row) => row.partner_code === code)!;

/** The part of China's loss that a partner's gain comes to; none where China lost nothing. */
function taken(partner: string, suppliers: Suppliers): number {
  const lost = -of(suppliers, CHINA).change;
  return lost > 0 ? of(suppliers, partner).change / lost : 0;
}

const byPart = (partner: string, suppliers: Suppliers) => {
  const part = taken(partner, suppliers);
  return part >= 0.25 ? "confirmed" : part >= 0.1 ? "confirmed in part" : "not confirmed";
};

/** The rule of C5. */
const byPlace = (partner: string, suppliers: Suppliers) => {
  if (taken(partner, suppliers) <= 0) return "not confirmed";
  const ahead = suppliers.some((row) => row.change > of(suppliers, partner).change);
  return ahead ? "confirmed in part" : "confirmed";
};

Deno.test("rules that look at shares, by a bar or by place, are sound", () => {
  assertEquals(crucialPartner(byPart), []);
  assertEquals(crucialPartner(byPlace), []);
});

Deno.test("each fault of a rule is told with its lesson", () => {
  const yes = (is: boolean) => is ? "confirmed" : "not confirmed";
  const faulty: [(partner: string, suppliers: Suppliers) => unknown, string][] = [
    [() => "not confirmed", "that no figures could confirm"],
    [() => "confirmed", "that every figure confirms"],
    [(p, all) => yes(of(all, p).to_usd > of(all, p).from_usd), "because the market grew"],
    [(p, all) => yes(of(all, p).change > 0.04), "where China's share rose"],
    [(p, all) => yes(taken(p, all) > 0), "a gain of a tenth of a point"],
    [(p, all) => yes(taken(p, all) > 0.2 && taken(p, all) < 0.5), "the one that gained less"],
    [
      (p, all) => yes(taken(p, all) > 0 && of(all, p).to_usd - of(all, p).from_usd > 5e9),
      "a bar in dollars",
    ],
    [
      (p, all) => yes(taken(p, all) > 0.1 && all.indexOf(of(all, p)) === 0),
      "the order of the rows",
    ],
    [(p, all) => p === MEXICO ? byPart(p, all) : "not confirmed", "not at its name"],
    [(p, all) => p === CHINA ? "confirmed" : byPart(p, all), "China itself"],
  ];
  for (const [rule, lesson] of faulty) {
    assertStringIncludes(crucialPartner(rule).join(" "), lesson, `${rule}`);
  }
});

Deno.test("what is no rule is told how to write one", () => {
  assertStringIncludes(crucialPartner("confirmed")[0], "Give a function: (partner, suppliers)");
  assertStringIncludes(crucialPartner(() => true)[0], "It gave true");
  assertStringIncludes(crucialPartner(() => {})[0], "It gave undefined");
  const fails = (_: string, suppliers: Suppliers) => of(suppliers, "9999").change;
  assertStringIncludes(crucialPartner(fails)[0], "Your rule fails on a market of five suppliers");
});

Deno.test("a made-up market adds up, in shares and in dollars", () => {
  const market = madeUpMarket({ lost: 20, gained: 5, grown: 3 });
  const sum = (of: (row: MadeUpSupplier) => number) =>
    market.reduce((all, row) => all + of(row), 0);
  assertEquals(Math.round(sum((row) => row.change) * 1e9), 0);
  assertEquals(sum((row) => row.to_usd), 3 * sum((row) => row.from_usd));
  for (const row of market) {
    assertEquals(row.to_usd / sum((each) => each.to_usd), row.to_share, row.partner_code);
  }
});
