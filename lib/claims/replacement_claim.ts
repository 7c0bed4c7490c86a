/** C5a and C5b: who gained what China lost in NAICS 334 and 335, in shares and in dollars. */
import pl from "nodejs-polars";
import {
  comparableYears,
  type DollarChange,
  shareChanges,
  type Standing,
  standingByYears,
  suppliersAhead,
  withDollars,
} from "../analysis/mod.ts";
import { CHINA, isCountry, MEXICO, naicsTitle, partnerName } from "../codes/mod.ts";
import type { Naics3Imports } from "../data/mod.ts";
import { basisName, billions, list, moved, number } from "../format.ts";
import { type Frame, literal, records, rowOf } from "../frame.ts";
import { NOTE_YEAR } from "./note_balance.ts";
import type { Claim, Figures, Judgment, Measure, Unit, Verdict } from "./claim.ts";

/** The year before the tariffs of 2018, from which C5 counts. */
const BASE_YEAR = 2017;
/** The years over which the verdict is tried: how far it hangs on those that were chosen. */
const OTHER_YEARS = {
  from: ["2013", "2014", "2015", "2016", "2017", "2018"],
  to: ["2019", "2021", "2023", "2024"],
};
const VERDICTS = ["confirmed", "confirmed in part", "not confirmed"] as const;

/** Monthly imports of one NAICS-3 industry by partner. */
async function industryImports({ read }: Figures, naics: string) {
  const imports = await read("naics3_imports_by_partner_monthly");
  return imports.filter(pl.col("naics").eq(literal(naics))) as Frame<Naics3Imports>;
}

/** The rule of C5, on one pair of years. */
export function verdictOnShares(
  mexico: Pick<Standing, "change" | "ahead">,
  china: number,
): Verdict {
  if (!(china < 0 && mexico.change > 0)) return "not confirmed";
  return mexico.ahead === 0 ? "confirmed" : "confirmed in part";
}

/** How often each verdict is reached over the pairs of years, and where it is another one. */
function sensitivity(imports: Frame<Naics3Imports>, verdict: Verdict): string {
  const pairs = records(standingByYears(imports, OTHER_YEARS)).map((pair) => ({
    years: `${pair.from_start.slice(0, 4)}–${pair.to_start.slice(0, 4)}`,
    verdict: verdictOnShares(pair, pair.loser_change),
  }));
  const counts = VERDICTS.map((each) =>
    `${each} in ${pairs.filter((pair) => pair.verdict === each).length}`
  );
  const differing = pairs.filter((pair) => pair.verdict !== verdict).map(({ years }) => years);
  return `Over ${pairs.length} pairs of years (${OTHER_YEARS.from[0]} to ${
    OTHER_YEARS.from.at(-1)
  } against ${list(OTHER_YEARS.to)}) the rule gives: ${list(counts)}` +
    (differing.length ? `; it differs for ${list(differing)}.` : ".");
}

const points = (change: number) => `${number(Math.abs(change) * 100, 1)} points`;

/** What the shares say, then what the dollars say: they can differ where the market grew. */
function finding(rows: DollarChange[], naics: string, at: Standing): string {
  const of = (code: string) => rows.find((row) => row.partner_code === code)!;
  const [china, mexico] = [of(CHINA), of(MEXICO)];
  const leader = rows.filter(({ partner_code }) => isCountry(partner_code))
    .toSorted((a, b) => b.change - a.change)[0];
  const verb = mexico.change > 0 ? "gained" : "lost";
  const shares = `From ${BASE_YEAR} to ${NOTE_YEAR} China's share of imports of ` +
    `${naicsTitle(naics).toLowerCase()} (NAICS ${naics}) ${
      moved(china.from_share, china.to_share)
    }. ` +
    `Mexico ${verb} ${points(mexico.change).replace(" ", " percentage ")}; ` +
    (at.ahead === 0
      ? "no listed supplier gained more."
      : `${at.ahead} of the ${at.listed} listed suppliers ${
        mexico.change > 0 ? "gained more" : "gained"
      }, ${partnerName(leader.partner_code)} most, ${points(leader.change)}.`);
  const grew = (row: DollarChange) =>
    `${row.change_usd < 0 ? "fell" : "rose"} by ${billions(Math.abs(row.change_usd))}`;
  const most = at.ahead_usd === 0 && at.change_usd > 0
    ? ", more than those from any other listed supplier"
    : "";
  return `${shares} In dollars, imports from Mexico ${grew(mexico)}${most}; those from China ` +
    `${grew(china)}.`;
}

/** What the rule of C5 finds in one industry: Mexico's change first among the numbers, then China's. */
export async function judgeReplacement(figures: Figures, naics: string): Promise<Judgment> {
  const imports = await industryImports(figures, naics);
  const years = comparableYears(imports, String(BASE_YEAR), String(NOTE_YEAR));
  const changes = withDollars(shareChanges(imports, years));
  const at = suppliersAhead(changes);
  const [mexico, china] = [MEXICO, CHINA].map((code) => rowOf(changes, { partner_code: code }));
  const verdict = verdictOnShares(at, china.change);
  const measured = (row: DollarChange, measure: string, value: number, unit: Unit): Measure => ({
    measure: `${measure} NAICS ${naics}`,
    value,
    unit,
    period: `${BASE_YEAR}–${NOTE_YEAR}`,
    basis: basisName(row.basis),
    vintage: row.vintage,
    partner: partnerName(row.partner_code),
  });
  return {
    verdict,
    finding: finding(records<DollarChange>(changes), naics, at),
    evidence: [mexico, china].flatMap((row) => [
      measured(row, "change of the share in imports of", row.change, "change of a share"),
      measured(row, "change of imports of", row.change_usd, "USD"),
    ]),
    sensitivity: sensitivity(imports, verdict),
  };
}

function replacementClaim(id: string, naics: string): Claim {
  return {
    id,
    claim: `Mexico is a crucial partner for reducing reliance on China in NAICS ${naics}`,
    rule:
      `Changes of supplier shares of NAICS ${naics} from ${BASE_YEAR} to ${NOTE_YEAR}. Confirmed ` +
      "when China's share fell, Mexico's rose and no single listed country gained more; confirmed in " +
      "part when China's fell and Mexico's rose; otherwise not confirmed.",
    judge: (figures) => judgeReplacement(figures, naics),
  };
}

export const mexicoInElectronics = replacementClaim("C5a", "334");
export const mexicoInElectrical = replacementClaim("C5b", "335");
