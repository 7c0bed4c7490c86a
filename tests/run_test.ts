/** The commands, as they are called: help, wrong options, and how `deno task test` ends. */
import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { ROOT } from "../lib/root.ts";
import { readReport } from "./junit.ts";

const COMMANDS = {
  report: "lib/publish/report.ts",
  release: "lib/publish/release.ts",
  propose: "lib/publish/propose.ts",
  lab: "lib/publish/lab.ts",
  course: "lib/course/course.ts",
  check: "lib/publish/check.ts",
  test: "tests/run.ts",
  bench: "tests/bench/run.ts",
};

async function run(script: string, ...args: string[]) {
  const { code, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", script, ...args],
    cwd: ROOT,
    env: { NO_COLOR: "1" },
  }).output();
  const text = new TextDecoder();
  return { code, out: text.decode(stdout), err: text.decode(stderr) };
}

for (const [name, script] of Object.entries(COMMANDS)) {
  Deno.test(`deno task ${name} explains itself, by --help and by -h`, async () => {
    const { code, out, err } = await run(script, "--help");
    assertEquals([code, err], [0, ""]);
    assertStringIncludes(out, `deno task ${name}`);
    assertStringIncludes(out, "-h, --help");
    assertEquals(await run(script, "-h"), { code, out, err });
  });
}

const WRONG: [keyof typeof COMMANDS, string[], string][] = [
  ["report", ["--fast"], "Unknown option '--fast'\n\ndeno task report: executes"],
  ["report", ["3"], "Unexpected argument '3'"],
  ["report", ["--only", "3,77"], "no chapter 77; there are:\n  1-the-report"],
  [
    "report",
    ["--industry", "336", "--from", "2024", "--to", "2017"],
    "--from 2024 is not before --to 2017",
  ],
  ["test", ["--fast"], "Unknown option '--fast'\n\ndeno task test: every check"],
  ["test", ["--quick", "tests/data"], "--quick stands alone"],
  ["test", ["rates", "-u"], "words stand alone; paths and options go together: rates"],
  ["check", ["--fast"], "Unknown option '--fast'\n\ndeno task check: checks"],
  ["check", ["77"], "no chapter 77; there are:\n  1-the-report"],
  ["test", ["tests/dta"], "no file or folder tests/dta; there are:\n  tests/a"],
  ["course", ["--fast"], "Unknown option '--fast'\n\ndeno task course: makes"],
  ["course", ["--only", "77"], "no chapter 77; there are:\n  1-the-report"],
  ["release", ["--fast"], "Unknown option '--fast'\n\ndeno task release: the report as files"],
  ["propose", ["--fast"], "Unknown option '--fast'\n\ndeno task propose: what deno task refresh"],
  ["bench", ["--fast"], "Unknown option '--fast'\n\ndeno task bench: measures"],
  ["bench", ["--only", "scale,speed"], "no section speed; there are: loading"],
];

for (const [name, args, says] of WRONG) {
  Deno.test(`deno task ${name} ${args.join(" ")} is refused before the work`, async () => {
    const { code, out, err } = await run(COMMANDS[name], ...args);
    assertEquals([code, out], [2, ""]);
    assertStringIncludes(err, `error: ${says}`);
  });
}

Deno.test("deno task test names again what failed, and counts last", async () => {
  const file = await Deno.makeTempFile({ suffix: "_test.ts" });
  await Deno.writeTextFile(
    file,
    `Deno.test("fine", () => {});
    Deno.test("boom", () => { throw new Error("x"); });
    Deno.test({ name: "left out", ignore: true, fn() {} });`,
  );
  const { code, out } = await run("tests/run.ts", file);
  assertEquals(code, 1);
  const end = out.trimEnd().split("\n").slice(-4);
  assertEquals([end[0], ...end.slice(2)], ["Failed:", "", "1 passed, 1 failed, 1 skipped"]);
  assert(end[1].endsWith("_test.ts: boom"), end[1]);
  const filtered = await run("tests/run.ts", file, "--filter", "fine");
  assertEquals(filtered.code, 0);
  assertEquals(filtered.out.trimEnd().split("\n").at(-1), "1 passed, 0 failed");
});

Deno.test("a test that failed is said with its mend where there is one", () => {
  const testcase = (name: string, inside: string) =>
    `<testcase name="${name}" classname="./tests/a_test.ts" time="0.1">${inside}</testcase>`;
  const report = readReport(
    testcase("a &lt;b&gt; &amp;amp;", `<failure message="Uncaught AssertionError: x">y</failure>`) +
      testcase("picture", `<failure message="Snapshot does not match:">y</failure>`) +
      testcase(
        "chapters",
        `<failure message="x: mend: deno task report --accept&#10;…">y</failure>`,
      ) +
      testcase(
        "codebook",
        `<failure message="mend: deno task verify --write-codebook">y</failure>`,
      ) +
      testcase("words", `<failure message="&quot;snapshots&quot; is not in it">y</failure>`) +
      testcase("out", "<skipped/>") + testcase("in", "") + `<testcase name="short" time="0"/>`,
  );
  assertEquals(report, {
    passed: 2,
    skipped: 1,
    failed: [
      "tests/a_test.ts: a <b> &amp;",
      "tests/a_test.ts: picture; if the new one is right: deno task test tests/a_test.ts -u",
      "tests/a_test.ts: chapters; if the new outputs are right: deno task report --accept",
      "tests/a_test.ts: codebook; mend: deno task verify --write-codebook",
      "tests/a_test.ts: words",
    ],
  });
  assertEquals(readReport(""), { passed: 0, skipped: 0, failed: [] });
});
