/** Execution in the real kernel: outputs in their place, the same bytes twice, errors that say where. */
import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import {
  execute,
  type ExecutionEvent,
  type Failed,
} from "../../../lib/publish/chapters/execute.ts";
import { explain } from "../../../lib/publish/chapters/failures.ts";
import { readChapter } from "../../../lib/publish/chapters/notebook.ts";
import {
  FIRST,
  isRunning,
  notebook,
  type Project,
  project,
  ROOT,
  SECOND,
  tools,
} from "../fixtures.ts";

async function executed({ notebooks, root }: Project, names: string[], seconds = 30) {
  const target = await Deno.makeTempDir({ prefix: "executed-" });
  const work = names.map((name) => ({
    name,
    source: `${notebooks}/${name}.ipynb`,
    target: `${target}/${name}.ipynb`,
    folder: notebooks,
  }));
  const events: ExecutionEvent[] = [];
  for await (const event of execute(work, await tools(), { seconds })) events.push(event);
  return { target, events, root, notebooks };
}

/** How a single notebook of these cells fails, as a reader is told. */
async function failure(code: string[], seconds?: number): Promise<string> {
  const text = notebook({ prose: "# Broken" }, ...code.map((it) => ({ code: it })));
  const { events, notebooks } = await executed(
    await project({ "1-broken": text }),
    ["1-broken"],
    seconds,
  );
  const failed = events.at(-1) as Failed;
  assertEquals(failed.event, "failed");
  return explain(failed, `${notebooks}/1-broken.ipynb`, notebooks, ROOT);
}

Deno.test("two executions give the same bytes, without times or kernel versions", async () => {
  const place = await project({ "1-first": FIRST, "2-second": SECOND });
  const names = ["1-first", "2-second"];
  const [one, two] = [await executed(place, names), await executed(place, names)];
  for (const name of names) {
    const text = await Deno.readTextFile(`${one.target}/${name}.ipynb`);
    assertEquals(await Deno.readTextFile(`${two.target}/${name}.ipynb`), text);
    assert(text.endsWith("}\n"));
    const { cells, metadata } = JSON.parse(text);
    assertEquals(metadata.language_info.version, undefined);
    assert(cells.every((cell: { metadata: object }) => !("execution" in cell.metadata)));
  }
  assertEquals(one.events.filter(({ event }) => event === "executed").length, 2);
});

Deno.test("the committed notebook is not touched", async () => {
  const { notebooks } = await executed(await project(), ["1-first"]);
  assertEquals(await Deno.readTextFile(`${notebooks}/1-first.ipynb`), FIRST);
});

Deno.test("outputs of fifty cells that await before they show lie under their cells", async () => {
  const cells = Array.from({ length: 50 }, (_, index) => ({
    code: `await new Promise((done) => setTimeout(done, ${index % 3}));
await show(md\`cell ${index}\`);`,
  }));
  const text = notebook({ prose: "# Many" }, {
    code: `import { md, show } from "../lib/mod.ts";`,
  }, ...cells);
  const { target } = await executed(await project({ "1-many": text }), ["1-many"]);
  const chapter = await readChapter(`${target}/1-many.ipynb`);
  const said = chapter.cells.slice(2).map((cell) =>
    cell.outputs.map(({ data }) => data["text/plain"])
  );
  assertEquals(said, cells.map((_, index) => [`cell ${index}`]));
});

Deno.test("an error names chapter, cell, its source and what was thrown", async () => {
  const said = await failure(["const a = 1;", "// a comment\nthrow new TypeError(`boom ${a}`);"]);
  assertStringIncludes(said, "1-broken, cell 3: TypeError: boom 1");
  assertStringIncludes(said, "2 | throw new TypeError");
});

Deno.test("an error inside the library names its line there", async () => {
  const said = await failure([
    `import { table } from "../lib/mod.ts";\n` +
    `table([], { caption: "c", columns: [{ label: "a", value: () => "" }] });`,
  ]);
  assertStringIncludes(said, "RangeError: the table «c» has no rows");
  assertStringIncludes(said, "lib/notebook/table.ts:");
});

Deno.test("a syntax error is explained by the type-checker", async () => {
  const said = await failure(["const a = 1;", "const = 2;"]);
  assertStringIncludes(said, "1-broken, cell 3: could not be run");
  assertStringIncludes(said, "1-broken, cell 3, line 1");
});

Deno.test("an import that is not there is named", async () => {
  const said = await failure([`import { x } from "../lib/nowhere.ts";`]);
  assertStringIncludes(said, "1-broken, cell 2: ");
  assertStringIncludes(said, "lib/nowhere.ts");
});

Deno.test("a cell without end is stopped", async () => {
  assertStringIncludes(await failure(["while (true) {}"], 2), "cell 2: took too long");
});

Deno.test("a cell that ends the kernel is told", async () => {
  assertStringIncludes(await failure(["Deno.exit(3);"]), "cell 2: ended the kernel");
});

Deno.test("a question to the user does not wait for an answer", async () => {
  const text = notebook({ prose: "# Asks" }, { code: `prompt("Who is there?");` });
  const { events } = await executed(await project({ "1-asks": text }), ["1-asks"], 10);
  assertEquals(events.at(-1)?.event, "executed");
});

Deno.test("whoever stops listening stops the work, kernels too", async () => {
  const endless = notebook({ prose: "# Endless" }, {
    code: `Deno.writeTextFileSync("../" + Deno.pid, "");
await new Promise((done) => setTimeout(done, 600_000));`,
  });
  const names = ["1-a", "2-b", "3-c"];
  const { notebooks, root } = await project(Object.fromEntries(names.map((it) => [it, endless])));
  const work = names.map((name) => ({
    name,
    source: `${notebooks}/${name}.ipynb`,
    target: `${root}/${name}.ipynb`,
    folder: notebooks,
  }));
  const kernels = async () =>
    (await Array.fromAsync(Deno.readDir(root))).map(({ name }) => name).filter((it) => +it > 0);
  for await (const _ of execute(work, await tools())) {
    while ((await kernels()).length === 0) await new Promise((done) => setTimeout(done, 100));
    break;
  }
  for (const pid of await kernels()) {
    assert(!await isRunning(pid), `kernel ${pid} lives on`);
  }
});
