/** Figures of input that is small, empty, tied or turned round, and of full years. */
import { assert, assertEquals, assertStringIncludes, assertThrows } from "@std/assert";
import pl from "nodejs-polars";
import type {
  AnnualBalance,
  Concentration,
  DutyRate,
  DutyRateChange,
  GroupBalance,
  ShareChange,
  ShiftShare,
  SupplierShare,
  TwoWayTrade,
} from "../../lib/analysis/mod.ts";
import { ATP_GROUP_CODES } from "../../lib/codes/mod.ts";
import * as figures from "../../lib/figures/mod.ts";
import { type Frame, frameOf } from "../../lib/frame.ts";
import { drawing, textFaults, xmlFault } from "./drawing.ts";

/** A frame whose columns are of the types of its first row; whole numbers are Int64. */
function frame<Row extends object>(rows: Row[]): Frame<Row> {
  const typeOf = (values: unknown[]) => {
    if (values.some((value) => typeof value === "string")) return pl.String;
    return values.every((value) => Number.isInteger(value)) ? pl.Int64 : pl.Float64;
  };
  const names = Object.keys(rows[0]) as (keyof Row & string)[];
  const schema = Object.fromEntries(names.map((name) => [name, typeOf(rows.map((r) => r[name]))]));
  return frameOf(rows, schema as Record<keyof Row & string, pl.DataType>);
}

function checked(figure: figures.Figure): figures.Figure {
  for (const page of [figure.svg, figure.narrow]) {
    assertEquals(xmlFault(page), null);
    assertEquals(textFaults(drawing(page)), []);
    assert(!/NaN|undefined|null|Infinity/.test(page), figure.id);
  }
  return figure;
}

const imports = { vintage: "2025-11", basis: "imports_for_consumption" };

const yearly = (year: string, code: string, share: number, end = "12") =>
  ({
    ...imports,
    year,
    period_start: `${year}-01`,
    period_end: `${year}-${end}`,
    partner_code: code,
    value_usd: Math.round(share * 1e9),
    total_usd: 1e9,
    share,
  }) satisfies SupplierShare & { year: string };

Deno.test("supplier shares of one year alone", () => {
  const rows = [yearly("2024", "2010", 0.6), yearly("2024", "5700", 0.4)];
  const { title } = checked(figures.supplierSharesOverTime(frame(rows), { naics: "334" }));
  assertEquals(
    title,
    "Computers and electronics: Mexico’s share was 60.0% in 2024",
  );
  const same = [...rows, yearly("2025", "2010", 0.604), yearly("2025", "5700", 0.396)];
  assertStringIncludes(
    checked(figures.supplierSharesOverTime(frame(same), { naics: "334" })).title,
    "Mexico’s share rose from 60.0% to 60.4%, 2024–2025",
  );
});

Deno.test("supplier shares: one supplier with everything, one with nothing, none in the first year", () => {
  const rows = [
    yearly("2023", "5700", 1),
    yearly("2023", "2010", 0),
    yearly("2024", "5700", 0, "03"),
    yearly("2024", "1220", 1, "03"),
  ];
  const { title, subtitle, svg } = checked(
    figures.supplierSharesOverTime(frame(rows), { naics: "335" }),
  );
  // A quarter is not set against the whole year before it: the title says the year alone.
  assertEquals(title, "Electrical equipment: China’s share was 100.0% in 2023");
  assertStringIncludes(subtitle, "Canada’s share was 0.0%. ");
  assertStringIncludes(svg, "Jan–Mar");
  assert(!svg.includes("Mexico 0.0%"), "a supplier that never supplied has no line");
});

Deno.test("ties are ordered by code, whatever the order of the rows", () => {
  const rows = ["2010", "5700", "5830", "5520", "1220"].map((code) => yearly("2024", code, 0.2));
  const made = [rows, rows.toReversed()].map((each) =>
    checked(figures.supplierSharesOverTime(frame(each), { naics: "334" })).alt
  );
  assertEquals(made[0], made[1]);
});

Deno.test("no rows at all are an error, not an empty picture", () => {
  const none = frame([yearly("2024", "2010", 1)]).head(0) as Frame<
    SupplierShare & { year: string }
  >;
  assertThrows(() => figures.supplierSharesOverTime(none, { naics: "334" }), RangeError, "no rows");
});

