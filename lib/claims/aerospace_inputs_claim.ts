/** C7: what Canada sends of aerospace, and why a supplier cannot be shown to make a surplus. */
import pl from "nodejs-polars";
import { goodsMix, shareOfHeadings } from "../analysis/mod.ts";
import { CANADA, ENGINES_AND_PARTS, FINISHED_AIRCRAFT, MEXICO, partnerName } from "../codes/mod.ts";
import { balanceInWords, basisName, percent } from "../format.ts";
import { literal, records } from "../frame.ts";
import type { Claim, Measure } from "./claim.ts";
import { atpLinesOfYear } from "./line_imports.ts";
import { BALANCE_BASIS, composition, NOTE_YEAR } from "./note_balance.ts";

const AEROSPACE = "08";
const BASIS = "general_imports";

export const canadaEnables: Claim = {
  id: "C7",
  claim: "Canada's supplies let the United States keep its net export position in aerospace",
  rule:
    "A causal reading. Imports lower a balance by arithmetic, so that it can only mean inputs. " +
    "The figures show the position, the supplier and what it sends, not that one brings about the " +
    "other: always an interpretation.",
  judge: async (figures) => {
    const { groups, words } = await composition(figures);
    const aerospace = groups.find(({ atp_group }) => atp_group === AEROSPACE)!;
    const lines = (await atpLinesOfYear(figures, BASIS, NOTE_YEAR))
      .filter(pl.col("atp_group").eq(literal(AEROSPACE)));
    const sent = [CANADA, MEXICO].map((code) => {
      const mix = goodsMix(lines, code);
      const part = (measure: string, headings: readonly string[]): Measure => ({
        measure: `${measure} in aerospace imports from the partner`,
        value: shareOfHeadings(mix, headings),
        unit: "share",
        partner: partnerName(code),
        period: String(NOTE_YEAR),
        basis: basisName(BASIS),
        vintage: records(mix)[0].vintage,
      });
      return [
        part("engines and parts", ENGINES_AND_PARTS),
        part("finished aircraft", FINISHED_AIRCRAFT),
      ];
    });
    const [[engines, aircraft], [ofMexico]] = sent;
    return {
      verdict: "interpretation",
      finding: `The United States had ${balanceInWords(aerospace.balance_usd)} in aerospace in ` +
        `${words}. Of what Canada sent in ${NOTE_YEAR}, ${percent(aircraft.value)} was finished ` +
        `aircraft; engines and parts, which can be inputs of U.S. exports, were ` +
        `${percent(engines.value)}.`,
      evidence: [
        {
          measure: "aerospace balance",
          value: aerospace.balance_usd,
          unit: "USD",
          period: words,
          basis: BALANCE_BASIS,
          vintage: aerospace.vintage,
        },
        ...sent.flat(),
      ],
      sensitivity:
        "No figure would turn it: cause needs input–output tables by industry. Of what " +
        `Mexico sent, engines and parts were ${percent(ofMexico.value)}.`,
    };
  },
};
