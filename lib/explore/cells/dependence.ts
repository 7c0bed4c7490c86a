/** The notebook that answers how far tariff lines depend on Mexico and Canada. */
import { lineCode } from "../../codes/mod.ts";
import type { AnswerCell } from "../answer.ts";
import type { DependenceView } from "../view.ts";
import { code, importLine } from "./notebook.ts";

/** Cells that read the lines, divide what the two sent by all imports of each, and show them. */
export function dependenceCells({ lines, basis, year }: DependenceView): AnswerCell[] {
  const isAtp = lines === "atp";
  const reader = isAtp ? "atpLines" : "linesUnder";
  const scope = isAtp ? "technology lines" : `lines of HTS ${lineCode(lines)}`;
  return [
    {
      type: "markdown",
      source: `# Dependence on Mexico and Canada: ${scope}

A small share of all imports can be nearly the whole of one good. So for each tariff line: what part of its imports came from the two neighbors?`,
    },
    code(importLine([
      ...[reader, "column", "dependenceTable", "keep", "lineDependence", "lineDependenceBars"],
      ...["linesBeside", "onBasis", "readTable", "records", "scanTable", "show"],
    ])),
    {
      type: "code",
      source: `const all = linesBeside(await scanTable("import_lines"), "${year}");
const classes = await readTable("import_line_classes");
const own = ${reader}(all, classes${isAtp ? "" : `, "${lines}"`});
const lines = onBasis(own, "${basis}");
const from = (period_start: string) =>
  lineDependence(keep(lines, { period_start }));
const dependence = from("${year}-01");
const texts = records(await readTable("concordance_imports_hs10_atp"));
const descriptions = new Map(
  texts.map((row) => [row.hs10, row.description]),
);`,
    },
    {
      type: "code",
      source: `if (records(dependence).some(({ share }) => share > 0.5)) {
  await show(lineDependenceBars(dependence, {
    ${isAtp ? "" : `hts: "${lines}", `}descriptions,
  }));
}`,
    },
    {
      type: "code",
      source: `const other = column(lines, "period_start")
  .findLast((start) => start !== "${year}-01");
await show(dependenceTable(dependence, {
  what: "${scope}", descriptions,
  beside: other === undefined ? [] : from(other),
}));`,
    },
  ];
}