Deno.test("a ranking of two suppliers, with Mexico and Canada far down, and of a block alone", () => {
  const ranked = (code: string, value_usd: number, rank: number) => ({
    ...yearly("2024", code, value_usd / 100),
    value_usd,
    rank,
  });
  const few = [ranked("5700", 60, 1), ranked("0003", 40, 2)];
  const { title } = checked(figures.supplierRanking(frame(few), { group: "10" }));
  assertEquals(
    title,
    "China supplied 60.0% of U.S. nuclear technology imports from listed suppliers in 2024",
  );
  const without = checked(figures.supplierRanking(frame(few.slice(0, 1)), { group: "10" }));
  assertEquals(without.title, title);
  const whole = checked(
    figures.supplierRanking(frame(few.slice(0, 1)), { group: "10", complete: true }),
  );
  assertEquals(
    whole.title,
    "China supplied 60.0% of U.S. nuclear technology imports in 2024",
  );
  assert(!whole.svg.includes("listed") && title.includes("listed"));
  const larger = [ranked("0003", 45, 1), ranked("5700", 35, 2), ranked("1220", 20, 3)];
  assertEquals(
    checked(figures.supplierRanking(frame(larger), { group: "10" })).title,
    "The EU27 supplied 45.0% of U.S. nuclear technology imports from listed suppliers in 2024",
  );
  const equal = checked(
    figures.supplierRanking(frame([ranked("0003", 50, 1), ranked("5700", 50, 2)]), { group: "10" }),
  );
  assert(equal.title.startsWith("China supplied 50.0%"), equal.title);
  const block = checked(figures.supplierRanking(frame([ranked("0003", 100, 1)]), { group: "10" }));
  assertEquals(
    block.title,
    "No single country is among the listed suppliers",
  );
  const codes = ["5700", "5830", "5520", "5880", "5800", "4280", "4279", "4120", "5330", "5490"];
  const many = [...codes, "5570", "5590", "2010", "1220"].map((code, index) =>
    ranked(code, 100 - index, index + 1)
  );
  const { alt } = checked(figures.supplierRanking(frame(many), { group: "04" }));
  assertStringIncludes(alt, "Mexico (13th)");
  assertStringIncludes(alt, "2 others");
});

/** Balances of a period in which group 08 makes up for all the others, or does not. */
const balances = (year: string, aerospace: number, end = "12"): GroupBalance[] => {
  const groups = ATP_GROUP_CODES.map((atp_group, index) => ({
    atp_group,
    exports_usd: atp_group === "08" ? aerospace : 1e9 * index,
    imports_usd: 2e9 * index,
  }));
  const sum = (of: (row: typeof groups[0]) => number) =>
    groups.reduce((all, row) => all + of(row), 0);
  const total = {
    atp_group: "total",
    exports_usd: sum((row) => row.exports_usd),
    imports_usd: sum((row) => row.imports_usd),
  };
  return [...groups, total].map((row) => ({
    vintage: "2026-02-05",
    period_start: `${year}-01`,
    period_end: `${year}-${end}`,
    ...row,
    balance_usd: row.exports_usd - row.imports_usd,
    share_of_balance: (row.exports_usd - row.imports_usd) /
      (total.exports_usd - total.imports_usd),
  }));
};

Deno.test("the balance by group: full years, a surplus, one period, a period that is not there", () => {
  const both = frame([...balances("2024", 1e9), ...balances("2025", 4e11)]);
  const [period, beside] = ["2024", "2025"].map((year) => ({
    period_start: `${year}-01`,
    period_end: `${year}-12`,
  }));
  const turned = checked(figures.atpBalanceByGroup(both, { period, beside }));
  assertStringIncludes(
    turned.title,
    "of the ATP deficit; a year later the total was a surplus",
  );
  const surplus = checked(figures.atpBalanceByGroup(both, { period: beside }));
  assert(
    /^Aerospace made 11\d\.\d% of the U\.S\. ATP surplus in 2025$/.test(surplus.title),
    surplus.title,
  );
  assertStringIncludes(surplus.svg, "more than 100%");
  const alone = checked(
    figures.atpBalanceByGroup(both, {
      period,
      beside: { period_start: "2026-01", period_end: "2026-12" },
    }),
  );
  assertEquals(alone.data.rows.length, 11);
  assertThrows(
    () => figures.atpBalanceByGroup(both, { period: { ...period, period_end: "2024-03" } }),
    RangeError,
    "2024-01 to 2024-03",
  );
});

