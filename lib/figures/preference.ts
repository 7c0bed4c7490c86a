/** Origin is not preference: what part of imports from Mexico and Canada enters under the agreement. */
import type { PreferenceShare } from "../analysis/mod.ts";
import { CANADA, MEXICO } from "../codes/mod.ts";
import { basisName, list, monthName, percent, periodName } from "../format.ts";
import { records, requireColumns, type Rows } from "../rows.ts";
import { drawnTable, fractionOf, taken } from "./drawn.ts";
import type { Figure } from "./figure.ts";
import { figure } from "./frame.ts";
import { supplierLabel } from "./looks.ts";
import { type Mean, preferencePanels } from "./preference_panels.ts";
import { exemptionNotes, inTitle } from "./preference_words.ts";
import { possessive, source } from "./words.ts";

export type PreferenceMonth = PreferenceShare & { month: string };

/**
 * Two panels of monthly lines: the share of imports from each partner that enters under NAFTA or the
 * USMCA, with the means of the last whole year before the last twelve months and of these; and the
 * partner's share of all U.S. imports. Marked are the first month under the USMCA, the exemption of
 * March 2025, and the month in which the basis of the denominator changes.
 *
 * @param shares monthly, from `preferenceShares` or `preferenceSeries`.
 * @throws RangeError when neither partner has a row.
 */
export function preferenceOverTime(
  shares: Rows<PreferenceShare>,
  { id = "preference" }: { id?: string } = {},
): Figure {
  const needed = ["period_start", "partner_code", "preference_share"];
  requireColumns(shares, needed, "preferenceOverTime");
  const rows: PreferenceMonth[] = records(shares)
    .filter(({ partner_code }) => [MEXICO, CANADA].includes(partner_code))
    .map((row) => ({ ...row, month: row.period_start }))
    .sort((a, b) => a.month < b.month ? -1 : 1);
  if (rows.length === 0) throw new RangeError("preferenceOverTime: no rows of Mexico or Canada");
  const codes = [MEXICO, CANADA].filter((code) => rows.some((row) => row.partner_code === code));
  const [first, last] = [rows[0], rows.at(-1)!];
  const means = codes.flatMap((code) => meansOf(rows.filter((row) => row.partner_code === code)));
  const now = codes.map((code) => {
    const { preference_share } = rows.findLast((row) => row.partner_code === code)!;
    return `${percent(preference_share)} of imports from ${supplierLabel(code)}`;
  });
  const bases = [...new Set(rows.map(({ denominator_basis }) => denominator_basis))];
  return figure({
    id,
    title: title(rows, means),
    subtitle: "U.S. imports entering under NAFTA or the USMCA as a share of all imports from " +
      "the partner, and the partner’s share of all U.S. imports; all goods, by month, " +
      periodName(first.month, last.month),
    notes: [
      ...(means.length
        ? [
          `Thick: means of ${list([...new Set(means.map(meanName))])}; at the right that of the ` +
          "last twelve months. The newest months can still rise: importers may claim for a year.",
        ]
        : []),
      ...(bases.length > 1
        ? [`Denominator: ${list(bases.map((basis) => basisFrom(rows, basis)))}.`]
        : []),
      ...exemptionNotes(first.month, last.month),
    ],
    source: source([
      ...rows.map(({ vintage }) => ({ vintage })),
      ...rows.map((row) => ({ basis: row.denominator_basis, vintage: row.denominator_vintage })),
    ]),
    alt: `Lines by month, ${monthName(first.month)} to ${monthName(last.month)}. Under the ` +
      `agreement entered ${list(now)} in ${monthName(last.month)}. ` +
      means.map((mean) =>
        `Mean of ${supplierLabel(mean.code)}, ${meanName(mean)}: ${percent(mean.share)}. `
      ).join("") +
      `Their shares of all U.S. imports: ${
        list(codes.map((code) => {
          const row = rows.findLast((each) => each.partner_code === code)!;
          return `${supplierLabel(code)} ${percent(row.share_of_imports)}`;
        }))
      }.`,
    data: drawnTable({
      rows: rows.map((row) => ({
        ...taken(row, "month", "partner_code", "agreement"),
        role: "part",
        preference_share: row.preference_share,
        mean_share: means.find(({ code, from, to }) =>
          code === row.partner_code && from <= row.month && row.month <= to
        )?.share ?? null,
        share_of_imports: row.share_of_imports,
        basis: row.denominator_basis,
        vintage: [...new Set([row.vintage, row.denominator_vintage])].join("; "),
      })),
      units: {
        preference_share: OF_PARTNER,
        mean_share: OF_PARTNER,
        share_of_imports: fractionOf("all U.S. imports"),
      },
      tables: [
        "agreement_imports_monthly",
        "goods_by_partner_monthly",
        "naics3_imports_by_partner_monthly",
        "goods_consumption_monthly",
      ],
    }),
    draw: (layout) => preferencePanels(layout, rows, codes, means),
  });
}

const OF_PARTNER = fractionOf("imports from the partner");

const meanName = ({ from, to }: Mean): string => periodName(from, to);
const basisFrom = (rows: PreferenceMonth[], basis: string): string =>
  `${basisName(basis)} from ${
    monthName(rows.find((row) => row.denominator_basis === basis)!.month)
  }`;

/** Of the last twelve months, and of the last whole year before them; none where one is not whole. */
function meansOf(rows: PreferenceMonth[]): Mean[] {
  const latest = rows.slice(-12);
  const before = rows.slice(0, -12);
  const year = [...new Set(before.map(({ month }) => month.slice(0, 4)))]
    .findLast((each) => before.filter(({ month }) => month.startsWith(each)).length === 12);
  if (!year) return [];
  return [before.filter(({ month }) => month.startsWith(year)), latest].map((of) => {
    const sum = (usd: (row: PreferenceMonth) => number) =>
      of.reduce((all, row) => all + usd(row), 0);
    return {
      code: of[0].partner_code,
      from: of[0].month,
      to: of.at(-1)!.month,
      share: sum((row) => row.agreement_usd) / sum((row) => row.imports_usd),
    };
  });
}

/** Mexico (or the one partner there is): the two means, or its last month where there are none. */
function title(rows: PreferenceMonth[], [then, now]: Mean[]): string {
  const last = rows.findLast((row) => row.partner_code === MEXICO) ?? rows.at(-1)!;
  if (!then) {
    return `${inTitle(last.preference_share)[0]} of ${
      possessive(supplierLabel(last.partner_code))
    } goods entered under ${named(last.agreement)} in ${monthName(last.month)}`;
  }
  const [before, after] = inTitle(then.share, now.share);
  return `Under ${named(last.agreement)}: ${before} of ${possessive(supplierLabel(then.code))} ` +
    `goods in ${meanName(then)}, ${after} since ${monthName(now.from)}`;
}

const named = (agreement: string): string => agreement === "USMCA" ? "the USMCA" : agreement;
