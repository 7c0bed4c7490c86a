/** A new report, as someone makes it: whole at once, under its own name, or not at all. */
import { assert, assertEquals, assertRejects, assertStringIncludes } from "@std/assert";
import { newReport } from "../../lib/adopt/new_report.ts";
import { readOptions } from "../../lib/adopt/options.ts";
import type { JudgedClaim } from "../../lib/claims/mod.ts";
import { escapeHtml } from "../../lib/html.ts";
import { PublishError } from "../../lib/publish/system/errors.ts";
import { exists } from "../../lib/publish/system/files.ts";
import { REPORT } from "../../lib/report.ts";
import { ROOT } from "../../lib/root.ts";
import { linkEnvironment } from "../bench/scratch.ts";
import { openPdf } from "../publish/pdf/text.ts";

const TITLE =
  `Vietnam’s "part" & <rank>: a title that is longer than a line of the code may be, $& and all`;
const FILE = "vietnam-s-part-rank-a-title-that-is-longer-than-a-line-of-th";

const place = await Deno.realPath(await Deno.makeTempDir({ prefix: "new-report-" }));
const folder = `${place}/new`;
const options = readOptions([folder, "--title", TITLE, "--authors", `Ana "A." Ruiz; The Desk`]);

/** Runs Deno in the new report; what it says, once it ended well. */
async function deno(...args: string[]): Promise<string> {
  const { success, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args,
    cwd: folder,
    env: { NO_COLOR: "1" },
  }).output();
  const said = new TextDecoder().decode(stdout) + new TextDecoder().decode(stderr);
  assert(success, `deno ${args.join(" ")}\n${said}`);
  return said;
}

const read = (path: string) => Deno.readTextFile(`${folder}/${path}`);

Deno.test("a folder that is used, or in the project, is refused before any work", async () => {
  const refused = (folder: string, words: string) =>
    assertRejects(() => newReport({ ...options, folder }, () => {}), PublishError, words);
  await Deno.mkdir(`${place}/used`);
  await Deno.writeTextFile(`${place}/used/thesis.md`, "");
  await Deno.symlink(ROOT, `${place}/link`);
  await refused(`${place}/used`, "is not empty: it holds thesis.md");
  await refused(`${place}/used/thesis.md`, "is a file");
  await refused(`${place}/used/thesis.md/new`, "cannot write into");
  await refused(`${ROOT}/new`, "lies in this project");
  await refused(`${place}/link/build/new`, "lies in this project");
  await refused(ROOT, "lies in this project");
  assertEquals(await exists(`${ROOT}/new`), false);
});

Deno.test("interrupted, it leaves nothing", async () => {
  const child = new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", `${ROOT}/lib/adopt/new_report.ts`, `${place}/interrupted`, "--title", "A"],
    stdout: "piped",
    stderr: "null",
  }).spawn();
  for await (const text of child.stdout.pipeThrough(new TextDecoderStream())) {
    if (text.includes("Executing")) child.kill("SIGINT");
  }
  assertEquals((await child.status).code, 130);
  const left = (await Array.fromAsync(Deno.readDir(place))).map(({ name }) => name);
  assertEquals(left.filter((name) => !["used", "link"].includes(name)), []);
});

Deno.test("a new report has all its files, in form, with its title and those who sign it", async () => {
  await Deno.mkdir(folder);
  await newReport(options, () => {});
  assertEquals((await Array.fromAsync(Deno.readDir(place))).length, 3);
  for (const path of ["README.md", "CITATION.cff", "lib/report.ts"]) {
    assertEquals((await read(path)).match(/\{\{|\}\}/), null, path);
  }
  assertStringIncludes(await read("README.md"), `# ${TITLE}\n`);
  assertStringIncludes(await read("README.md"), "largest supplier of computer and electronic");
  assertStringIncludes(await read("LICENSE"), `Ana "A." Ruiz, The Desk`);
  assertStringIncludes(await read("LICENSE"), `The ${REPORT.title} authors`);
  assertEquals(JSON.parse(await read("data/datapackage.json")).name, FILE);
  assertEquals(JSON.parse(await read("deno.json")).tasks["new-report"], undefined);
  // The rest of it is checked where it comes from.
  await deno("fmt", "--check", "deno.json", "lib/report.ts", "lib/claims", "lib/course/plan");
  await deno("check", "--quiet", "lib/report.ts", "lib/claims", "tests/claims");
});

Deno.test("its report is built at once, and every page is its own", async () => {
  await linkEnvironment(folder);
  const said = await deno("run", "-A", "lib/publish/report.ts");
  assertStringIncludes(said, `build/${FILE}-a4.pdf`);
  const pages = (await Array.fromAsync(Deno.readDir(`${folder}/build/site`)))
    .filter(({ name }) => name.endsWith(".html"));
  assertEquals(pages.length, 7);
  for (const { name } of pages) {
    const html = await read(`build/site/${name}`);
    assertStringIncludes(html, `>${escapeHtml(TITLE)}</a>`, name);
    const text = html.replace(/<[^>]*>/g, " ");
    const others = [REPORT.title, REPORT.follows!.name].filter((it) => text.includes(it));
    assertEquals([others, text.match(/\bthe note\b/gi)], [[], null], name);
    if (name === "methods.html") assertEquals(text.match(/Chapters?\s\d|\bC\d/), null);
  }
  const index = await read("build/site/index.html");
  for (const part of ["This report’s 2 claims", `Ana "A." Ruiz, &amp; The Desk`]) {
    assertStringIncludes(index.replaceAll("&quot;", '"'), part);
  }
  assertStringIncludes(await read("build/site/style.css"), `content: ${JSON.stringify(TITLE)};`);
  const claims = JSON.parse(await read("build/claims.json")) as JudgedClaim[];
  for (const { id, verdict } of claims) {
    assertStringIncludes(index, `<strong>${verdict}</strong>`, id);
  }
  assertEquals(claims.length, 2);
});

Deno.test("its PDF is called and signed as it is", async () => {
  const pdf = await openPdf(await Deno.readFile(`${folder}/build/${FILE}.pdf`));
  const { info } = await pdf.getMetadata() as unknown as { info: Record<string, string> };
  assertEquals([info.Title, info.Author], [TITLE, `Ana "A." Ruiz, The Desk`]);
});

Deno.test("the tests of its claims, its README and its citation pass", async () => {
  const own = ["tests/claims", "tests/readme_test.ts"];
  const tests = [...own, "tests/publish/citation_test.ts", "tests/publish/readme_test.ts"];
  const said = await deno("test", "-A", "--no-check", ...tests);
  assertStringIncludes(said, "| 0 failed");
  await Deno.remove(place, { recursive: true });
});
