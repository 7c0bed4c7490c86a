/** The figures of preference: true to their frames, honest about gaps, and on odd input. */
import { assert, assertEquals, assertStringIncludes, assertThrows } from "@std/assert";
import pl from "nodejs-polars";
import type {
  ClassPreference,
  MonthOfLines,
  PreferenceInMonths,
  PreferenceShare,
} from "../../lib/analysis/mod.ts";
import { ALL_GOODS, CANADA, MEXICO, ofNaics, USMCA } from "../../lib/codes/mod.ts";
import {
  preferenceByClassDots,
  preferenceOverTime,
  preferenceUse,
  restatedMonths,
} from "../../lib/figures/mod.ts";
import { inTitle } from "../../lib/figures/preference_words.ts";
import { tone } from "../../lib/figures/palette.ts";
import { monthAfter } from "../../lib/format.ts";
import { type Frame, frameOf } from "../../lib/frame.ts";
import { barsOf } from "./marks.ts";
import { drawing, textFaults, xmlFault } from "./drawing.ts";
import { preferenceFigures } from "./preference_gallery.ts";

const figures = await preferenceFigures();
const of = (id: string) => figures.find((figure) => figure.id === id)!;

function frame<Row extends object>(rows: Row[]): Frame<Row> {
  const types = Object.entries(rows[0]).map(([name, value]) => [
    name,
    typeof value === "string"
      ? pl.String
      : typeof value === "boolean"
      ? pl.Bool
      : Number.isInteger(value) && /_usd|months/.test(name)
      ? pl.Int64
      : pl.Float64,
  ]);
  return frameOf(rows, Object.fromEntries(types));
}

function checked<Made extends { svg: string; narrow: string }>(made: Made): Made {
  for (const svg of [made.svg, made.narrow]) {
    assertEquals(xmlFault(svg), null);
    assertEquals(textFaults(drawing(svg)), []);
  }
  return made;
}

Deno.test("no headline has more than 14 words, and each of its shares is the rounded label", () => {
  for (const { title } of figures) assert(title.split(/\s+/).length <= 14, title);
  assertEquals(inTitle(0.10324, 0.96026), ["10%", "96%"]);
  assertEquals(inTitle(0.8746, 0.495), ["87.5%", "49.5%"]); // 87% beside a label of 87.5%
  assertEquals(inTitle(0.0001), ["hardly any"]);
});

Deno.test("the lead figure: Mexico's first and last share, the gap named and never drawn", () => {
  const { title, svg, alt, data } = of("preference-use-334");
  assertEquals(
    title,
    "Mexico’s electronics under the USMCA: 10% in January 2025, 96% in February 2026",
  );
  for (const label of ["10.3%", "5.3%", "Mexico 96.0%", "Canada 76.2%", "March–June 2025"]) {
    assertStringIncludes(svg, label);
  }
  assertStringIncludes(alt, "No shares for March–June 2025");
  const months = [...new Set(data.rows.map(({ month }) => String(month)))].sort();
  assertEquals(months.filter((month) => month > "2025-02" && month < "2025-07"), []);
  assertEquals(data.rows.length, 20);
});

Deno.test("all goods: the basis, the USMCA and the exemption are marked; two means are labeled", () => {
  const { svg, alt, title } = of("preference");
  for (
    const label of [
      "USMCA, Jul 2020",
      "denominator changes, Jan 2013",
      "exempt from new duties, Mar 2025",
      "these duties ended, Feb 2026",
      "2024: 49.5%",
      "2024: 38.0%",
      "Mexico 87.5%",
    ]
  ) assertStringIncludes(svg, label);
  assertStringIncludes(alt, "Mean of Mexico, August 2025–July 2026: 87.5%");
  assertEquals(title, "Under the USMCA: 49.5% of Mexico’s goods in 2024, 87.5% since August 2025");
});

Deno.test("restated months: the sums before and after, and no bar above what was published", () => {
  const { title, alt } = of("restated-months");
  assertStringIncludes(title, "from 86 to 149 billion dollars");
  assertStringIncludes(alt, "March 2025 from 23.0 to 36.3 (58% more)");
  assertStringIncludes(alt, "The other months changed by less than 1.0%");
});

