/** Rows as a CSV: spreadsheets open it safely, and lose nothing. */
import { assertEquals } from "@std/assert";
import { csvOf } from "../lib/csv.ts";

Deno.test("a CSV opens in a spreadsheet: a byte order mark, names whole, numbers as they are", () => {
  const rows = [
    ["2025-11", "0020", "México", -0.25],
    ["2025-11", "5700", "China", 1e-7],
    ["2025-11", "7480", 'Côte d’Ivoire, "West"', null],
  ];
  assertEquals(
    csvOf({ names: ["month", "partner_code", "partner", "change"], rows }),
    "\uFEFFmonth,partner_code,partner,change\n" +
      "2025-11,0020,México,-0.25\n" +
      "2025-11,5700,China,1e-7\n" +
      '2025-11,7480,"Côte d’Ivoire, ""West""",\n',
  );
});

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
