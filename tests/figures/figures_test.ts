/** Every figure on the embedded figures: whole, legible, true to its frame, as it was looked at. */
import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import pl from "nodejs-polars";
import { annualBalance } from "../../lib/analysis/mod.ts";
import { ATP_TOTAL, CHINA, MEXICO, TAIWAN, USMCA, WORLD } from "../../lib/codes/mod.ts";
import { readTable } from "../../lib/data/mod.ts";
import { LIGHT_COLOURS, PALETTE } from "../../lib/figures/palette.ts";
import { billions, number, percent, signed } from "../../lib/format.ts";
import { literal, records } from "../../lib/frame.ts";
import { KNOWN } from "../known.ts";
import { dataFaults, labelsOf } from "./data_faults.ts";
import { drawing, normalised, textFaults, xmlFault } from "./drawing.ts";
import { gallery, naics3 } from "./gallery.ts";

const warnings: unknown[][] = [];
const { warn } = console;
console.warn = (...words) => warnings.push(words);
const figures = await gallery();
console.warn = warn;

const figureOf = (id: string) => figures.find((each) => each.id === id)!;
// deno-lint-ignore no-explicit-any
const rowsOf = (id: string) => figureOf(id).data.rows as any[];
const sum = (rows: Record<string, unknown>[], name: string) =>
  rows.reduce((all, row) => all + Number(row[name]), 0);

Deno.test("no figure warns", () => assertEquals(warnings, []));

for (const figure of figures) {
  const { id, title, subtitle, source, alt, svg, narrow } = figure;
  for (const [page, text, least] of [["720 px", svg, 10.5], ["360 px", narrow, 11.5]] as const) {
    Deno.test(`${id} at ${page}: well-formed, in the palette, type of a size, all text inside and apart`, () => {
      assertEquals(xmlFault(text), null);
      const drawn = drawing(text);
      for (const colour of drawn.colours) {
        assert(LIGHT_COLOURS.has(colour) || colour.startsWith("url(#"), colour);
      }
      assertEquals(textFaults(drawn), []);
      assertEquals(drawn.texts.filter(({ size }) => size < least).map((box) => box.text), []);
      const words = drawn.texts.map((box) => box.text).join(" ").replaceAll("\u00a0", " ");
      for (const said of [title, subtitle, source]) {
        assertStringIncludes(words, said.replaceAll("\u00a0", " "));
      }
    });
  }

  Deno.test(`${id}: its data are those of the picture, named, and the parts add up`, () => {
    assertEquals(dataFaults(figure), []);
  });

  Deno.test(`${id}: says what it shows, without a hyphen for a minus or an unknown value`, () => {
    assert(alt.length > 60 && alt.endsWith("."), alt);
    for (const said of [title, subtitle, source, alt]) {
      assert(said !== "" && !/undefined|null|NaN|Infinity|\d-\d{3}|\s-\d/.test(said), said);
    }
    assert(!/[^–-]-\d/.test(alt), "a minus is U+2212");
    assert(/^Source: .*vintages? \d{4}/.test(source), source);
  });
}

Deno.test("ids are unique on a page with every figure at both widths", () => {
  const ids = figures.flatMap(({ svg, narrow }) =>
    [svg, narrow].flatMap((each) => drawing(each).ids)
  );
  assertEquals(ids.length, new Set(ids).size);
  assertEquals(new Set(figures.map(({ id }) => id)).size, figures.length);
});

Deno.test("the alternative of the balance by group holds its frame's values", () => {
  const { alt, title } = figureOf("atp-balance-by-group");
  const quarter = rowsOf("atp-balance-by-group").filter((row) => row.period_start === "2024-01");
  for (const { atp_group, balance_usd, share_of_balance } of quarter) {
    assertStringIncludes(alt, number(balance_usd / 1e9, 1));
    if (atp_group !== ATP_TOTAL) assertStringIncludes(alt, percent(share_of_balance));
  }
  const largest = quarter.filter((row) => row.atp_group !== ATP_TOTAL)
    .sort((a, b) => b.share_of_balance - a.share_of_balance)[0];
  assertStringIncludes(title, percent(largest.share_of_balance));
  assertStringIncludes(title, "Biotechnology’s deficit grew most"); // −12.9 to −55.0 billion
});

Deno.test("the balance history marks the last year with a surplus and leaves a part-year out", async () => {
  const { alt, svg } = figureOf("atp-balance-history");
  const whole = rowsOf("atp-balance-history");
  const surplus = whole.findLast((row) => row.balance_usd > 0);
  assertStringIncludes(alt, `last year with a surplus is ${surplus.year}`);
  assertStringIncludes(alt, billions(whole.at(-1).balance_usd));
  assertStringIncludes(svg, `last surplus: ${surplus.year}`);
  const part = records(annualBalance(await readTable("atp_world_monthly", KNOWN)))
    .find((row) => row.months < 12)!;
  assertStringIncludes(svg, `${part.year} is left out: ${part.months} of 12 months`);
  assert(whole.every(({ year }) => year !== part.year), "what is not drawn is not in the data");
});