Deno.test("the balance history: no surplus ever, a surplus now, no whole year", () => {
  const year = (name: string, balance_usd: number, months = 12): AnnualBalance => ({
    vintage: "2026-10-01",
    year: name,
    months,
    exports_usd: 1e11,
    imports_usd: 1e11 - balance_usd,
    balance_usd,
    export_import_ratio: 1e11 / (1e11 - balance_usd),
  });
  const draw = (rows: AnnualBalance[]) => checked(figures.atpBalanceHistory(frame(rows)));
  const title = (rows: AnnualBalance[]) => draw(rows).title;
  const never = [year("2023", -2e9), year("2024", -4e9), year("2025", 9e9, 7)];
  assertEquals(
    title(never), // 100 ÷ 102, 100 ÷ 104
    "U.S. exports of advanced technology were 98% of imports in 2023, 96% in 2024",
  );
  assertStringIncludes(draw(never).alt, "No year has a surplus.");
  assertEquals(
    title([year("2024", 4e9)]), // 100 ÷ 96
    "U.S. exports of advanced technology were 104% of imports in 2024",
  );
  assertStringIncludes(
    draw([year("2023", -2e9), year("2024", 4e9)]).alt,
    "The last year with a surplus is 2024.",
  );
  assertThrows(() => title([year("2024", 1e9, 7)]), RangeError, "twelve months");
});

Deno.test("shares of ICT: one part of a year, a surplus in all, none", () => {
  const part = (year: string, aerospace: number) => balances(year, aerospace, "03");
  const parts = (...years: string[]) =>
    years.map((year) => ({ period_start: `${year}-01`, period_end: `${year}-03` }));
  const one = frame(part("2024", 1e9));
  const alone = checked(figures.ictShareByPartYear(one, { parts: parts("2024") }));
  assert(
    /^ICT made [\d.]+% of the ATP deficit in January–March 2024$/.test(alone.title),
    alone.title,
  );
  const both = frame([...part("2024", 1e9), ...part("2025", 4e11)]);
  const turned = checked(figures.ictShareByPartYear(both, { parts: parts("2024", "2025") }));
  assert(turned.title.endsWith("of the ATP balance"), turned.title);
  const longer = { period_start: "2024-01", period_end: "2024-06" };
  const halves = part("2024", 1e9).map((row) => ({ ...row, ...longer }));
  const three = frame([...part("2024", 1e9), ...halves, ...part("2025", 1e9)]);
  const mixed = checked(
    figures.ictShareByPartYear(three, { parts: [...parts("2024"), longer, ...parts("2025")] }),
  );
  assertStringIncludes(mixed.svg, "(January–March and January–June)");
  assertThrows(
    () => figures.ictShareByPartYear(one, { parts: [] }),
    RangeError,
    "no part of a year",
  );
});

Deno.test("two-way trade: one partner, Canada and Mexico though small, no countries", () => {
  const period = { period_start: "2024-01", period_end: "2024-03" };
  const row = (partner_code: string, exports_usd: number, imports_usd: number): TwoWayTrade => ({
    vintage: "2025-05-06",
    ...period,
    area: partner_code,
    partner_code,
    exports_usd,
    imports_usd,
    balance_usd: exports_usd - imports_usd,
    trade_usd: exports_usd + imports_usd,
    matched_usd: 2 * Math.min(exports_usd, imports_usd),
    grubel_lloyd: 2 * Math.min(exports_usd, imports_usd) / (exports_usd + imports_usd),
    export_share: 0.1,
    import_share: 0.1,
  });
  const one = checked(figures.twoWayTradeByPartner(frame([row("5700", 3e9, 6e9)]), { period }));
  assert(one.title.endsWith("with China: 3.0 out, 6.0 in"), one.title);
  const three = frame([row("5700", 3e9, 6e9), row("2010", 1e6, 1e6), row("1220", 0, 1e6)]);
  const drawn = checked(figures.twoWayTradeByPartner(three, { period, count: 1 }));
  for (const name of ["China", "Mexico", "Canada"]) assertStringIncludes(drawn.svg, `>${name}<`);
  assertThrows(
    () => figures.twoWayTradeByPartner(frame([row("", 1e9, 1e9)]), { period }),
    RangeError,
    "no countries in January–March 2024",
  );
});

const change = (code: string, from_share: number, to_share: number): ShareChange => ({
  ...imports,
  from_start: "2017-01",
  from_end: "2017-12",
  to_start: "2024-01",
  to_end: "2024-12",
  partner_code: code,
  from_usd: from_share * 1000,
  to_usd: to_share * 1000,
  from_share,
  to_share,
  change: to_share - from_share,
  from_rank: 1,
  to_rank: 1,
});

