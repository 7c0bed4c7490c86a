/** Titles: every number is one rounding of a value of the figure's data; one idea, few words. */
import { assert, assertEquals, assertMatch } from "@std/assert";
import { rankSuppliers, supplierShares } from "../../lib/analysis/mod.ts";
import { readTable } from "../../lib/data/mod.ts";
import { supplierRanking } from "../../lib/figures/mod.ts";
import { HEADLINE } from "../../lib/figures/words.ts";
import { number } from "../../lib/format.ts";
import { keep, records } from "../../lib/frame.ts";
import { KNOWN } from "../known.ts";
import { dependence, gallery } from "./gallery.ts";

const figures = await gallery();

/** Numbers as a title writes them; years, codes and the 27 of the EU aside. */
const numbersIn = (title: string): string[] =>
  [...title.matchAll(/(?<![\w.])\d+(?:,\d{3})*(?:\.\d+)?/g)].map(([text]) => text)
    .filter((text) => !/^(19|20)\d\d$/.test(text));

/** Whether a text is one rounding of a value: as it is, in percent, in millions or in billions. */
function isRounded(text: string, value: number): boolean {
  const decimals = text.split(".")[1]?.length ?? 0;
  return [1, 100, 1e-6, 1e-9].some((unit) => number(Math.abs(value) * unit, decimals) === text);
}

/** What a title may say beside single values: restated months together, counts, lines that are not drawn. */
function sums(id: string, rows: Record<string, unknown>[]): number[] {
  const sum = (of: Record<string, unknown>[], name: string) =>
    of.reduce((all, row) => all + Number(row[name]), 0);
  if (id === "restated-months") {
    return [...Map.groupBy(rows, (row) => row.partner_code).values()].flatMap((own) => {
      const restated = own.filter((row) => row.restated === "yes");
      return [sum(restated, "lines_usd"), sum(restated, "total_usd")];
    });
  }
  if (id === "technology-yardstick") {
    const groups = rows.filter((row) => row.panel === "products" && row.role === "part");
    return [groups.length, groups.filter((row) => Number(row.relative_share) > 1).length];
  }
  if (id !== "line-dependence") return [];
  const lines = records(dependence).map((row) => ({ ...row }));
  const above = lines.filter(({ share }) => share > 0.5);
  return [above.length, lines.length, sum(above, "value_usd") / sum(lines, "value_usd")];
}

for (const { id, title, data } of figures) {
  Deno.test(`${id}: the numbers of its title are rounded once from its data`, () => {
    const rows = data.rows;
    const values = [...rows.flatMap((row) => Object.values(row)), ...sums(id, rows)]
      .filter((value): value is number => typeof value === "number" && Number.isFinite(value));
    for (const text of numbersIn(title)) {
      assert(values.some((value) => isRounded(text, value)), `${text} in: ${title}`);
    }
  });
}

Deno.test("the reading of titles: years and codes are no numbers, a doubly rounded one is found out", () => {
  assertEquals(numbersIn("EU27, 2013–2024: fell from 45.5% to 21.4%, 1,204 in NAICS 334"), [
    "45.5",
    "21.4",
    "1,204",
    "334",
  ]);
  assert(isRounded("27", 0.274656) && isRounded("27.5", 0.274656));
  assert(!isRounded("28", 0.274656)); // 27.4656 → 27.5 → 28
  assert(isRounded("135.2", -135_240_000_000));
});

Deno.test("what was rounded twice: China 27.5% of group 04", async () => {
  // The older lines, with the EU as one supplier: China supplied 27.4656% of what the listed ones did.
  const older = keep(await readTable("atp_imports_hs10_by_partner", KNOWN), { atp_group: "04" });
  const shares = supplierShares(older, { by: [], denominator: "listed", blocks: ["0003"] });
  assertMatch(
    supplierRanking(rankSuppliers(shares, []), { group: "04" }).title,
    /^China supplied 27\.5% of U\.S\. .*listed suppliers/,
  );
});

Deno.test("a title has at most 14 words", () => {
  const long = figures.map(({ id, title }) => `${id}: ${title}`)
    .filter((said) => said.split(": ").slice(1).join(": ").split(" ").length > HEADLINE);
  assertEquals(long, []);
});

Deno.test("no title sets a part of a year against a whole one", () => {
  for (
    const { id, title } of figures.filter((each) => /^supplier-s|^supplier-ranks/.test(each.id))
  ) {
    assert(!title.includes("November"), `${id}: ${title}`);
  }
});
