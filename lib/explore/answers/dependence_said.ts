/** The answer about dependence in sentences: how many lines, the largest of them, and how far it holds. */
import type { LineDependence } from "../../arithmetic/mod.ts";
import { goodsName, type ImportBasis, lineCode } from "../../codes/mod.ts";
import { dollars, number, percent, periodName } from "../../format.ts";
import type { DependenceSum } from "../pieces/layout.ts";
import type { DependenceView } from "../view.ts";
import { isDerived, SHORT_BASIS } from "./line_words.ts";

interface Told {
  above: LineDependence[];
  what: string;
  basis: ImportBasis;
  descriptions: Map<string, string>;
}

/** How many lines depend, the largest of them, and what the two supply of all lines together. */
export function dependenceSaid(
  rows: LineDependence[],
  { above, what, basis, descriptions }: Told,
): string[] {
  const sum = (of: LineDependence[], name: "value_usd" | "mexico_usd" | "canada_usd") =>
    of.reduce((all, row) => all + row[name], 0);
  const all = sum(rows, "value_usd");
  const [{ period_start, period_end }] = rows;
  const period = periodName(period_start, period_end);
  const [largest] = above;
  const ofBasis = SHORT_BASIS[basis];
  const single = rows.length === 1 && what.replace("lines", "line");
  return [
    single
      ? `The one ${single} ${
        above.length ? "came" : "did not come"
      } mostly from Mexico and Canada in ` +
        `${period}: ${percent(rows[0].share)} of its ${ofBasis}.`
      : above.length === 0
      ? `None of ${number(rows.length)} ${what} came mostly from Mexico and Canada in ${period} ` +
        `(more than half of ${ofBasis}).`
      : `${number(above.length)} of ${
        number(rows.length)
      } ${what} came mostly from Mexico and Canada ` +
        `in ${period} (more than half of ${ofBasis}): ${
          percent(sum(above, "value_usd") / all)
        } of imports by value.`,
    ...(largest
      ? [
        `The largest is ${goodsName(largest.hts10, descriptions.get(largest.hts10))} ` +
        `(${lineCode(largest.hts10)}): ${percent(largest.share)} of ${dollars(largest.value_usd)}.`,
      ]
      : []),
    `Of all these lines together Mexico supplied ${
      percent(sum(rows, "mexico_usd") / all)
    }, Canada ${percent(sum(rows, "canada_usd") / all)}.`,
  ];
}

export function dependenceNotes(
  { lines }: DependenceView,
  { dependence }: { dependence: DependenceSum[] },
  rows: LineDependence[],
) {
  const methods = new Map(dependence.map(({ hts10, atp_method }) => [hts10, atp_method]));
  const derived = rows.filter(({ hts10 }) => methods.has(hts10) && isDerived(methods.get(hts10)!));
  return [
    ...(lines === "atp"
      ? [
        `${
          number(derived.length)
        } of the lines are newer than the Bureau’s list of 2022: their class is ` +
        "derived.",
      ]
      : []),
    "A line without a text of its own has the name of its heading.",
    "A high share says where imports come from, not that nobody else could supply them.",
  ];
}
