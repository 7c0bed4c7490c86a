/** The kernel before Deno's, as front ends use it: what a cell says, stop, restart, nothing left. */
import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { SYSTEM } from "../../../lib/platform.ts";
import * as library from "../../../lib/mod.ts";
import { onUnix } from "../../systems.ts";
import { run } from "../../../lib/publish/system/process.ts";
import { notebook, ROOT, tools } from "../fixtures.ts";
import { OF_LIBRARY } from "../../known.ts";

// deno-lint-ignore no-explicit-any
let said: Promise<Record<string, any>> | undefined;

const IMPORT = `import { checkAnswer, show } from "../../../lib/mod.ts";`;

/** A student's notebook, broken, and the cells that are run in it with what must be advised. */
const NOTEBOOK = JSON.parse(notebook(
  { code: IMPORT },
  { code: "// The whole\nconst whole = [1, 2];\nconst [first, second] = whole;" },
  { code: "first + 1" },
  { code: "later * 2" },
  { code: "const later = 3;" },
));
NOTEBOOK.metadata.technology_frontier = { chapter: "3-the-balance", edition: "student" };
const ADVICE: [cell: string, ...advice: string[]][] = [
  ["first + 1", "a cell above, which begins with: const whole = [1, 2];", "Run All Above Selected"],
  ["later * 2", "a cell below this one, which begins with: const later = 3;", "Move it above"],
  ["whole.length", "another cell, which begins with: const whole", "Run All Above Selected"],
  ["checkAnswer('3.1', () => 1)", "imported by a cell that has not run", "Run All Above Selected"],
  ["monthly.height", "no longer has: const monthly = await readTable", "Undo Cell Operation"],
  ["billions(1)", "is in the library", 'import { … } from "../../lib/mod.ts"'],
  ["bilions(1)", "Did you mean billions?"],
  ["growth.length", "is it misspelt?"],
  [IMPORT, "another folder than before", 'import { … } from "../../lib/mod.ts";'],
  ["null.length"],
];

/** A folder of a project, one too few down for the notebook in it. */
async function studentsFolder(): Promise<string> {
  const root = await Deno.makeTempDir({ prefix: "project-" });
  await Deno.symlink(`${ROOT}/lib`, `${root}/lib`);
  await Deno.copyFile(`${ROOT}/deno.json`, `${root}/deno.json`);
  await Deno.copyFile(`${ROOT}/deno.lock`, `${root}/deno.lock`);
  const folder = `${root}/course/student`;
  await Deno.mkdir(folder, { recursive: true });
  await Deno.writeTextFile(`${folder}/damaged.ipynb`, `{"cells": [1]}`);
  await Deno.writeTextFile(`${folder}/notebook.ipynb`, JSON.stringify(NOTEBOOK));
  const cells = ADVICE.map(([cell]) => cell);
  await Deno.writeTextFile(`${folder}/cells.json`, JSON.stringify(cells));
  return folder;
}

const hasProcesses = onUnix("the front end of these tests forks, and asks ps");

/** All that was done with kernels, once for all tests. */
async function use() {
  const { python, env } = await tools();
  const file = await Deno.makeTempFile();
  const script = `${ROOT}/tests/publish/setup/kernel_client.py`;
  const folders = [await studentsFolder(), await Deno.makeTempDir({ prefix: "outside-" })];
  await Deno.writeTextFile(`${folders[1]}/cells.json`, JSON.stringify([IMPORT, "whole"]));
  const args = [script, file, ...folders];
  const { stdout, stderr } = await run(python, args, { cwd: `${ROOT}/notebooks`, env });
  if (!stdout) throw new Error(stderr);
  return JSON.parse(stdout);
}

const of = async (what: string) => (await (said ??= use()))[what];
const shown = (...texts: string[]) => ({ status: "ok", shown: texts });
const BEHIND = { status: "aborted", shown: [] };

