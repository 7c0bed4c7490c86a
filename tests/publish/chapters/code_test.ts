/** The code cells as a module: what the type-checker says leads back to the cell. */
import { assertEquals, assertStringIncludes } from "@std/assert";
import { cellModule, checkCells } from "../../../lib/publish/chapters/code.ts";
import { parseChapter } from "../../../lib/publish/chapters/notebook.ts";
import { notebook, ROOT } from "../fixtures.ts";

const chapter = (...code: string[]) =>
  parseChapter("1-a", notebook({ prose: "# A" }, ...code.map((it) => ({ code: it }))));
const FOLDER = `${ROOT}/notebooks`;

Deno.test("each line of the module belongs to a line of a cell", () => {
  const { text, places } = cellModule(chapter("const a = 1;\nconst b = 2;", "a + b"), FOLDER);
  const lines = text.split("\n");
  assertEquals(lines.slice(0, places.length), ["const a = 1;", "const b = 2;", ";", "a + b", ";"]);
  assertEquals(places[3], { cell: 3, line: 1 });
});

Deno.test("a name imported again is imported once, and lines stay where they are", () => {
  const { text } = cellModule(
    chapter(
      `import { show } from "../lib/mod.ts";`,
      `import {\n  show,\n  table,\n} from "../lib/mod.ts";\nshow;`,
    ),
    "/p/notebooks",
  );
  assertEquals(text.match(/\bshow\b/g)?.length, 2);
  assertStringIncludes(text, `from "file:///p/lib/mod.ts"`);
  assertEquals(text.split("\n").indexOf("show;"), 6);
});

Deno.test("sound cells pass, also where one begins with a bracket", async () => {
  const sound = chapter(
    `import { md } from "../lib/notebook/mod.ts"`,
    "const a = [1]",
    "[2].map(String)",
  );
  assertEquals(await checkCells([sound], FOLDER, ROOT), []);
});

Deno.test("an error of type names chapter, cell and line", async () => {
  const [error, ...others] = await checkCells(
    [chapter("const a = 1;", `\nconst b: string = a;`)],
    FOLDER,
    ROOT,
  );
  assertEquals(others, []);
  assertStringIncludes(error, "TS2322");
  assertStringIncludes(error, "1-a, cell 3, line 2, column 7");
});

Deno.test("a constant declared twice is reported in both cells", async () => {
  const errors = await checkCells([chapter("const a = 1;", "const a = 2;")], FOLDER, ROOT);
  assertEquals(errors.length, 2);
  assertStringIncludes(errors[0], "1-a, cell 2");
  assertStringIncludes(errors[1], "1-a, cell 3");
});

Deno.test("a syntax error and a refused import are named", async () => {
  const [syntax] = await checkCells([chapter("const a = 1;", "const = ;")], FOLDER, ROOT);
  assertStringIncludes(syntax, "1-a, cell 3, line 1");
  const [refused] = await checkCells([chapter(`import "no-such-package";`)], FOLDER, ROOT);
  assertStringIncludes(refused, "no-such-package");
});
