/** The notebook that answers for a group of advanced technology products. */
import { ATP_TOTAL, atpInWords } from "../../codes/mod.ts";
import { capitalized } from "../../format.ts";
import type { AnswerCell } from "../answer.ts";
import type { GroupView } from "../view.ts";
import { code, importLine } from "./notebook.ts";

/** Cells that read the lines of the group, rank their suppliers and show them on both bases. */
export function groupsCells({ group, basis, year }: GroupView): AnswerCell[] {
  const chosen = group === ATP_TOTAL ? "atp" : `keep(atp, { atp_group: "${group}" })`;
  return [
    {
      type: "markdown",
      source: `# ${capitalized(atpInWords(group))}

Who supplies them to the United States, on both ways to count imports, and what duty was paid.`,
    },
    code(importLine([
      ...["atpInWords", "atpLines", "dutiesByYear", "goodsSuppliersTable", "linesBeside"],
      ...["keep", "rankSuppliers", "readTable", "scanTable", "show"],
      ...["supplierRanking", "suppliersOnBothBases"],
    ])),
    {
      type: "markdown",
      source:
        `The lines of the Census Bureau's list of advanced technology products, of ${year} and of the years that can stand beside it, summed by supplier and divided by the sum of all suppliers. The list is one of products, not of industries.`,
    },
    {
      type: "code",
      source: `const all = linesBeside(await scanTable("import_lines"), "${year}");
const atp = atpLines(all, await readTable("import_line_classes"));
const lines = ${chosen};
const suppliers = suppliersOnBothBases(lines);`,
    },
    {
      type: "code",
      source: `const ofYear = keep(suppliers, {
  basis: "${basis}", year: "${year}",
});
const ranked = rankSuppliers(ofYear, []);
await show(supplierRanking(ranked, { group: "${group}", complete: true }));`,
    },
    {
      type: "code",
      source: `await show(goodsSuppliersTable(suppliers, {
  goods: atpInWords("${group}"),
  year: "${year}", basis: "${basis}",
  duties: dutiesByYear(lines),
}));`,
    },
  ];
}
