/** What a new report is made of: nothing of it is missing, nothing of this report's own is left in it. */
import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { posix } from "node:path";
import { OWN } from "../../lib/adopt/own.ts";
import { libraryFiles, moved, TEMPLATE, templateFiles } from "../../lib/adopt/skeleton.ts";
import { REPORT } from "../../lib/report.ts";
import { ROOT } from "../../lib/root.ts";
import { filesBelow } from "../../lib/publish/system/files.ts";

const library = await libraryFiles();
const template = await templateFiles();
const there = new Set([...library, ...template]);
const read = async (path: string) =>
  template.includes(path)
    ? moved(path, await Deno.readTextFile(`${ROOT}/${TEMPLATE}/${path}`))
    : await Deno.readTextFile(`${ROOT}/${path}`);

Deno.test("what is this report's own is there: no pattern names nothing", async () => {
  const all = await filesBelow(ROOT, (path) => /^(\.git|\.venv|\.cache|build)$/.test(path));
  const idle = OWN.filter((pattern) => !all.some((path) => posix.matchesGlob(path, pattern)));
  assertEquals(idle, []);
});

Deno.test("the template stands for what is left out, and for nothing else", () => {
  assertEquals(template.filter((path) => library.includes(path)), []);
  for (const path of ["README.md", "CITATION.cff", "lib/report.ts", "lib/claims/claims.ts"]) {
    assert(template.includes(path), path);
  }
  for (const path of ["lib/mod.ts", "tests/run.ts", "data/datapackage.json", "deno.lock"]) {
    assert(library.includes(path), path);
  }
});

Deno.test("every import of a new report leads to one of its files", async () => {
  const lost: string[] = [];
  for (const path of [...there].filter((it) => /\.tsx?$/.test(it))) {
    for (
      const [, to] of (await read(path)).matchAll(/^(?:import|export|\}).* from "(\.[^"]+)"/gm)
    ) {
      const module = posix.join(posix.dirname(path), to);
      if (!there.has(module)) lost.push(`${path} imports ${module}`);
    }
  }
  assertEquals(lost, []);
});

Deno.test("no module that a new report takes over has this report's name or that of its note", async () => {
  const names = [REPORT.title, REPORT.follows!.name, REPORT.follows!.address];
  const told: string[] = [];
  for (const path of library.filter((it) => it.startsWith("lib/"))) {
    if (/\.(ttf|woff2)$/.test(path)) continue;
    const text = await Deno.readTextFile(`${ROOT}/${path}`);
    told.push(...names.filter((name) => text.includes(name)).map((name) => `${path}: ${name}`));
  }
  assertEquals(told, []);
});

Deno.test("a module of the template keeps its imports in its new place", () => {
  const text = `import { a } from "../../../../codes/mod.ts";\nimport { b } from "../report.ts";\n`;
  const written = moved("lib/claims/a_claim.ts", text);
  assertStringIncludes(written, `from "../codes/mod.ts"`);
  assertStringIncludes(written, `from "../report.ts"`);
  assertEquals(moved("README.md", text), text);
});
