/**
 * Suppliers of one ATP group, ranked on each import basis: from the table by group and partner where a
 * refresh brought it for the year, otherwise from the tariff lines.
 */
import pl from "nodejs-polars";
import {
  calendarYear,
  importsBySupplier,
  rankSuppliers,
  type SupplierImports,
  type SupplierShare,
  supplierShares,
} from "../analysis/mod.ts";
import { IMPORT_BASES, isCountry } from "../codes/mod.ts";
import type { AtpByGroupAndPartner } from "../data/mod.ts";
import { type Frame, literal, records } from "../frame.ts";
import type { Figures } from "./claim.ts";
import { atpLinesOfYear } from "./line_imports.ts";

export type RankedSupplier = SupplierShare & { rank: number };

export interface SupplierRanking {
  basis: string;
  vintage: string;
  /** Countries, largest first, EU members one by one. */
  suppliers: RankedSupplier[];
}

/** Rankings of a group's suppliers in a calendar year: general imports, then for consumption. */
export async function supplierRankings(
  figures: Figures,
  group: string,
  year: number,
): Promise<SupplierRanking[]> {
  const ofGroup = pl.col("atp_group").eq(literal(group));
  const published = await ofYear(figures, year);
  if (published) {
    return IMPORT_BASES.map((basis) =>
      ranking(published.filter(ofGroup.and(pl.col("basis").eq(literal(basis)))))
    );
  }
  return await Promise.all(IMPORT_BASES.map(async (basis) => {
    const lines = await atpLinesOfYear(figures, basis, year);
    return ranking(importsBySupplier(lines.filter(ofGroup)));
  }));
}

/** Imports by group and partner in the whole of a year on both bases, where a refresh brought them. */
async function ofYear(
  { read, has }: Figures,
  year: number,
): Promise<Frame<AtpByGroupAndPartner> | undefined> {
  if (!has("atp_by_group_and_partner")) return undefined;
  const { period_start, period_end } = calendarYear(year);
  const rows = (await read("atp_by_group_and_partner")).filter(
    pl.col("flow").eq(literal("imports"))
      .and(pl.col("period_start").eq(literal(period_start)))
      .and(pl.col("period_end").eq(literal(period_end))),
  );
  const there = rows.getColumn("basis").unique().toArray() as string[];
  return IMPORT_BASES.every((basis) => there.includes(basis)) ? rows : undefined;
}

function ranking(imports: Frame<AtpByGroupAndPartner | SupplierImports>): SupplierRanking {
  const shares = supplierShares(imports, { by: [], denominator: "world" });
  const suppliers = records<RankedSupplier>(rankSuppliers(shares, []))
    .filter(({ partner_code }) => isCountry(partner_code));
  return { basis: suppliers[0].basis, vintage: suppliers[0].vintage, suppliers };
}
