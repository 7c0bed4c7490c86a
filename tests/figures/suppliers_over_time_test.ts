/** Suppliers over the years: those that a reader chose, dollars, duty rates, and one year alone. */
import { assert, assertEquals, assertStringIncludes, assertThrows } from "@std/assert";
import pl from "nodejs-polars";
import { effectiveDutyRates, rankSuppliers, supplierShares } from "../../lib/analysis/mod.ts";
import { ranked, ratesOf, sharesOf } from "../../lib/arithmetic/mod.ts";
import {
  dutyRatesByYear,
  type Figure,
  supplierDollarsOverTime,
  supplierRanks,
  supplierSharesOverTime,
} from "../../lib/figures/mod.ts";
import { type Frame } from "../../lib/frame.ts";
import { dataFaults, labelsOf } from "./data_faults.ts";
import { drawing, textFaults } from "./drawing.ts";

type Sum = [code: string, value_usd: number, duty_usd: number];

/** Sums of one year, the world included. */
const year = (year: string, world: Sum, countries: Sum[], end = "12") =>
  [["-", world[1], world[2]] as Sum, ...countries].map(([partner_code, value_usd, duty_usd]) => ({
    ...{ year, partner_code, value_usd, duty_usd },
    ...{ period_start: `${year}-01`, period_end: `${year}-${end}` },
    ...{ basis: "imports_for_consumption", vintage: "2025-11" },
  }));
const sums = [
  ...year("2023", ["-", 100e9, 2e9], [["2010", 40e9, 0], ["5700", 30e9, 2e9], ["5330", 1e9, 0]]),
  ...year("2024", ["-", 120e9, 6e9], [["2010", 60e9, 0], ["5700", 20e9, 6e9], ["5330", 4e9, 0]]),
  ...year("2025", ["-", 50e9, 5e9], [["2010", 30e9, 1e9], ["5700", 5e9, 4e9]], "06"),
];
const by: ["year"] = ["year"];
const naics = "335";
const sharesIn = (rows: typeof sums) => sharesOf(rows, { by, denominator: "world" });
const shares = sharesIn(sums);
const rates = ratesOf(sums, { by });

function checked(figure: Figure): Figure {
  assertEquals(dataFaults(figure), []);
  for (const page of [figure.svg, figure.narrow]) {
    assertEquals(textFaults(drawing(page)), []);
    assert(!/NaN|undefined|null|Infinity/.test(page + figure.alt), figure.id);
  }
  return figure;
}

Deno.test("chosen suppliers have the names, Mexico, Canada and China stay as thin lines", () => {
  const chosen = checked(supplierSharesOverTime(shares, { naics, partners: ["5330"] }));
  assertEquals(
    chosen.title,
    "Electrical equipment: India’s share rose from 1.0% to 3.3%, 2023–2024",
  );
  assertStringIncludes(chosen.svg, "Thin lines: China and Mexico.");
  const ranks = checked(supplierRanks(ranked(shares, by), { naics, partners: ["5330"] }));
  assertStringIncludes(ranks.alt, "Order in 2024: Mexico, China and India.");
});

Deno.test("where no chosen supplier has supplied anything, the figure chooses", () => {
  const [none, unchosen] = [["3310"], undefined].map((partners) => [
    supplierSharesOverTime(shares, { naics, partners }),
    supplierDollarsOverTime(shares, { naics, partners }),
    supplierRanks(ranked(shares, by), { naics, partners }),
    dutyRatesByYear(rates, { naics, partners }),
  ]);
  assertEquals(none.map(({ svg }) => svg), unchosen.map(({ svg }) => svg));
});

Deno.test("of many that were chosen eight have names, the others thin lines", () => {
  const codes = ["5330", "5490", "5520", "5570", "5590", "5600", "5700", "5800", "5830", "5880"];
  const all = codes.map((code, place): Sum => [code, 10e9 - place * 0.5e9, 0]);
  const many = sharesIn([
    ...year("2023", ["-", 100e9, 0], all),
    ...year("2024", ["-", 100e9, 0], all.toReversed()),
  ]);
  const figure = checked(supplierSharesOverTime(many, { naics, partners: codes }));
  assertEquals(labelsOf(figure).length, 8);
  assertStringIncludes(figure.svg, "Thin lines: Japan and Taiwan.");
});

