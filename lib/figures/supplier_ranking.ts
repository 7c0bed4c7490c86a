/** Suppliers of one ATP group, ranked: bars from the largest down, a block of countries marked as one. */
import type { SupplierShare } from "../analysis/mod.ts";
import {
  ATP_TOTAL,
  atpGroupName,
  CANADA,
  EUROPEAN_UNION,
  isCountry,
  MEXICO,
  OTHER,
  partnerName,
} from "../codes/mod.ts";
import { basisName, commonUnit, inUnit, list, ordinal, percent, periodName } from "../format.ts";
import { records, requireColumns, type Rows } from "../rows.ts";
import { ALL_OTHERS, drawnTable, fractionOf, USD } from "./drawn.ts";
import type { Figure } from "./figure.ts";
import { figure } from "./frame.ts";
import { type RankingBar, rankingBars } from "./ranking_bars.ts";
import { headline, source } from "./words.ts";

export type RankedSupplier = SupplierShare & { rank: number };

export interface RankingOptions {
  /** ATP technology group, e.g. `04`, or `total` for all of them. */
  group: string;
  /** How many suppliers have a bar; Mexico and Canada have one wherever they rank. */
  most?: number;
  /** Whether the suppliers are all there are, so that their sum is all imports; no unless told. */
  complete?: boolean;
  id?: string;
}

/**
 * Bars of imports by supplier. The EU27 stands among the countries as an outlined, hatched bar.
 *
 * @param suppliers of one group and period, from `rankSuppliers` (a rest `other` may be among them).
 * @throws RangeError when the frame is empty.
 */
export function supplierRanking(
  suppliers: Rows<RankedSupplier>,
  { group, most = 10, complete = false, id = `supplier-ranking-${group}` }: RankingOptions,
): Figure {
  requireColumns(suppliers, ["partner_code", "value_usd", "share", "basis"], "supplierRanking");
  const rows = records(suppliers).sort((a, b) => b.value_usd - a.value_usd);
  if (rows.length === 0) throw new RangeError(`supplierRanking: no suppliers of group ${group}`);
  const bars = barsOf(rows, most);
  const countries = rows.filter((row) => isCountry(row.partner_code));
  const block = rows.find((row) => row.partner_code === EUROPEAN_UNION);
  const [{ period_start, period_end, basis, vintage }] = rows;
  const unit = commonUnit(bars.map((bar) => bar.value_usd));
  const goods = group === ATP_TOTAL ? "advanced technology" : atpGroupName(group).toLowerCase();
  return figure({
    id,
    title: title(countries, block, {
      goods: `${goods} imports${complete ? "" : " from listed suppliers"}`,
      period: periodName(period_start, period_end),
    }),
    subtitle: `U.S. ${basisName(basis)} of ${
      group === ATP_TOTAL
        ? "advanced technology products (ATP)"
        : `ATP group ${group}, ${atpGroupName(group)}`
    }, by supplier, ${unit.name} and share of ` +
      `${complete ? "all suppliers" : "the listed suppliers"}, ${
        periodName(period_start, period_end)
      }`,
    notes: [
      ...(complete ? [] : ["Share: of imports from the suppliers that the data list one by one."]),
      ...(block
        ? [
          "EU27 (block): 27 countries as one; the data do not split its members, so that none of " +
          "them is ranked.",
        ]
        : []),
    ],
    source: source(rows),
    alt:
      `Bars of U.S. imports of ${
        group === ATP_TOTAL ? "advanced technology products" : atpGroupName(group)
      } by supplier, largest first: ` +
      list(bars.map((bar) =>
        `${bar.label} ${inUnit(bar.value_usd, unit)} ${unit.name} (${percent(bar.share)})`
      )) +
      ".",
    data: drawnTable({
      rows: bars.map(({ code, label, value_usd, share }) => ({
        period_start,
        period_end,
        atp_group: group,
        ...(code === OTHER ? { partner_code: ALL_OTHERS, partner: label } : { partner_code: code }),
        role: "part",
        rank: (countries.findIndex((row) =>
          row.partner_code === code
        ) + 1) || null,
        imports_usd: value_usd,
        share,
        basis,
        vintage,
      })),
      units: {
        rank: "place among the countries",
        imports_usd: USD,
        share: fractionOf(`imports from ${complete ? "all" : "the listed"} suppliers`),
      },
      tables: ["import_lines", "import_line_classes"],
    }),
    draw: (layout) =>
      rankingBars(layout, bars, unit),
  });
}

function barsOf(rows: RankedSupplier[], most: number): RankingBar[] {
  const named = rows.filter((row) => row.partner_code !== OTHER);
  const countries = named.filter((row) => isCountry(row.partner_code));
  const shown = named.filter((row, index) =>
    index < most || [MEXICO, CANADA].includes(row.partner_code)
  );
  const bars = shown.map(({ partner_code, value_usd, share }) => {
    const place = countries.findIndex((row) => row.partner_code === partner_code) + 1;
    const name = partnerName(partner_code);
    const label = place > most ? `${name} (${ordinal(place)})` : name;
    return { code: partner_code, label, value_usd, share };
  });
  const rest = rows.filter((row) => !shown.includes(row));
  if (rest.length === 0) return bars;
  const sum = (of: (row: RankedSupplier) => number) => rest.reduce((all, row) => all + of(row), 0);
  const others = {
    code: OTHER,
    label: `${rest.length} others`,
    value_usd: sum((row) => row.value_usd),
    share: sum((row) => row.share),
  };
  return [...bars, others];
}

interface Words {
  /** What the shares are of, e.g. `aerospace imports`. */
  goods: string;
  period: string;
}

/** A block that is larger than every country leads, and none of its members is ranked. */
function title(
  countries: RankedSupplier[],
  block: RankedSupplier | undefined,
  { goods, period }: Words,
): string {
  const [first] = countries;
  if (!first) return "No single country is among the listed suppliers";
  const name = partnerName(first.partner_code);
  if (block && block.value_usd > first.value_usd) {
    const said = `The EU27 supplied ${percent(block.share)} of U.S. ${goods} in ${period}`;
    return headline(`${said}, ${name} ${percent(first.share)}`, said);
  }
  const rank = countries.findIndex((row) => row.partner_code === MEXICO) + 1;
  const said = `${name} supplied ${percent(first.share)} of U.S. ${goods} in ${period}`;
  if (first.partner_code === CANADA || rank === 0) {
    return headline(`${said}, the most of any country`, said);
  }
  return rank > 1 ? headline(`${said}; Mexico is ${ordinal(rank)}`, said) : said;
}
