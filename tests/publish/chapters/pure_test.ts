/** Code whose outputs an audit explains, and code that is executed each time. */
import { assert } from "@std/assert";
import { isPureCell, isPureModule } from "../../../lib/publish/chapters/pure.ts";
import { chapterNames, readChapter } from "../../../lib/publish/chapters/notebook.ts";
import { ROOT } from "../fixtures.ts";

Deno.test("every code cell of the chapters uses the library and the language alone", async () => {
  for (const name of await chapterNames(`${ROOT}/notebooks`)) {
    const { cells } = await readChapter(`${ROOT}/notebooks/${name}.ipynb`);
    for (const { kind, source, number } of cells) {
      assert(kind !== "code" || isPureCell(source), `${name}, cell ${number}`);
    }
  }
});

Deno.test("a cell that could depend on something else is known", () => {
  const ways = [
    'Deno.readTextFileSync("/etc/hostname")',
    "const { readTextFile } = Deno;",
    'await fetch("http://127.0.0.1")',
    'import { x } from "./mine.ts";',
    'import fs from "node:fs";',
    'import "../lib/other.ts";',
    'import * as other from "../lib/frame.ts";',
    'const lib = await import("../lib/mod.ts");',
    "import.meta.url",
    "const now = Date.now();",
    "new Date()",
    'const D = globalThis["Da" + "te"];',
    "self.x",
    "(() => {}).constructor('return 1')()",
    'eval("1")',
    "Math.random()",
    "performance.now()",
    "Temporal.Now.instant()",
    "crypto.randomUUID()",
    'pl.readCSV("a.csv")',
    'pl["read" + "CSV"]("a.csv")',
    "const p = pl; p",
    'pl.scanParquet("a.parquet")',
    "new Intl.NumberFormat().resolvedOptions().locale",
    "navigator.language",
    "process.env.HOME",
    "setTimeout(() => {}, 1)",
  ];
  for (const cell of ways) assert(!isPureCell(cell), cell);
});

Deno.test("a cell may use the library, and say what it likes", () => {
  const cells = [
    'import { md, pl, show } from "../lib/mod.ts";\nawait show(md`U.S. import duties from 2018`);',
    'frame.filter(pl.col("year").eq(pl.lit("2024")))',
    "await show(md`Process and date of the refresh`);",
  ];
  for (const cell of cells) assert(isPureCell(cell), cell);
});

Deno.test("a module of the library that asks a clock or leaves something to chance is known", () => {
  for (
    const text of ["Date.now()", "new Date()", "new Date", "Math.random()", "performance.now()"]
  ) {
    assert(!isPureModule(`export const now = () => ${text};`), text);
  }
  assert(isPureModule('export const day = new Date("2025-04-02"); // an update'));
});