Deno.test("changes of shares: nothing changed, Mexico the loser, only the rest lost", () => {
  const title = (rows: ShareChange[]) =>
    checked(figures.shareChangeBars(frame(rows), { naics: "336" })).title;
  assertEquals(
    title([change("2010", 0.5, 0.5), change("5700", 0.5, 0.5)]),
    "Transportation equipment: no supplier’s share changed",
  );
  assertEquals(
    title([change("2010", 0.6, 0.5), change("5700", 0.4, 0.5)]),
    "Transportation equipment: Mexico lost 10.0 points; China gained 10.0",
  );
  assertEquals(
    title([change("2010", 0.1, 0.2), change("5700", 0.4, 0.5), change("other", 0.5, 0.3)]),
    "Transportation equipment: Mexico gained 10.0 points; China gained 10.0",
  );
});

Deno.test("the rest that stands alone is called so; with countries folded in it is all others", () => {
  const alone = [change("2010", 0.1, 0.2), change("5700", 0.4, 0.5), change("other", 0.5, 0.3)];
  const rest = checked(figures.shareChangeBars(frame(alone), { naics: "336" }));
  assertStringIncludes(rest.alt, "Rest (not listed) −20.0");
  assert(!rest.svg.includes("All others"));
  const folding = [...alone, change("5880", 0.05, 0.05)];
  const folded = checked(figures.shareChangeBars(frame(folding), { naics: "336", most: 1 }));
  assertStringIncludes(folded.alt, "All others −20.0");
  assertStringIncludes(folded.svg, "All others: the listed suppliers without a bar, and the rest");
});

const inMonth = (month: string, code: string, share: number) => {
  const { year: _, ...row } = yearly(month.slice(0, 4), code, share);
  return { ...row, month };
};

Deno.test("monthly shares need thirteen months; a share at its highest says so", () => {
  const months = Array.from(
    { length: 13 },
    (_, place) => place < 12 ? `2023-${String(place + 1).padStart(2, "0")}` : "2024-01",
  );
  const rows = (year: Record<string, number>, after: Record<string, number>) =>
    months.flatMap((month, place) =>
      Object.entries(place < 12 ? year : after).map(([code, share]) => inMonth(month, code, share))
    );
  const draw = (...all: Parameters<typeof rows>) =>
    checked(figures.monthlyShares(frame(rows(...all)), { naics: "336" }));
  const risen = draw({ "5700": 0.5, "5880": 0.5 }, { "2010": 0.8, "5700": 0.1, "5880": 0.1 });
  assertEquals(
    risen.title,
    "Transportation equipment: Mexico’s share rose from 0.0% to 6.7%", // 0.8 ÷ 12
  );
  assertEquals(risen.data.rows.length, 2 * 4);
  assertEquals(
    draw({ "5700": 1 }, { "2010": 0.5, "5880": 0.5 }).title,
    "Transportation equipment: China’s share peaked at 100.0% and is now 91.7%",
  );
  assertThrows(
    () => figures.monthlyShares(frame(rows({ "5700": 1 }, {})), { naics: "336" }),
    RangeError,
    "thirteen months",
  );
});

Deno.test("ranks: a new leader, a fall out of the list, Mexico's way, one year alone", () => {
  const rank = (year: string, ...codes: string[]) =>
    codes.map((code, place) => ({ ...yearly(year, code, 0.1), rank: place + 1 }));
  const draw = (...rows: ReturnType<typeof rank>[]) =>
    checked(figures.supplierRanks(frame(rows.flat()), { naics: "335" }));
  const passed = draw(rank("2023", "5700", "5520", "2010"), rank("2024", "2010", "5520", "5700"));
  assertEquals(
    passed.title,
    "Electrical equipment: Mexico leads, China fell from first to third, 2023–2024",
  );
  assert(passed.subtitle.startsWith("Rank of suppliers"));
  const gone = draw(rank("2023", "5700", "5520", "2010"), rank("2024", "5520", "2010"));
  assert(gone.title.endsWith("Vietnam leads, China fell from first, 2023–2024"), gone.title);
  assert(gone.subtitle.startsWith("Mexico rose from third to second. "));
  assertStringIncludes(
    gone.svg.replace(/<[^>]+>/g, " "),
    "A line breaks where its country is below",
  );
  const alone = draw(rank("2024", "5700", "2010"));
  assertEquals(alone.title, "Electrical equipment: China led in 2024");
  assert(alone.subtitle.startsWith("Mexico was second. "));
  const same = draw(rank("2023", "5700", "2010"), rank("2024", "5700", "2010"));
  assertEquals(same.title, "Electrical equipment: China led in 2023 and in 2024");
  assert(same.subtitle.startsWith("Mexico was second in both. "));
});