Deno.test("dollars: whole years in the title, a part of a year by its months, the whole in the data", () => {
  const { title, alt, svg, data } = checked(supplierDollarsOverTime(shares, { naics }));
  assertEquals(
    title,
    "Electrical equipment: imports from Mexico rose from 40.0 to 60.0 billion dollars, 2023–2024",
  );
  assertStringIncludes(alt, "China fell from 30.0 to 20.0 (5.0)");
  assertStringIncludes(svg, "sums of fewer months");
  assertStringIncludes(svg, ">Mexico 30.0<");
  const world = data.rows.filter(({ role }) => role === "total");
  assertEquals(world.map((row) => row.imports_usd), [100e9, 120e9, 50e9]);
  assertThrows(() => supplierDollarsOverTime([], { naics }), RangeError, "no rows");
});

Deno.test("duty rates by year: the average in the title, the part beside, all others in the data", () => {
  const { title, subtitle, alt, data } = checked(dutyRatesByYear(rates, { naics }));
  assertEquals(title, "Electrical equipment: average duty rate rose from 2.0% to 5.0%, 2023–2024");
  assertStringIncludes(subtitle, "In January–June 2025 it was 10.0%. Mexico’s held at 0.0%.");
  assertStringIncludes(alt, "China rose from 6.7% to 30.0% (80.0%)");
  const others = data.rows.filter((row) => row.partner === "All others");
  assertEquals(others.map((row) => row.imports_usd), [30e9, 40e9, 15e9]);
  const without = ratesOf(sums, { by }).filter((row) => row.partner_code !== "-");
  assertThrows(() => dutyRatesByYear(without, { naics }), RangeError, "no row of the world");
});

Deno.test("a supplier of which nothing came in a year has no rate there", () => {
  const { alt, svg, data } = checked(dutyRatesByYear(rates, { naics, partners: ["5330"] }));
  assertStringIncludes(alt, "India held at 0.0%.");
  assertStringIncludes(svg, "There is no line where nothing came.");
  const india = data.rows.filter((row) => row.partner === "India");
  assertEquals(india.map((row) => row.rate), [0, 0, null]);
});

Deno.test("one year alone is bars, the largest first, at both widths", () => {
  const alone = sums.filter((row) => row.year === "2025");
  const figures = [
    supplierSharesOverTime(sharesIn(alone), { naics }),
    supplierDollarsOverTime(sharesIn(alone), { naics }),
    supplierRanks(ranked(sharesIn(alone), by), { naics }),
    dutyRatesByYear(ratesOf(alone, { by }), { naics }),
  ].map(checked);
  for (const { svg, alt, title } of figures) {
    assert(/^Bars of/.test(alt) && /2025/.test(title), alt);
    assert(!/Thin lines|Pale/.test(svg));
    assert([...svg.matchAll(/<rect [^>]*fill="#004f62"/g)].length > 0, "Mexico has a bar");
  }
  assertStringIncludes(figures[0].title, "60.0% in January–June 2025");
});

Deno.test("frames and plain rows give the same pictures", () => {
  const months = sums.map((row) => ({ ...row, month: row.period_end }));
  const frame = pl.DataFrame(months) as Frame<typeof months[0]>;
  const ofFrame = supplierShares(frame, { by, denominator: "world" });
  const ofRates = effectiveDutyRates(frame, { by, groups: [] });
  const rows = months.map((row) => ({ ...row, period_start: row.month }));
  const plain = sharesOf(rows, { by, denominator: "world" });
  const pairs = [
    [supplierDollarsOverTime(ofFrame, { naics }), supplierDollarsOverTime(plain, { naics })],
    [
      supplierRanks(rankSuppliers(ofFrame, by), { naics }),
      supplierRanks(ranked(plain, by), { naics }),
    ],
    [dutyRatesByYear(ofRates, { naics }), dutyRatesByYear(ratesOf(rows, { by }), { naics })],
  ];
  for (const [one, other] of pairs) assertEquals(one, other);
});
