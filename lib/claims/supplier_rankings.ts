/**
 * Suppliers of one ATP group in the note's year, ranked on each import basis that the figures hold:
 * general imports and imports for consumption after a refresh, otherwise tariff lines for consumption.
 */
import pl from "nodejs-polars";
import { rankSuppliers, type SupplierShare, supplierShares } from "../analysis/mod.ts";
import { EUROPEAN_UNION } from "../codes/mod.ts";
import type { AtpByGroupAndPartner, AtpImportLine } from "../data/mod.ts";
import { type Frame, literal, records } from "../frame.ts";
import { NOTE_YEAR } from "./balance_claims.ts";
import type { Figures } from "./claim.ts";

export type RankedSupplier = SupplierShare & { rank: number };

export interface SupplierRanking {
  basis: string;
  vintage: string;
  /** Largest first. The EU27 is one of them where its members are not split. */
  suppliers: RankedSupplier[];
}

const BASES = ["general_imports", "imports_for_consumption"];

/** Rankings of a group's suppliers, one for each basis, imports for consumption last. */
export async function supplierRankings(
  figures: Figures,
  group: string,
): Promise<SupplierRanking[]> {
  const ofGroup = pl.col("atp_group").eq(literal(group));
  const byPartner = await fullYear(figures);
  if (byPartner) {
    return BASES.map((basis) =>
      ranking(byPartner.filter(ofGroup.and(pl.col("basis").eq(literal(basis)))), "world")
    );
  }
  const lines = await figures.read("atp_imports_hs10_by_partner");
  return [ranking(lines.filter(ofGroup), "listed")];
}

/** Imports by group and partner in the whole of the note's year, where a refresh brought them. */
async function fullYear({ read, has }: Figures): Promise<Frame<AtpByGroupAndPartner> | undefined> {
  if (!has("atp_by_group_and_partner")) return undefined;
  const year = (await read("atp_by_group_and_partner")).filter(
    pl.col("flow").eq(literal("imports"))
      .and(pl.col("period_start").eq(literal(`${NOTE_YEAR}-01`)))
      .and(pl.col("period_end").eq(literal(`${NOTE_YEAR}-12`))),
  );
  const there = year.getColumn("basis").unique().toArray() as string[];
  return BASES.every((basis) => there.includes(basis)) ? year : undefined;
}

function ranking(
  imports: Frame<AtpByGroupAndPartner | AtpImportLine>,
  denominator: "world" | "listed",
): SupplierRanking {
  const blocks = denominator === "listed" ? [EUROPEAN_UNION] : [];
  const shares = supplierShares(imports, { by: [], denominator, blocks });
  const suppliers = records<RankedSupplier>(rankSuppliers(shares, []));
  return { basis: suppliers[0].basis, vintage: suppliers[0].vintage, suppliers };
}
