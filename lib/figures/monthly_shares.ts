/** Supplier shares over the last twelve months, month by month, stacked to the whole. */
import type { SupplierShare } from "../analysis/mod.ts";
import { CANADA, CHINA, MEXICO, OTHER, USMCA } from "../codes/mod.ts";
import { basisName, list, monthName, percent, periodName } from "../format.ts";
import { records, requireColumns, type Rows } from "../rows.ts";
import { drawnTable, fractionOf, labelled, taken } from "./drawn.ts";
import type { Figure } from "./figure.ts";
import { figure } from "./frame.ts";
import { labelsOf, othersNote, supplierLabel } from "./looks.ts";
import { type Layer, shareAreas, type Turn } from "./share_areas.ts";
import { namedAndOthers, namedSuppliers } from "./supplier_selection.ts";
import { industry, industryCode, kicker, possessive, source } from "./words.ts";

type Row = SupplierShare & { month: string };

const MONTHS = 12;
/** How many suppliers have an area of their own. */
const NAMED = 6;

/**
 * Stacked areas of the shares over twelve months: Mexico and Canada at the foot, China at the top. A
 * month alone has the noise of single orders and seasons; twelve show who took whose place.
 *
 * @param shares of one industry by `month`, as `supplierShares` gives them with the rest.
 * @throws RangeError when the frame has fewer than thirteen months.
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { keep, readTable, supplierShares } from "../mod.ts";
 * const imports = keep(await readTable("naics3_imports_by_partner_monthly"), { naics: "334" });
 * const shares = supplierShares(imports, { by: ["month"], denominator: "world" });
 * const picture = monthlyShares(shares, { naics: "334" });
 * assertEquals(picture.id, "monthly-shares-334");
 * ```
 */
export function monthlyShares(
  shares: Rows<Row>,
  { naics, id = `monthly-shares-${naics}` }: { naics: string; id?: string },
): Figure {
  requireColumns(shares, ["month", "partner_code", "value_usd", "total_usd"], "monthlyShares");
  const rows = records<Row>(shares);
  const periods = twelveMonths(rows);
  if (periods.length < 2) throw new RangeError("monthlyShares: give at least thirteen months");
  const chosen = namedSuppliers(periods.map((each) => each.suppliers), { most: NAMED });
  const middle = chosen.filter((code) => ![MEXICO, CANADA, CHINA].includes(code));
  const stack = [MEXICO, CANADA, ...middle, OTHER, CHINA]
    .filter((code) => code === OTHER || chosen.includes(code));
  const layers = periods.flatMap(({ start, end, suppliers }): Layer[] => {
    const shown = namedAndOthers(suppliers, chosen);
    let high = 0;
    return stack.map((code) => {
      const { share } = shown.find((row) => row.partner_code === code)!;
      const low = high;
      high += share;
      return { code, start, end, share, low, high };
    });
  });
  const folded = [...new Set(rows.map(({ partner_code }) => partner_code))]
    .filter((code) => code !== USMCA && !chosen.includes(code));
  const label = labelsOf(folded);
  const [first, last] = [periods[0], periods.at(-1)!];
  const turn = turnOf(layers, chosen);
  const shareIn = (code: string, end: string) =>
    layers.find((layer) => layer.code === code && layer.end === end)!.share;
  return figure({
    id,
    title: title(turn, naics),
    subtitle:
      `Share of U.S. imports of ${industry(naics)} (${industryCode(naics)}) in the twelve ` +
      `months that end in each month, ${basisName(rows[0].basis)}, ${monthName(first.end)}–${
        monthName(last.end)
      }`,
    notes: othersNote(folded, "an area"),
    source: source(rows),
    alt: `Stacked areas of supplier shares in U.S. imports of ${industry(naics)} over twelve ` +
      `months. ` +
      list(
        stack.map((code) =>
          `${label(code)} ${percent(shareIn(code, first.end))} in ` +
          `${periodName(first.start, first.end)} and ${percent(shareIn(code, last.end))} in ` +
          `${periodName(last.start, last.end)}`
        ),
      ) + ".",
    data: drawnTable({
      rows: layers.map(({ code, start, end, share }) => ({
        ...{ period_start: start, period_end: end, naics },
        ...labelled(code, label),
        role: "part" as const,
        share,
        ...taken(rows[0], "basis", "vintage"),
      })),
      units: { share: fractionOf("the industry's imports") },
      tables: ["naics3_imports_by_partner_monthly"],
    }),
    draw: (layout) => shareAreas(layout, layers, { stack, label, turn }),
  });
}

interface Twelve {
  start: string;
  end: string;
  suppliers: { partner_code: string; share: number }[];
}

/** Shares over each twelve months: imports of all of them from a supplier, of those from the world. */
function twelveMonths(rows: Row[]): Twelve[] {
  const byMonth = [...Map.groupBy(rows, ({ month }) => month)].sort(([a], [b]) => a < b ? -1 : 1);
  return byMonth.slice(MONTHS - 1).map(([end], place) => {
    const months = byMonth.slice(place, place + MONTHS);
    const total = months.reduce((usd, [, of]) => usd + of[0].total_usd, 0);
    const bySupplier = Map.groupBy(months.flatMap(([, of]) => of), (row) => row.partner_code);
    const suppliers = [...bySupplier].map(([partner_code, of]) => ({
      partner_code,
      share: of.reduce((usd, { value_usd }) => usd + value_usd, 0) / total,
    }));
    return { start: months[0][0], end, suppliers };
  });
}

/**
 * Of the supplier whose share moved most: its share now, and its largest or smallest one, whichever is
 * further away.
 */
function turnOf(layers: Layer[], chosen: string[]): Turn {
  const runs = chosen.map((code) => {
    const own = layers.filter((layer) => layer.code === code);
    const sorted = own.toSorted((a, b) => a.share - b.share);
    const [low, high, now] = [sorted[0], sorted.at(-1)!, own.at(-1)!];
    const isPeak = high.share - now.share >= now.share - low.share;
    return { then: isPeak ? high : low, now, isPeak, size: high.share - low.share };
  });
  return runs.toSorted((a, b) => b.size - a.size)[0];
}

function title({ then, now, isPeak }: Turn, naics: string): string {
  const whose = `${kicker(naics)}: ${possessive(supplierLabel(now.code))} share`;
  const [before, after] = [then, now].map(({ share }) => percent(share));
  if (before === after) return `${whose} is ${after}, as at first`;
  return isPeak
    ? `${whose} peaked at ${before} and is now ${after}`
    : `${whose} rose from ${before} to ${after}`;
}
