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
  longestPairOfParts,
  ofPeriod,
  olderToNewer,
  predictions,
  type ShareParts,
  sumOver,
  withinMonths,
} from "../analysis/mod.ts";
import type { Tables } from "../data/mod.ts";
import { collect, type Frame, keep, literal } from "../frame.ts";
import { balanceOfYear, NOTE_VINTAGE, NOTE_YEAR } from "./note_balance.ts";
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
 * The estimate, where all of its tables are there and a part of the note's year has an anchor in the
 * next year too; otherwise undefined.
 */
export async function ictEstimate(figures: Figures): Promise<IctEstimate | undefined> {
  if (!NEEDED.every((name) => figures.has(name))) return undefined;
  const { read } = figures;
  const endUse = await read("end_use_trade_monthly");
  const core = ictExportCore(endUse, await read("semiconductor_exports_monthly"));
  const published = ictExports(await read("atp_by_group"));
  const anchors = anchorRatios(published, core);
  const pair = longestPairOfParts(anchors, NOTE_YEAR);
  if (!pair) return undefined;
  const parts = pair.map((each) => ofPeriod(anchors, each));
  const exports = estimateExports(pl.concat(parts) as Frame<Anchor>, sumOver(core, YEAR));
  const balance = await balanceOfYear(figures, NOTE_VINTAGE);
  const imports = await importsOfYear(figures);
  const shareParts = {
    exports,
    imports: imports.range,
    deficit: -balance.balance_usd,
  };
  const lines = ofYear(await figures.scan("import_lines"));
  return {
    share: estimateShare(shareParts),
    parts: shareParts,
    imports_usd: imports.revised,
    error: exports.error,
    largestError: largestError(predictions(anchors)),
    vintages: [
      balance.vintage,
      vintageOf(pl.concat(pair.map((each) => ofPeriod(published, each)))),
      vintageOf(withinMonths(endUse, YEAR.period_start, YEAR.period_end)),
      vintageOf(collect(lines.select(pl.col("vintage").max()), lines)),
    ],
  };
}

/** The tariff lines of the note's year. */
const ofYear = (lines: pl.LazyDataFrame) =>
  lines.filter(pl.col("period_end").eq(literal(YEAR.period_end)));

/** The newest vintage of some figures. */
const vintageOf = (table: pl.DataFrame) =>
  table.getColumn("vintage").sort().toArray().at(-1) as string;
