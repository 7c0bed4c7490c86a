/** What part of one class of goods, or of a tariff code, from Mexico and Canada enters under the USMCA, month by month. */
import * as Plot from "@observablehq/plot";
import type { ClassPreference } from "../analysis/mod.ts";
import {
  ALL_GOODS,
  CANADA,
  classCode,
  type GoodsClass,
  goodsInTitle,
  goodsName,
  MEXICO,
  partnerName,
} from "../codes/mod.ts";
import {
  basisName,
  capitalized,
  list,
  monthName,
  monthRuns,
  monthsInWords,
  percent,
  periodName,
  shortPeriodName,
} from "../format.ts";
import { recordsWith, requireColumns, type Rows } from "../rows.ts";
import { monthAt, monthPlace, wholePercent } from "./axes.ts";
import { drawnTable, fractionOf, taken } from "./drawn.ts";
import type { Figure } from "./figure.ts";
import { figure, type Layout } from "./frame.ts";
import { lineChart } from "./line_chart.ts";
import { lookOf, supplierLabel } from "./looks.ts";
import { tone } from "./palette.ts";
import { clearHeight, startLabels, startsOf } from "./preference_starts.ts";
import { exemption, exemptionNotes, goods, inTitle } from "./preference_words.ts";
import { textWidth } from "./text.ts";
import { headline, possessive, source } from "./words.ts";

export type PreferenceUseOptions = GoodsClass & {
  /** Text of a tariff line that has no name of its own: the Bureau's. */
  description?: string;
  id?: string;
};

/**
 * Lines of the preference share of one class by month, Mexico and Canada. Months whose totals were
 * restated later have no point: the lines break, and the gap is named. Nor have months in which nothing was
 * imported; a partner without a point has no line.
 *
 * @param use from `preferenceByClass`, or `preferenceUnder` for a tariff code.
 * @throws RangeError when the class or a partner is missing, or no month has a share.
 */
export function preferenceUse(
  use: Rows<ClassPreference>,
  { classification, code, description, id = `preference-use-${code}` }: PreferenceUseOptions,
): Figure {
  requireColumns(use, ["month", "partner_code", "preference_share", "restated"], "preferenceUse");
  const of: GoodsClass = { classification, code };
  const all = [MEXICO, CANADA].flatMap((partner_code) => recordsWith(use, { ...of, partner_code }))
    .sort((a, b) => a.month < b.month ? -1 : 1);
  const held = all.filter((row) => !row.restated && row.preference_share !== null);
  if (held.length === 0) throw new RangeError(`preferenceUse: no month of ${code} can be used`);
  const gaps = [...new Set(all.filter((row) => row.restated).map(({ month }) => month))];
  const [first, last] = [all[0].month, all.at(-1)!.month];
  const names = classification === "hts" ? goodsInTitle(code, description) : [
    classification === ALL_GOODS.classification ? "goods" : goods(of),
  ];
  const partners = [MEXICO, CANADA].filter((code) => held.some((row) => row.partner_code === code));
  const path = (partner: string) => {
    const own = held.filter((row) => row.partner_code === partner);
    return `${supplierLabel(partner)} ${
      list([own[0], own.at(-1)!].map((row) =>
        `${percent(row.preference_share!)} in ${monthName(row.month)}`
      ))
    }`;
  };
  return figure({
    id,
    title: title(held.filter((row) => row.partner_code === partners[0]), names),
    subtitle:
      `Part of U.S. ${basisName("imports_for_consumption")} from ${
        partners.length > 1 ? "Mexico and from Canada" : partnerName(partners[0])
      } ` +
      `that entered under the USMCA, ${classCode(of)}, by month, ${periodName(first, last)}`,
    notes: [
      ...(gaps.length
        ? [`${monthsInWords(gaps)}: no shares by product, the totals were restated later.`]
        : []),
      ...exemptionNotes(first, last),
    ],
    source: source([{ basis: "imports_for_consumption", vintage: all[0].vintage }]),
    alt: `Lines by month: part of ${
      classification === "hts" ? names[0] : goods(of)
    } entered under the USMCA. ${partners.map(path).join(". ")}.${
      gaps.length ? ` No shares for ${monthsInWords(gaps)}.` : ""
    }`,
    data: drawnTable({
      rows: held.map((row) => ({
        ...taken(row, "month", "classification", "code", "partner_code"),
        ...(classification === "hts" ? { class: goodsName(code, description) } : {}),
        role: "part",
        preference_share: row.preference_share,
        basis: "imports_for_consumption",
        vintage: row.vintage,
      })),
      units: { preference_share: fractionOf("the class's imports from the partner") },
      tables: ["preference_lines", "import_line_classes"],
    }),
    draw: (layout) => draw(layout, all, gaps),
  });
}