Deno.test("supplier shares: alternative, labels and notes hold the frame's values, a few lines have names", () => {
  for (const naics of ["334", "335"]) {
    const { alt, svg, title } = figureOf(`supplier-shares-${naics}`);
    const rows = rowsOf(`supplier-shares-${naics}`);
    const last = rows.at(-1).year;
    const share = (code: string, year: string) =>
      rows.find((row) => row.partner_code === code && row.year === year).share;
    for (const code of [MEXICO, CHINA]) {
      assertStringIncludes(alt, percent(share(code, "2013")));
      assertStringIncludes(alt, percent(share(code, last)));
    }
    const labels = labelsOf(figureOf(`supplier-shares-${naics}`)).map(({ name }) => name);
    assertEquals(labels.length, 6);
    for (const name of ["Mexico", "Canada", "China"]) assert(labels.includes(name));
    const said = svg.replace(/<[^>]+>/g, " ");
    for (const year of ["2013", "2024"]) {
      assertStringIncludes(title, percent(share(CHINA, year)));
      assertStringIncludes(svg, `>${percent(share(CHINA, year))}<`); // beside its line
      assertStringIncludes(
        said,
        `${percent(share(USMCA, year))} in ${year}`.replace(" in ", " in\u00a0"),
      );
    }
    assertStringIncludes(said, "Canada and Mexico together (USMCA)");
    assertStringIncludes(svg, "Jan–Nov");
    const thin = /Thin lines: ([^.]+)\./.exec(said.replace(/\s+/g, " "))![1].split(/, | and /);
    assertEquals(thin.length, 6);
    for (const name of thin) {
      assert(rows.some((row) => row.partner === name) && !labels.includes(name));
    }
  }
});

Deno.test("what a picture of suppliers says stands in its data, by name", () => {
  for (const naics of ["334", "335"]) {
    for (const id of [`supplier-shares-${naics}`, `monthly-shares-${naics}`]) {
      const rows = rowsOf(id);
      const last = rows.map((row) => row.period_end).sort().at(-1);
      const labels = [...figureOf(id).svg.matchAll(/>([A-Z][A-Za-z ]+) (\d+\.\d%)</g)];
      assert(labels.length >= 6, id);
      for (const [, name, value] of labels) {
        const found = rows.filter((row) =>
          row.period_end === last && row.partner?.startsWith(name)
        );
        assert(found.some((row) => percent(row.share) === value), `${id}: ${name} ${value}`);
      }
      assert(rows.every((row) => row.naics === naics && row.partner));
    }
    const changes = rowsOf(`share-changes-${naics}`);
    const others = changes.find((row) => row.partner === "All others");
    assert(changes.every((row) => row.partner_code !== "other"), "one word, one number");
    assertStringIncludes(
      figureOf(`share-changes-${naics}`).alt,
      `All others ${signed(others.change * 100, 1)}`,
    );
  }
  const ranking = rowsOf("supplier-ranking-04").at(-1);
  assertStringIncludes(figureOf("supplier-ranking-04").svg, `>${ranking.partner}<`);
});

Deno.test("rankings hold the frame's values, EU members one by one", () => {
  for (const group of ["04", "08"]) {
    const { alt } = figureOf(`supplier-ranking-${group}`);
    for (const { imports_usd, share } of rowsOf(`supplier-ranking-${group}`)) {
      assertStringIncludes(alt, `${billions(imports_usd)} (${percent(share)})`);
    }
  }
  assertStringIncludes(figureOf("supplier-ranking-08").alt, "France");
});

Deno.test("the yardstick says how many groups are above it, and the shares of every class", () => {
  const { title, alt } = figureOf("technology-yardstick");
  const rows = rowsOf("technology-yardstick").filter((row) => row.relative_share !== null);
  // Aerospace 28.3%, opto-electronics 28.9%, advanced materials 36.2%; all goods 28.0%.
  assertStringIncludes(title, "3 of 10 technology groups lean on Mexico and Canada more");
  assertEquals(rows.length, 15); // all goods, all technology and its ten groups, three industries
  for (const { both_share, relative_share } of rows) {
    assertStringIncludes(alt, `${percent(both_share)} (relative ${number(relative_share, 2)})`);
  }
});

