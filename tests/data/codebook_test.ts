/** The codebook for people says what the data package says for machines. */
import { assertEquals, assertStringIncludes, assertThrows } from "@std/assert";
import { withTables } from "../../lib/data/codebook.ts";
import { DATA_DIR, readPackage } from "../../lib/data/mod.ts";

const codebook = await Deno.readTextFile(`${DATA_DIR}/README.md`);

Deno.test("the codebook is up to date with the data package", async () => {
  assertEquals(codebook, withTables(codebook, await readPackage()));
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

Deno.test("a codebook without its markers is refused", async () => {
  const pkg = await readPackage();
  assertThrows(() => withTables("# Codebook", pkg), Error, "data/README.md lacks the line");
});
