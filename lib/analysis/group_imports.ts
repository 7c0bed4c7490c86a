/** Imports of an ATP group added up from tariff lines, and what a revision changed in them. */
import pl from "nodejs-polars";
import { EU27_MEMBERS, EUROPEAN_UNION, type ImportBasis } from "../codes/mod.ts";
import { collect, type Frame, type Frameish, lazy, literal, requireColumns } from "../frame.ts";
import type { Period } from "./periods.ts";

type Classes = Frame<{ hts10: string; atp_group: string }>;

export interface GroupImports extends Period {
  group: string;
  basis: ImportBasis;
  /** Schedule C codes of the partners that count; all of them unless told. */
  partners?: string[];
}

/**
 * Imports of one ATP group in a period, over all partners.
 *
 * @param lines tariff lines by partner, both bases (`scanTable("import_lines")`).
 * @param classes the ATP group of each line.
 * @returns whole US dollars.
 * @throws RangeError when the lines have nothing of it.
 */
export function groupImports(
  lines: Frameish<unknown>,
  classes: Classes,
  { group, period_start, period_end, basis, partners }: GroupImports,
): number {
  const value = `${basis}_usd`;
  requireColumns(
    lines,
    ["hts10", "partner_code", "period_start", "period_end", value],
    "groupImports",
  );
  const codes = classes.filter(pl.col("atp_group").eq(literal(group))).getColumn("hts10").toArray();
  const rows = lazy(lines).filter(
    pl.col("period_start").eq(literal(period_start))
      .and(pl.col("period_end").eq(literal(period_end)))
      .and(pl.col("hts10").isIn(codes as string[]))
      .and(partners ? pl.col("partner_code").isIn(partners) : literal(true)),
  );
  const sum = collect(rows.select(pl.col(value).sum(), pl.col("hts10").count()), lines);
  const [[usd, count]] = sum.rows() as [[number, number]];
  if (Number(count) === 0) {
    throw new RangeError(
      `groupImports: no lines of group ${group}, ${period_start} to ${period_end}`,
    );
  }
  return Number(usd);
}

/**
 * Older ÷ newer value of a group's imports for consumption, over the partners that the older table
 * lists: above 1 when the revision took off. It tells how the imports of the older vintage compare.
 *
 * @param older lines of an older vintage, imports for consumption, the EU27 as one block.
 * @formula What a revision changed in a group's imports
 * \nu = \frac{M^{\text{older}}}{M^{\text{newer}}}
 * @where $M$ are imports for consumption of the group from the partners that the older table
 * lists, in two vintages; above 1 when the revision took off.
 * @assumes groups-of-2022
 * @taught 3
 */
export function olderToNewer(
  older: Frame<Period & { atp_group: string; partner_code: string; value_usd: number }>,
  lines: Frameish<unknown>,
  classes: Classes,
  group: string,
): number {
  const rows = older.filter(pl.col("atp_group").eq(literal(group)));
  if (rows.height === 0) throw new RangeError(`olderToNewer: no older lines of group ${group}`);
  const [{ period_start, period_end }] = rows.head(1).toRecords() as unknown as Period[];
  const listed = rows.getColumn("partner_code").unique().toArray() as string[];
  const partners = listed.flatMap((code) => code === EUROPEAN_UNION ? EU27_MEMBERS : [code]);
  const basis = "imports_for_consumption";
  const newer = groupImports(lines, classes, { group, period_start, period_end, basis, partners });
  return Number(rows.getColumn("value_usd").sum()) / newer;
}
