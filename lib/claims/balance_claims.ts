/** C1–C3: what the note says of the balance and of its composition by technology group. */
import {
  annualBalance,
  balanceByGroup,
  type GroupBalance,
  isFullYear,
  longestPartOfYear,
  ofPeriod,
  type Period,
} from "../analysis/mod.ts";
import { ATP_TOTAL, atpGroupName } from "../codes/mod.ts";
import {
  balanceInWords,
  basisName,
  billions,
  list,
  millions,
  percent,
  periodName,
} from "../format.ts";
import { records } from "../frame.ts";
import type { Claim, Figures } from "./claim.ts";

export const NOTE_YEAR = 2024;
/** Share of the ATP deficit that the note gives for ICT. */
const NOTE_ICT_SHARE = 0.774;
const ICT = "04";
const AEROSPACE = "08";
/** Vintage nearest to the note of 13 March 2025: published three weeks after it. */
const NOTE_VINTAGE = "2025-04-04";
/** A surplus is significant from this part of the total deficit on. */
const SIGNIFICANT = 0.05;

const BALANCE_BASIS = `${basisName("total_exports")} less ${basisName("general_imports")}`;

interface Composition {
  period: Period;
  groups: GroupBalance[];
  total: GroupBalance;
  words: string;
}

/** The balance by group for the longest part of the note's year that the figures hold. */
export async function composition({ read }: Figures): Promise<Composition> {
  const all = balanceByGroup(await read("atp_by_group"));
  const period = longestPartOfYear(all, NOTE_YEAR);
  const rows = records<GroupBalance>(ofPeriod(all, period));
  return {
    period,
    groups: rows.filter((row) => row.atp_group !== ATP_TOTAL),
    total: rows.find((row) => row.atp_group === ATP_TOTAL)!,
    words: periodName(period.period_start, period.period_end),
  };
}

const groupOf = ({ groups }: Composition, code: string) =>
  groups.find((row) => row.atp_group === code)!;

export const netImporter: Claim = {
  id: "C1",
  claim: "In 2024 the United States was a net importer of advanced technology products",
  rule:
    "Confirmed when exports less imports of all ATP in 2024 are below zero both in the vintage " +
    "nearest to the note and in the latest; otherwise not confirmed.",
  judge: async ({ read }) => {
    const year = String(NOTE_YEAR);
    const balanceOf = async (vintage: string) =>
      records(annualBalance(await read("atp_world_monthly", { vintage })))
        .find((row) => row.year === year)!;
    const [seen, latest] = [await balanceOf(NOTE_VINTAGE), await balanceOf("latest")];
    const holds = seen.balance_usd < 0 && latest.balance_usd < 0;
    return {
      verdict: holds ? "confirmed" : "not confirmed",
      evidence: [{
        measure: "",
        value: seen.balance_usd,
        unit: "USD",
        period: year,
        basis: BALANCE_BASIS,
        vintage: NOTE_VINTAGE,
      }],
      sensitivity: "",
      finding: `In ${year} ATP exports were ${billions(seen.exports_usd)} and imports ` +
        `${billions(seen.imports_usd)}: ${balanceInWords(seen.balance_usd)} (vintage ` +
        `${seen.vintage}). The latest vintage (${latest.vintage}) makes it ` +
        `${balanceInWords(latest.balance_usd)}.`,
    };
  },
};

export const ictShare: Claim = {
  id: "C2",
  claim: `ICT accounts for ${percent(NOTE_ICT_SHARE)} of the ATP deficit of 2024`,
  rule: "On balances by group for the full year: confirmed when the share is the note's to the " +
    "decimal, confirmed in part within one percentage point (a revision), otherwise not " +
    "confirmed. Without the full year: not decidable; a quarter is never scaled to a year.",
  judge: async (figures) => {
    const found = await composition(figures);
    const { share_of_balance: share, balance_usd } = groupOf(found, ICT);
    const distance = Math.abs(share - NOTE_ICT_SHARE);
    const decided = distance < 0.0005
      ? "confirmed"
      : distance < 0.01
      ? "confirmed in part"
      : "not confirmed";
    const full = isFullYear(found.period);
    const sentence = `In ${found.words} the ICT balance was ${millions(balance_usd)} million ` +
      `dollars of a total of ${millions(found.total.balance_usd)} million: ${percent(share)}.`;
    return {
      verdict: full ? decided : "not decidable on these figures",
      evidence: [{
        measure: "",
        value: share,
        unit: "share",
        period: found.words,
        basis: BALANCE_BASIS,
        vintage: found.total.vintage,
      }],
      sensitivity: "",
      finding: full ? sentence : `${sentence} The embedded figures hold no full-year balance by ` +
        `group; \`deno task refresh\` brings it from the Census Bureau.`,
    };
  },
};

export const aerospaceSurplus: Claim = {
  id: "C3",
  claim: "Aerospace was the only ATP group with a significant surplus in 2024",
  rule: `A surplus is significant from ${percent(SIGNIFICANT, 0)} of the total deficit on. ` +
    "Confirmed when aerospace alone has one in the full year; confirmed in part when it is so in " +
    "the part of the year that the figures hold, which the rest could change; otherwise not " +
    "confirmed.",
  judge: async (figures) => {
    const found = await composition(figures);
    const surpluses = found.groups.filter((row) => row.balance_usd > 0)
      .sort((a, b) => b.balance_usd - a.balance_usd);
    const floor = SIGNIFICANT * Math.abs(found.total.balance_usd);
    const significant = surpluses.filter((row) => row.balance_usd >= floor);
    const alone = significant.length === 1 && significant[0].atp_group === AEROSPACE;
    const held = isFullYear(found.period) ? "confirmed" : "confirmed in part";
    const named = surpluses.map((row) =>
      `${atpGroupName(row.atp_group)} ${millions(row.balance_usd)}`
    );
    return {
      verdict: alone ? held : "not confirmed",
      evidence: [{
        measure: "",
        value: groupOf(found, AEROSPACE).balance_usd,
        unit: "USD",
        period: found.words,
        basis: BALANCE_BASIS,
        vintage: found.total.vintage,
      }],
      sensitivity: "",
      finding: `Groups in surplus in ${found.words}, million dollars: ${list(named)}; ` +
        `the total was ${millions(found.total.balance_usd)}.`,
    };
  },
};
