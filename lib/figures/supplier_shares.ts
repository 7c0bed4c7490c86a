/** Supplier shares in the imports of one industry over the years, as labelled lines. */
import type { SupplierShare } from "../analysis/mod.ts";
import { CANADA, MEXICO, USMCA } from "../codes/mod.ts";
import { records, requireColumns, type Rows } from "../rows.ts";
import { drawnTable, fractionOf, labelled, taken } from "./drawn.ts";
import type { Figure } from "./figure.ts";
import { figure } from "./frame.ts";
import { labelsOf } from "./looks.ts";
import { percent } from "../format.ts";
import { percentAxis } from "./axes.ts";
import { shareNotes, shareTexts } from "./share_words.ts";
import { type Course, linesOf } from "./supplier_course.ts";
import { supplierLines } from "./supplier_lines.ts";
import { namedAndOthers } from "./supplier_selection.ts";
import { source } from "./words.ts";
import { yearNames, yearSpan } from "./year_span.ts";

type Row = SupplierShare & { year: string };

/** Options of the figures of suppliers over the years. */
export interface SuppliersOptions {
  naics: string;
  /** Codes of the suppliers to name, where they supply anything; those that the figure chooses unless told. */
  partners?: string[];
  id?: string;
}

/**
 * Lines of supplier shares by year: a few by name, the next largest in the background. A last year that
 * is not whole is pale and named with its months.
 *
 * @param shares of one industry by `year`, as `supplierShares` gives them with the rest.
 * @throws RangeError when the frame is empty.
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { keep, readTable, supplierShares, withYear } from "../mod.ts";
 * const imports = keep(await readTable("naics3_imports_by_partner_monthly"), { naics: "334" });
 * const shares = supplierShares(withYear(imports), { by: ["year"], denominator: "world" });
 * const picture = supplierSharesOverTime(shares, { naics: "334" });
 * assertEquals(picture.id, "supplier-shares-334");
 * ```
 */
export function supplierSharesOverTime(
  shares: Rows<Row>,
  { naics, partners = [], id = `supplier-shares-${naics}` }: SuppliersOptions,
): Figure {
  requireColumns(shares, ["year", "partner_code", "share", "period_end"], "supplierSharesOverTime");
  const rows = records<Row>(shares);
  if (rows.length === 0) throw new RangeError("supplierSharesOverTime: no rows");
  const years = [...new Set(rows.map(({ year }) => year))].sort();
  const byYear = years.map((year) => rows.filter((row) => row.year === year));
  const { drawn, named, faint } = linesOf(byYear, partners);
  const points = byYear.flatMap((ofYear, index) => {
    const year = years[index];
    const lines = namedAndOthers(ofYear, drawn)
      .map(({ partner_code, share }) => ({ code: partner_code, year, value: share }));
    const of = (code: string) => ofYear.find((row) => row.partner_code === code)?.share ?? 0;
    return [...lines, { code: USMCA, year, value: of(CANADA) + of(MEXICO) }];
  });
  const folded = [...new Set(rows.map(({ partner_code }) => partner_code))]
    .filter((code) => code !== USMCA && !drawn.includes(code));
  const label = labelsOf(folded);
  const course: Course = {
    ...{ naics, basis: rows[0].basis, points, named, faint },
    ...{ label, span: yearSpan(rows), nameOf: yearNames(rows) },
    ...{ write: (share) => percent(share), axis: (share) => percentAxis(Math.max(0.05, share)) },
  };
  return figure({
    id,
    ...shareTexts(course),
    notes: shareNotes(course),
    source: source(rows),
    data: drawnTable({
      rows: points.map(({ code, year, value }) => ({
        ...taken(rows.find((row) => row.year === year)!, ...OF_YEAR),
        naics,
        ...labelled(code, label),
        role: code === USMCA ? "subtotal" : "part",
        share: value,
      })),
      units: { share: fractionOf("the industry's imports") },
      tables: ["naics3_imports_by_partner_monthly"],
    }),
    draw: (layout) => supplierLines(layout, course),
  });
}

const OF_YEAR = ["year", "period_start", "period_end", "basis", "vintage"] as const;