const useRow = (month: string, partner_code: string, share: number, restated = false) => ({
  ...{ vintage: "2026-04", month, partner_code, ...ofNaics("337") },
  ...{ value_usd: 100, preference_usd: share * 100, preference_share: share, restated },
});

Deno.test("preference by month: no gap, no exemption, one month only", () => {
  const rows = ["2025-08", "2025-09"].flatMap((month) => [
    useRow(month, MEXICO, 0.4),
    useRow(month, CANADA, 0.6),
  ]);
  const made = checked(preferenceUse(frame<ClassPreference>(rows), ofNaics("337")));
  assertEquals(
    made.title,
    "Mexico’s furniture and fixtures under the USMCA: 40% in August 2025, 40% in September 2025",
  );
  assert(!made.svg.includes("restated") && !made.svg.includes("March"));
  const all = rows.map((row) => ({ ...row, ...ALL_GOODS }));
  assertStringIncludes(
    preferenceUse(frame<ClassPreference>(all), ALL_GOODS).title,
    "Mexico’s goods under the USMCA",
  );
  const restated = rows.map((row) => ({ ...row, restated: true }));
  assertThrows(
    () => preferenceUse(frame<ClassPreference>(restated), ofNaics("337")),
    RangeError,
    "no month of 337 can be used",
  );
});

Deno.test("preference by month: gaps that are apart are named and shaded apart", () => {
  const restated = ["2025-04", "2025-05", "2025-06", "2026-01"];
  const all = Array.from({ length: 14 }, (_, place) => monthAfter("2025-01", place));
  const rows = all.flatMap((month) =>
    [MEXICO, CANADA].map((code) => useRow(month, code, 0.4, restated.includes(month)))
  );
  const made = checked(preferenceUse(frame<ClassPreference>(rows), ofNaics("337")));
  assertStringIncludes(made.alt, "No shares for April–June 2025 and January 2026.");
  assertStringIncludes(
    made.svg.replace(/<[^>]+>/g, " ").replace(/\s+/g, " "),
    "April–June 2025 and January 2026: no shares by product",
  );
  const gaps = barsOf(drawing(made.svg).root).filter(({ fill }) => fill === tone("grid"));
  assertEquals(gaps.length, 2);
  assertEquals(Math.round((gaps[0].right - gaps[0].left) / (gaps[1].right - gaps[1].left)), 3);
});

const inMonths = (start: string, end: string, share: number | null): PreferenceInMonths => ({
  ...{ vintage: "2026-04", partner_code: MEXICO, ...ofNaics("334") },
  ...{ period_start: start, period_end: end, value_usd: 10, preference_usd: 5 },
  preference_share: share,
});

Deno.test("preference by class: the same months, a share that fell, nothing imported", () => {
  const options = { classes: [ofNaics("334")], partner: MEXICO };
  const [before, after] = [
    inMonths("2025-01", "2025-02", 0.5),
    inMonths("2026-01", "2026-02", 0.25),
  ]
    .map((row) => frame([row]));
  const made = checked(preferenceByClassDots(before, after, options));
  assertEquals(made.title, "Under the USMCA no class rose: Electronics fell from 50% to 25%");
  assertEquals(
    preferenceByClassDots(frame([inMonths("2024-01", "2024-02", 0.2)]), before, options).title,
    "Largest rise under the USMCA: Electronics, from 20% to 50%",
  );
  assertStringIncludes(made.subtitle, "from Mexico that entered");
  assertThrows(
    () => preferenceByClassDots(before, frame([inMonths("2026-01", "2026-03", 0.5)]), options),
    RangeError,
    "the same months of two years",
  );
  const nothing = frameOf([inMonths("2026-01", "2026-02", null)], {
    vintage: pl.String,
    partner_code: pl.String,
    classification: pl.String,
    code: pl.String,
    period_start: pl.String,
    period_end: pl.String,
    value_usd: pl.Int64,
    preference_usd: pl.Int64,
    preference_share: pl.Float64,
  });
  assertThrows(() => preferenceByClassDots(before, nothing, options), RangeError, "nothing of 334");
  assertThrows(
    () => preferenceByClassDots(before, after, { ...options, partner: USMCA }),
    RangeError,
    "no row with",
  );
});

