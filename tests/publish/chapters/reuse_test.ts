/**
 * Chapters are executed again when anything has changed that their outputs depend on, of each kind,
 * and only then.
 */
import { assert, assertEquals, assertNotEquals, assertStringIncludes } from "@std/assert";
import { executedChapters } from "../../../lib/publish/chapters/chapters.ts";
import { chapterNames } from "../../../lib/publish/chapters/notebook.ts";
import { keptChapters } from "../../../lib/publish/chapters/reuse.ts";
import { madeAnew } from "../../../lib/publish/system/kept.ts";
import { notebook, pastTheClock, type Project, project, tools } from "../fixtures.ts";

const IMPORT = 'import { ahead, md, named, read, show, twice } from "../lib/mod.ts";\n';

/** Two chapters: the first reads a table through the library, the second computes. */
const FIRST = notebook(
  { prose: "# The first" },
  { code: `${IMPORT}await show(md\`Held: \${read("table.csv")}\`);`, tags: ["findings"] },
);
const SECOND = notebook(
  { prose: "# The second" },
  { code: `${IMPORT}await show(md\`Twice: \${twice(4)}\`);` },
);

const OWN = `
export const read = (name: string) => {
  try {
    return Deno.readTextFileSync(new URL(\`../data/\${name}\`, import.meta.url));
  } catch {
    return "nothing";
  }
};
export const twice = (value: number) => 2 * value;
export const named = () => Deno.env.get("USER");
export const ahead = (milliseconds: number) => new Promise((go) => setTimeout(go, milliseconds));
`;

async function ownProject(chapters: Record<string, string>): Promise<Project> {
  const place = await project(chapters);
  const mod = `${place.root}/lib/mod.ts`;
  await Deno.writeTextFile(`${place.root}/lib/own.ts`, OWN);
  await Deno.writeTextFile(
    mod,
    `${await Deno.readTextFile(mod)}export * from "./own.ts";\n`,
  );
  await Deno.writeTextFile(`${place.root}/data/table.csv`, "5");
  await pastTheClock();
  return place;
}

interface Run {
  executed: string[];
  texts: Record<string, string>;
}

async function run({ root, notebooks }: Project, { fresh = false, env = {} } = {}): Promise<Run> {
  const names = await chapterNames(notebooks);
  const target = await Deno.makeTempDir({ prefix: "executed-" });
  const said: string[] = [];
  const own = await tools();
  const work = () =>
    executedChapters({
      ...{ root, notebooks, names, chosen: names, target, accept: true },
      tools: { ...own, env: { ...own.env, ...env } },
      say: (line) => said.push(line),
    });
  await (fresh ? madeAnew(work) : work());
  const texts = await Promise.all(
    names.map(async (name) => [name, await Deno.readTextFile(`${target}/${name}.ipynb`)]),
  );
  const executed = said.filter((line) => line.includes("✓")).map((line) =>
    line.trim().split(" ")[2]
  );
  return { executed: executed.sort(), texts: Object.fromEntries(texts) };
}

const change = async (path: string, from: string, to: string) => {
  const text = await Deno.readTextFile(path);
  assertStringIncludes(text, from);
  await Deno.writeTextFile(path, text.replace(from, to));
  await pastTheClock();
};

