/**
 * A yardstick for a supplier's share: is it large for this supplier, or only as large as its share of
 * everything else?
 *
 * relative share = (imports of the class from the supplier ÷ imports of the class)
 *                ÷ (all imports from the supplier ÷ all imports).
 *
 * Above one, the class leans on the supplier more than imports as a whole do; below one, less. It is
 * the index of revealed comparative advantage (Balassa, 1965, "Trade Liberalisation and 'Revealed'
 * Comparative Advantage", The Manchester School 33, 99–123), on the side of one importer.
 */
import pl from "nodejs-polars";
import { CANADA, MEXICO, USMCA } from "../codes/mod.ts";
import { type Frame, frameOf, records } from "../frame.ts";
import type { SupplierImports } from "./import_lines.ts";
import { withGroup } from "./ranking.ts";
import { type SupplierShare, supplierShares } from "./shares.ts";

const MEMBERS = [CANADA, MEXICO];

export interface RelativeShare {
  vintage: string;
  basis: string;
  period_start: string;
  period_end: string;
  /** ATP group, industry or other class of goods. */
  class: string;
  /** Canada, Mexico, or both together (`0020`). */
  partner_code: string;
  value_usd: number;
  /** Imports of the class from all countries. */
  total_usd: number;
  share: number;
  /** The supplier's share of all goods, same basis and period. */
  all_share: number;
  relative_share: number;
}

type Imports = Omit<SupplierImports, "basis"> & { basis: string };

/**
 * Shares of Canada, Mexico and both in classes of goods, beside their share of all goods.
 *
 * @param imports by class and supplier with the world row, of one basis and period.
 * @param all the same for all goods, without the class.
 * @param by the column that names the class, e.g. `atp_group`.
 * @returns one row for each class and each of Canada, Mexico and `0020`; a supplier without imports of
 * a class has zero. The class with the largest share of both comes first.
 * @throws RangeError when the two are not of one basis and one period.
 * @formula Relative share of a supplier
 * r_{p,c} = \frac{M_{p,c} / M_c}{M_p / M}
 * @where $M_{p,c}$ are imports of class $c$ from supplier $p$, $M_c$ imports of the class from
 * all, $M_p$ imports of all goods from the supplier and $M$ from all: the same basis and period.
 * It is a ratio: above 1 the class leans on the supplier more than imports as a whole do.
 * @reference Balassa, B. (1965). Trade Liberalisation and "Revealed" Comparative Advantage. *The
 * Manchester School* 33, 99–123.
 * @assumes origin-is-supplier, groups-of-2022
 * @taught 4
 */
export function relativeShares<By extends string>(
  imports: Frame<Imports & Record<By, string>>,
  all: Frame<Imports>,
  by: By,
): Frame<RelativeShare> {
  const of = <Row extends SupplierShare>(shares: Frame<Row>, columns: string[]) =>
    records<Row & Record<string, string>>(
      withGroup(shares, columns, USMCA, MEMBERS) as Frame<Row & Record<string, string>>,
    );
  const whole = of(supplierShares(all, { by: [], denominator: "world" }), []);
  const classes = of(supplierShares(imports, { by: [by], denominator: "world" }), [by]);
  const facts = ({ basis, period_start, period_end }: SupplierShare) =>
    [basis, period_start, period_end].join(" ");
  const unlike = classes.find((row) => facts(row) !== facts(whole[0]));
  if (unlike) {
    throw new RangeError(
      `relativeShares: the classes are ${facts(unlike)}, all goods ${facts(whole[0])}`,
    );
  }
  const names = [...new Set(classes.map((row) => row[by]))];
  const rows = names.flatMap((name) => {
    const ofClass = classes.filter((row) => row[by] === name);
    return [...MEMBERS, USMCA].map((partner_code): RelativeShare => {
      const found = ofClass.find((row) => row.partner_code === partner_code);
      const all_share = whole.find((row) => row.partner_code === partner_code)?.share ?? 0;
      const share = found?.share ?? 0;
      const { vintage, basis, period_start, period_end, total_usd } = ofClass[0];
      return {
        ...{ vintage, basis, period_start, period_end, class: name, partner_code },
        ...{ value_usd: found?.value_usd ?? 0, total_usd, share, all_share },
        relative_share: all_share === 0 ? 0 : share / all_share,
      };
    });
  });
  const both = (row: RelativeShare) =>
    rows.find((each) => each.class === row.class && each.partner_code === USMCA)!.share;
  rows.sort((a, b) => both(b) - both(a) || (a.class < b.class ? -1 : a.class > b.class ? 1 : 0));
  return frameOf<RelativeShare>(rows, SCHEMA);
}

const SCHEMA: Record<keyof RelativeShare, pl.DataType> = {
  vintage: pl.String,
  basis: pl.String,
  period_start: pl.String,
  period_end: pl.String,
  class: pl.String,
  partner_code: pl.String,
  value_usd: pl.Int64,
  total_usd: pl.Int64,
  share: pl.Float64,
  all_share: pl.Float64,
  relative_share: pl.Float64,
};
