/** `deno task edit` on a small project: what is saved is seen, and nothing else is done. */
import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { filesOf, FIRST, SECOND } from "../fixtures.ts";
import { served } from "./served.ts";

/** A notebook with a text in place of another. */
const edited = (notebook: string, from: string, to: string): string => {
  assertStringIncludes(notebook, from);
  return notebook.replace(from, to);
};

Deno.test("prose, code, library and style are seen when they are saved; notebooks stay as they are", async () => {
  await served(async ({ root, said, told, page, save }) => {
    // The chapters come without outputs.
    await told(({ changed, working }) => changed.includes("2-second.html") && working === "");
    assertStringIncludes(await page("1-first.html"), "Exports were <strong>5</strong>");
    const start = said.length;

    await save("notebooks/1-first.ipynb", edited(FIRST, "Canada sell?", "Canada buy?"));
    const prose = await told(({ changed }) => changed.length > 0);
    assert(prose.changed.includes("1-first.html") && !prose.changed.includes("2-second.html"));
    assertStringIncludes(await page("1-first.html"), "What do México and Canada buy?");
    assertStringIncludes(await page("1-first.html"), "Exports were <strong>5</strong>");
    assertEquals(said.slice(start).filter((line) => line.includes("executing")), []);

    const code = edited(FIRST, "const exports = 5;", "const exports = 7;");
    await save("notebooks/1-first.ipynb", code);
    assertEquals((await told(({ working }) => working !== "")).working, "Executing chapter 1");
    await told(({ changed }) => changed.includes("1-first.html"));
    assertStringIncludes(await page("1-first.html"), "Exports were <strong>7</strong>");
    assertEquals(await Deno.readTextFile(`${root}/notebooks/1-first.ipynb`), code);

    const escape = `${root}/lib/notebook/table.ts`;
    const before = said.length;
    await save("lib/notebook/table.ts", `${await Deno.readTextFile(escape)}\n// A comment.\n`);
    await told(({ working }) => working === "Executing chapter 1");
    await told(({ working, changed }) => working === "" && changed.length === 0);
    assertStringIncludes(said[before], "lib/notebook/table.ts: used by 1-first");

    const style = "lib/publish/site/style/base.css";
    await save(style, `${await Deno.readTextFile(`${root}/${style}`)}\n.new { color: red; }\n`);
    assertEquals((await told(({ changed }) => changed.length > 0)).changed, ["style.css"]);
    assertStringIncludes(await page("style.css"), ".new { color: red; }");
  });
});