Deno.test("nothing changed, nothing executed; each kind of change, and what depends on it is", async (t) => {
  const place = await ownProject({ "1-first": FIRST, "2-second": SECOND });
  const { root, notebooks } = place;
  const first = await run(place);
  assertEquals(first.executed, ["first", "second"]);
  const step = async (
    what: string,
    changes: () => Promise<void>,
    executed: string[],
    options: Parameters<typeof run>[1] = {},
  ) => {
    await changes();
    const again = await run(place, options);
    await t.step(what, () => assertEquals(again.executed, executed));
    return again.texts;
  };
  const nothing = () => Promise.resolve();

  const texts = await step("nothing changed", nothing, []);
  assertEquals(texts, first.texts, "the same bytes as executed");
  await step("--fresh executes all", nothing, ["first", "second"], { fresh: true });
  const prose = await step(
    "prose",
    () => change(`${notebooks}/1-first.ipynb`, "# The first", "# The first, for México"),
    [],
  );
  assertStringIncludes(prose["1-first"], "for México");
  assertStringIncludes(prose["1-first"], "Held: 5");
  await step("a tag", () => change(`${notebooks}/1-first.ipynb`, "findings", "slide"), ["first,"]);
  const cell = await step(
    "a cell",
    () => change(`${notebooks}/2-second.ipynb`, "twice(4)", "twice(6)"),
    ["second"],
  );
  assertStringIncludes(cell["2-second"], "Twice: 12");
  const table = await step("a table", () => change(`${root}/data/table.csv`, "5", "7"), ["first,"]);
  assertStringIncludes(table["1-first"], "Held: 7");
  await step(
    "a table that nothing reads",
    () => change(`${root}/data/datapackage.json`, "{", "{ "),
    [],
  );
  await step("a table that is gone", async () => {
    await Deno.remove(`${root}/data/table.csv`);
  }, ["first,"]);
  const back = await step("one that is there again", async () => {
    await Deno.writeTextFile(`${root}/data/table.csv`, "9");
    await pastTheClock();
  }, ["first,"]);
  assertStringIncludes(back["1-first"], "Held: 9");
  const module = await step(
    "a module of the library",
    () => change(`${root}/lib/own.ts`, "2 * value", "20 * value"),
    ["first,", "second"],
  );
  assertStringIncludes(module["2-second"], "Twice: 120");
  await step("a pin of npm", () => change(`${root}/deno.lock`, "{", "{ "), ["first,", "second"]);
  await step("deno.json", () => change(`${root}/deno.json`, "{", "{ "), ["first,", "second"]);
  await step("the language", nothing, ["first,", "second"], { env: { LANG: "de_DE.UTF-8" } });
  await step("all as it was", nothing, []);

  for await (const { name } of Deno.readDir(`${root}/.cache/chapters`)) {
    const path = `${root}/.cache/chapters/${name}`;
    const bytes = await Deno.readFile(path);
    bytes[bytes.length - 20] ^= 1;
    await Deno.writeFile(path, bytes);
  }
  await step("what was kept is damaged", nothing, ["first,", "second"]);
});

Deno.test("another Deno, other Python packages or another folder know nothing of what was kept", async () => {
  const place = await ownProject({ "2-second": SECOND });
  await run(place);
  const own = await tools();
  const recalled = async (circumstances: Partial<Parameters<typeof keptChapters>[0]>) => {
    const kept = await keptChapters({ ...place, tools: own, ...circumstances });
    return await kept.recall(SECOND) !== null;
  };
  assert(await recalled({}));
  assert(!await recalled({ deno: "2.9.7" }));
  assert(!await recalled({ notebooks: `${place.root}/elsewhere` }));
  const venv = await Deno.makeTempDir({ prefix: "venv-" });
  await Deno.writeTextFile(`${venv}/pins.sha256`, "another");
  assert(!await recalled({ tools: { ...own, venv } }));
});

Deno.test("what depends on more than files is executed each time", async () => {
  const cell = (code: string) => notebook({ prose: "# The only" }, { code: IMPORT + code });
  const chapters = {
    "1-environment": cell("await show(md`${named() ?? 'nobody'}`);"),
    "2-chance": cell("await show(md`${Math.random() > 2 ? 1 : 0}`);"),
    "3-file": cell('await show(md`${Deno.statSync("../data/table.csv").size}`);'),
  };
  const place = await ownProject(chapters);
  const first = await run(place);
  assertEquals((await run(place)).executed, first.executed);
  assertEquals(first.executed.length, 3);
});

Deno.test("a module that asks the clock has its chapters executed each time", async () => {
  const place = await ownProject({ "2-second": SECOND });
  await change(`${place.root}/lib/own.ts`, "2 * value", "2 * value + 0 * Date.now()");
  assertEquals((await run(place)).executed, ["second"]);
  assertEquals((await run(place)).executed, ["second"]);
});

Deno.test("what is saved while a chapter runs is not taken for what it read", async () => {
  const text = SECOND.replace("twice(4)", "await ahead(1500) ?? twice(4)");
  const place = await ownProject({ "2-second": text });
  const own = `${place.root}/lib/own.ts`;
  const during = new Promise((go) => setTimeout(go, 500))
    .then(() => change(own, "2 * value", "20 * value"))
    // The time of the contents tells nothing: it can be set back.
    .then(() => Deno.utime(own, new Date(0), new Date(0)));
  const [first] = await Promise.all([run(place), during]);
  const again = await run(place);
  assertEquals(again.executed, ["second"]);
  assertNotEquals(first.texts, {});
  assertStringIncludes(again.texts["2-second"], "Twice: 80");
});
