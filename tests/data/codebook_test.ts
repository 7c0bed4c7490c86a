/** The codebook for people says what the data package says for machines. */
import { assertStringIncludes } from "@std/assert";
import { DATA_DIR, readPackage } from "../../lib/data/mod.ts";

const codebook = await Deno.readTextFile(`${DATA_DIR}/README.md`);

Deno.test("the codebook describes every table, column, vintage and carrier", async () => {
  for (const { name, path, vintages, schema, bytes } of (await readPackage()).resources) {
    const start = codebook.indexOf(`### \`${name}\``);
    const section = codebook.slice(start, codebook.indexOf("\n##", start + 3));
    assertStringIncludes(section, path, name);
    assertStringIncludes(section, bytes.toLocaleString("en-US"), name);
    for (const field of schema.fields) assertStringIncludes(section, `| \`${field.name}\` |`, name);
    for (const { vintage, carried_by } of vintages) {
      assertStringIncludes(section, `\`${vintage}\``, name);
      assertStringIncludes(section, carried_by, name);
    }
  }
});
