/** Answers: suppliers of an industry over years, by share, dollars, place or duty rate. */
import { ranked, ratesOf, sharesOf } from "../../arithmetic/mod.ts";
import { isCountry, OTHER, WORLD } from "../../codes/mod.ts";
import { type DrawnTable, drawnTable, fractionOf, taken, USD } from "../../figures/drawn.ts";
import { dutyRatesByYear } from "../../figures/duty_rates_by_year.ts";
import type { Figure } from "../../figures/figure.ts";
import { supplierDollarsOverTime } from "../../figures/supplier_dollars.ts";
import { supplierRanks } from "../../figures/supplier_ranks.ts";
import { supplierSharesOverTime } from "../../figures/supplier_shares.ts";
import { industry } from "../../figures/words.ts";
import { percent, periodName, sourceLine } from "../../format.ts";
import type { Shown } from "../../notebook/show.ts";
import { dutyRatesTable, suppliersTable } from "../../notebook/supplier_tables.ts";
import type { Answer } from "../answer.ts";
import type { IndustrySum, Pieces } from "../pieces/layout.ts";
import type { SuppliersView } from "../view.ts";
import { noYears, residualNote, UNION_NOTE } from "./industry_words.ts";
import { suppliersSaid, type Yearly } from "./suppliers_said.ts";

const TITLES: Record<SuppliersView["measure"], (goods: string) => string> = {
  share: (goods) => `Suppliers’ shares of U.S. imports of ${goods}`,
  dollars: (goods) => `U.S. imports of ${goods} by supplier`,
  rank: (goods) => `Ranks of suppliers in U.S. imports of ${goods}`,
  duty: (goods) => `Duty rates on U.S. imports of ${goods}`,
};

/** What a view of suppliers shows. No figures where the years have none: it says which years do. */
export function suppliersAnswer(
  view: SuppliersView,
  { whole }: Pieces[`industry-${string}`],
): Answer {
  const { naics, measure, partners, from, to } = view;
  const title = TITLES[measure](industry(naics));
  const sums = whole.filter(({ year }) => from <= year && year <= to);
  if (sums.length === 0) return noYears(title, view, whole);
  const by: ["year"] = ["year"];
  const shares = sharesOf(sums, { by, denominator: "world" });
  const rates = ratesOf(sums, { by });
  const places = ranked(shares, by);
  const yearly: Yearly[] = rates.map((row) => ({
    ...row,
    share: row.import_share,
    rank: row.value_usd > 0
      ? places.find((it) => it.year === row.year && it.partner_code === row.partner_code)?.rank ??
        null
      : null,
  }));
  const shown: Record<SuppliersView["measure"], () => [Figure, Shown]> = {
    share: () => [
      supplierSharesOverTime(shares, { naics, partners }),
      suppliersTable(shares, { naics, partners }),
    ],
    dollars: () => [
      supplierDollarsOverTime(shares, { naics, partners }),
      suppliersTable(shares, { naics, measure: "dollars", partners }),
    ],
    rank: () => [
      supplierRanks(places, { naics, partners }),
      suppliersTable(shares, { naics, measure: "rank", partners }),
    ],
    duty: () => [
      dutyRatesByYear(rates, { naics, partners }),
      dutyRatesTable(rates, { naics, partners }),
    ],
  };
  const [figure, table] = shown[measure]();
  return {
    title,
    said: suppliersSaid(view, yearly),
    figures: [figure],
    tables: [table],
    notes: notes(view, sums, yearly),
    source: sourceLine(sums),
    data: () => dataOf(naics, yearly),
  };
}

/** How far the answer holds. */
function notes({ naics, measure }: SuppliersView, sums: IndustrySum[], rows: Yearly[]): string[] {
  const last = rows.at(-1)!.year;
  const rest = rows.find((row) => row.year === last && row.partner_code === OTHER)!;
  const listed = new Set(sums.map((row) => row.partner_code).filter(isCountry)).size;
  return [
    ...residualNote(naics),
    `${listed} countries are listed one by one. The rest supplied ${percent(rest.share)} in ` +
    `${
      periodName(rest.period_start, rest.period_end)
    }: a country among them can have at most that ` +
    "share.",
    ...(measure === "rank"
      ? ["A place is among the listed countries that supplied anything."]
      : []),
    ...(measure === "duty"
      ? [
        "The rate is calculated duty divided by imports for consumption. Duty is as calculated on " +
        "entry: later refunds are not in it.",
      ]
      : []),
    UNION_NOTE,
  ];
}

/** All partners in all years that were asked for: the countries, largest first, the rest, the world. */
function dataOf(naics: string, rows: Yearly[]): DrawnTable {
  const order = (row: Yearly) =>
    row.partner_code === WORLD ? 2 : row.partner_code === OTHER ? 1 : 0;
  const sorted = rows.toSorted((a, b) =>
    Number(a.year) - Number(b.year) || order(a) - order(b) || b.value_usd - a.value_usd ||
    (a.partner_code < b.partner_code ? -1 : 1)
  );
  const of = fractionOf("the industry's imports");
  return drawnTable({
    rows: sorted.map((row) => ({
      ...taken(row, "year", "period_start", "period_end"),
      naics,
      partner_code: row.partner_code,
      role: row.partner_code === WORLD ? "total" : "part",
      imports_usd: row.value_usd,
      ...taken(row, "share", "rank", "duty_usd", "rate", "basis", "vintage"),
    })),
    units: {
      imports_usd: USD,
      share: of,
      rank: "place among the listed countries",
      duty_usd: USD,
      rate: fractionOf("the customs value"),
    },
    tables: ["naics3_imports_by_partner_monthly"],
  });
}
