/** The tariff lines that claims rest on: ATP lines once for all claims, and all goods by supplier. */
import pl from "nodejs-polars";
import type { ImportBasis } from "../codes/bases.ts";
import {
  type AtpLine,
  atpLines,
  calendarYear,
  importsBySupplier,
  ofPeriod,
  type OnBasis,
  onBasis,
  type SupplierImports,
  type SupplierRevision,
  supplierRevisions,
} from "../analysis/mod.ts";
import { type Frame, literal } from "../frame.ts";
import type { Figures } from "./claim.ts";

const opened = new WeakMap<Figures, Promise<Frame<AtpLine>>>();

/** Every ATP line by partner and period, on both bases: joined once, for all claims. */
export function atpLinesOf(figures: Figures): Promise<Frame<AtpLine>> {
  const lines = opened.get(figures) ??
    Promise.all([figures.scan("import_lines"), figures.read("import_line_classes")])
      .then(([scan, classes]) => atpLines(scan, classes));
  opened.set(figures, lines);
  return lines;
}

/** ATP lines of one year on one basis. */
export async function atpLinesOfYear(
  figures: Figures,
  basis: ImportBasis,
  year: number,
): Promise<Frame<OnBasis<AtpLine>>> {
  return ofPeriod(onBasis(await atpLinesOf(figures), basis), calendarYear(year));
}

/** Imports of all goods by supplier, with the world, every year that the lines cover. */
export async function allGoodsBySupplier(
  figures: Figures,
  basis: ImportBasis,
): Promise<Frame<SupplierImports>> {
  return importsBySupplier(onBasis(await figures.scan("import_lines"), basis));
}

/**
 * How a group's imports for consumption of a year were revised since the older vintage of its lines;
 * undefined where that one is not there.
 */
export async function revisionsOf(
  figures: Figures,
  group: string,
  year: number,
): Promise<Frame<SupplierRevision> | undefined> {
  if (!figures.has("atp_imports_hs10_by_partner")) return undefined;
  const ofGroup = pl.col("atp_group").eq(literal(group));
  const older = ofPeriod(
    await figures.read("atp_imports_hs10_by_partner"),
    calendarYear(year),
  );
  const newer = await atpLinesOfYear(figures, "imports_for_consumption", year);
  return supplierRevisions(older.filter(ofGroup), newer.filter(ofGroup));
}
