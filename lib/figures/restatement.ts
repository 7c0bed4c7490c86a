/** What entered under the USMCA, as first compiled and as published later: bars with what was added. */
import * as Plot from "@observablehq/plot";
import type { MonthOfLines } from "../analysis/mod.ts";
import { CANADA, MEXICO } from "../codes/mod.ts";
import {
  list,
  monthName,
  monthRuns,
  monthsInWords,
  number,
  percent,
  periodName,
  shortPeriodName,
} from "../format.ts";
import { recordsWith, type Rows } from "../rows.ts";
import { monthAt, monthPlace, valueAxis, yearAxis } from "./axes.ts";
import { drawnTable, taken, USD } from "./drawn.ts";
import type { Figure } from "./figure.ts";
import { figure, type Layout } from "./frame.ts";
import { HATCHED, hatchPattern } from "./hatch.ts";
import { lookOf, supplierLabel } from "./looks.ts";
import { tone } from "./palette.ts";
import { source } from "./words.ts";

/**
 * Two panels of bars, Mexico and Canada: imports entered under the USMCA by month, the sum of the
 * tariff lines, and hatched above it what the later total of the same month adds.
 *
 * @param months from `monthsOfLines`.
 * @throws RangeError when a partner is missing or no month was restated.
 */
export function restatedMonths(
  months: Rows<MonthOfLines>,
  { id = "restated-months" }: { id?: string } = {},
): Figure {
  const partners = [MEXICO, CANADA].map((partner_code) =>
    recordsWith(months, { partner_code }).sort((a, b) => a.month < b.month ? -1 : 1)
  );
  const all = partners.flat();
  const restated = partners.map((rows) => rows.filter((row) => row.restated))
    .find((rows) => rows.length > 0);
  if (!restated) throw new RangeError("restatedMonths: no month was restated");
  const adds = all.every(({ restated, difference }) => !restated || difference > 0);
  const when = (rows: MonthOfLines[]) => monthsInWords(rows.map(({ month }) => month));
  const [before, after] = [
    all.map(({ vintage }) => vintage),
    all.filter((row) => row.restated).map(({ total_vintage }) => total_vintage),
  ].map((vintages) => {
    const months = [...new Set(vintages.map((each) => each.slice(0, 7)))].sort();
    return [...new Set([months[0], months.at(-1)!])].map(monthName);
  });
  return figure({
    id,
    title: `Restated: USMCA imports from ${supplierLabel(restated[0].partner_code)}, ${
      when(restated)
    }, from ${sum(restated, "lines_usd", 0)} to ${sum(restated, "total_usd", 0)} billion dollars`,
    subtitle:
      "U.S. imports for consumption that entered under the USMCA, billion dollars, by month, " +
      `${when(partners[0])}: the sum of the tariff lines (vintage${isSeveral(before) ? "s" : ""} ${
        before.join(" to ")
      }), and hatched what the total${isSeveral(after) ? "s" : ""} of ${after.join(" to ")} ${
        adds ? "add" : "change"
      }${isSeveral(after) ? "" : "s"}`,
    source: source([
      ...all.map(({ vintage }) => ({ basis: "imports_for_consumption", vintage })),
      ...all.map(({ total_vintage }) => ({ vintage: total_vintage })),
    ]),
    alt: `Bars by month. ${
      partners.map((rows) => {
        const moved = rows.filter((row) => row.restated);
        if (moved.length === 0) return `${supplierLabel(rows[0].partner_code)}: none restated`;
        return `${supplierLabel(rows[0].partner_code)}: ${
          list(moved.map((row) =>
            `${monthName(row.month)} from ${billion(row.lines_usd)} to ${billion(row.total_usd)} (${
              percent(Math.abs(row.difference), 0)
            } ${row.difference < 0 ? "less" : "more"})`
          ))
        }`;
      }).join("; ")
    } billion dollars. The other months changed by less than ${
      percent(largestOther(partners), 1)
    }.`,
    data: drawnTable({
      rows: partners.flat().map((row) => ({
        ...taken(row, "month", "partner_code"),
        role: "part",
        ...taken(row, "lines_usd", "total_usd"),
        restated: row.restated ? "yes" : "no",
        basis: "imports_for_consumption",
        vintage: [...new Set([row.vintage, row.total_vintage])].join("; "),
      })),
      units: { lines_usd: USD, total_usd: USD },
      tables: ["preference_lines", "agreement_imports_monthly"],
    }),
    draw: (layout) => partners.map((rows) => panel(layout, rows, layout.pick(2.7, 2.5))),
  });
}

