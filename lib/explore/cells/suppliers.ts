/** The cells that answer: suppliers of an industry over years. */
import { industry } from "../../figures/words.ts";
import type { AnswerCell } from "../answer.ts";
import type { SuppliersView } from "../view.ts";
import { code, importLine, quoted, showLine } from "./notebook.ts";

/** What a measure is asked as. */
const QUESTIONS: Record<SuppliersView["measure"], (goods: string) => string> = {
  share: (goods) => `What shares do the suppliers have in U.S. imports of ${goods}`,
  dollars: (goods) => `How large are U.S. imports of ${goods}, by supplier`,
  rank: (goods) => `How do the suppliers rank in U.S. imports of ${goods}`,
  duty: (goods) => `What duty is charged on U.S. imports of ${goods}, by supplier`,
};

/** Figure and table of each measure, and what they are drawn from. */
const SHOWN: Record<SuppliersView["measure"], { figure: string; of: string; table: string }> = {
  share: { figure: "supplierSharesOverTime", of: "shares", table: "suppliersTable" },
  dollars: { figure: "supplierDollarsOverTime", of: "shares", table: "suppliersTable" },
  rank: { figure: "supplierRanks", of: "ranks", table: "suppliersTable" },
  duty: { figure: "dutyRatesByYear", of: "rates", table: "dutyRatesTable" },
};

/** The question in words, then the notebook's code for it. */
export function suppliersCells(view: SuppliersView): AnswerCell[] {
  const { naics, measure, partners, from, to } = view;
  const years = from === to ? `in ${from}` : `from ${from} to ${to}`;
  const { figure, of, table } = SHOWN[measure];
  const isDuty = measure === "duty";
  const chosen = partners.length > 0 ? ["partners"] : [];
  const given = (own: string[]) => [`naics: ${quoted(naics)}`, ...own];
  const ofMeasure = isDuty || measure === "share" ? [] : [`measure: ${quoted(measure)}`];
  const sums = isDuty
    ? 'const rates = effectiveDutyRates(withYear(imports), { by: ["year"] });'
    : 'const shares = supplierShares(withYear(imports), {\n  by: ["year"], denominator: "world",\n});';
  return [
    {
      type: "markdown",
      source: `# ${QUESTIONS[measure](industry(naics))}, ${years}?`,
    },
    code(importLine([
      ...["keep", "readTable", "show", "withinMonths", "withYear", figure, table],
      isDuty ? "effectiveDutyRates" : "supplierShares",
      ...(measure === "rank" ? ["rankSuppliers"] : []),
    ])),
    code(
      'const all = await readTable("naics3_imports_by_partner_monthly");',
      `const industry = keep(all, { naics: ${quoted(naics)} });`,
      `const imports = withinMonths(industry, "${from}-01", "${to}-12");`,
    ),
    code(
      sums,
      ...(measure === "rank" ? ['const ranks = rankSuppliers(shares, ["year"]);'] : []),
      ...(chosen.length ? [`const partners = ${quoted(partners)};`] : []),
    ),
    code(showLine(figure, of, given(chosen))),
    code(showLine(table, isDuty ? "rates" : "shares", given([...ofMeasure, ...chosen]))),
  ];
}
