/** The cells that answer: who gained and who lost between two years. */
import { industry } from "../../figures/words.ts";
import type { AnswerCell } from "../answer.ts";
import type { ChangesView } from "../view.ts";
import { code, importLine, quoted } from "./notebook.ts";

/** The question in words, then the notebook's code for it. */
export function changesCells({ naics, from, to }: ChangesView): AnswerCell[] {
  return [
    {
      type: "markdown",
      source: `# Who gained and who lost share in U.S. imports of ${industry(naics)}, ` +
        `from ${from} to ${to}?\n\nA part of a year is set against the same months of the other.`,
    },
    code(importLine([
      ...["comparableYears", "keep", "readTable", "shareChangeBars", "shareChanges"],
      ...["shareChangesTable", "show"],
    ])),
    code(
      'const all = await readTable("naics3_imports_by_partner_monthly");',
      `const imports = keep(all, { naics: ${quoted(naics)} });`,
      `const years = comparableYears(imports, ${quoted(from)}, ${quoted(to)});`,
      "const changes = shareChanges(imports, years);",
    ),
    code(`await show(shareChangeBars(changes, { naics: ${quoted(naics)} }));`),
    code(`await show(shareChangesTable(changes, { naics: ${quoted(naics)} }));`),
  ];
}
