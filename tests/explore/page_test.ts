/** The page's own small decisions: what carries over between questions, how tables are sorted. */
import { assertEquals } from "@std/assert";
import { dotted } from "../../lib/explore/fields.ts";
import { asking, partnerOptions, viewOf, yearOptions } from "../../lib/explore/page/questions.ts";
import { numberIn } from "../../lib/explore/page/sort.ts";
import type { SearchEntry } from "../../lib/explore/pieces/layout.ts";
import { addressOf, parseView, type Years } from "../../lib/explore/view.ts";

const YEARS: Years = {
  industries: ["2013", "2014", "2015"],
  full: ["2013", "2014"],
  lines: ["2024", "2025"],
  fullLines: ["2024", "2025"],
};
const read = (hash: string) => parseView(hash, YEARS).view;
const entry = (kind: SearchEntry["kind"], code: string): SearchEntry => ({
  ...{ kind, code, name: "", words: "", plain: true },
});

Deno.test("another question keeps the choices that both have, and no others", () => {
  const from = (hash: string, ask: Parameters<typeof asking>[0]) =>
    addressOf(asking(ask, read(hash), YEARS), YEARS);
  assertEquals(
    from("#naics=336&partners=2010&show=duty&from=2014", "changes"),
    "#changes=336&from=2014",
  );
  assertEquals(from("#naics=336&to=2015", "changes"), "#changes=336&to=2015");
  assertEquals(from("#changes=336&from=2014&to=2015", "suppliers"), "#naics=336&from=2014&to=2015");
  assertEquals(
    from("#hts=84&basis=imports_for_consumption&year=2024", "dependence"),
    "#depends=atp&basis=imports_for_consumption&year=2024",
  );
});

Deno.test("what is found is asked for: an industry's changes where changes are asked", () => {
  const to = (found: SearchEntry, hash: string) =>
    addressOf(viewOf(found, read(hash), YEARS), YEARS);
  assertEquals(to(entry("industry", "336"), "#naics=334&show=rank"), "#naics=336&show=rank");
  assertEquals(to(entry("industry", "336"), "#changes=334"), "#changes=336");
  assertEquals(to(entry("industry", "336"), "#hts=84"), "#naics=336");
  assertEquals(to(entry("group", "04"), "#hts=84&year=2024"), "#group=04&year=2024");
  assertEquals(to(entry("line", "8471500150"), "#depends=atp"), "#hts=8471.50.0150");
});

Deno.test("a tariff code has its dots, whole or not", () => {
  const codes = ["84", "8471", "847150", "84715001", "8471500150", "atp", "servers"];
  assertEquals(codes.map(dotted), [
    ...["84", "8471", "8471.50", "8471.50.01", "8471.50.0150", "atp", "servers"],
  ]);
});

Deno.test("partners stand by name, Mexico first; a part of a year says so", () => {
  assertEquals(partnerOptions(["5700", "1220", "2010"]).map(([, name]) => name), [
    ...["Mexico", "Canada", "China"],
  ]);
  assertEquals(yearOptions(YEARS.industries, YEARS.full).map(([, label]) => label), [
    ...["2013", "2014", "2015 (part)"],
  ]);
});

Deno.test("a cell is sorted by the number that it shows; no number stands last", () => {
  const cells = ["−1,234.5", "+0.4", "21.4%", "–", "", "12th", "117.2", "0.0%"];
  assertEquals(cells.map(numberIn), [-1234.5, 0.4, 21.4, NaN, NaN, 12, 117.2, 0]);
});
