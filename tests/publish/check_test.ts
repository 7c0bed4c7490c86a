/** `deno task check`: what is wrong with cells before they run, each with its place and, where there is one, its mend. */
import { assertEquals, assertMatch, assertStringIncludes, assertThrows } from "@std/assert";
import { UsageError } from "../../lib/command.ts";
import { checkChapters, readCheck } from "../../lib/publish/check.ts";
import { lintCells } from "../../lib/publish/chapters/lint.ts";
import { chapterNames, readChapter } from "../../lib/publish/chapters/notebook.ts";
import { notebook, project, ROOT } from "./fixtures.ts";

const SOUND = notebook(
  { prose: "# Sound" },
  { code: `import { md, show, table } from "../lib/mod.ts";` },
  { prose: "**Exercise 1.1**. Make a `table`.", tags: ["exercise"] },
  { code: "const one = 1\nawait show(md`It is ${one}.`)" },
  { code: "[2].map(String)" },
);
const FAULTY = notebook(
  { prose: "# Faulty" },
  { code: `import { md, numberWithn,\n  show, tableWithNotes, oneOf } from "../lib/mod.ts";` },
  { prose: "Some prose." },
  { code: "\nconst spare = 1;\nawait show(md`a`, 5);" },
  { code: "shwo();\nlistOf();\nnumberWithn(1, tableWithNotes);" },
);

Deno.test("what is wrong is said with cell and line; what is right, and what an exercise names, is not", async () => {
  const { notebooks, root } = await project({ "1-sound": SOUND, "2-faulty": FAULTY });
  assertEquals(await checkChapters(["1"], notebooks, root), { titles: ["Sound"], findings: [] });
  const { titles, findings } = await checkChapters(["2"], notebooks, root);
  assertEquals(titles, ["Faulty"]);
  const told = (start: string) => {
    const [found, ...others] = findings.filter((it) => it.includes(start));
    assertEquals(others, [], start);
    return found;
  };
  const spelled = told("exported member named 'numberWithn'");
  assertStringIncludes(spelled, "Did you mean 'numberWithin'?");
  assertStringIncludes(spelled, "2-faulty, cell 2, line 1, column 14");
  assertStringIncludes(spelled, `"../lib/mod.ts"`);
  assertMatch(
    told("'tableWithNotes'"),
    /cell 2, line 2, column 9\n\s+Near in the library: table\b/,
  );
  assertMatch(told("cell 4, line 3, column 19"), /TS2345.*'number'/);
  assertMatch(told("'shwo'"), /cell 5, line 1, column 1\n\s+Near in the library: show\b/);
  assertMatch(told("'listOf'"), /cell 5, line 2, column 1\n\s+The library has it: import it\./);
  assertMatch(told("`spare`"), /is never used\n\s+at 2-faulty, cell 4, line 2, column 7$/);
  assertMatch(told("`oneOf`"), /is never used\n\s+at 2-faulty, cell 2, line 2, column 25$/);
  assertEquals(findings.length, 7);
  // All chapters, and one of them again: what is kept hides nothing.
  const all = await checkChapters([], notebooks, root);
  assertEquals([all.titles, all.findings.length], [["Sound", "Faulty"], findings.length]);
});

Deno.test("code that cannot be read is said once", async () => {
  const broken = notebook({ prose: "# Broken" }, { code: "const a = 1;" }, { code: "const = ;" });
  const { notebooks, root } = await project({ "1-broken": broken });
  const { findings } = await checkChapters([], notebooks, root);
  assertEquals(findings.length, 1);
  assertStringIncludes(findings[0], "1-broken, cell 3, line 1");
});

Deno.test("nothing is unused in the chapters of the report", async () => {
  const folder = `${ROOT}/notebooks`;
  const names = await chapterNames(folder);
  const chapters = await Promise.all(names.map((name) => readChapter(`${folder}/${name}.ipynb`)));
  assertEquals(await lintCells(chapters, folder, ROOT), []);
});

Deno.test("chapters are named several at once; an option that there is not shows the help", () => {
  assertEquals(readCheck(["3,4", "the-balance"]), { help: false, only: ["3", "4", "the-balance"] });
  assertEquals(readCheck(["-h"]), { help: true, only: [] });
  assertThrows(
    () => readCheck(["--all"]),
    UsageError,
    "Unknown option '--all'\n\ndeno task check:",
  );
});