Deno.test("ranks name the months to which all years are cut", () => {
  const rank = (year: string, ...codes: string[]) =>
    codes.map((code, place) => ({ ...yearly(year, code, 0.1, "01"), rank: place + 1 }));
  const title = (...rows: ReturnType<typeof rank>[]) =>
    checked(figures.supplierRanks(frame(rows.flat()), { naics: "335" })).title;
  const [before, after] = [rank("2023", "5700", "2010"), rank("2024", "2010", "5700")];
  assertEquals(title(before), "Electrical equipment: China led in January 2023");
  assertEquals(
    title(before, rank("2024", "5700", "2010")),
    "Electrical equipment: China led in January 2023 and in January 2024",
  );
  // Where there is no room the subtitle alone has them.
  assert(title(before, after).endsWith("China fell from first to second, 2023–2024"));
});

Deno.test("concentration: one supplier, and bounds that meet", () => {
  const index = (
    year: string,
    hhi_low: number,
    hhi_high: number,
  ): Concentration & { year: string } => ({
    ...imports,
    year,
    period_start: `${year}-01`,
    period_end: `${year}-12`,
    suppliers: 1,
    rest_share: 0.1,
    hhi_low,
    hhi_high,
    equal_suppliers_low: 1 / hhi_high,
    equal_suppliers_high: 1 / hhi_low,
  });
  const title = (rows: (Concentration & { year: string })[]) =>
    checked(figures.concentrationOverTime(frame(rows), { naics: "335" })).title;
  assert(title([index("2023", 0.3, 0.4), index("2024", 0.35, 0.45)]).endsWith("about as in 2023"));
  assertEquals(
    title([index("2023", 0.3, 0.4), index("2024", 0.5, 0.6)]), // the rest leaves much open
    "Electrical equipment: at least 1.7 effective suppliers, after 2.5 in 2023",
  );
  assert(title([index("2023", 0.4, 0.4), index("2024", 0.5, 0.5)]).includes("down from 2.5"));
  const turned = [index("2022", 0.5, 0.5), index("2023", 0.2, 0.2), index("2024", 0.25, 0.25)];
  assertEquals(title(turned), "Electrical equipment: 4.0 effective suppliers, up from 2.0 in 2022");
  const { svg, alt } = figures.concentrationOverTime(frame(turned), { naics: "335" });
  for (const value of ["2.0", "5.0", "4.0"]) assertStringIncludes(svg, `>${value}</text>`);
  assertStringIncludes(alt, "2.0 in 2022, 5.0 in 2023 and 4.0 in 2024");
  assertEquals(
    title([index("2024", 1, 1)]),
    "Electrical equipment: 1.0 effective suppliers in 2024",
  );
});

Deno.test("duty rates: no break, no imports in a month, never a duty, no world row", () => {
  const rate = (
    month: string,
    code: string,
    value: number | null,
  ): DutyRate & { month: string } => ({
    ...imports,
    month,
    period_start: month,
    period_end: month,
    partner_code: code,
    value_usd: value === null ? 0 : 100,
    duty_usd: 0,
    rate: value,
    import_share: 0.5,
    duty_share: 0.5,
  });
  const rows = ["2024-01", "2024-02", "2024-03"].flatMap((month, index) => [
    rate(month, "-", 0),
    rate(month, "2010", index === 1 ? null : 0.001),
  ]);
  const { title } = checked(figures.dutyRates(frame(rows), { naics: "335" }));
  assertStringIncludes(title, "held at 0.0% from January 2024 to March 2024");
  const of = (months: [string, number | null][]) =>
    checked(
      figures.dutyRates(frame(months.map(([month, value]) => rate(month, "-", value))), {
        naics: "00",
      }),
    ).title;
  assertEquals(
    of([["2023-03", 0.01], ["2024-02", 0.5], ["2024-03", 0.02]]),
    "All goods: duties rose from 1.0% to 2.0% in a year",
  );
  assertEquals(
    of([["2024-03", 0.0204]]),
    "All goods: duties were 2.0% in March 2024",
  );
  assertStringIncludes(of([["2024-02", 0.01], ["2024-03", null]]), "1.0% in February 2024");
  assertStringIncludes(of([["2024-02", null], ["2024-03", null]]), "nothing was imported");
  const without = rows.filter((row) => row.partner_code !== "-");
  assertThrows(() => figures.dutyRates(frame(without), { naics: "335" }), RangeError, "world");
});

