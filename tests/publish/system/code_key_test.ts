/** The keys of code and programs change with everything that they stand for. */
import { assert, assertEquals, assertMatch, assertNotEquals } from "@std/assert";
import { pathOf, urlOf } from "../../../lib/platform.ts";
import { codeKey, filesKey, imported, stampsKey } from "../../../lib/publish/system/code_key.ts";
import { ROOT } from "../../../lib/root.ts";

const CODE_KEY = `${ROOT}/lib/publish/system/code_key.ts`;

/** A folder with a module, what it imports, and a file that it reads. */
async function inFolder(test: (folder: string) => Promise<void>): Promise<void> {
  const folder = await Deno.makeTempDir({ prefix: "code-" });
  const files = {
    "a.ts": `import { b } from "./b.ts";\nimport type { T } from "./types.ts";\nexport { b };\n`,
    "b.ts": `export const b = async () => await import("./c.ts");\n`,
    "c.ts": `export default 1;\n`,
    "types.ts": "export type T = 1;\n",
    "read/table.csv": "1\n",
  };
  try {
    await Deno.mkdir(`${folder}/read`);
    for (const [name, text] of Object.entries(files)) {
      await Deno.writeTextFile(`${folder}/${name}`, text);
    }
    await test(folder);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

/** The key as a program says it that begins in the next second. */
async function keyNow(folder: string, before = ""): Promise<string> {
  await new Promise((go) => setTimeout(go, 1001));
  const code = `import { codeKey } from "${urlOf(CODE_KEY)}";
${before}
console.log(await codeKey(["${folder}/a.ts"], ["${folder}/read"]));`;
  const args = ["eval", "--quiet", code];
  const { stdout } = await new Deno.Command(Deno.execPath(), { args, cwd: ROOT }).output();
  return new TextDecoder().decode(stdout).trim();
}

Deno.test("a key of code changes with the module, with each that it imports, with what it reads", () =>
  inFolder(async (folder) => {
    const first = await keyNow(folder);
    assertMatch(first, /^[0-9a-f]{64}$/);
    assertEquals(await keyNow(folder), first);
    const keys = new Set([first]);
    for (const name of ["a.ts", "b.ts", "c.ts", "read/table.csv"]) {
      await Deno.writeTextFile(`${folder}/${name}`, "\n", { append: true });
      keys.add(await keyNow(folder));
    }
    assertEquals(keys.size, 5);
    await Deno.rename(`${folder}/read/table.csv`, `${folder}/read/other.csv`);
    assert(!keys.has(await keyNow(folder)), "a file's name is no part of the key");
  }));

Deno.test("code that was changed while it ran has no key, whatever its time says", () =>
  inFolder(async (folder) => {
    assertEquals(await codeKey([`${folder}/a.ts`]), null);
    const change = `await Deno.writeTextFile("${folder}/c.ts", "export default 2;");
await Deno.utime("${folder}/c.ts", new Date(0), new Date(0));`;
    assertEquals(await keyNow(folder, change), "null");
  }));

Deno.test("modules are found as Deno finds them", async () => {
  for (
    const entry of ["publish/downloads/figures.ts", "explore/page/main.tsx", "publish/years.ts"]
  ) {
    const path = `${ROOT}/lib/${entry}`;
    const { stdout } = await new Deno.Command(Deno.execPath(), {
      args: ["info", "--json", path],
      cwd: ROOT,
    }).output();
    const { modules } = JSON.parse(new TextDecoder().decode(stdout)) as { modules: Module[] };
    const reached = new Set([urlOf(path)]);
    for (const specifier of reached) {
      const { dependencies = [] } = modules.find((it) => it.specifier === specifier) ?? {};
      for (const { code, specifier: written } of dependencies) {
        if (written.startsWith(".") && code?.specifier) reached.add(code.specifier);
      }
    }
    const found = new Set(await imported([path]));
    const missing = [...reached].filter((it) => !found.has(pathOf(it)));
    assertEquals(missing, [], entry);
    assert(reached.size > 5, entry);
  }
});

interface Module {
  specifier: string;
  dependencies?: { specifier: string; code?: { specifier?: string } }[];
}

Deno.test("a key of programs changes with their size and time, and one that is missing has none", () =>
  inFolder(async (folder) => {
    const key = await stampsKey([folder]);
    assertEquals(await stampsKey([folder]), key);
    await Deno.utime(`${folder}/read/table.csv`, new Date(0), new Date(0));
    assertNotEquals(await stampsKey([folder]), key);
    assertEquals(await stampsKey([`${folder}/none`]), null);
    assertNotEquals(await filesKey([`${folder}/a.ts`]), await filesKey([`${folder}/b.ts`]));
  }));
