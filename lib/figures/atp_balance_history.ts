/** Exports, imports and balance of all ATP, year by year, and exports as a percentage of imports. */
import type { AnnualBalance } from "../analysis/mod.ts";
import { billions, moved } from "../format.ts";
import { records, requireColumns, type Rows } from "../rows.ts";
import { BOTH_FLOWS, drawnTable, fractionOf, taken, USD } from "./drawn.ts";
import type { Figure } from "./figure.ts";
import { figure } from "./frame.ts";
import { dollarsPanel } from "./history_dollars.ts";
import { ratioPanel, whole } from "./history_panels.ts";
import { source } from "./words.ts";

/**
 * Two panels over the same years: exports as a percentage of imports, and exports, imports and balance
 * in dollars. Years without all twelve months are left out and named in a note; the last year with a
 * surplus is marked.
 *
 * @param balances from `annualBalance`.
 * @throws RangeError when no year is whole.
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { annualBalance, readTable } from "../mod.ts";
 * const years = annualBalance(await readTable("atp_world_monthly"));
 * const picture = atpBalanceHistory(years);
 * assertEquals(picture.svg.startsWith("<svg"), true);
 * ```
 */
export function atpBalanceHistory(
  balances: Rows<AnnualBalance>,
  { id = "atp-balance-history" }: { id?: string } = {},
): Figure {
  requireColumns(
    balances,
    ["year", "months", "exports_usd", "imports_usd", "export_import_ratio"],
    "atpBalanceHistory",
  );
  const all = records(balances);
  const rows = all.filter(({ months }) => months === 12);
  if (rows.length === 0) throw new RangeError("atpBalanceHistory: no year has twelve months");
  const [first, last] = [rows[0], rows.at(-1)!];
  const surplus = rows.findLast(({ balance_usd }) => balance_usd > 0);
  const part = all.filter(({ months }) => months < 12);
  const vintages = [...new Set(rows.map(({ vintage }) => vintage))];
  const ratio = moved(first.export_import_ratio, last.export_import_ratio, whole);
  return figure({
    id,
    title: title(first, last),
    subtitle: "U.S. trade in advanced technology products (ATP): exports as a percentage of " +
      `imports; exports, imports and balance in billion dollars, ${first.year}–${last.year}`,
    notes: [
      "Dollars of each year: prices are not taken out, and the list of products changes from year " +
      "to year.",
      ...part.map(({ year, months }) =>
        `${year} is left out: ${months} of 12 months are published.`
      ),
    ],
    source: source(vintages.flatMap((vintage) => [
      { basis: "total_exports", vintage },
      { basis: "general_imports", vintage },
    ])),
    alt: `A line of ATP exports as a percentage of imports, ${first.year} to ${last.year}, and ` +
      `lines of exports and imports with bars of the balance. The percentage ${ratio}, exports ` +
      `${moved(first.exports_usd, last.exports_usd, billions)}, imports ` +
      `${moved(first.imports_usd, last.imports_usd, billions)}, the balance ` +
      `${moved(first.balance_usd, last.balance_usd, billions)}. ` +
      (surplus ? `The last year with a surplus is ${surplus.year}.` : "No year has a surplus."),
    data: drawnTable({
      rows: rows.map((row) => ({
        year: row.year,
        role: "total",
        ...taken(row, "exports_usd", "imports_usd", "balance_usd", "export_import_ratio"),
        basis: BOTH_FLOWS,
        vintage: row.vintage,
      })),
      units: {
        exports_usd: USD,
        imports_usd: USD,
        balance_usd: USD,
        export_import_ratio: fractionOf("imports"),
      },
      tables: ["atp_world_monthly"],
    }),
    draw: (layout) => [ratioPanel(layout, rows), dollarsPanel(layout, rows, surplus)],
  });
}

function title(first: AnnualBalance, last: AnnualBalance): string {
  const now = `${whole(last.export_import_ratio)} of imports in ${last.year}`;
  if (first === last) return `U.S. exports of advanced technology were ${now}`;
  return `U.S. exports of advanced technology were ${
    whole(first.export_import_ratio)
  } of imports ` +
    `in ${first.year}, ${whole(last.export_import_ratio)} in ${last.year}`;
}
