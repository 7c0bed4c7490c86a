/** A few tariff lines with their classes and totals, for the tests of preference by class. */
import pl from "nodejs-polars";
import type { GoodsOfLine, PreferenceLineRow } from "../../lib/analysis/mod.ts";
import type { AgreementImportsRow } from "../../lib/analysis/preference.ts";
import { frameOf } from "../../lib/frame.ts";

/** Month, partner, line, imports, entered under the agreement. */
export type Entry = [string, string, string, number, number];

export const linesOf = (entries: Entry[], vintage = "2026-04") =>
  frameOf<PreferenceLineRow>(
    entries.map(([month, partner_code, hts10, value_usd, preference_usd]) => ({
      ...{ vintage, month, partner_code, hts10, value_usd, preference_usd },
    })),
    {
      vintage: pl.String,
      month: pl.String,
      partner_code: pl.String,
      hts10: pl.String,
      value_usd: pl.Int64,
      preference_usd: pl.Int64,
    },
  );

/** A computer (ATP, 334), a cable (335) and a truck that is ATP (336). */
export const COMPUTER = "8471500150", CABLE = "8544429090", TRUCK = "8704510020";
export const CLASSES = frameOf<GoodsOfLine>([
  { hts10: COMPUTER, atp_group: "04", naics6: "334111" },
  { hts10: CABLE, atp_group: "00", naics6: "335929" },
  { hts10: TRUCK, atp_group: "05", naics6: "336110" },
], { hts10: pl.String, atp_group: pl.String, naics6: pl.String });

/** Month, partner, vintage, total under the agreement. */
export const totalsOf = (entries: [string, string, string, number][]) =>
  frameOf<AgreementImportsRow>(
    entries.map(([month, partner_code, vintage, value_usd]) => ({
      ...{ vintage, month, agreement: "USMCA", partner_code, value_usd },
    })),
    {
      vintage: pl.String,
      month: pl.String,
      agreement: pl.String,
      partner_code: pl.String,
      value_usd: pl.Int64,
    },
  );
