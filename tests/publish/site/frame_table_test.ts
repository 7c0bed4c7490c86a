/** The data behind a picture in words: periods, names and numbers as people write them, no codes. */
import { assertEquals } from "@std/assert";
import fc from "fast-check";
import type { Cell } from "../../../lib/csv.ts";
import { dataOf } from "../../../lib/publish/downloads/figure_data.ts";
import { chapterNames, figuresOf, readChapter } from "../../../lib/publish/chapters/notebook.ts";
import { frameColumns } from "../../../lib/publish/site/frame_table.ts";
import { ROOT } from "../../../lib/root.ts";

const columnsOf = (columns: Record<string, Cell[]>) => {
  const names = Object.keys(columns);
  const rows = columns[names[0]].map((_, row) => names.map((name) => columns[name][row]));
  return frameColumns({ names, rows }).map(({ heading, cells }) => [heading, ...cells]);
};

Deno.test("codes, and what says the same in each row, are left out; names, periods and numbers stay", () => {
  assertEquals(
    columnsOf({
      period_start: ["2024-01", "2025-01"],
      period_end: ["2024-12", "2025-11"],
      year: ["2024", "2025"],
      partner_code: ["2010", "2010"],
      partner: ["Mexico", "Canada"],
      industry: ["Electronics", "Electronics"],
      role: ["part", "total"],
      share: [0.2044, null],
      unit: ["fraction of imports", "fraction of imports"],
    }),
    [
      ["Period", "2024", "January–November 2025"],
      ["Partner", "Mexico", "Canada"],
      ["Share", "20.4%", ""],
    ],
  );
});

Deno.test("each number is written by its unit: percent, points, billions or millions, places", () => {
  const unit =
    "imports_usd, duty_usd: US dollars; change: change as a fraction (0.01 = 1 percentage " +
    "point); rank: place among the countries; grubel_lloyd: index from 0 to 1";
  assertEquals(
    columnsOf({
      month: ["2025-01", "2025-02"],
      imports_usd: [61_804_745_935, -2_000_000_000],
      duty_usd: [2_391_703, 17_000],
      change: [0.02635, -0.001],
      rank: [1, 12],
      grubel_lloyd: [0.5906, 1],
      unit: [unit, unit],
    }),
    [
      ["Month", "January 2025", "February 2025"],
      ["Imports, billion dollars", "61.8", "−2.0"],
      ["Duty, million dollars", "2.392", "0.017"],
      ["Change, percentage points", "+2.64", "−0.10"],
      ["Rank", "1", "12"],
      ["Grubel–Lloyd index", "0.59", "1.00"],
    ],
  );
});

Deno.test("two periods that are compared stand in the headings", () => {
  const twice = (cell: Cell): Cell[] => [cell, cell];
  assertEquals(
    columnsOf({
      ...{ from_start: twice("2017-01"), from_end: twice("2017-12") },
      ...{ to_start: twice("2025-01"), to_end: twice("2025-11") },
      partner: ["Mexico", "China"],
      from_share: [0.1, 0.2],
      to_share: [0.3, 0.4],
      unit: twice("fraction of imports"),
    }),
    [
      ["Partner", "Mexico", "China"],
      ["Share, 2017", "10.0%", "20.0%"],
      ["Share, January–November 2025", "30.0%", "40.0%"],
    ],
  );
});

Deno.test("a number of dollars is read back from its cell as it was, but for the rounding", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -1e12, max: 1e12 }), { minLength: 1 }), (usd) => {
      const [[heading, ...cells]] = columnsOf({ x_usd: usd, unit: usd.map(() => "US dollars") });
      const divisor = heading.endsWith("billion dollars") ? 1e9 : 1e6;
      for (const [at, cell] of cells.entries()) {
        const value = Number(cell.replaceAll(",", "").replace("−", "-"));
        const decimals = cell.split(".")[1]?.length ?? 0;
        assertEquals(
          Math.abs(value - usd[at] / divisor) <= 0.5000001 * 10 ** -decimals,
          true,
          cell,
        );
      }
    }),
  );
});

Deno.test("every figure of the report has a table: a heading for each column, cells of one form", async () => {
  for (const name of await chapterNames(`${ROOT}/notebooks`)) {
    for (const figure of figuresOf(await readChapter(`${ROOT}/notebooks/${name}.ipynb`))) {
      const columns = frameColumns(dataOf(figure));
      const headings = columns.map(({ heading }) => heading);
      assertEquals(new Set(headings).size, headings.length, `${figure.id}: ${headings}`);
      assertEquals(headings.filter((it) => /_|usd|undefined/.test(it)), [], figure.id);
      assertEquals(columns.some(({ isNumber }) => isNumber), true, figure.id);
      for (const { heading, cells } of columns) {
        const odd = cells.filter((cell) => /NaN|undefined|null|\de[-+]/.test(cell));
        assertEquals(odd, [], `${figure.id}, ${heading}`);
      }
    }
  }
});
