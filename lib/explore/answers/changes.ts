/** Answers: who gained and who lost share between two years. */
import { changesOf, type ShareChange, sharesOf } from "../../arithmetic/mod.ts";
import { CANADA, isCountry, MEXICO, OTHER, partnerName, WORLD } from "../../codes/mod.ts";
import {
  type DrawnTable,
  drawnTable,
  fractionOf,
  POINTS,
  taken,
  USD,
} from "../../figures/drawn.ts";
import { shareChangeBars } from "../../figures/share_changes.ts";
import { between, gained, industry } from "../../figures/words.ts";
import { capitalized, percent, periodName, sourceLine } from "../../format.ts";
import { shareChangesTable } from "../../notebook/share_changes_table.ts";
import type { Answer } from "../answer.ts";
import type { IndustrySum, Pieces } from "../pieces/layout.ts";
import type { ChangesView } from "../view.ts";
import { noYears, residualNote, UNION_NOTE } from "./industry_words.ts";

/** What a view of changes shows, both years cut to the months that they have in common. */
export function changesAnswer(
  view: ChangesView,
  { whole, same }: Pieces[`industry-${string}`],
): Answer {
  const { naics, from, to } = view;
  const title = `Who gained and who lost in U.S. imports of ${industry(naics)}`;
  const years = [from, to];
  const lacking = years.find((year) => !whole.some((row) => row.year === year));
  if (from > to) return noYears(title, view, whole);
  if (lacking) return noYears(title, { naics, from: lacking, to: lacking }, whole);
  if (from === to) return sameYear(title, view, whole);
  const monthsOf = (year: string) =>
    whole.find((row) => row.year === year && row.partner_code === WORLD)!.period_end.slice(5);
  const isCut = monthsOf(from) !== monthsOf(to);
  const [before, after] = years.map((year) =>
    sharesOf((isCut ? same : whole).filter((row) => row.year === year), {
      by: [],
      denominator: "world",
    })
  );
  const changes = changesOf(before, after);
  return {
    title: `${title}, ${between(changes[0])}`,
    said: said(changes, isCut ? years[monthsOf(from) < monthsOf(to) ? 0 : 1] : null),
    figures: [shareChangeBars(changes, { naics })],
    tables: [shareChangesTable(changes, { naics })],
    notes: notes(naics, changes),
    source: sourceLine(changes),
    data: () => dataOf(naics, changes),
  };
}

const sameYear = (title: string, { naics, from }: ChangesView, sums: IndustrySum[]): Answer => ({
  title,
  said: [`A change is between two years, and ${from} is one: choose another to set it against.`],
  ...{ figures: [], tables: [], notes: residualNote(naics), source: sourceLine(sums) },
});

/** Who gained most, who lost most, Mexico and Canada, and which months are compared. */
function said(changes: ShareChange[], partOf: string | null): string[] {
  const countries = changes.filter((row) => isCountry(row.partner_code));
  const [most, least] = [countries[0], countries.at(-1)!];
  const [first] = changes;
  const name = (row: ShareChange) => partnerName(row.partner_code);
  const way = (row: ShareChange) =>
    `${name(row)} ${gained(row.change, " points")}, from ${percent(row.from_share)} to ` +
    percent(row.to_share);
  const two = countries.filter((row) => [MEXICO, CANADA].includes(row.partner_code))
    .toSorted((a, b) => a.partner_code === MEXICO ? -1 : b.partner_code === MEXICO ? 1 : 0);
  // What the first sentence says of the two is not said again.
  const isSaid = (row: ShareChange) => two.includes(row);
  const ends = [
    ...(most?.change > 0
      ? [
        isSaid(most)
          ? `no listed supplier gained more than ${name(most)}`
          : `${way(most)}, the most that any listed supplier gained`,
      ]
      : []),
    ...(least?.change < 0
      ? [
        isSaid(least)
          ? `none lost more than ${name(least)}`
          : `${way(least)}, the most that any lost`,
      ]
      : []),
  ];
  const months = periodName(first.to_start, first.to_end).replace(/ \d{4}$/, "");
  return [
    ...(two.length > 0 ? [`${two.map(way).join("; ")}.`] : []),
    ends.length > 0 ? `${capitalized(ends.join("; "))}.` : "No listed supplier’s share changed.",
    ...(partOf
      ? [
        `Both years are cut to ${months}: ${partOf} has no more months so far, and a part of a ` +
        "year is never set against a whole one.",
      ]
      : []),
  ];
}

function notes(naics: string, changes: ShareChange[]): string[] {
  const listed = changes.filter((row) => isCountry(row.partner_code)).length;
  const rest = changes.find((row) => row.partner_code === OTHER)!;
  return [
    ...residualNote(naics),
    `${listed} countries are listed one by one. The rest supplied ${
      percent(rest.from_share)
    } and ` +
    `then ${percent(rest.to_share)}: a country among them can have gained at most the second.`,
    "Shares are of value, not of volume: a share can fall while imports rise.",
    UNION_NOTE,
  ];
}

/** All partners, the largest gain first, the rest and the world last. */
function dataOf(naics: string, changes: ShareChange[]): DrawnTable {
  const [first] = changes;
  const usd = (name: "from_usd" | "to_usd") => changes.reduce((sum, row) => sum + row[name], 0);
  const world: ShareChange = {
    ...{ ...first, partner_code: WORLD, from_share: 1, to_share: 1, change: 0 },
    ...{ from_usd: usd("from_usd"), to_usd: usd("to_usd"), from_rank: null, to_rank: null },
  };
  const rest = changes.filter((row) => row.partner_code === OTHER);
  const of = fractionOf("the industry's imports");
  return drawnTable({
    rows: [...changes.filter((row) => isCountry(row.partner_code)), ...rest, world].map((row) => ({
      ...taken(row, "from_start", "from_end", "to_start", "to_end"),
      naics,
      partner_code: row.partner_code,
      role: row === world ? "total" : "part",
      ...taken(row, "from_usd", "to_usd", "from_share", "to_share", "change"),
      ...taken(row, "from_rank", "to_rank", "basis", "vintage"),
    })),
    units: {
      ...{ from_usd: USD, to_usd: USD, from_share: of, to_share: of, change: POINTS },
      from_rank: "place among the listed countries",
      to_rank: "place among the listed countries",
    },
    tables: ["naics3_imports_by_partner_monthly"],
  });
}
