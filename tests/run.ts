/**
 * `deno task test`: set-up, then every check of the project. With arguments only the tests run and
 * the arguments go to `deno test`: `deno task test tests/data`, `deno task test --filter shares`.
 */
import { exitCodeOf } from "../lib/publish/errors.ts";
import { setUp } from "../lib/publish/setup.ts";

interface Count {
  passed: number;
  failed: number;
  skipped: number;
}

const CHECKS = [
  ["fmt", "--check"],
  ["lint"],
  ["check", "lib", "tests"],
];

/** Whatever the tests leave behind lies in one temporary folder, removed at the end. */
async function runTests(args: string[]): Promise<Count> {
  const folder = await Deno.makeTempDir({ prefix: "tests-" });
  Deno.env.set("TMPDIR", folder);
  try {
    const success = await deno("test", "-A", `--junit-path=${folder}/junit.xml`, ...args);
    const report = await Deno.readTextFile(`${folder}/junit.xml`).catch(() => "");
    const count = countReport(report);
    // A module that cannot be loaded, or a run that broke off, fails no test case.
    return success || count.failed > 0 ? count : { ...count, failed: 1 };
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

function countReport(junit: string): Count {
  const cases = junit.match(/<testcase\b[\s\S]*?(?:\/>|<\/testcase>)/g) ?? [];
  const failed = cases.filter((it) => /<(failure|error)\b/.test(it)).length;
  const skipped = cases.filter((it) => /<skipped\b/.test(it)).length;
  return { passed: cases.length - failed - skipped, failed, skipped };
}

async function deno(...args: string[]): Promise<boolean> {
  console.log(`\ndeno ${args[0]}`);
  const { success } = await new Deno.Command(Deno.execPath(), { args }).spawn().status;
  return success;
}

const countOf = (success: boolean): Count => ({
  passed: success ? 1 : 0,
  failed: success ? 0 : 1,
  skipped: 0,
});

Deno.exitCode = await exitCodeOf(async () => {
  await setUp({ root: Deno.cwd() });
  const counts: Count[] = [];
  if (Deno.args.length === 0) {
    for (const args of CHECKS) counts.push(countOf(await deno(...args)));
  }
  counts.push(await runTests(Deno.args));
  const [passed, failed, skipped] = (["passed", "failed", "skipped"] as const)
    .map((key) => counts.reduce((sum, count) => sum + count[key], 0));
  console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`);
  return failed > 0 ? 1 : 0;
});
