/** A rule for "is a crucial partner for reducing the reliance on China": what makes one sound. */
import { CHINA, MEXICO, VIETNAM } from "../../codes/mod.ts";
import { given } from "../../given.ts";
import { type MadeUpMarket, madeUpMarket, type MadeUpSupplier } from "./made_up_market.ts";
import type { Rule } from "./mod.ts";

type PartnerRule = (partner: string, suppliers: MadeUpSupplier[]) => unknown;

/** From the least that can be said to the most. */
const VERDICTS = ["not confirmed", "confirmed in part", "confirmed"];

const NO_FUNCTION = "Give a function: (partner, suppliers) => a verdict.";

/** What a student's rule must not do, on markets that are made up; each fault with its lesson. */
export const crucialPartner: Rule = (answer) => {
  if (typeof answer !== "function") return [`${NO_FUNCTION} It was given ${given(answer)}.`];
  const rule = answer as PartnerRule;
  try {
    const verdicts = GAINS.map((gained) => rule(MEXICO, madeUpMarket({ lost: 20, gained })));
    const odd = verdicts.findIndex((verdict) => !VERDICTS.includes(verdict as string));
    if (odd >= 0) {
      return [
        `It must give one of the texts "${VERDICTS.join('", "')}". It gave ${
          given(verdicts[odd])
        }.`,
      ];
    }
    return FAULTS.filter(([isThere]) => isThere(rule)).map(([, say]) => say);
  } catch (error) {
    return [`Your rule fails on a market of five suppliers: ${error}.`];
  }
};

/** Points that Mexico gains where China loses 20. */
const GAINS = [-5, -1, 0, 1, 2, 5, 8, 12, 16, 20];
const TOOK_ALL = { lost: 20, gained: 20 };

const on = (rule: PartnerRule, market: MadeUpMarket) =>
  VERDICTS.indexOf(rule(MEXICO, madeUpMarket(market)) as string);

const FAULTS: [isThere: (rule: PartnerRule) => boolean, say: string][] = [
  [
    (rule) => on(rule, TOOK_ALL) === 0,
    "A supplier that took all the share that China lost is not crucial by it: a claim that no " +
    "figures could confirm is not tested.",
  ],
  [
    (rule) => on(rule, { lost: 20, gained: 0 }) > 0,
    "It finds a supplier crucial whose share did not change: a claim that every figure confirms is " +
    "not tested.",
  ],
  [
    (rule) => on(rule, { lost: 20, gained: -1, grown: 3 }) > 0,
    "It finds a supplier crucial whose share fell: it sold more dollars, because the market grew, " +
    "and took none of what China lost.",
  ],
  [
    (rule) => on(rule, { lost: -5, gained: 5 }) > 0,
    "It finds a supplier crucial in a market where China's share rose: no reliance on China was " +
    "reduced there.",
  ],
  [
    (rule) => on(rule, { lost: 20, gained: 0.1 }) === 2,
    "It confirms in full a gain of a tenth of a point, where another supplier took the rest of 20 " +
    "points: set a bar.",
  ],
  [
    (rule) => {
      const along = GAINS.map((gained) => on(rule, { lost: 20, gained }));
      return along.some((verdict, place) => verdict < (along[place - 1] ?? 0));
    },
    "Of two suppliers it prefers the one that gained less: a larger gain must never weaken the " +
    "verdict.",
  ],
  [
    (rule) =>
      GAINS.some((gained) =>
        on(rule, { lost: 20, gained }) !== on(rule, { lost: 20, gained, usd: 1e12 })
      ),
    "The same shares in a market a thousand times as large get another verdict: a bar in dollars " +
    "measures the market; take it in shares.",
  ],
  [
    (rule) => VERDICTS.indexOf(rule(CHINA, madeUpMarket(TOOK_ALL)) as string) > 0,
    "It finds China itself a crucial partner for relying less on China.",
  ],
  [
    (rule) =>
      GAINS.some((gained) => {
        const market = madeUpMarket({ lost: 20, gained });
        return rule(MEXICO, market) !== rule(MEXICO, market.toReversed());
      }),
    "It depends on the order of the rows: look a supplier up by its code.",
  ],
  [
    (rule) =>
      GAINS.some((gained) => {
        const market = madeUpMarket({ lost: 20, gained });
        return rule(MEXICO, market) !== rule(VIETNAM, market.map(exchanged));
      }),
    "It gives Mexico another verdict than a supplier with the same figures: a rule looks at the " +
    "figures of the partner that it is asked of, not at its name.",
  ],
];

/** Mexico and Vietnam exchange their names. */
const exchanged = (row: MadeUpSupplier): MadeUpSupplier => {
  const other: Record<string, string> = { [MEXICO]: VIETNAM, [VIETNAM]: MEXICO };
  return { ...row, partner_code: other[row.partner_code] ?? row.partner_code };
};
