/** The codebook for people says what the data package says for machines. */
import { assert, assertEquals, assertStringIncludes, assertThrows } from "@std/assert";
import { withTables, writeCodebook } from "../../lib/data/codebook.ts";
import { DATA_DIR, readPackage } from "../../lib/data/mod.ts";
import { withCopy } from "./fixture.ts";

const codebook = await Deno.readTextFile(`${DATA_DIR}/README.md`);

Deno.test("the codebook is up to date with the data package", async () => {
  const isCurrent = codebook === withTables(codebook, await readPackage());
  assert(isCurrent, "data/README.md is behind; mend: deno task verify --write-codebook");
});

Deno.test("the codebook describes every table, column, vintage and carrier", async () => {
  for (const { name, path, vintages, schema } of (await readPackage()).resources) {
    const start = codebook.indexOf(`### \`${name}\``);
    const section = codebook.slice(start, codebook.indexOf("\n##", start + 3));
    assertStringIncludes(section, path, name);
    for (const field of schema.fields) assertStringIncludes(section, `| \`${field.name}\` |`, name);
    for (const { vintage, carried_by } of vintages) {
      assertStringIncludes(section, `\`${vintage}\``, name);
      assertStringIncludes(section, carried_by, name);
    }
  }
});

Deno.test("a codebook that is behind is written anew, its prose kept, and one that is not left", async () => {
  await withCopy(async (dir) => {
    const path = `${dir}/README.md`;
    const [before] = codebook.split("### ");
    await Deno.writeTextFile(path, `${before}<!-- end of tables -->\nEnd.\n`);
    assert(await writeCodebook(dir));
    const written = await Deno.readTextFile(path);
    assert(written.startsWith(before) && written.endsWith("<!-- end of tables -->\nEnd.\n"));
    assertEquals(withTables(written, await readPackage(dir)), written);
    assert(!await writeCodebook(dir));
    assertEquals(
      (await Array.fromAsync(Deno.readDir(dir))).filter(({ name }) => name.endsWith(".partial")),
      [],
    );
  });
});

Deno.test("a codebook without its markers is refused", async () => {
  const pkg = await readPackage();
  assertThrows(() => withTables("# Codebook", pkg), Error, "data/README.md lacks the line");
});
