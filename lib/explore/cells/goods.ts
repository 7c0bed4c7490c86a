/** The notebook that answers for goods by tariff code. */
import { goodsName, lineCode } from "../../codes/mod.ts";
import type { AnswerCell } from "../answer.ts";
import type { GoodsView } from "../view.ts";
import { code, importLine } from "./notebook.ts";

/** Cells that read the lines under the code, show their suppliers, and what entered under the USMCA. */
export function goodsCells({ hts, basis, year }: GoodsView): AnswerCell[] {
  const of = lineCode(hts);
  return [
    {
      type: "markdown",
      source: `# ${goodsName(hts)} (HTS ${of})

Who supplies the United States under this tariff code, what duty was paid, and how much of what Mexico and Canada sent entered under the USMCA.`,
    },
    code(importLine([
      ...["CANADA", "dutiesByYear", "goodsInWords", "goodsSuppliersTable", "linesBeside"],
      ...["lineSuppliersBars", "linesUnder", "MEXICO", "ofHts", "pl", "preferenceUnder"],
      ...["preferenceUse", "readTable", "records", "scanTable", "show", "suppliersOnBothBases"],
    ])),
    {
      type: "markdown",
      source: `## Suppliers

The lines whose code begins with ${of}, of ${year} and of the years that can stand beside it. They are summed by supplier on both ways to count imports, and divided by the sum of all suppliers.`,
    },
    {
      type: "code",
      source: `const all = linesBeside(await scanTable("import_lines"), "${year}");
const classes = await readTable("import_line_classes");
const lines = linesUnder(all, classes, "${hts}");
const suppliers = suppliersOnBothBases(lines);
const texts = records(await readTable("concordance_imports_hs10_atp"));
const text = texts.find((row) => row.hs10 === "${hts}");
const description = text?.description;`,
    },
    {
      type: "code",
      source: `const isAsked = pl.col("basis").eq(pl.lit("${basis}"));
const drawn = suppliers.filter(isAsked);
if (drawn.height > 0) {
  await show(lineSuppliersBars(drawn, {
    hts10: "${hts}", description, always: [MEXICO, CANADA], most: 3,
  }));
}`,
    },
    {
      type: "code",
      source: `await show(goodsSuppliersTable(suppliers, {
  goods: goodsInWords("${hts}", description),
  year: "${year}", basis: "${basis}",
  duties: dutiesByYear(lines),
}));`,
    },
    {
      type: "markdown",
      source: `## Under the USMCA

Imports for consumption from Mexico and Canada that entered under the agreement, divided by all of them, month by month. Months whose totals were restated later have no share.`,
    },
    {
      type: "code",
      source: `const entered = await scanTable("preference_lines");
const totals = await readTable("agreement_imports_monthly");
const use = preferenceUnder(entered, totals, "${hts}");
if (records(use).some((row) => row.value_usd > 0 && !row.restated)) {
  await show(preferenceUse(use, { ...ofHts("${hts}"), description }));
}`,
    },
  ];
}
