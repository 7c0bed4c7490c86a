/**
 * What the import basis changes for an industry: general imports by industry and partner are not
 * published here, so that they are derived from the tariff lines, beside the error of doing so.
 */
import pl from "nodejs-polars";
import { CANADA, MEXICO, USMCA } from "../codes/mod.ts";
import {
  collect,
  type Frame,
  type Frameish,
  frameOf,
  lazy,
  literal,
  records,
  rowOf,
  where,
} from "../frame.ts";
import {
  calendarYear,
  importsBySupplier,
  type LineOfPartner,
  type OnBasis,
  onBasis,
} from "./import_lines.ts";
import { ofPeriod } from "./periods.ts";
import { withGroup } from "./ranking.ts";
import type { RelativeShare } from "./relative_shares.ts";
import { supplierShares } from "./shares.ts";

export interface IndustryBasis {
  naics: string;
  /** Share of Mexico and Canada in the imports for consumption, as published by industry. */
  published_share: number;
  /** The same, derived from the tariff lines and their six-digit industry. */
  derived_share: number;
  /** derived_share − published_share: what the derivation (and a revision between them) is wrong by. */
  error: number;
  /** Share in general imports, derived. */
  general_share: number;
  /** general_share − derived_share: what the basis changes. */
  basis_effect: number;
}

/**
 * Shares of Mexico and Canada in industries on both bases, in the year of the published ones.
 *
 * @param lines all tariff lines, a frame or a lazy scan.
 * @param classes industry of each line (`naics6`).
 * @param published from `industryYardstick`, a whole year of imports for consumption.
 * @returns naics, published_share, derived_share, error, general_share, basis_effect: fractions; by code.
 * @throws RangeError when a published industry has no lines.
 * @formula What deriving an industry from lines is wrong by, and what the basis changes
 * s^{\text{derived}} - s^{\text{published}}, \qquad s^{\text{general}} - s^{\text{derived}}
 * @where $s$ is the share of Mexico and Canada in an industry: as published and as derived from
 * tariff lines on imports for consumption, and as derived on general imports; fractions, read in
 * percentage points.
 * @assumes industry-of-line
 * @taught 4
 */
export function industryOnBothBases(
  lines: pl.LazyDataFrame | Frame<LineOfPartner>,
  classes: Frame<{ hts10: string; naics6: string }>,
  published: Frame<RelativeShare>,
): Frame<IndustryBasis> {
  const both = records(published).filter((row) => row.partner_code === USMCA)
    .sort((a, b) => a.class < b.class ? -1 : 1);
  const year = calendarYear(both[0].period_start.slice(0, 4));
  const industry = classes.select("hts10", pl.col("naics6").str.slice(0, 3).alias("naics"));
  const kept = industry.filter(pl.col("naics").isIn(both.map((row) => row.class)));
  const inYear = pl.col("period_start").eq(literal(year.period_start))
    .and(pl.col("period_end").eq(literal(year.period_end)));
  const isKept = pl.col("hts10").isIn(kept.getColumn("hts10").toArray());
  const ofYear = where(lines as Frameish<LineOfPartner>, inYear.and(isKept));
  const joined = collect(lazy(ofYear), lines as Frameish<unknown>)
    .join(kept, { on: "hts10", how: "inner" }) as Frame<LineOfPartner>;
  const [derived, general] = (["imports_for_consumption", "general_imports"] as const).map(
    (basis) => {
      const own = ofPeriod(onBasis(joined, basis), year) as Frame<OnBasis<LineOfPartner>>;
      const imports = importsBySupplier<"naics">(own, ["naics"]);
      const shares = supplierShares(imports, { by: ["naics"], denominator: "world" });
      return withGroup(shares, ["naics"], USMCA, [CANADA, MEXICO]);
    },
  );
  return frameOf<IndustryBasis>(
    both.map(({ class: naics, share: published_share }) => {
      const [derived_share, general_share] = [derived, general].map((shares) =>
        rowOf(shares, { naics, partner_code: USMCA }).share
      );
      return {
        ...{ naics, published_share, derived_share, general_share },
        error: derived_share - published_share,
        basis_effect: general_share - derived_share,
      };
    }),
    SCHEMA,
  );
}

const SCHEMA: Record<keyof IndustryBasis, pl.DataType> = {
  naics: pl.String,
  published_share: pl.Float64,
  derived_share: pl.Float64,
  error: pl.Float64,
  general_share: pl.Float64,
  basis_effect: pl.Float64,
};
