/** The estimate of the ICT share of the note's year, from the tables that it takes. */
import pl from "nodejs-polars";
import {
  type Anchor,
  anchorRatios,
  calendarYear,
  type Estimate,
  estimateExports,
  estimateShare,
  groupImports,
  ictExportCore,
  largestError,
  ofPeriod,
  olderToNewer,
  predictions,
  samePartNextYear,
  type ShareParts,
  sumOver,
} from "../analysis/mod.ts";
import type { Tables } from "../data/mod.ts";
import { collect, type Frame, keep } from "../frame.ts";
import { balanceOfYear, type Composition, NOTE_VINTAGE, NOTE_YEAR } from "./note_balance.ts";
import type { Figures } from "./claim.ts";

export const ICT = "04";
const YEAR = calendarYear(NOTE_YEAR);
const NEEDED: (keyof Tables)[] = [
  "end_use_trade_monthly",
  "semiconductor_exports_monthly",
  "import_lines",
  "import_line_classes",
  "atp_imports_hs10_by_partner",
];

export interface IctEstimate {
  share: Estimate;
  /** What it is made of, on the deficit of the vintage nearest to the note. */
  parts: ShareParts;
  /** ICT imports of the year as added up from the lines, in their vintage. */
  imports_usd: number;
  /** How far one of the two published parts missed the other, and any published period any other. */
  error: number;
  largestError: number;
  /** Of the deficit, the published exports, their core and the lines. */
  vintages: string[];
}

/** Published ICT exports by period, one row each. */
const ictExports = (trade: Frame<Tables["atp_by_group"]>) =>
  keep(trade, { atp_group: ICT, flow: "exports" });

/** ICT imports of the year: as revised, and put back to the note's vintage by what was revised. */
async function importsOfYear({ read, scan }: Figures) {
  const [lines, classes] = [await scan("import_lines"), await read("import_line_classes")];
  const revised = groupImports(lines, classes, { group: ICT, ...YEAR, basis: "general_imports" });
  const older = await read("atp_imports_hs10_by_partner");
  const noted = revised * olderToNewer(older, lines, classes, ICT);
  return { revised, range: { low: Math.min(revised, noted), high: Math.max(revised, noted) } };
}

/**
 * The estimate, where all of its tables are there and the published part of the note's year is
 * published for the next year too; otherwise undefined.
 */
export async function ictEstimate(
  figures: Figures,
  { all, period }: Composition,
): Promise<IctEstimate | undefined> {
  const next = samePartNextYear(all, period);
  if (!next || !NEEDED.every((name) => figures.has(name))) return undefined;
  const { read } = figures;
  const core = ictExportCore(
    await read("end_use_trade_monthly"),
    await read("semiconductor_exports_monthly"),
  );
  const anchors = anchorRatios(ictExports(await read("atp_by_group")), core);
  const quarters = pl.concat([period, next].map((each) => ofPeriod(anchors, each))) as Frame<
    Anchor
  >;
  const exports = estimateExports(quarters, sumOver(core, YEAR));
  const balance = await balanceOfYear(figures, NOTE_VINTAGE);
  const imports = await importsOfYear(figures);
  const parts = {
    exports,
    imports: imports.range,
    deficit: -balance.balance_usd,
  };
  const lines = await figures.scan("import_lines");
  return {
    share: estimateShare(parts),
    parts,
    imports_usd: imports.revised,
    error: exports.error,
    largestError: largestError(predictions(anchors)),
    vintages: [
      balance.vintage,
      vintageOf(await read("atp_by_group")),
      vintageOf(await read("end_use_trade_monthly")),
      vintageOf(collect(lines.select(pl.col("vintage").max()), lines)),
    ],
  };
}

/** The newest vintage of a table. */
const vintageOf = (table: pl.DataFrame) =>
  table.getColumn("vintage").sort().toArray().at(-1) as string;