const month = (partner_code: string, own: Partial<MonthOfLines> = {}): MonthOfLines => ({
  ...{ month: "2025-01", partner_code, vintage: "2026-04", total_vintage: "2026-10-01" },
  ...{ lines_usd: 4e10, total_usd: 4e10, difference: 0, restated: false, checked: true },
  ...own,
});

Deno.test("restated months: apart from each other, downward, of one partner, of several vintages", () => {
  const down = { total_usd: 32e9, difference: -0.2, restated: true };
  const made = checked(restatedMonths(frame([
    month(MEXICO),
    month(MEXICO, { month: "2025-02", ...down }),
    month(MEXICO, { month: "2025-03", vintage: "2026-08" }),
    month(MEXICO, { month: "2025-04", ...down, total_vintage: "2026-11-05" }),
    ...["2025-01", "2025-02", "2025-03", "2025-04"].map((each) => month(CANADA, { month: each })),
  ])));
  assertStringIncludes(made.title, "February 2025 and April 2025, from 80 to 64 billion dollars");
  assertStringIncludes(made.subtitle, "(vintages April 2026 to August 2026)");
  assertStringIncludes(made.subtitle, "the totals of October 2026 to November 2026 change");
  assertStringIncludes(made.alt, "(20% less)");
  assertStringIncludes(made.alt, "Canada: none restated");
});

Deno.test("restated months: none is an error that says so", () => {
  assertThrows(
    () => restatedMonths(frame([month(MEXICO), month(CANADA)])),
    RangeError,
    "no month was restated",
  );
});

const share = (
  month: string,
  preference_share: number,
  partner_code = MEXICO,
): PreferenceShare => ({
  vintage: "2025-04-04",
  denominator_vintage: "2025-11",
  period_start: month,
  period_end: month,
  months: 1,
  partner_code,
  agreement: "USMCA",
  agreement_usd: 1,
  imports_usd: 2,
  preference_share,
  denominator_basis: "imports_for_consumption",
  world_usd: 4,
  share_of_imports: 0.5,
});
const months = (year: number) =>
  Array.from({ length: 12 }, (_, month) => `${year}-${String(month + 1).padStart(2, "0")}`);

Deno.test("preference over time: too short for means, one partner, nothing marked", () => {
  const short = checked(preferenceOverTime(frame([share("2024-01", 0.4), share("2024-02", 0.5)])));
  assertEquals(short.title, "50% of Mexico’s goods entered under the USMCA in February 2024");
  assert(!short.svg.includes("USMCA, Jan") && !short.svg.includes("exempt"));
  const canada = preferenceOverTime(frame([share("2024-01", 0.4, CANADA)]));
  assertEquals(canada.title, "40% of Canada’s goods entered under the USMCA in January 2024");
  assertThrows(
    () => preferenceOverTime(frame([share("2024-01", 0.4, USMCA)])),
    RangeError,
    "no rows of Mexico or Canada",
  );
});

Deno.test("preference over time: the mean is one of values, over a whole year and the last twelve months", () => {
  const rows = [2018, 2019].flatMap(months).map((month, place) => ({
    ...share(month, 0.1),
    agreement: "NAFTA",
    agreement_usd: place < 12 ? place : 90, // 66 of 1,200, then 1,080 of 1,200
    imports_usd: 100,
  }));
  const made = checked(preferenceOverTime(frame(rows)));
  assertEquals(made.title, "Under NAFTA: 6% of Mexico’s goods in 2018, 90% since January 2019");
  const shifted = rows.slice(1); // eleven months of 2018: no whole year before the last twelve
  assertStringIncludes(preferenceOverTime(frame(shifted)).title, "in December 2019");
});
