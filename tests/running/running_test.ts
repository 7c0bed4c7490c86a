/** How `deno task test` finds tests, chooses among them, and runs them beside each other. */
import { assert, assertEquals, assertStringIncludes, assertThrows } from "@std/assert";
import { kill } from "node:process";
import { temporaryIn } from "../../lib/platform.ts";
import { onUnix } from "../systems.ts";
import { UsageError } from "../../lib/command.ts";
import { ROOT } from "../../lib/root.ts";
import { quickFiles, type TestFile, testFiles } from "./files.ts";
import { counted, jobsOf, testJob } from "./jobs.ts";
import { jobsFor } from "./words.ts";

const files = await testFiles();
const kindOf = (path: string) => files.find((it) => it.path === path)?.kind;

Deno.test("every test file is found, and runs in one process", async () => {
  const git = await new Deno.Command("git", {
    args: ["-C", ROOT, "ls-files", "tests", "--cached", "--others", "--exclude-standard"],
  }).output().catch(() => null);
  if (git?.success) {
    const listed = new TextDecoder().decode(git.stdout).split("\n").filter((it) =>
      it.endsWith("_test.ts")
    );
    assertEquals(files.map(({ path }) => path), listed.sort());
  }
  const run = jobsOf(files).flatMap(({ args }) => args("/t")).filter((it) => it.endsWith(".ts"));
  assertEquals(run.sort(), files.map(({ path }) => path));
});

Deno.test("files that start a browser or programs are told from those that compute", () => {
  assertEquals(kindOf("tests/browser/pages_test.ts"), "browser");
  assertEquals(kindOf("tests/publish/chapters/execute_test.ts"), "programs");
  assertEquals(kindOf("tests/line_ends_test.ts"), "programs");
  assertEquals(kindOf("tests/figures/odd_input_test.ts"), "plain");
  const order = jobsOf(files).map(({ name }) => kindOf(name) ?? "plain");
  assertEquals(order, order.toSorted((a, b) => RANK.indexOf(a) - RANK.indexOf(b)));
});

const RANK = ["browser", "programs", "plain"];

Deno.test("the quick tests start nothing and load no table", () => {
  const quick = quickFiles(files);
  assert(quick.length > 20 && quick.length < files.length / 2, `${quick.length}`);
  for (const { path, kind, reached } of quick) {
    assertEquals([path, kind], [path, "plain"]);
    assert(!reached.has("lib/frame.ts"), path);
  }
});

const file = (path: string, ...names: string[]): TestFile => ({
  path,
  source: names.map((name) => `Deno.test(${name}, () => {});`).join("\n"),
  kind: "plain",
  reached: new Set(),
});
const FEW = [
  file("tests/a/rates_test.ts", '"one"', '"two words"'),
  file("tests/b/other_test.ts", '"rates (of duty)"', '"Two"'),
  file("tests/b/open_test.ts", "`${each} of duty`") as TestFile,
];
const args = (words: string[], examples: string[] = []) =>
  jobsFor(words, FEW, examples).map((job) => job.args("/t").slice(3));

Deno.test("words are those of a file, of a test, or of both", () => {
  assertEquals(args(["Rates"]), [
    ["tests/a/rates_test.ts"],
    ["--filter=/(?i)Rates/", "tests/b/other_test.ts"],
  ]);
  assertEquals(args(["rates", "two"]), [["--filter=/(?i)two/", "tests/a/rates_test.ts"]]);
  assertEquals(args(["duty)", "rates"]), [[
    "--filter=/(?i)duty\\).*rates|rates.*duty\\)/",
    "tests/b/other_test.ts",
  ]]);
  // A name that is put together as the test runs may hold what its file has.
  assertEquals(args(["each"]), [["--filter=/(?i)each/", "tests/b/open_test.ts"]]);
  assertEquals(args(["rates", "one"], ["lib/rates_of_one.ts", "lib/rates.ts"]), [
    ["--filter=/(?i)one/", "tests/a/rates_test.ts"],
    ["--doc", "lib/rates_of_one.ts"],
  ]);
});