Deno.test("a syntax error is shown with its line", hasProcesses, async () => {
  const [{ status, shown: [error] }] = await of("syntax");
  assertEquals([status, error.ename], ["error", "SyntaxError"]);
  assertStringIncludes(error.evalue, "(line 2, column 14)");
  assertEquals(error.traceback.slice(-2), ["2 | const q = 5 +* 3;", "  |              ~"]);
});

Deno.test(
  "a cell may ask the reader; its error is Deno's own, and the cells behind it are not run",
  hasProcesses,
  async () => {
    const [{ status, shown: [error] }, ...behind] = await of("thrown");
    assertEquals([status, error.ename, error.evalue], ["error", "TypeError", "answer to Who?"]);
    assertEquals(behind, [BEHIND]);
  },
);

Deno.test(
  "outputs of forty cells that await lie under their cells, before they are idle",
  hasProcesses,
  async () => {
    assertEquals(await of("awaiting"), Array.from({ length: 40 }, (_, at) => shown(`${at}`)));
  },
);

Deno.test("completion, help and history are answered", hasProcesses, async () => {
  assertEquals(await of("answers"), {
    complete: ["Math"],
    inspect: false,
    is_complete: "incomplete",
    comms: {},
    history: [],
    info: "Deno kernel",
  });
});

Deno.test(
  "a stop ends the cell, keeps what it said, and says that the variables are gone",
  hasProcesses,
  async () => {
    const [{ status, shown: [out, error] }] = await of("stopped");
    assertEquals([status, out, error.ename], ["error", "out\n", "Interrupted"]);
    assertStringIncludes(error.evalue, "your variables are gone");
    assertStringIncludes(error.evalue, "Run → Run All Above Selected Cell");
    assertEquals(await of("stopped by message"), await of("stopped"));
    const [next] = await of("after the stop");
    assertEquals(next.shown[0].evalue, "kept is not defined");
  },
);

Deno.test("a stop while no cell runs keeps everything", hasProcesses, async () => {
  assertEquals(await of("stopped idle"), [shown("5")]);
});

Deno.test("a cell that ends Deno is told so, and the next one runs", hasProcesses, async () => {
  const [{ shown: [error] }, ...behind] = await of("ended");
  assertStringIncludes(error.evalue, "exit code 3: a cell must not call Deno.exit");
  assertEquals(behind, [BEHIND]);
  assertEquals(await of("after the end"), [shown("2")]);
});

Deno.test("a restart ends a cell without end and begins anew", hasProcesses, async () => {
  assertEquals(await of("restarted"), [shown("3")]);
});

Deno.test(
  "a front end that is killed leaves no kernel, and a killed kernel no Deno",
  hasProcesses,
  async () => {
    assertEquals(await of("orphaned"), true);
    if (SYSTEM === "linux") assertEquals(await of("killed"), true);
  },
);

const oneLine = (traceback: string[]): string => traceback.join(" ").replaceAll("\n", " ");

const ofLibrary = { ignore: hasProcesses.ignore || OF_LIBRARY.ignore };
Deno.test("an error that a broken notebook makes says what to do", ofLibrary, async () => {
  const [inProject, [outside, unknown]] = await of("advice");
  for (const [at, [cell, ...advice]] of ADVICE.entries()) {
    const said = oneLine(inProject[at]);
    for (const part of advice) assertStringIncludes(said, part, cell);
    if (advice.length === 0) assert(!said.includes("Run All"), said);
  }
  assertStringIncludes(oneLine(outside), "outside the project");
  assertStringIncludes(oneLine(outside), ROOT);
  assertStringIncludes(oneLine(unknown), "has not run since the kernel was started");
});

Deno.test("the advice knows every name of the library", async () => {
  const { python, env } = await tools();
  const script = `import json, advice
print(json.dumps(sorted(advice.exported(advice.ROOT / "lib" / "mod.ts"))))`;
  const { stdout } = await run(python, ["-c", script], {
    cwd: `${ROOT}/lib/publish/setup`,
    env,
  });
  assertEquals(JSON.parse(stdout), Object.keys(library).sort());
});
