/** The explorer's script: the same bytes each time, for browsers, without what no browser has. */
import { assert, assertEquals, assertRejects, assertStringIncludes } from "@std/assert";
import { bundled } from "../../lib/explore/bundle.ts";
import { GLOSSARY } from "../../lib/methods/glossary.ts";
import { PublishError } from "../../lib/publish/system/errors.ts";
import { ROOT } from "../../lib/root.ts";

/** The script of a module that is written for the test. */
async function script(source: string): Promise<string> {
  const folder = await Deno.makeTempDir({ prefix: "bundle-" });
  await Deno.writeTextFile(`${folder}/entry.ts`, source.replaceAll("lib/", `${ROOT}/lib/`));
  return await bundled(`${folder}/entry.ts`);
}

Deno.test("a figure's module becomes a script for browsers, with the page's own document", async () => {
  const source = `import { parseHTML } from "linkedom";
    import { percent } from "lib/format.ts"; console.log(percent(0.25), parseHTML());`;
  const code = await script(source);
  assertEquals(code, await script(source), "the same sources, other bytes");
  assert(!/\b(?:import|require)\b/.test(code) && !code.includes(ROOT), code);
  const said: unknown[] = [];
  new Function("console", "document", code)(
    { log: (...all: unknown[]) => said.push(...all) },
    "own",
  );
  assertEquals(said, ["25.0%", { document: "own" }]);
});

Deno.test("polars and Deno's modules are refused where they are used, with the imports that lead there", async () => {
  const frames = `import { frameOf } from "lib/frame.ts"; console.log(frameOf);`;
  const polars = await assertRejects(() => script(frames), PublishError);
  assertStringIncludes(polars.message, "entry.ts\n  → lib/frame.ts\n  → nodejs-polars");
  const root = `import { ROOT } from "lib/root.ts"; console.log(ROOT);`;
  const path = await assertRejects(() => script(root), PublishError);
  assertStringIncludes(path.message, "lib/root.ts\n  → node:path");
});

Deno.test("what asks Deno when it is loaded is refused, and named", async () => {
  const version = await assertRejects(
    () => script("console.log(Deno.version.deno);"),
    PublishError,
  );
  assertStringIncludes(version.message, "Deno.version.deno");
  // A message about a wrong command line comes from a module that knows the system.
  const unused = `import { UsageError } from "lib/command.ts"; console.log(UsageError.name);`;
  assert(!(await script(unused)).includes("Deno"));
});

Deno.test("what a module imports and does not use is left out", async () => {
  const source = `import { frameOf } from "lib/frame.ts"; import { number } from "lib/format.ts";
    export type Frames = typeof frameOf; console.log(number(1));`;
  assert((await script(source)).length < 2000);
});

Deno.test("a module that is not there is named", async () => {
  const missing = await assertRejects(() => script(`import "lib/nothing.ts";`), PublishError);
  assertStringIncludes(missing.message, "lib/nothing.ts");
});

Deno.test("the explorer carries nothing of how chapters are written: no words, no references", async () => {
  const code = await bundled(`${ROOT}/lib/explore/page/main.tsx`);
  for (const part of [GLOSSARY[0].meaning, "FR Doc\\."]) assert(!code.includes(part), part);
});
