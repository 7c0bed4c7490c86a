/** What the archive of all figures says of itself. */
import type { FigureBundle } from "../chapters/notebook.ts";
import { figureName } from "./figure_name.ts";
import { REPORT } from "../../report.ts";

const COLUMNS = [
  ["unit", "the unit of each column of numbers; a fraction of 0.1 is 10%"],
  [
    "basis",
    "which of the Bureau's values: total exports, general imports, imports for consumption",
  ],
  ["vintage", "the month or day of the release that the number is from"],
  ["source", "who publishes the number"],
  ["full_table", "the table of the project's data with all partners and months"],
  [
    "role",
    "the parts of a period add to its total; a subtotal is counted in them; separate adds to nothing",
  ],
];

/** The text of the archive's README.txt. `cite` is a reference to the report. */
export function readmeText(
  figures: FigureBundle[],
  numbers: Map<string, string>,
  cite: string,
): string {
  const listed = figures.map(({ id, title, source }) =>
    `${figureName(numbers.get(id))}  ${id}\n  ${title}\n  ${source}`
  );
  return `${REPORT.title.toUpperCase()}: FIGURES AND THEIR DATA

Each figure is here three times, under one name:
  .svg  the picture, its letters as outlines: every program draws it alike
  .png  the same in pixels, twice the size
  .csv  what it draws, row by row (UTF-8); import codes such as 04 and months as text
figures.xlsx holds the data of all figures, codes as text and numbers as numbers.

SOURCE
The figures are of the U.S. Census Bureau, and in the public domain. Each picture says at its foot,
and each row of data says, which.

LICENSE
The pictures are under the MIT License: use them as you like, and say where they are from.

HOW TO CITE
${cite}
Cite the numbers as those of the U.S. Census Bureau, with basis and vintage.

COLUMNS OF THE DATA
${COLUMNS.map(([name, what]) => `  ${name.padEnd(10)}  ${what}`).join("\n")}

FIGURES
${listed.join("\n")}
`;
}
