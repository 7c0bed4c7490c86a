/** The figures of what enters under the agreement, on the embedded data. */
import {
  consumptionOfAllGoods,
  generalImportsOfAllGoods,
  monthsOfLines,
  preferenceByClass,
  preferenceInMonths,
  preferenceSeries,
} from "../../lib/analysis/mod.ts";
import { ALL_ATP, ALL_GOODS, ofAtpGroup, ofNaics } from "../../lib/codes/mod.ts";
import { readTable, scanTable } from "../../lib/data/mod.ts";
import {
  type Figure,
  preferenceByClassDots,
  preferenceOverTime,
  preferenceUse,
  restatedMonths,
} from "../../lib/figures/mod.ts";
import { KNOWN } from "../known.ts";

export async function preferenceFigures(): Promise<Figure[]> {
  const lines = await scanTable("preference_lines", KNOWN);
  const totals = await readTable("agreement_imports_monthly", KNOWN);
  const use = preferenceByClass(lines, await readTable("import_line_classes", KNOWN), totals);
  const [before, after] = ["2025", "2026"].map((year) =>
    preferenceInMonths(use, [`${year}-01`, `${year}-02`])
  );
  const classes = [
    ...[ALL_GOODS, ofNaics("334"), ofNaics("335"), ofNaics("336"), ALL_ATP],
    ...["04", "03", "08"].map(ofAtpGroup),
  ];
  const consumption = consumptionOfAllGoods(
    await readTable("naics3_imports_by_partner_monthly", KNOWN),
    await readTable("goods_consumption_monthly", KNOWN),
  );
  const general = generalImportsOfAllGoods(await readTable("goods_by_partner_monthly", KNOWN));
  return [
    ...["334", "335"].map((naics) => preferenceUse(use, ofNaics(naics))),
    preferenceUse(use, ofAtpGroup("04")),
    preferenceByClassDots(before, after, { classes }),
    restatedMonths(monthsOfLines(lines, totals)),
    preferenceOverTime(preferenceSeries(totals, consumption, general, { by: "month" })),
  ];
}