Deno.test("reliance on the two: the answer, its largest groups, and servers below their group", () => {
  const { title, alt, svg } = figureOf("reliance");
  const rows = rowsOf("reliance");
  const [all, technology, ...parts] = rows;
  assertEquals(
    title,
    `Mexico and Canada supply ${percent(all.both_share, 0)} of all U.S. imports, ` +
      `${percent(technology.both_share, 0)} of technology`,
  );
  assertEquals(parts.map(({ class: name }) => name), [
    "Aerospace",
    "Electronics",
    "Information and Communications",
    "Servers and other processing units",
    "Life Science",
    "Biotechnology",
    "5 other groups",
  ]);
  for (const { both_share, mexico_share, canada_share } of rows) {
    assert(Math.abs(both_share - mexico_share - canada_share) < 1e-12);
    assertStringIncludes(alt, `${percent(both_share)} of `);
    assertStringIncludes(svg, `>${percent(both_share)}<`);
  }
  const less = number((all.both_share - technology.both_share) * 100, 1);
  assertStringIncludes(svg, `>${less} points less than in all goods<`);
  assertStringIncludes(svg, ">Canada 23.0%<");
});

Deno.test("dependence by line: the lines that are drawn stand in its data, in words and numbers", () => {
  const { title, alt } = figureOf("line-dependence");
  const rows = rowsOf("line-dependence");
  assertStringIncludes(title, "56 of 627 technology lines");
  for (const { description, both_share, mexico_share } of rows) {
    assert(both_share > 0.5, description);
    assertStringIncludes(alt, `${description} ${percent(both_share)} of `);
    assertStringIncludes(alt, `(Mexico ${percent(mexico_share)}`);
  }
});

Deno.test("changes of shares: the title and the alternative say the frame's changes", () => {
  const { alt, title } = figureOf("share-changes-334");
  const change = (code: string) =>
    rowsOf("share-changes-334").find((row) => row.partner_code === code).change * 100;
  assertStringIncludes(title, `China lost ${number(-change(CHINA), 1)} points`);
  assertStringIncludes(title, `Taiwan gained ${number(change(TAIWAN), 1)}`);
  assertStringIncludes(alt, `Mexico ${signed(change(MEXICO), 1)}`);
});

Deno.test("the decompositions say parts that are those of the world row", () => {
  const world = (id: string) => rowsOf(id).find((row) => row.role === "total");
  const duty = world("duty-decomposition-334");
  assertStringIncludes(
    figureOf("duty-decomposition-334").alt,
    `suppliers’ rates ${signed(duty.rate_effect * 100, 2)} (` +
      `${signed(duty.rate_effect_low * 100, 2)} to ${signed(duty.rate_effect_high * 100, 2)})`,
  );
  const all = world("duty-sources");
  assertStringIncludes(
    figureOf("duty-sources").alt,
    `shift of goods ${signed(all.goods_effect * 100, 2)} (` +
      `${signed(all.goods_effect_low * 100, 2)} to ${signed(all.goods_effect_high * 100, 2)})`,
  );
  const share = rowsOf(`shift-share-${MEXICO}`).find((row) => row.naics === "00");
  assertStringIncludes(figureOf(`shift-share-${MEXICO}`).alt, signed(share.within * 100, 1));
});

Deno.test("the panels of a decomposition have one scale: bars of both in the ratio of their values", () => {
  const { svg } = figureOf("duty-decomposition-334");
  const rates = [...svg.matchAll(/<rect[^>]*>/g)].map(([tag]) => tag)
    .filter((tag) => tag.includes(`fill="${PALETTE.partOne.light}"`))
    .map((tag) => Number(/width="([\d.]+)"/.exec(tag)![1]));
  const rows = rowsOf("duty-decomposition-334");
  const [more, less] = ["world", CHINA]
    .map((code) => Math.abs(rows.find((row) => row.partner_code === code).rate_effect))
    .sort((a, b) => b - a);
  const widest = rates.sort((a, b) => b - a);
  assert(Math.abs(widest[0] / widest[1] - more / less) < 0.02, widest.join(", "));
});

Deno.test("duty rates: from 2018, levels and events by name in the first panel, drawn rows only", () => {
  for (const naics of ["334", "335"]) {
    const { svg, title } = figureOf(`duty-rates-${naics}`);
    const rows = rowsOf(`duty-rates-${naics}`);
    assertEquals(rows.map(({ month }) => month).sort()[0], "2018-01");
    assert(new Set(rows.map(({ partner_code }) => partner_code)).size <= 7);
    for (const said of ["All suppliers together", "By supplier", "China, list 3, Sep 2018"]) {
      assertStringIncludes(svg, `>${said}<`);
    }
    const world = rows.filter((row) => row.role === "total")
      .sort((a, b) => a.month < b.month ? -1 : 1);
    const [before, last] = [world.at(-13), world.at(-1)].map(({ rate }) => percent(rate));
    assertStringIncludes(title, `from ${before} to ${last} in a year`);
  }
});

