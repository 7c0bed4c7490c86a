/** The README keeps its promises: its claims, figure, commands and chapters are those that there are. So does CONTRIBUTING. */
import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import {
  judgeClaims,
  measureOf,
  MEXICO,
  monthName,
  partnerName,
  percent,
  pl,
  preferenceByClass,
  readTable,
  records,
  scanTable,
  supplierShares,
  supplierSharesOverTime,
  USMCA,
  valueInWords,
  withYear,
} from "../lib/mod.ts";
import { KNOWN } from "./known.ts";
import * as forms from "../lib/exercises/forms.ts";
import { TAGS } from "../lib/publish/chapters/tags.ts";
import { ROOT } from "../lib/root.ts";

const readme = await Deno.readTextFile(`${ROOT}/README.md`);
const contributing = await Deno.readTextFile(`${ROOT}/CONTRIBUTING.md`);

Deno.test("the verdicts in the README are the computed ones", async () => {
  for (const { id, claim, verdict } of await judgeClaims()) {
    assertStringIncludes(readme, `| ${id} | ${claim} | ${verdict} |`);
  }
});

Deno.test("the numbers of the README's answer are the computed ones", async () => {
  const judged = await judgeClaims(KNOWN);
  const both = partnerName(USMCA);
  const of = (id: string, which: Parameters<typeof measureOf>[2]) =>
    valueInWords(measureOf(judged, id, which));
  const period = "2024";
  const answer = readme.slice(readme.indexOf("**Only in part.**"), readme.indexOf("| C1 |"))
    .replace(/\s+/g, " ");
  const use = records(preferenceByClass(
    await scanTable("preference_lines", KNOWN),
    await readTable("import_line_classes", KNOWN),
    await readTable("agreement_imports_monthly", KNOWN),
  )).filter((row) =>
    row.classification === "naics3" && row.code === "334" && row.partner_code === MEXICO
  );
  const [first, last] = [use[0], use.at(-1)!]
    .map((row) => `${percent(row.preference_share!)} in ${monthName(row.month)}`);
  for (
    const words of [
      `supplied ${of("C8", { measure: "share of imports of ATP", partner: both, period })} of U.S.`,
      `against ${of("C8", { measure: "share of all imports", period })} of all imports`,
      `${
        of("C8", { measure: "lines of which more than 50% comes from Mexico and Canada" })
      } tariff lines`,
      `${of("C8", { measure: "share of these lines in ATP imports" })} of technology imports`,
      `${last}, after ${first}`,
    ]
  ) assertStringIncludes(answer, words);
});

Deno.test("the figure in the README is what the library draws", async () => {
  const imports = await readTable("naics3_imports_by_partner_monthly");
  const electronics = withYear(imports.filter(pl.col("naics").eq(pl.lit("334"))));
  const shares = supplierShares(electronics, { by: ["year"], denominator: "world" });
  const { svg } = supplierSharesOverTime(shares, { naics: "334" });
  const [, path] = readme.match(/!\[[^\]]+\]\(([^)]+\.svg)\)/)!;
  assertEquals(await Deno.readTextFile(`${ROOT}/${path}`), `${svg}\n`);
});

Deno.test("nothing in README or CONTRIBUTING waits to be filled in", () => {
  assertEquals(`${readme}${contributing}`.match(/@@|TODO|TBD/), null);
});

Deno.test("every task is explained, and every chapter is linked", async () => {
  const { tasks } = JSON.parse(await Deno.readTextFile(`${ROOT}/deno.json`));
  for (const task of Object.keys(tasks)) assertStringIncludes(readme, `deno task ${task}`);
  for await (const { name } of Deno.readDir(`${ROOT}/notebooks`)) {
    if (name.endsWith(".ipynb")) assertStringIncludes(readme, `(notebooks/${name})`);
  }
  for (const [, link] of `${readme}${contributing}`.matchAll(/\]\(([^)#:]+)\)/g)) {
    assert((await Deno.stat(`${ROOT}/${link}`)).isFile, link);
  }
});

Deno.test("files that CONTRIBUTING names are there, but for those that a reader adds", async () => {
  const named = contributing.matchAll(
    /(?<![\w./-])(?:lib|tests|data|notebooks|\.vscode|\.ci)\/[\w./*-]*\w/g,
  );
  const paths = [...new Set([...named].map(([path]) => path))];
  assert(paths.length > 25, `${paths.length} paths`);
  for (const path of paths.filter((it) => !/\b(?:its[_-]|11-)/.test(it))) {
    const [folder, begin] = path.includes("*") ? path.split(/\/(?=[^/]*$)/) : [path];
    assert(await Deno.stat(`${ROOT}/${folder}`).catch(() => null), path);
    if (begin === undefined) continue;
    const names = (await Array.fromAsync(Deno.readDir(`${ROOT}/${folder}`))).map(({ name }) =>
      name
    );
    assert(names.some((name) => name.startsWith(begin.split("*")[0])), path);
  }
});

Deno.test("commands of CONTRIBUTING are tasks, with options that their help explains", async () => {
  const { tasks } = JSON.parse(await Deno.readTextFile(`${ROOT}/deno.json`));
  const commands = [...contributing.matchAll(/\bdeno task (\w+)([^`\n]*)/g)];
  const options = Map.groupBy(commands, ([, task]) => task);
  for (const [task, uses] of options) {
    assert(task in tasks, `no task ${task}`);
    const script = tasks[task].command.split(" ").at(-1);
    const asked = uses.flatMap(([, , rest]) => rest.match(/(?<=\s)-{1,2}[a-z][\w-]*/g) ?? []);
    if (asked.length === 0) continue;
    const { stdout } = await new Deno.Command(Deno.execPath(), {
      args: ["run", "-A", script, "--help"],
      cwd: ROOT,
      env: { NO_COLOR: "1" },
    }).output();
    const help = new TextDecoder().decode(stdout);
    for (const option of asked) assertStringIncludes(help, option, `deno task ${task}`);
  }
  for (const [, , rest] of options.get("test")!) {
    const [, path, word] = /^ (tests\/\S+\.ts)? ?--filter "?([\w-]+)/.exec(rest) ?? [];
    if (path) assertStringIncludes(await Deno.readTextFile(`${ROOT}/${path}`), word);
  }
});

Deno.test("CONTRIBUTING has every tag of a cell and every form of an answer", () => {
  const answers = ["numberWithin", "oneOf", "listOf", "argument", "byRule"];
  assert(answers.every((name) => name in forms));
  for (const word of [...Object.keys(TAGS), ...answers]) {
    assertStringIncludes(contributing, `\`${word}\``);
  }
});

Deno.test("CI runs exactly the test command of the README", async () => {
  const script = await Deno.readTextFile(`${ROOT}/.ci/run`);
  const [command] = readme.match(/npx -y deno@\S+ task test/)!;
  assertStringIncludes(script, command);
});

Deno.test("the tests that tests/README.md names are there, by file and by name", async () => {
  const cases = await Deno.readTextFile(`${ROOT}/tests/README.md`);
  for (const line of cases.split("\n").filter((it) => it.startsWith("|"))) {
    let text = "";
    for (const [, file, name] of line.matchAll(/`([\w/]+_test\.ts)`|"([^"…]+)(?:…[^"]*)?"/g)) {
      if (file) text = await Deno.readTextFile(`${ROOT}/tests/${file}`);
      else if (text) assertStringIncludes(text.replace(/\$\{\w+\}/g, ""), name.trim(), line);
    }
  }
});
