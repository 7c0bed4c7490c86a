/** README says what the chapters say, where its markers stand, and nothing else of it is touched. */
import { assertEquals, assertStringIncludes, assertThrows } from "@std/assert";
import {
  type Chapter,
  chapterNames,
  parseChapter,
  readChapter,
} from "../../lib/publish/chapters/notebook.ts";
import { renewed, renewedReadme } from "../../lib/publish/readme.ts";
import { PublishError } from "../../lib/publish/system/errors.ts";
import { notebook, ROOT } from "./fixtures.ts";
import { REPORT } from "../../lib/report.ts";

const README = `# Trade

By hand.

<!-- figure: written by deno task report --accept -->
![old](notebooks/it.svg)
<!-- end of figure -->

<!-- answer: written by deno task report --accept -->
old
<!-- end of answer -->
By hand, too.
<!-- verdicts: written by deno task report --accept --><!-- end of verdicts -->
`;

const shown = (data: Record<string, unknown>, tags: string[] = []) => ({
  code: "await show(it);",
  tags,
  outputs: [{ output_type: "display_data", data, metadata: {} }],
});

const CHAPTER: Chapter = parseChapter(
  "1-trade",
  notebook(
    { prose: "# Trade" },
    shown({ "text/markdown": "- **5** sold" }, ["numbers"]),
    shown({ "text/markdown": "**Yes.** It [is](2-b.ipynb)." }, ["answer"]),
    shown({
      "image/svg+xml": "<svg/>",
      "application/vnd.technology-frontier.figure+json": {
        id: "it",
        title: "It [fell]",
        subtitle: "In $",
      },
    }),
    shown({
      "application/vnd.technology-frontier.claims+json": [
        { id: "C1", claim: "It | fell", verdict: "confirmed" },
      ],
    }),
  ),
);

Deno.test("README.md of the project, and its picture, are what accepting would write", async () => {
  const notebooks = `${ROOT}/notebooks`;
  const names = await chapterNames(notebooks);
  const chapters = await Promise.all(names.map((it) => readChapter(`${notebooks}/${it}.ipynb`)));
  const files = await renewedReadme(ROOT, chapters);
  assertEquals([...files.keys()].map((path) => path.split("/")[0]), ["notebooks", "README.md"]);
  for (const [path, text] of files) {
    assertEquals(await Deno.readTextFile(`${ROOT}/${path}`), text, "deno task report --accept");
  }
});

Deno.test("figure, answer and verdicts are written between their markers", () => {
  const files = renewed(README, [CHAPTER]);
  assertEquals(files.get("notebooks/it.svg"), "<svg/>\n");
  assertEquals(
    files.get("README.md"),
    `# Trade

By hand.

<!-- figure: written by deno task report --accept -->

![It \\[fell\\]. In $](notebooks/it.svg)

<!-- end of figure -->

<!-- answer: written by deno task report --accept -->

**Yes.** It [is](2-b.ipynb).

- **5** sold

<!-- end of answer -->
By hand, too.
<!-- verdicts: written by deno task report --accept -->

| | claim of ${REPORT.claimant}, in our words | verdict |
|---|---|---|
| C1 | It \\| fell | confirmed |

<!-- end of verdicts -->
`,
  );
  assertEquals(
    renewed(files.get("README.md")!, [CHAPTER]),
    files,
    "the second time changes nothing",
  );
});

Deno.test("a marker that is missing is named; what no chapter has needs none", () => {
  for (const part of ["figure", "answer", "verdicts"]) {
    const begin = `<!-- ${part}: written by deno task report --accept -->`;
    for (const marker of [begin, `<!-- end of ${part} -->`]) {
      const without = README.replace(marker, "");
      const { message } = assertThrows(() => renewed(without, [CHAPTER]), PublishError);
      assertStringIncludes(message, `README.md lacks the line ${marker}\nPut it back`);
    }
  }
  const plain = { ...CHAPTER, cells: CHAPTER.cells.slice(0, 1) };
  assertEquals(renewed("# By hand\n", [plain]).get("README.md"), "# By hand\n");
});

Deno.test("a figure that no chapter has is named", () => {
  const other = README.replace("notebooks/it.svg", "notebooks/that.svg");
  const { message } = assertThrows(() => renewed(other, [CHAPTER]), PublishError);
  assertStringIncludes(message, "README.md shows that, and no chapter has a figure of that name");
});

Deno.test("a project without README.md has nothing to be written", async () => {
  assertEquals(await renewedReadme(`${ROOT}/notebooks`, [CHAPTER]), new Map());
});
