/** Small frames of tariff lines for tests, worked by hand or drawn at random; and the embedded ones. */
import pl from "nodejs-polars";
import type { ImportBasis } from "../../lib/codes/bases.ts";
import {
  type AtpLine,
  atpLines,
  calendarYear,
  type LineClass,
  ofPeriod,
  type OnBasis,
  onBasis,
} from "../../lib/analysis/mod.ts";
import { readTable, scanTable } from "../../lib/data/mod.ts";
import { type Frame, frameOf } from "../../lib/frame.ts";
import { KNOWN } from "../known.ts";

const LINE_SCHEMA = {
  vintage: pl.String,
  period_start: pl.String,
  period_end: pl.String,
  hts10: pl.String,
  partner_code: pl.String,
  general_imports_usd: pl.Int64,
  imports_for_consumption_usd: pl.Int64,
  atp_group: pl.String,
  atp_method: pl.String,
};

/** ATP lines of 2024 from rows that name only what matters. */
export function smallLines(rows: Partial<AtpLine>[]): Frame<AtpLine> {
  const row: AtpLine = {
    vintage: "2026-01-01",
    ...calendarYear(2024),
    hts10: "8471500150",
    partner_code: "2010",
    general_imports_usd: 0,
    imports_for_consumption_usd: 0,
    atp_group: "04",
    atp_method: "exact_2022_code",
  };
  return frameOf<AtpLine>(rows.map((each) => ({ ...row, ...each })), LINE_SCHEMA);
}

/** Lines of `{ line: { partner: general imports } }`. */
export const generalLines = (
  values: Record<string, Record<string, number>>,
): Frame<OnBasis<AtpLine>> =>
  onBasis(
    smallLines(
      Object.entries(values).flatMap(([hts10, partners]) =>
        Object.entries(partners).map(([partner_code, general_imports_usd]) => ({
          ...{ hts10, partner_code, general_imports_usd },
        }))
      ),
    ),
    "general_imports",
  );

export const smallClasses = (groups: Record<string, string>): Frame<Omit<LineClass, "naics6">> =>
  frameOf<Omit<LineClass, "naics6">>(
    Object.entries(groups).map(([hts10, atp_group]) => ({
      ...{ hts10, atp_group, atp_method: "exact_2022_code" },
    })),
    { hts10: pl.String, atp_group: pl.String, atp_method: pl.String },
  );

export const embeddedLines = await scanTable("import_lines", KNOWN);
export const embeddedClasses = await readTable("import_line_classes", KNOWN);
export const embeddedAtp = atpLines(embeddedLines, embeddedClasses);

/** The embedded ATP lines of one year on one basis. */
export const atpOf = (year: number, basis: ImportBasis = "general_imports") =>
  ofPeriod(onBasis(embeddedAtp, basis), calendarYear(year));
