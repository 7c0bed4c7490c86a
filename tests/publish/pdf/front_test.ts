/** The first page of the PDFs takes up what the chapters say, and leaves out what none says. */
import { assert, assertStringIncludes } from "@std/assert";
import { CLAIMS_MIME } from "../../../lib/notebook/show.ts";
import { parseChapter } from "../../../lib/publish/chapters/notebook.ts";
import { withReferences } from "../../../lib/publish/markup/references.ts";
import { frontTypst } from "../../../lib/publish/pdf/front.ts";
import { type CellText, notebook, tools } from "../fixtures.ts";

const FRONT = { citation: `"A" (2026)`, license: "MIT" };
const chapter = (name: string, ...cells: CellText[]) =>
  parseChapter(name, notebook({ prose: "# A\n\nWhy?" }, ...cells));
const front = async (...chapters: ReturnType<typeof chapter>[]) =>
  frontTypst(FRONT, chapters, (await tools()).pandoc);

Deno.test("the first page has the answer, the numbers, and the claims by verdict", async () => {
  const claims = ["C1", "C2", "C3"].map((id) => ({
    id,
    verdict: id === "C2" ? "confirmed" : "interpretation",
  }));
  const outputs = [{ output_type: "display_data", metadata: {}, data: { [CLAIMS_MIME]: claims } }];
  const text = await front(
    chapter(
      "1-a",
      { prose: "**No.** It is *México's*.", tags: ["answer"] },
      { prose: "- **3%** of it", tags: ["numbers"] },
    ),
    chapter("6-b", { code: "c;", outputs }),
  );
  assertStringIncludes(text, "answer: [#strong[No.] It is #emph[México’s].]");
  assertStringIncludes(text, "numbers: [- #strong[3%] of it]");
  const [confirmed, interpretation] = [`("C2",), chapter: "6-b"`, `("C1", "C3",), chapter: "6-b"`];
  assert(text.indexOf(confirmed) > 0 && text.indexOf(confirmed) < text.indexOf(interpretation));
  assertStringIncludes(text, `citation: "\\"A\\" (2026)"`);
});

Deno.test("what the answer names is a link on the first page, as it is in the chapter", async () => {
  const chapters = withReferences([
    chapter("1-a", { prose: "**No.** Chapter 6 says why.", tags: ["answer"] }),
    chapter("6-b"),
  ], new Map());
  const text = await front(...chapters);
  assertStringIncludes(text, "answer: [#strong[No.] #link(<6-b>)[Chapter~6] says why.]");
});

Deno.test("without answer, numbers and claims the first page says the rest", async () => {
  const text = await front(chapter("1-a"));
  assertStringIncludes(text, "answer: none");
  assertStringIncludes(text, "numbers: none");
  assertStringIncludes(text, "verdicts: ()");
});