const isSeveral = ({ length }: string[]): boolean => length > 1;
const billion = (usd: number, decimals = 1) => number(usd / 1e9, decimals);
const sum = (rows: MonthOfLines[], name: "lines_usd" | "total_usd", decimals = 1) =>
  billion(rows.reduce((all, row) => all + row[name], 0), decimals);
/** Rounded up, so that `less than` holds. */
const largestOther = (partners: MonthOfLines[][]) =>
  Math.ceil(
    Math.max(
          ...partners.flat().filter((row) => !row.restated).map((row) => Math.abs(row.difference)),
        ) * 1000 + 0.5,
  ) / 1000;

const TOP = 34;
const BOTTOM = 36;
const HALF = 0.38 / 12;

/** Both panels have as many px per billion dollars. */
function panel(layout: Layout, rows: MonthOfLines[], perBillion: number): Element {
  const code = rows[0].partner_code;
  const { colour } = lookOf(code);
  const moved = rows.filter((row) => row.restated);
  const places = [rows[0], rows.at(-1)!].map(({ month }) => monthPlace(month));
  const at = {
    x1: (row: MonthOfLines) => monthPlace(row.month) - HALF,
    x2: (row: MonthOfLines) => monthPlace(row.month) + HALF,
  };
  const runs = monthRuns(moved.map(({ month }) => month))
    .map((run) => layout.pick(periodName, shortPeriodName)(run[0], run.at(-1)!));
  const heading = moved.length === 0
    ? `${supplierLabel(code)}: none restated`
    : `${supplierLabel(code)}, ${list(runs)}: ${sum(moved, "lines_usd")} → ${
      sum(moved, "total_usd")
    }`;
  const end = Math.ceil(Math.max(...rows.map((row) => row.total_usd)) / 1e10) * 1e10;
  return layout.plot({
    height: TOP + end / 1e9 * perBillion + BOTTOM,
    marginTop: TOP,
    marginBottom: BOTTOM,
    marginLeft: 30,
    marginRight: 12,
    x: { domain: [places[0] - 1 / 12, places[1] + 1 / 12] },
    y: { domain: [0, end] },
    marks: [
      hatchPattern(code === MEXICO ? "mexico" : "canada"),
      ...valueAxis(4, (usd) => billion(usd, 0)),
      yearAxis(
        rows.map(({ month }) => month).filter((month) => /-(01|04|07|10)$/.test(month))
          .map(monthPlace),
        (place) => {
          const name = shortPeriodName(monthAt(place), monthAt(place));
          return name.startsWith("Jan") ? name.replace(" ", "\n") : name.split(" ")[0];
        },
      ),
      Plot.rect(rows, { ...at, y1: 0, y2: "lines_usd", fill: colour }),
      Plot.rect(moved, {
        ...at,
        y1: "lines_usd",
        y2: "total_usd",
        fill: HATCHED,
        stroke: colour,
        strokeWidth: 0.75,
      }),
      Plot.ruleY([0], { stroke: tone("axis") }),
      Plot.text([heading], {
        ...{ frameAnchor: "top-left", textAnchor: "start", lineAnchor: "top" },
        ...{ dx: -30, dy: 10 - TOP, fontWeight: 600, fill: colour },
      }),
    ],
  });
}
