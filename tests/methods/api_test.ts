/** The reference of the library: every name, what the source declares of it, and pages that work alone. */
import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { writeApiReference } from "../../lib/methods/api.ts";
import { documented } from "../../lib/methods/docs.ts";
import { declaration } from "../../lib/methods/source.ts";
import { IMPRINT, tools } from "../publish/fixtures.ts";

const all = await documented();
const declared = (name: string) => declaration(all.find((each) => each.name === name)!);

Deno.test("a function is declared without its body, a type with what is said of its fields", async () => {
  assertEquals(
    await declared("rankSuppliers"),
    `function rankSuppliers<Row extends { partner_code: string; value_usd: number }>(
  shares: Frame<Row>,
  by: string[],
): Frame<Row & { rank: number }>`,
  );
  assertEquals(
    await declared("percent"),
    "const percent = (share: number, decimals = 1): string",
  );
  assertEquals(await declared("MEXICO"), `const MEXICO = "2010";`);
  const share = await declared("SupplierShare");
  assertStringIncludes(share, "  /** The denominator: imports from the world, or");
  assert(share.startsWith("interface SupplierShare") && share.endsWith("}"), share);
});

Deno.test("every declaration is whole: its brackets are closed", async () => {
  for (const each of all) {
    const text = (await declaration(each)).replace(/=>/g, "").replace(/\/\*\*[\s\S]*?\*\//g, "")
      .replace(/"[^"]*"|`[^`]*`/g, "");
    assert(text !== "", each.name);
    for (const [open, close] of ["()", "{}", "[]"]) {
      assertEquals(text.split(open).length, text.split(close).length, `${each.name}: ${text}`);
    }
  }
});

Deno.test("the pages have every name, lead to one another only, and ask for nothing else", async () => {
  const folder = await Deno.makeTempDir();
  await writeApiReference({ folder, docs: all, pandoc: (await tools()).pandoc, imprint: IMPRINT });
  const files = (await Array.fromAsync(Deno.readDir(folder))).map(({ name }) => name);
  const pages = new Map(
    await Promise.all(
      files.filter((name) => name.endsWith(".html")).map(async (name) =>
        [name, await Deno.readTextFile(`${folder}/${name}`)] as const
      ),
    ),
  );
  assert(pages.size > 8, [...pages.keys()].join());
  const places = new Set(
    [...pages].flatMap((
      [name, html],
    ) => [name, ...[...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => `${name}#${id}`)]),
  );
  for (const [name, html] of pages) {
    for (const [, to] of html.matchAll(/ (?:href|src)="([^"]+)"/g)) {
      if (/^https?:/.test(to)) continue;
      const place = to.startsWith("#") ? `${name}${to}` : to;
      assert(
        places.has(place) || files.includes(place) || place.startsWith("fonts/"),
        `${name}: ${to}`,
      );
    }
    assert(!html.includes("explore.html"), `${name} leads to an explorer that is not there`);
  }
  const index = pages.get("index.html")!;
  const found = await Deno.readTextFile(`${folder}/search-index.js`);
  for (const { name, kind } of all) {
    assertStringIncludes(found, `"${name}"`);
    if (kind === "function") assertStringIncludes(index, `#${name}"`);
  }
  await Deno.remove(folder, { recursive: true });
});
