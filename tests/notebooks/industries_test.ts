/** The chapter with parameters, as it is committed, makes a sound page of each of the 32 industries. */
import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { NAICS3, NAICS3_CODES } from "../../lib/codes/naics.ts";
import { readOptions } from "../../lib/publish/options.ts";
import { report } from "../../lib/publish/report.ts";
import { ROOT } from "../publish/fixtures.ts";

Deno.test("every industry has a whole page under its own title, with its code and figures", async () => {
  const build = `${await Deno.makeTempDir({ prefix: "industries-" })}/build`;
  const place = { root: ROOT, notebooks: `${ROOT}/notebooks`, build };
  const codes = NAICS3_CODES.flatMap((code) => ["--industry", code]);
  const said: string[] = [];
  await report(readOptions([...codes, "--no-pdf"]), place, (line: string) => said.push(line));
  assertEquals(NAICS3_CODES.length, 32);
  assertEquals(said.filter((line) => line.startsWith("  ✓")).length, 32);
  assert(said.includes("  industry 115 has no full year 2017; compared from 2022 instead"));
  for (const code of NAICS3_CODES) {
    const html = await Deno.readTextFile(`${build}/site/industry-${code}.html`);
    const heading = /<h1>(.*?)<\/h1>/.exec(html)?.[1] ?? "";
    assertStringIncludes(heading, `${NAICS3[code]} (NAICS ${code})`);
    assertStringIncludes(heading, code === "115" ? "2022 and 2024" : "2017 and 2024");
    const shown = html.replace(/<[^>]+>/g, "").replaceAll("&quot;", '"');
    assert(shown.includes(`const naics = "${code}";`), `${code}: its code is not in the page`);
    assert(!/\bexercises?\b/i.test(shown), `${code}: exercises are of the chapter's own industry`);
    const text = html.replace(
      /<script>[\s\S]*?<\/script>|<pre\b[\s\S]*?<\/pre>| data-panels=(?:"[^"]*"|'[^']*')/g,
      "",
    );
    assertEquals(
      /.{0,60}\b(undefined|NaN|null|Infinity)\b.{0,20}/.exec(text)?.[0],
      undefined,
      code,
    );
    const drawn = [...html.matchAll(/<figure id="([^"]+)"/g)].map(([, id]) => id);
    assert(drawn.length >= 4, `${code} has ${drawn.length} figures`);
    for (const id of drawn) {
      const file = `figures/industry-${code}/${id}.svg`;
      assert(html.includes(`href="${file}"`), file);
      assert((await Deno.stat(`${build}/site/${file}`)).size > 0, file);
    }
  }
});
