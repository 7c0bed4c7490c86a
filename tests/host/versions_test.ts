/** One Deno and one Python, wherever they are named. */
import { assert, assertEquals, assertMatch } from "@std/assert";
import { filesBelow } from "../../lib/publish/system/files.ts";
import { ROOT } from "../../lib/root.ts";
import { workflows } from "./workflows.ts";

/** Where a reader, a container or the host finds the Deno to use. */
const NAMING = [
  ...["README.md", "Dockerfile", ".ci/run", "lib/publish/setup/deno.ts"],
  ...[".devcontainer", ".github"],
];

Deno.test("every file that names a Deno to use names the same, which is the oldest that is taken", async () => {
  const source = await Deno.readTextFile(`${ROOT}/lib/publish/setup/deno.ts`);
  const [, oldest] = /OLDEST = "([\d.]+)"/.exec(source)!;
  const found = new Map<string, Set<string>>();
  for (const name of NAMING) {
    const { isFile } = await Deno.stat(`${ROOT}/${name}`);
    const paths = isFile
      ? [name]
      : (await filesBelow(`${ROOT}/${name}`)).map((it) => `${name}/${it}`);
    for (const path of paths) {
      const text = await Deno.readTextFile(`${ROOT}/${path}`);
      for (const [, version] of text.matchAll(/\bdeno(?:@|==)(\d[\w.-]*)/gi)) {
        found.set(version, (found.get(version) ?? new Set()).add(path));
      }
    }
  }
  assertEquals([...found.keys()], [oldest], JSON.stringify([...found].map(([v, p]) => [v, ...p])));
  for (const path of ["README.md", "Dockerfile", ".ci/run", ".github/workflows/test.yml"]) {
    assert(found.get(oldest)!.has(path), path);
  }
});

Deno.test("the workflows name one Python, a minor version", async () => {
  const named = (await workflows()).flatMap(({ text }) =>
    [...text.matchAll(/python-version: "?([\w.]+)"?/g)].map(([, version]) => version)
  );
  assertEquals(new Set(named).size, 1);
  assertMatch(named[0], /^3\.1[0-9]$/);
});