Deno.test("decompositions: no change at all, and a missing sum", () => {
  const effect = (partner_code: string): DutyRateChange => ({
    ...imports,
    from_start: "2024-01",
    from_end: "2024-03",
    to_start: "2025-01",
    to_end: "2025-03",
    partner_code,
    from_share: 1,
    to_share: 1,
    from_rate: 0.02,
    to_rate: 0.02,
    contribution: 0,
    rate_effect: 0,
    mix_effect: 0,
    mix_against_average: 0,
    rate_at_before: 0,
    rate_at_after: 0,
    mix_at_before: 0,
    mix_at_after: 0,
    to_rate_at_from_share: 0.02,
  });
  const same = [effect("-"), effect("2010"), effect("1220"), effect("other")];
  const { title } = checked(figures.dutyDecomposition(frame(same), { naics: "334" }));
  assertEquals(
    title,
    "Duties on computer and electronic products: rates nothing, suppliers nothing",
  );
  assertThrows(
    () => figures.dutyDecomposition(frame(same.slice(1)), { naics: "334" }),
    RangeError,
    "world",
  );
  const {
    rate_effect: _1,
    mix_effect: _2,
    mix_against_average: _3,
    from_rate: _4,
    to_rate: _5,
    ...base
  } = effect("2010");
  const industry = (naics: string): ShiftShare => ({
    ...base,
    naics,
    from_weight: 1,
    to_weight: 1,
    within: 0,
    mix: 0,
    cross: 0,
    within_midpoint: 0,
    mix_midpoint: 0,
    mix_against_average: 0,
  });
  const shift = checked(figures.shiftShareBars(frame([industry("00"), industry("334")])));
  assertEquals(
    shift.title,
    "Mexico’s share of U.S. imports held: own share 0.0, mix 0.0",
  );
  const small = { ...industry("00"), within: 0.0204, mix: 0.0003, contribution: 0.0207 };
  assertStringIncludes(
    checked(figures.shiftShareBars(frame([small, industry("334")]))).title,
    "rose by 2.1 points, mostly within industries",
  );
  const mixed = { ...small, within: 0.0204, mix: 0.0203, contribution: 0.0307 };
  assertStringIncludes(
    checked(figures.shiftShareBars(frame([mixed, industry("334")]))).title,
    "rose by 3.1 points: own share +2.0, mix +2.0",
  );
  const byMix = { ...small, within: 0.0003, mix: -0.0204, contribution: -0.0207 };
  assertStringIncludes(
    checked(figures.shiftShareBars(frame([byMix, industry("334")]))).title,
    "fell by 2.1 points, mostly by the mix of industries",
  );
  assertThrows(() => figures.shiftShareBars(frame([industry("334")])), RangeError, "(00)");
});

Deno.test("growth by six-digit industry: a fall, the others folded, no parts", () => {
  const part = (naics: string, from_usd: number, to_usd: number) => ({
    ...imports,
    from_start: "2024-01",
    from_end: "2024-03",
    to_start: "2025-01",
    to_end: "2025-03",
    naics,
    from_usd: from_usd * 1e9,
    to_usd: to_usd * 1e9,
    change_usd: (to_usd - from_usd) * 1e9,
    from_share: from_usd / 100,
    to_share: to_usd / 80,
    share_of_growth: (to_usd - from_usd) / -20,
  });
  const rows = [part("334", 100, 80), part("334413", 60, 35), part("334111", 30, 34.5)];
  const one = figures.industryGrowthBars(frame([...rows, part("334418", 10, 10.5)]), {
    naics: "334",
    most: 1,
  });
  const { title, svg, alt } = checked(one);
  assertEquals(
    title,
    "Computers and electronics: semiconductors made 125.0% of the fall in January–March 2025",
  );
  assertStringIncludes(svg, "2 other industries");
  assertStringIncludes(alt, "all together −20.0");
  assertThrows(
    () => figures.industryGrowthBars(frame(rows.slice(0, 1)), { naics: "334" }),
    RangeError,
    "no parts",
  );
});
