/** C1 and C3: what the note says of the balance of 2024, and of the groups that have a surplus. */
import {
  aloneAbove,
  type Balance,
  isFullYear,
  ofPeriod,
  partsOfYears,
  type SurplusBar,
  surplusBars,
} from "../analysis/mod.ts";
import { atpGroupName } from "../codes/mod.ts";
import { balanceInWords, basisName, billions, list, percent } from "../format.ts";
import { records } from "../frame.ts";
import type { Claim, Measure } from "./claim.ts";
import {
  BALANCE_BASIS,
  balanceOfYear,
  type Composition,
  composition,
  nameOf,
  NOTE_VINTAGE,
  NOTE_YEAR,
} from "./note_balance.ts";

const AEROSPACE = "08";
/** A surplus is significant from this part of the total deficit on. */
const SIGNIFICANT = 0.05;

function measuresOf(row: Balance & { vintage: string }, period: string, of: string): Measure[] {
  const common = { unit: "USD" as const, period, vintage: row.vintage };
  return [
    { measure: `balance of ${of}`, value: row.balance_usd, basis: BALANCE_BASIS, ...common },
    {
      measure: `exports of ${of}`,
      value: row.exports_usd,
      basis: basisName("total_exports"),
      ...common,
    },
    {
      measure: `imports of ${of}`,
      value: row.imports_usd,
      basis: basisName("general_imports"),
      ...common,
    },
  ];
}

export const netImporter: Claim = {
  id: "C1",
  claim: "In 2024 the United States was a net importer of advanced technology products",
  rule:
    "Confirmed when exports less imports of all ATP in 2024 are below zero both in the vintage " +
    "nearest to the note and in the latest; otherwise not confirmed.",
  judge: async (figures) => {
    const year = String(NOTE_YEAR);
    const [seen, latest] = [
      await balanceOfYear(figures, NOTE_VINTAGE),
      await balanceOfYear(figures, "latest"),
    ];
    const holds = seen.balance_usd < 0 && latest.balance_usd < 0;
    const revised = Math.abs(latest.balance_usd - seen.balance_usd);
    return {
      verdict: holds ? "confirmed" : "not confirmed",
      evidence: [
        ...measuresOf(seen, year, "all ATP"),
        ...seen.vintage === latest.vintage ? [] : measuresOf(latest, year, "all ATP"),
      ],
      sensitivity: `To balance, exports would have to be ${
        percent(seen.imports_usd / seen.exports_usd - 1, 0)
      } higher, or imports ${
        percent(1 - seen.exports_usd / seen.imports_usd, 0)
      } lower; the revision since moved the balance by ${billions(revised)}.`,
      finding: `In ${year} the United States bought ${billions(seen.imports_usd)} of advanced ` +
        `technology abroad and sold ${billions(seen.exports_usd)}, ` +
        `${balanceInWords(seen.balance_usd)}; revised since, ` +
        `${balanceInWords(latest.balance_usd)}.`,
    };
  },
};

/** In words, for which bars aerospace stands alone: in the note's period, then in all part-years. */
function barsInWords({ all, period, words }: Composition): string {
  const [own] = records<SurplusBar>(surplusBars(ofPeriod(all, period), AEROSPACE));
  const range = (low: number, high: number) =>
    high > low ? `any bar from ${percent(low)} to ${percent(high)} of the deficit` : "no bar";
  const parts = partsOfYears(all).flatMap((part) =>
    records<SurplusBar>(surplusBars(ofPeriod(all, part), AEROSPACE))
  );
  const first = `In ${words} aerospace stands alone for ${range(own.next_share, own.share)}`;
  if (parts.length < 2) return `${first}.`;
  const [low, high] = [
    Math.max(...parts.map(({ next_share }) => next_share)),
    Math.min(...parts.map(({ share }) => share)),
  ];
  const others = parts.filter((part) => !aloneAbove(part, SIGNIFICANT)).map((part) =>
    `${nameOf(part)} (${atpGroupName(part.next_group)}, ${percent(part.next_share)})`
  );
  return `${first}; in each of the ${parts.length} published part-years for ${range(low, high)}.` +
    (others.length
      ? ` With the bar at ${percent(SIGNIFICANT, 0)} another group clears it in ${list(others)}.`
      : "");
}

export const aerospaceSurplus: Claim = {
  id: "C3",
  claim: "Aerospace was the only ATP group with a significant surplus in 2024",
  rule: "What is published for the year decides; a part of the year never does. A surplus is " +
    `significant from ${
      percent(SIGNIFICANT, 0)
    } of the total deficit on. On balances by group for ` +
    "the full year: confirmed when aerospace alone has one, otherwise not confirmed. Without them: " +
    "not decidable.",
  judge: async (figures) => {
    const found = await composition(figures);
    const { period, groups, total, words } = found;
    const [bar] = records<SurplusBar>(surplusBars(ofPeriod(found.all, period), AEROSPACE));
    const alone = aloneAbove(bar, SIGNIFICANT);
    const full = isFullYear(period);
    const surpluses = groups.filter(({ balance_usd }) => balance_usd > 0)
      .toSorted((a, b) => b.balance_usd - a.balance_usd);
    const aerospace = groups.find(({ atp_group }) => atp_group === AEROSPACE)!;
    const next = surpluses.find(({ atp_group }) => atp_group !== AEROSPACE);
    const said = `In ${words} aerospace had ${alone ? "the only significant" : "a"} surplus` +
      `${alone ? "," : " of"} ${billions(aerospace.balance_usd)}` +
      (next
        ? `; ${atpGroupName(next.atp_group)} came next with ${billions(next.balance_usd)}.`
        : ".");
    return {
      verdict: !full ? "not decidable on these figures" : alone ? "confirmed" : "not confirmed",
      evidence: [...new Set([aerospace, ...surpluses, total])].map((row) => ({
        measure: `balance of ${atpGroupName(row.atp_group)}`,
        value: row.balance_usd,
        unit: "USD",
        period: words,
        basis: BALANCE_BASIS,
        vintage: row.vintage,
      })),
      sensitivity: barsInWords(found),
      finding: full
        ? said
        : `Balances by group are not in the data for the whole of ${NOTE_YEAR}. ${said}`,
    };
  },
};
