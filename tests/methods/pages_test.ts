/** The methods and the cheat sheet beside another index: nothing that they ask for or lead to is missing. */
import { assert, assertStringIncludes } from "@std/assert";
import { writeMethods } from "../../lib/methods/pages.ts";
import { writeAssets } from "../../lib/publish/site/assets.ts";
import { IMPRINT, tools } from "../publish/fixtures.ts";

Deno.test("apart from the site they lead to each other, to their folder's index and to nothing else", async () => {
  const folder = await Deno.makeTempDir();
  await writeAssets(folder);
  await writeMethods({ folder, pandoc: (await tools()).pandoc, imprint: IMPRINT });
  const files = (await Array.fromAsync(Deno.readDir(folder))).map(({ name }) => name);
  for (const name of ["methods.html", "cheat-sheet.html"]) {
    const html = await Deno.readTextFile(`${folder}/${name}`);
    const own = new Set([...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
    for (const [, to] of html.matchAll(/ (?:href|src)="([^"]+)"/g)) {
      const [file, anchor] = to.split("#");
      if (file === "index.html" || file === "social.png") continue;
      assert(file === "" || files.includes(file), `${name}: ${to}`);
      if (anchor && [name, ""].includes(file)) assert(own.has(anchor), `${name}: ${to}`);
    }
  }
  const found = await Deno.readTextFile(`${folder}/search-index.js`);
  assertStringIncludes(found, `["Word","vintage","methods.html#term-vintage","Methods"]`);
  await Deno.remove(folder, { recursive: true });
});