Deno.test("labels with a share are found in the pictures that have them", () => {
  const found = (id: string) => labelsOf(figureOf(id)).map(({ name }) => name);
  assert(found("supplier-shares-334").includes("Taiwan"));
  assert(found("monthly-shares-334").includes("All others"));
  assert(found("duty-rates-334").includes("All suppliers"));
  assert(found("technology-yardstick").includes("All goods"));
  assertEquals(found("preference-use-334").sort(), ["Canada", "Mexico"]);
});

Deno.test("shares of suppliers add to one, their changes to nothing", () => {
  for (const naics of ["334", "335"]) {
    for (const id of [`supplier-shares-${naics}`, `monthly-shares-${naics}`]) {
      const parts = rowsOf(id).filter(({ role }) => role === "part");
      for (const of of Map.groupBy(parts, ({ year, period_end }) => year ?? period_end).values()) {
        assert(Math.abs(sum(of, "share") - 1) < 1e-9, id);
      }
    }
    const parts = rowsOf(`share-changes-${naics}`).filter(({ role }) => role === "part");
    assert(Math.abs(sum(parts, "to_share") - 1) < 1e-9 && Math.abs(sum(parts, "change")) < 1e-9);
  }
  assert(Math.abs(sum(rowsOf("supplier-ranking-04"), "share") - 1) < 1e-9);
});

Deno.test("duty rates: the parts of a month add to the world exactly, 1 and not 2.2 times", () => {
  const rows = rowsOf("duty-rates-334").filter(({ month }) => month === "2024-12");
  const [world] = rows.filter(({ role }) => role === "total");
  const parts = rows.filter(({ role }) => role === "part");
  assertEquals(parts.length, 6);
  assertEquals(sum(parts, "imports_usd"), world.imports_usd);
  assertEquals(sum(parts, "duty_usd"), world.duty_usd);
});

Deno.test("no more rows than are drawn: suppliers of a label, months of an axis", () => {
  const counts = Object.fromEntries(
    ["supplier-shares-334", "monthly-shares-334", "duty-rates-334", "preference", "line-dependence"]
      .map((id) => [id, figureOf(id).data.rows.length]),
  );
  assertEquals(counts, {
    "supplier-shares-334": 14 * 13, // twelve suppliers, all others and the USMCA in 13 years
    "monthly-shares-334": 7 * 144, // six suppliers and all others in 155 months, less the first 11
    "duty-rates-334": 7 * 95, // five suppliers, all others and the world in 95 months
    "preference": 2 * 391,
    "line-dependence": 12,
  });
});

Deno.test("the USMCA is said to be counted already in the lines of Canada and Mexico", () => {
  for (const naics of ["334", "335"]) {
    const { alt } = figureOf(`supplier-shares-${naics}`);
    assert(/USMCA, already counted in the lines of Canada and Mexico: /.test(alt), alt);
  }
});

Deno.test("the areas are shares of twelve months: imports of all of them, not a mean of shares", () => {
  const year = naics3.filter(
    pl.col("naics").eq(literal("334")).and(pl.col("month").str.slice(0, 4).eq(literal("2024"))),
  );
  const of = (code: string) =>
    sum(year.filter(pl.col("partner_code").eq(literal(code))).toRecords(), "value_usd");
  const row = rowsOf("monthly-shares-334").find((each) =>
    each.partner_code === CHINA && each.period_start === "2024-01" && each.period_end === "2024-12"
  );
  assertEquals(percent(row.share, 6), percent(of(CHINA) / of(WORLD), 6));
});

Deno.test("the ranks fill every place of the first and the last year; few lines are strong", () => {
  for (const naics of ["334", "335"]) {
    const { svg } = figureOf(`supplier-ranks-${naics}`);
    const rows = rowsOf(`supplier-ranks-${naics}`);
    const lowest = Math.max(...rows.map(({ rank }) => rank));
    for (const end of ["2013", "2025"]) {
      const places = rows.filter(({ year }) => year === end).map(({ rank }) => rank);
      assertEquals(places.sort((a, b) => a - b), Array.from({ length: lowest }, (_, i) => i + 1));
    }
    const strong = svg.matchAll(/data-series="([^"]+)"[^>]*stroke-width="(?!1")[^>]*><path/g);
    assertEquals(new Set([...strong].map(([, name]) => name)).size, 6);
  }
});

for (const { id, svg, narrow } of figures) {
  Deno.test(`${id} is as it was looked at`, async (t) => {
    await t.assertSnapshot(normalised(svg), { name: `${id} wide` });
    if (!id.endsWith("335")) await t.assertSnapshot(normalised(narrow), { name: `${id} narrow` });
  });
}
