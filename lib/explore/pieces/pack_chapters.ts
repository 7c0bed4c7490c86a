/** The tariff by chapter: every line from every partner, and what entered under the USMCA. */
import pl from "nodejs-polars";
import { type AgreementImportsRow, monthsOfLines } from "../../analysis/mod.ts";
import { type Frame, records } from "../../frame.ts";
import { type PackedPiece, packRows } from "./columns.ts";
import type { LineSum, MonthState, PreferenceSum } from "./layout.ts";
import { packParts } from "./pack_frame.ts";

/** Most goods are consumed as they arrive: in most rows the two bases are the same. */
export const OVER = { imports_for_consumption_usd: "general_imports_usd" };

/**
 * `chapter-01` and so on, packed.
 *
 * @param lines from `classedLines`.
 * @param uses what entered under the USMCA: `readTable("preference_lines")`.
 * @param totals `readTable("agreement_imports_monthly")`: what tells restated months.
 */
export function packChapters(
  lines: Frame<LineSum>,
  uses: Frame<PreferenceSum>,
  totals: Frame<AgreementImportsRow>,
): Record<`chapter-${string}`, PackedPiece> {
  const months = packRows(
    records(monthsOfLines(uses, totals))
      .map(({ month, partner_code, restated }): MonthState => ({ month, partner_code, restated })),
  );
  const imports = packParts(lines, CHAPTER, {
    order: ["period_start", "hts10", "partner_code"],
    over: OVER,
  });
  const preference = packParts(uses, CHAPTER, {
    order: ["hts10", "partner_code", "month"],
  });
  const none = packRows([]);
  const chapters = [...new Set([...imports.keys(), ...preference.keys()])].sort();
  return Object.fromEntries(chapters.map((chapter) => [
    `chapter-${chapter}`,
    { lines: imports.get(chapter) ?? none, preference: preference.get(chapter) ?? none, months },
  ]));
}

/** A chapter is the first two digits of its lines. */
const CHAPTER = pl.col("hts10").str.slice(0, 2);
