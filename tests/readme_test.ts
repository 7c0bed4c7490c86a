/** The README keeps its promises: its claims, commands and chapters are those that there are. So does CONTRIBUTING. */
import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { judgeClaims } from "../lib/mod.ts";
import * as forms from "../lib/exercises/forms.ts";
import { TAGS } from "../lib/publish/chapters/tags.ts";
import { ROOT } from "../lib/root.ts";
import { assertOptions } from "./task_options.ts";

const readme = await Deno.readTextFile(`${ROOT}/README.md`);
const contributing = await Deno.readTextFile(`${ROOT}/CONTRIBUTING.md`);

Deno.test("the verdicts in the README are the computed ones", async () => {
  for (const { id, claim, verdict } of await judgeClaims()) {
    assertStringIncludes(readme, `| ${id} | ${claim} | ${verdict} |`);
  }
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
    const asked = uses.flatMap(([, , rest]) => rest.match(/(?<=\s)-{1,2}[a-z][\w-]*/g) ?? []);
    if (asked.length > 0) await assertOptions(task, asked);
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
