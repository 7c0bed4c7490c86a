/** The command line: what it means, what it allows, and what it refuses. */
import { assert, assertEquals, assertThrows } from "@std/assert";
import { API_BASE, SITE } from "../../lib/census/addresses.ts";
import { permissions } from "../../lib/census/launch.ts";
import { type Asked, parseOptions } from "../../lib/census/options.ts";
import { UsageError } from "../../lib/command.ts";
import { resolve } from "node:path";
import { ROOT } from "../../lib/root.ts";
import { NAICS3_CODES } from "../../lib/codes/mod.ts";

const HERE = "/people/me";
const asked = (...args: string[]) => parseOptions(args, HERE) as Asked;

Deno.test("without options: the publisher's addresses, 334 and 335, data/ and the cache outside git", () => {
  const { sources, years, industries, apiBase, archiveBase, dataDir, cacheDir, dryRun } = asked();
  assertEquals([sources, years, dryRun], [undefined, undefined, false]);
  assertEquals(industries, ["334", "335"]);
  assertEquals([apiBase, archiveBase], [API_BASE, SITE]);
  assert(dataDir.endsWith("/data") && cacheDir.endsWith("/.cache/census"));
});

Deno.test("sources, years and industries are lists", () => {
  assertEquals(asked("--source", "totals,api").sources, ["api", "totals"]);
  assertEquals(asked("--years", "2020-2022,2024", "--year", "2021").years, [
    2020,
    2021,
    2022,
    2024,
  ]);
  const monthly = asked("--months", "2026-01,2025-11..2026-02");
  assertEquals(monthly.months, ["2025-11", "2025-12", "2026-01", "2026-02"]);
  assertEquals([monthly.sources, monthly.years], [["archives"], undefined]);
  assertEquals(asked("--months", "2026-01", "--source", "archives,totals").sources, [
    "archives",
    "totals",
  ]);
  assertEquals(asked("--industry", "336,334").industries, ["334", "336"]);
  assertEquals(asked("--industry", "all").industries, NAICS3_CODES);
  assertEquals(asked("--api-base", "http://127.0.0.1:80/x/").apiBase, "http://127.0.0.1:80/x");
  assertEquals([parseOptions(["--help"], HERE), parseOptions(["-h"], HERE)], ["help", "help"]);
  assertEquals(asked("--year", "2020", "--year", "2022").years, [2020, 2022], "each one counts");
});

Deno.test("what makes no sense is refused by name", () => {
  const cases: [string[], string][] = [
    [["--sauce", "api"], "Unknown option '--sauce'\n\nThere are --source, --year,"],
    [["extra"], "Unexpected argument 'extra'"],
    [["--source", "ftp"], "--source ftp: choose of api, archives, totals, exhibits"],
    [["--year", "24"], "--year 24: write 2024"],
    [["--years", "2024-2020"], "--year 2024-2020: write 2024"],
    [["--months", "2026-13"], "--months 2026-13: write 2026-03"],
    [["--months", "2026-05..2026-02"], "--months 2026-05..2026-02: write"],
    [["--industry", "999"], "--industry 999: choose all, or of\n  111 Agricultural products"],
    [["--report", "--dry-run"], "--report: is of data/ and what came into it: without --data"],
    [["--report", "--data", "x"], "--report: is of data/"],
    [["--no-pdf"], "--no-pdf: goes with --report"],
    [["--api-base", "file:///etc"], "--api-base file:///etc: write an address"],
    [["--archive-base", "https://x/?key=1"], "write an address"],
    [["--api-base", "https://a.example,b.example"], "write an address"],
    [["--year", ""], "--year: needs a value"],
    [["--year="], "--year: needs a value"],
    [["--from"], "Option '--from <value>' argument missing"],
    [["--source", " "], "--source: needs a value"],
    [["--data", "a", "--data", "b"], "--data: give it once"],
    [["--months", "2026-03", "--source", "api"], "--months: is read from archives alone"],
  ];
  for (const [args, says] of cases) assertThrows(() => parseOptions(args, HERE), UsageError, says);
});

Deno.test("permissions: the hosts that are asked, the folders that are written, and no more", () => {
  const flags = permissions([], "/npm", HERE);
  const value = (name: string, all = flags) =>
    all.find((flag) => flag.startsWith(`--allow-${name}=`))!.split("=")[1].split(",");
  assertEquals(value("net"), ["api.census.gov", "www.census.gov"]);
  assertEquals(value("write"), ["./data", "./.cache/census"], "counted from the project's folder");
  const real = (path: string) => resolve(ROOT, path);
  assertEquals(value("env")[0], "CENSUS_API_KEY");
  assertEquals(value("ffi").map(real), ["/npm"]);
  assertEquals(flags.some((flag) => /allow-(run|all)|-A/.test(flag)), false);
  assertEquals(flags.every((flag) => flag.includes("=")), true, "nothing is allowed without limit");
  const mirror = permissions(
    [
      "--api-base",
      "http://localhost:8000/a",
      "--archive-base",
      "https://m.example",
      "--data",
      "/d",
      "--from",
      "/f",
    ],
    "/npm",
    HERE,
  );
  assertEquals(value("net", mirror), ["localhost:8000", "m.example"]);
  assertEquals(real(value("write", mirror)[0]), "/d");
  assert(value("read", mirror).map(real).includes("/f"));
  const dry = permissions(["--dry-run"], "/npm", HERE);
  assertEquals(dry.some((flag) => /allow-(net|write)/.test(flag)), false);
});

Deno.test("relative folders count from where the person stands", () => {
  const { from, dataDir, cacheDir } = asked("--from", "../files", "--data", "d/", "--cache", "/c");
  assertEquals([from, dataDir, cacheDir], ["/people/files", "/people/me/d", "/c"]);
});

Deno.test("a folder with a comma is refused by name, and grants no other folder", () => {
  for (const option of ["--from", "--data", "--cache"]) {
    const run = () => permissions([option, "/x/a,/etc"], "/npm", HERE);
    assertThrows(run, UsageError, `${option} /x/a,/etc: has a comma`);
  }
  assertThrows(() => permissions([], "/n,pm", HERE), UsageError, "DENO_DIR) /n,pm: has a comma");
  // Below the project's folder nothing of its own name is written.
  const flags = permissions(["--data", `${ROOT}/build/d`], "/npm", HERE).join(" ");
  assertEquals(flags.includes(ROOT), false);
});
