/** Effective duty rates month by month, by partner, with the breaks that the figures show. */
import type { Break, DutyRate } from "../analysis/mod.ts";
import { CANADA, CHINA, isCountry, MEXICO, WORLD } from "../codes/mod.ts";
import { list, monthName, percent, shortPeriodName } from "../format.ts";
import { type Frame, records, requireColumns } from "../frame.ts";
import { monthPlace, yearTicks } from "./axes.ts";
import type { Figure } from "./figure.ts";
import { figure, type Layout } from "./frame.ts";
import { lineChart } from "./line_chart.ts";
import { looksOf, supplierLabel } from "./looks.ts";
import { tone } from "./palette.ts";
import { industry, industryCode, source } from "./words.ts";

type Row = DutyRate & { month: string };

export interface DutyRatesOptions {
  naics: string;
  /** Breaks of the average rate, from `levelBreaks`. */
  breaks?: Frame<Break>;
  /** How many countries have a line. */
  most?: number;
  id?: string;
}

/**
 * Lines of the effective duty rate (calculated duty ÷ imports for consumption): all suppliers,
 * Mexico, Canada, China and the largest others.
 *
 * @param rates of one industry by `month`, from `effectiveDutyRates`, the world row included.
 * @throws RangeError when the world row is missing.
 */
export function dutyRates(
  rates: Frame<Row>,
  { naics, breaks, most = 5, id = `duty-rates-${naics}` }: DutyRatesOptions,
): Figure {
  requireColumns(rates, ["month", "partner_code", "rate", "value_usd"], "dutyRates");
  const rows = records<Row>(rates).sort((a, b) => a.month < b.month ? -1 : 1);
  const world = rows.filter(({ partner_code }) => partner_code === WORLD);
  if (world.length === 0) throw new RangeError("dutyRates: no row of the world (-)");
  const last = world.at(-1)!.month;
  const known = breaks ? records(breaks) : [];
  const codes = [...shownCountries(rows, most), WORLD];
  const rateIn = (code: string, month: string) =>
    rows.find((row) => row.partner_code === code && row.month === month)?.rate ?? null;
  const said = (code: string) => {
    const rate = rateIn(code, last);
    return `${nameOf(code)} ${rate === null ? "no imports" : percent(rate)}`;
  };
  return figure({
    id,
    title: title(world, naics),
    subtitle:
      "Effective duty rate: calculated duty as a percentage of U.S. imports for consumption" +
      ` (customs value), ${industryCode(naics)}, monthly, ${monthName(world[0].month)}–` +
      monthName(last),
    notes: known.length
      ? [
        "Dotted: months in which the average rate moved to a new level; beside each the mean rate " +
        "from then until the next.",
      ]
      : [],
    source: source(rows),
    alt: `Lines of monthly effective duty rates on U.S. imports of ${industry(naics)}. In ` +
      `${monthName(last)}: ${list(codes.map(said))}.` +
      (known.length
        ? ` Months in which the average rate moved to a new level: ${
          list(known.map((each) =>
            `${monthName(each.month)} (mean ${percent(each.level_before)} before, ` +
            `${percent(each.level_after)} after)`
          ))
        }.`
        : ""),
    data: rates,
    draw: (layout) => draw(layout, rows, codes, known),
  });
}

const nameOf = (code: string): string => code === WORLD ? "All suppliers" : supplierLabel(code);

/** Mexico, Canada, China, then the largest by imports of the last twelve months. */
function shownCountries(rows: Row[], most: number): string[] {
  const months = [...new Set(rows.map(({ month }) => month))].sort().slice(-12);
  const imports = new Map<string, number>();
  for (const { partner_code, month, value_usd } of rows) {
    if (!isCountry(partner_code) || month < months[0]) continue;
    imports.set(partner_code, (imports.get(partner_code) ?? 0) + value_usd);
  }
  const bySize = [...imports].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  const always = [MEXICO, CANADA, CHINA].filter((code) => (imports.get(code) ?? 0) > 0);
  return [...new Set([...always, ...bySize.map(([code]) => code)])]
    .slice(0, Math.max(most, always.length));
}

/** The last month beside the same month a year before, or the first month where that is not there. */
function title(world: Row[], naics: string): string {
  const what = `The average duty rate on ${industry(naics)}`;
  const known = world.filter(({ rate }) => rate !== null);
  const last = known.at(-1);
  if (!last) return `${what} is not defined: nothing was imported`;
  const [year, month] = last.month.split("-");
  const before = known.find((row) => row.month === `${Number(year) - 1}-${month}`) ?? known[0];
  const [then, now] = [before, last].map(({ rate }) => percent(rate!));
  const current = `${what} was ${now} in ${monthName(last.month)}`;
  if (before === last) return current;
  return then === now
    ? `${current}, as in ${monthName(before.month)}`
    : `${current}, after ${then} in ${monthName(before.month)}`;
}

function draw(layout: Layout, rows: Row[], codes: string[], breaks: Break[]): Element {
  const months = [...new Set(rows.map(({ month }) => month))].sort();
  const look = looksOf(codes);
  const shown = codes.map((code) => {
    const of = rows.filter((row) => row.partner_code === code);
    const rates = new Map(of.map((row) => [row.month, row.rate]));
    const end = of.findLast(({ rate }) => rate !== null);
    const points = months.map((month) => ({ x: monthPlace(month), y: rates.get(month) ?? null }));
    const thin = { ...look(code), strokeWidth: Math.min(2, look(code).strokeWidth) };
    const bold = { colour: tone("ink"), strokeWidth: 2.5, fontWeight: 600 as const };
    return {
      label: `${nameOf(code)} ${end?.rate == null ? "" : percent(end.rate)}`.trim(),
      look: code === WORLD ? bold : thin,
      points,
    };
  });
  const top = Math.max(0.01, ...shown.flatMap(({ points }) => points.map(({ y }) => y ?? 0)));
  const [first, last] = [monthPlace(months[0]), monthPlace(months.at(-1)!)];
  return lineChart(layout, {
    series: shown.toReversed().sort((a, b) => a.look.strokeWidth - b.look.strokeWidth),
    height: layout.pick(390, 360),
    dots: false,
    y: {
      domain: [0, top * 1.04],
      format: (rate) => percent(rate, top < 0.05 ? 1 : 0),
    },
    x: {
      ticks: yearTicks(Math.ceil(first), Math.floor(last), layout.pick(7, 4)),
      format: String,
    },
    events: breaks.map(({ month, level_after }) => ({
      x: monthPlace(month),
      label: `${shortPeriodName(month, month)} ${percent(level_after)}`,
    })),
  });
}
