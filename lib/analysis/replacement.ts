/**
 * Who took a supplier's share? Of each point that one supplier lost, how much went to whom.
 *
 * Shares of one total add to one, so that what some suppliers gain is exactly what others lose.
 * Which loser a gain came from is not in the figures: beside the studied one others lose too. The
 * table therefore gives the change itself, one stated rule, and the bounds that hold under any rule.
 */
import pl from "nodejs-polars";
import { CANADA, CHINA, MEXICO, USMCA } from "../codes/mod.ts";
import { type Frame, frameOf, records, requireColumns } from "../frame.ts";
import { type Compared, COMPARED_SCHEMA } from "./comparison.ts";
import { sumInOrder as sum } from "./mean_change.ts";
import type { ShareChange } from "./share_change.ts";

/** What a supplier is in a replacement table. */
export type Role = "studied loser" | "other loser" | "gainer" | "held" | "group";

export type Replacement = Compared & {
  vintage: string;
  basis: string;
  /** The supplier whose loss is studied. */
  loser_code: string;
  partner_code: string;
  role: Role;
  /** Change of the share: a fraction, read in percentage points. */
  change: number;
  /** change ÷ loss of the studied loser. Over all other suppliers it adds to one. */
  net_per_point: number;
  /** gain ÷ all gains: the loss handed out in proportion to gains. Over the gainers it adds to one. */
  gross_per_point: number;
  /** The least and the most, per point, that can have come from the studied loser. */
  least_per_point: number;
  most_per_point: number;
};

export interface ReplacementOptions {
  /** Schedule C code of the supplier whose loss is studied; China unless told. */
  loser?: string;
  /** Groups shown beside their members, by code; the USMCA unless told. */
  groups?: Record<string, string[]>;
}

/**
 * The replacement table of one losing supplier.
 *
 * With L the loss of the studied loser, g the gain of a supplier (0 where it lost) and G all gains,
 * which equal all losses:
 * - net_per_point = change ÷ L, an identity without an assumption; other losers are below zero;
 * - gross_per_point = g ÷ G, by the rule that every gain comes from all losers in proportion to
 *   their losses;
 * - least_per_point = max(0, g − (G − L)) ÷ L and most_per_point = min(g, L) ÷ L, the bounds of any
 *   table of flows from losers to gainers with these sums (Fréchet 1951; Duncan and Davis 1953).
 *
 * Gains and losses inside the rest (`other`) cancel and are not seen, so that G is the
 * least that changed hands.
 *
 * @param changes of one industry or selection, with all suppliers and `other`, from `shareChanges`.
 * @returns one row for each supplier and group, largest gain first, groups last.
 * @throws RangeError when the loser is not there or did not lose, or the changes do not add to zero.
 * @formula Who gained each point that one supplier lost: net
 * \frac{\Delta s_p}{L}
 * @formula By rule, in proportion
 * \frac{g_p}{G}
 * @formula Bounds under any rule
 * \frac{\max(0, g_p - (G - L))}{L} \le \text{from the loser, per point} \le \frac{\min(g_p, L)}{L}
 * @where $L$ is the loss of the studied supplier, $g_p$ the gain of supplier $p$ (0 where it lost)
 * and $G$ all gains, which equal all losses; parts of one point. Net, other losers stand below
 * zero.
 * @reference Fréchet, M. (1951). Sur les tableaux de corrélation dont les marges sont données.
 * *Annales de l'Université de Lyon* 14.
 * @reference Duncan, O. D., and B. Davis (1953). An Alternative to Ecological Correlation.
 * *American Sociological Review* 18(6).
 * @assumes proportional-gains, listed-suppliers
 * @taught 7
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { CHINA, comparableYears, keep, readTable, rowOf, shareChanges, TAIWAN } from "../mod.ts";
 * const imports = keep(await readTable("naics3_imports_by_partner_monthly"), { naics: "334" });
 * const changes = shareChanges(imports, comparableYears(imports, "2017", "2024"));
 * const gains = replacementTable(changes, { loser: CHINA });
 * assertEquals(rowOf(gains, { partner_code: TAIWAN }).role, "gainer");
 * ```
 */
export function replacementTable(
  changes: Frame<ShareChange>,
  { loser = CHINA, groups = { [USMCA]: [CANADA, MEXICO] } }: ReplacementOptions = {},
): Frame<Replacement> {
  requireColumns(changes, ["partner_code", "change", "from_start", "to_end"], "replacementTable");
  const rows = records(changes).sort((a, b) =>
    b.change - a.change || (a.partner_code < b.partner_code ? -1 : 1)
  );
  const lost = rows.filter((row) => row.partner_code === loser);
  if (lost.length !== 1) {
    throw new RangeError(
      `replacementTable: ${lost.length} rows of supplier ${loser}; give one selection that has it`,
    );
  }
  const loss = -lost[0].change;
  if (!(loss > 0)) {
    throw new RangeError(`replacementTable: supplier ${loser} did not lose; nothing was replaced`);
  }
  const gainOf = (row: { change: number }) => Math.max(0, row.change);
  const gains = sum(rows.map(gainOf));
  if (Math.abs(sum(rows.map((row) => row.change))) > 1e-9) {
    throw new RangeError(
      "replacementTable: the changes do not add to zero; is a supplier missing?",
    );
  }
  const line = (partner_code: string, role: Role, change: number, gain: number): Replacement => ({
    ...shared(lost[0]),
    loser_code: loser,
    partner_code,
    role,
    change,
    net_per_point: change / loss,
    gross_per_point: gain / gains,
    least_per_point: Math.max(0, gain - (gains - loss)) / loss,
    most_per_point: Math.min(gain, loss) / loss,
  });
  const roleOf = ({ partner_code, change }: ShareChange): Role => {
    if (partner_code === loser) return "studied loser";
    return change > 0 ? "gainer" : change < 0 ? "other loser" : "held";
  };
  const suppliers = rows.map((row) => line(row.partner_code, roleOf(row), row.change, gainOf(row)))
    .sort((a, b) => b.change - a.change || (a.partner_code < b.partner_code ? -1 : 1));
  const blocks = Object.entries(groups).map(([code, members]) => {
    const of = rows.filter((row) => members.includes(row.partner_code));
    return line(code, "group", sum(of.map((row) => row.change)), sum(of.map(gainOf)));
  });
  return frameOf<Replacement>([...suppliers, ...blocks], SCHEMA);
}

const shared = (row: ShareChange) => ({
  vintage: row.vintage,
  basis: row.basis,
  from_start: row.from_start,
  from_end: row.from_end,
  to_start: row.to_start,
  to_end: row.to_end,
});

const SCHEMA: Record<keyof Replacement, pl.DataType> = {
  vintage: pl.String,
  basis: pl.String,
  ...COMPARED_SCHEMA,
  loser_code: pl.String,
  partner_code: pl.String,
  role: pl.String,
  change: pl.Float64,
  net_per_point: pl.Float64,
  gross_per_point: pl.Float64,
  least_per_point: pl.Float64,
  most_per_point: pl.Float64,
};
