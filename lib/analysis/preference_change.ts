/**
 * A change of the preference share taken apart: goods of the same kind that came to be claimed, and a
 * shift between kinds of goods of which much or little is claimed.
 *
 * With w the part of a kind in the imports of the class and r its preference share, the change of Σ w·r
 * is Σ w̄·Δr (within) + Σ Δw·(r̄ − R̄) (mix), w̄, r̄ and R̄ the means of the two periods: the midpoint form
 * of Bennet (1920), which has no cross term. A kind is six digits of the tariff, which stay the same
 * when ten-digit lines are renumbered. One that is imported in one of the periods only has no change
 * of its own: it counts with its one share in both, so in the mix alone.
 */
import pl from "nodejs-polars";
import { ALL_ATP, ALL_GOODS, type GoodsClass } from "../codes/mod.ts";
import {
  collect,
  type Frame,
  type Frameish,
  lazy,
  literal,
  records,
  requireColumns,
} from "../frame.ts";
import { type GoodsOfLine, lineClasses } from "./goods_classes.ts";
import type { PreferenceLineRow } from "./preference_by_class.ts";

export interface PreferenceChange {
  from_share: number;
  to_share: number;
  /** Parts of to_share − from_share, as fractions; read in percentage points. */
  within: number;
  mix: number;
  /** How many six-digit kinds of goods were imported, and in both periods. */
  kinds: number;
  kinds_in_both: number;
}

interface Kind {
  hs6: string;
  from_value: number;
  from_preference: number;
  to_value: number;
  to_preference: number;
}

/**
 * @param lines `scanTable("preference_lines")`, or a frame of its columns.
 * @param months of the two periods: the same months of two years. Whether they hold is the caller's to
 * ask (`monthsThatHold`).
 * @throws RangeError when one of the periods has no imports of the class from the partners.
 * @formula Change of the preference share: the same goods claimed, or other goods
 * \Delta R = \underbrace{\sum_k \bar w_k \, \Delta r_k}_{\text{within}} + \underbrace{\sum_k \Delta w_k \, (\bar r_k - \bar R)}_{\text{mix}}
 * @where $w_k$ is the part of kind $k$ (six digits of the tariff) in the imports of the class,
 * $r_k$ its preference share, $R = \sum_k w_k r_k$ that of the class, and a bar the mean of the
 * two periods; fractions, read in percentage points.
 * @reference Bennet, T. L. (1920). The Theory of Measurement of Changes in Cost of Living.
 * *Journal of the Royal Statistical Society* 83(3), 455–462.
 * @assumes kinds-of-six-digits, joint-effects-halved, restated-months
 * @taught 10
 */
export function preferenceChange(
  lines: Frameish<PreferenceLineRow>,
  classes: Frame<GoodsOfLine>,
  { partners, of, from, to }: {
    partners: string[];
    of: GoodsClass;
    from: string[];
    to: string[];
  },
): PreferenceChange {
  const needed: string[] = ["month", "partner_code", "hts10", "value_usd", "preference_usd"];
  requireColumns(lines, needed, "preferenceChange");
  const inPeriod = (months: string[], name: string, as: string) =>
    pl.when(pl.col("month").isIn(months)).then(pl.col(name)).otherwise(literal(0)).sum().alias(as);
  const rows = collect(
    lazy(lines)
      .filter(pl.col("month").isIn([...from, ...to]).and(pl.col("partner_code").isIn(partners)))
      .join(membersOf(of, classes).lazy(), { on: "hts10", how: "inner" })
      .withColumn(pl.col("hts10").str.slice(0, 6).alias("hs6"))
      .groupBy(["hs6"]).agg(
        inPeriod(from, "value_usd", "from_value"),
        inPeriod(from, "preference_usd", "from_preference"),
        inPeriod(to, "value_usd", "to_value"),
        inPeriod(to, "preference_usd", "to_preference"),
      ),
    lines,
  ).sort("hs6") as Frame<Kind>;
  return partsOf(records<Kind>(rows).filter((row) => row.from_value + row.to_value > 0));
}

/** The lines of a class. */
function membersOf(
  { classification, code }: GoodsClass,
  classes: Frame<GoodsOfLine>,
): pl.DataFrame {
  const all = lineClasses(classes);
  const same = classification === "naics3"
    ? pl.col("naics3").eq(literal(code))
    : classification === ALL_GOODS.classification
    ? literal(true)
    : code === ALL_ATP.code
    ? pl.col("atp_group").neq(literal("00"))
    : pl.col("atp_group").eq(literal(code));
  return all.filter(same).select("hts10");
}

function partsOf(kinds: Kind[]): PreferenceChange {
  const sum = (value: (kind: Kind) => number) => kinds.reduce((all, kind) => all + value(kind), 0);
  const [before, after] = [sum((kind) => kind.from_value), sum((kind) => kind.to_value)];
  if (before === 0 || after === 0) {
    throw new RangeError("preferenceChange: one of the periods has no imports of the class");
  }
  const from_share = sum((kind) => kind.from_preference) / before;
  const to_share = sum((kind) => kind.to_preference) / after;
  const middle = (from_share + to_share) / 2;
  let [within, mix] = [0, 0];
  for (const { from_value, from_preference, to_value, to_preference } of kinds) {
    const [then, now] = [from_preference / from_value, to_preference / to_value];
    const [first, last] = [from_value > 0 ? then : now, to_value > 0 ? now : then];
    const [weight, later] = [from_value / before, to_value / after];
    within += (weight + later) / 2 * (last - first);
    mix += (later - weight) * ((first + last) / 2 - middle);
  }
  const both = kinds.filter((kind) => kind.from_value > 0 && kind.to_value > 0);
  return { from_share, to_share, within, mix, kinds: kinds.length, kinds_in_both: both.length };
}
