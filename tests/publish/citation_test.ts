/** How the report is cited, from CITATION.cff and the date of its figures. */
import { assert, assertEquals, assertRejects, assertStringIncludes } from "@std/assert";
import { apa, bibtex, type Citation, readCitation } from "../../lib/publish/citation.ts";
import { PublishError } from "../../lib/publish/system/errors.ts";
import { REPORT } from "../../lib/report.ts";
import { ROOT } from "../../lib/root.ts";

const ONE: Citation = {
  title: "Trade, in parts",
  abstract: "What is traded.",
  authors: ["The authors"],
  license: "MIT",
  published: "2026-10-01",
};

Deno.test("APA names the authors, the year and day of the figures, and the title", () => {
  assertEquals(
    apa(ONE),
    "The authors. (2026). Trade, in parts (figures published to October 1, 2026) [Data set and code].",
  );
  assertStringIncludes(apa({ ...ONE, authors: ["A", "B", "C"] }), "A, B, & C. (2026).");
});

Deno.test("BibTeX keeps titles and bodies as they are written", () => {
  assertEquals(
    bibtex({ ...ONE, authors: ["A", "B"] }),
    `@misc{trade-in-parts-2026,
  title = {{Trade, in parts}},
  author = {{A} and {B}},
  year = {2026},
  note = {What is traded. Figures published to October 1, 2026.},
}`,
  );
});

Deno.test("the project's own CITATION.cff has what version 1.2.0 requires, and cites nobody's address", async () => {
  const text = await Deno.readTextFile(`${ROOT}/CITATION.cff`);
  for (const key of ["cff-version: 1.2.0", "message:", "title:", "authors:", "license: MIT"]) {
    assert(text.split("\n").some((line) => line.startsWith(key)), key);
  }
  const citation = await readCitation(ROOT);
  assertEquals(citation.title, REPORT.title);
  const license = await Deno.readTextFile(`${ROOT}/LICENSE`);
  assertStringIncludes(license, `${citation.license} License`);
  for (const author of citation.authors) assertStringIncludes(license, author);
});

Deno.test("a CITATION.cff that is missing, no YAML or too short is said with its mend", async () => {
  const root = await Deno.makeTempDir();
  const says = (words: string) => assertRejects(() => readCitation(root), PublishError, words);
  await says("restore it: git checkout");
  await Deno.writeTextFile(`${root}/CITATION.cff`, "title: [");
  await says("CITATION.cff is not YAML");
  await Deno.writeTextFile(`${root}/CITATION.cff`, "title: A\nabstract: B\nlicense: MIT\n");
  await says("needs a title, an abstract, a license and authors");
});
