/** The balance of the note's year: what C1, C2, C3 and C7 judge, and how they name it. */
import {
  annualBalance,
  balanceByGroup,
  type GroupBalance,
  longestPartOfYear,
  ofPeriod,
  type Period,
} from "../analysis/mod.ts";
import { ATP_TOTAL } from "../codes/mod.ts";
import { basisName, periodName } from "../format.ts";
import { type Frame, records, rowOf } from "../frame.ts";
import type { Figures } from "./claim.ts";

export const NOTE_YEAR = 2024;
/** Vintage nearest to the note of 13 March 2025: published three weeks after it. */
export const NOTE_VINTAGE = "2025-04-04";

export const BALANCE_BASIS = `${basisName("total_exports")} less ${basisName("general_imports")}`;

export interface Composition {
  /** Balances by group of every published period. */
  all: Frame<GroupBalance>;
  /** The longest published part of the note's year: the year itself where it is there. */
  period: Period;
  groups: GroupBalance[];
  total: GroupBalance;
  words: string;
}

/** The balance by group for the longest part of the note's year that is published. */
export async function composition({ read }: Figures): Promise<Composition> {
  const all = balanceByGroup(await read("atp_by_group"));
  const period = longestPartOfYear(all, NOTE_YEAR);
  const rows = records<GroupBalance>(ofPeriod(all, period));
  return {
    all,
    period,
    groups: rows.filter((row) => row.atp_group !== ATP_TOTAL),
    total: rows.find((row) => row.atp_group === ATP_TOTAL)!,
    words: nameOf(period),
  };
}

export const nameOf = ({ period_start, period_end }: Period) =>
  periodName(period_start, period_end);

/** The balance of all ATP in the note's year, as a vintage has it. */
export async function balanceOfYear({ read }: Figures, vintage: string) {
  return rowOf(annualBalance(await read("atp_world_monthly", { vintage })), {
    year: String(NOTE_YEAR),
  });
}
