/** Rows as a CSV that spreadsheets open safely; `figure_data_test.ts` reads one of a figure whole. */
import { assertEquals } from "@std/assert";
import { csvOf } from "../lib/csv.ts";

Deno.test("no text in a CSV is a formula, and no number is touched", () => {
  const texts = [
    "=1+1",
    "+A1",
    "-2+3",
    "@SUM(A1)",
    "\tx",
    "\rx",
    '=HYPERLINK("http://x","y")',
    "-",
  ];
  const rows = texts.map((text) => [text, -5]);
  assertEquals(csvOf({ names: ["partner", "n"], rows }).slice(1).split("\n").slice(1, -1), [
    "'=1+1,-5",
    "'+A1,-5",
    "'-2+3,-5",
    "'@SUM(A1),-5",
    "'\tx,-5",
    `"'\rx",-5`,
    `"'=HYPERLINK(""http://x"",""y"")",-5`,
    "'-,-5",
  ]);
});