Deno.test("words that no test has are refused, with near ones", () => {
  assertThrows(() => args(["raets"]), UsageError, "no test has raets in its file or its name\n");
  assertThrows(() => args(["raets"]), UsageError, "near raets: rates");
  assertThrows(() => args(["one", "of"]), UsageError, "no test has all of one, of in");
  assertThrows(() => args(["zzzzzzz"]), UsageError, "words of tests/: a, b");
});

Deno.test("a process that breaks off is a failure, and is named", async () => {
  const folder = await Deno.makeTempDir();
  assertEquals(await counted(testJob("tests/a", []), false, folder), {
    passed: 0,
    skipped: 0,
    failed: ["tests/a: could not be run to the end; deno test says why, above"],
  });
  const check = { name: "lint", args: () => [], mend: "deno lint --fix" };
  assertEquals((await counted(check, false, folder)).failed, ["lint: deno lint --fix"]);
  assertEquals((await counted(check, true, folder)).passed, 1);
});

/** A program that runs jobs, each the source of a module for `deno eval`, in a folder. */
async function pool(folder: string, sources: string[], jobs: string) {
  const script = `import { runJobs } from "${import.meta.resolve("./pool.ts")}";
    const jobs = ${JSON.stringify(sources)}
      .map((source, index) => ({ name: \`job \${index}\`, args: () => ["eval", source] }));
    const ended = await runJobs(jobs, ${JSON.stringify(folder)}, { GIVEN: "yes" });
    console.log(JSON.stringify(ended.map(({ job, success }) => [job.name, success])));`;
  const path = `${await Deno.makeTempDir()}/pool.ts`;
  await Deno.writeTextFile(path, script);
  return new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", "--no-check", "--config", `${ROOT}/deno.json`, path],
    env: { DENO_JOBS: jobs, NO_COLOR: "1" },
    stdout: "piped",
    stderr: "piped",
  }).spawn();
}

Deno.test("what a process says is printed whole when it ends, and each has its own folder", async () => {
  const folder = await Deno.makeTempDir();
  const [temporary] = Object.keys(temporaryIn(folder));
  const source = `console.log("a"); console.error("b"); await new Promise((d) => setTimeout(d, 50));
    console.log(Deno.env.get("GIVEN"), Deno.env.get("${temporary}"));`;
  const child = await pool(folder, [source, source, "Deno.exit(3)"], "2");
  const { stdout } = await child.output();
  const out = new TextDecoder().decode(stdout);
  for (const index of [0, 1]) assertStringIncludes(out, `a\nb\nyes ${folder}/${index}\n`);
  assert(/✗ \d of 3, [\d.]+ s: job 2/.test(out), out);
  assert(/✓ 1 of 3, [\d.]+ s: job \d; still runs: job \d/.test(out), out);
  const ended = JSON.parse(out.trim().split("\n").at(-1)!).sort();
  assertEquals(ended, [["job 0", true], ["job 1", true], ["job 2", false]]);
});

Deno.test(
  "an interrupt ends the processes and what they started, and takes the folder away",
  onUnix("no signal asks there"),
  async () => {
    const folder = await Deno.makeTempDir();
    const seen = `${await Deno.makeTempDir()}/seen`;
    const source = `const { pid } = new Deno.Command("sleep", { args: ["600"] }).spawn();
    Deno.writeTextFileSync("${seen}.partial", String(pid));
    Deno.renameSync("${seen}.partial", "${seen}");`;
    const child = await pool(folder, [source + `setTimeout(() => {}, 600_000);`], "1");
    const started = async () => Number(await Deno.readTextFile(seen).catch(() => "0"));
    while (await started() === 0) await new Promise((done) => setTimeout(done, 50));
    child.kill("SIGINT");
    const { code, stderr } = await child.output();
    assertEquals([code, new TextDecoder().decode(stderr)], [130, "\ninterrupted\n"]);
    await Deno.stat(folder).then(() => assert(false, "it is still there"), () => {});
    const pid = await started();
    const gone = () => {
      try {
        return !kill(pid, 0);
      } catch {
        return true;
      }
    };
    while (!gone()) await new Promise((done) => setTimeout(done, 50));
  },
);