/** The first and the last point of one partner's line, Mexico's where it has one. */
function title(rows: ClassPreference[], names: string[]): string {
  const [then, now] = [rows[0], rows.at(-1)!];
  const partner = supplierLabel(then.partner_code);
  const [before, after] = inTitle(then.preference_share!, now.preference_share!);
  const last = `${after} in ${monthName(now.month)}`;
  const course = then === now ? last : `${before} in ${monthName(then.month)}, ${last}`;
  const said = (name: string) => `${possessive(partner)} ${name} under the USMCA: ${course}`;
  if (then.classification !== "hts") return said(names[0]);
  const lastSaid = (name: string) =>
    `${capitalized(name)} from ${partner}: ${after} under the USMCA in ${monthName(now.month)}`;
  // A code is nobody's.
  return headline(...names.slice(0, -1).map(said), ...names.map(lastSaid));
}

function draw(layout: Layout, rows: ClassPreference[], gaps: string[]): Element {
  const months = [...new Set(rows.map(({ month }) => month))];
  const [first, last] = [months[0], months.at(-1)!];
  const pointsOf = (code: string) =>
    rows.filter((row) => row.partner_code === code).map((row) => ({
      x: monthPlace(row.month),
      y: row.restated ? null : row.preference_share,
      code,
    }));
  const points = [CANADA, MEXICO].map(pointsOf)
    .filter((own) => own.some(({ y }) => y !== null));
  const starts = startsOf(points);
  const half = 0.5 / 12;
  const runs = monthRuns(gaps);
  const marked = exemption(
    first,
    last,
    layout.pick(
      "7 March 2025: qualifying goods exempt from the new duties",
      "7 Mar 2025: exempt from new duties",
    ),
  );
  const series = points.map((own) => {
    const end = own.findLast(({ y }) => y !== null)!;
    return {
      name: supplierLabel(own[0].code),
      label: `${supplierLabel(own[0].code)} ${percent(end.y!)}`,
      look: { ...lookOf(own[0].code), strokeWidth: 2 },
      points: own,
    };
  });
  const labels = Math.max(...series.map(({ label }) => textWidth(label, layout.label, 600)));
  const pixels = layout.width - textWidth("100%", layout.label) - labels - MARGINS;
  const perYear = pixels / Math.max(1, monthPlace(last) - monthPlace(first));
  return lineChart(layout, {
    series,
    height: layout.pick(290, 300),
    dots: false,
    y: { ...wholePercent, write: (share) => percent(share) },
    x: {
      ticks: months.filter((month) => /-(01|07)$/.test(month)).map(monthPlace),
      format: (place) => shortPeriodName(monthAt(place), monthAt(place)).replace(" ", "\n"),
      name: (place) => monthName(monthAt(place)),
    },
    events: marked,
    below: runs.flatMap((run) => {
      const [x1, x2] = [monthPlace(run[0]) - half, monthPlace(run.at(-1)!) + half];
      const from = Math.max(x1, ...marked.map(({ x }) => x).filter((x) => x < x2));
      const label = gapLabel(layout, run, (x2 - from + layout.pick(0, 2 * half)) * perYear);
      return [
        Plot.rect([0], { x1, x2, y1: 0, y2: 1, fill: tone("grid") }),
        Plot.text(label ? [label] : [], {
          x: () => (from + x2) / 2,
          y: () => clearHeight(starts),
          lineHeight: 1.25,
          fill: tone("muted"),
        }),
      ];
    }),
    over: [
      ...points.map((own) =>
        Plot.dot(own.filter(({ y }) => y !== null), {
          x: "x",
          y: "y",
          r: 2.5,
          fill: lookOf(own[0].code).colour,
          ariaDescription: supplierLabel(own[0].code),
        })
      ),
      ...startLabels(starts),
    ],
  });
}

/** Beside the axis of percent and the labels at the ends, px. */
const MARGINS = 32;

/** The fullest name that a gap has room for; where it has none, its months stand at the foot. */
function gapLabel(layout: Layout, run: string[], room: number): string | undefined {
  const [first, last] = [run[0], run.at(-1)!];
  const names = [
    ...(layout.narrow ? [] : [`${periodName(first, last)}\nrestated later:\nno shares`]),
    `${shortPeriodName(first, last).split(" ")[0]}\nrestated,\nno shares`,
  ];
  return names.find((name) =>
    name.split("\n").every((line) => textWidth(line, layout.label) <= room)
  );
}
