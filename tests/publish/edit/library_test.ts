/** Which chapters use a module: by what their cells name, not by all that is loaded. */
import { assert, assertEquals } from "@std/assert";
import { chapterNames, parseChapter, readChapter } from "../../../lib/publish/chapters/notebook.ts";
import { modulesUsed, usersOf } from "../../../lib/publish/edit/library.ts";
import { notebook, ROOT } from "../fixtures.ts";
import { OF_LIBRARY } from "../../known.ts";

Deno.test("a chapter uses the modules of the names that it imports, and those behind them", async () => {
  const root = await Deno.makeTempDir();
  const write = (file: string, text: string) => Deno.writeTextFile(`${root}/lib/${file}`, text);
  await Deno.mkdir(`${root}/lib`);
  await write("mod.ts", `export * from "./one.ts";\nexport * from "./two.ts";`);
  await write("one.ts", `import { base } from "./base.ts";\nexport const one = () => base;`);
  await write("two.ts", `export const two: number = Math.random();`);
  await write("base.ts", `export const base = 1;`);
  const chapter = (name: string, imported: string) =>
    parseChapter(
      name,
      notebook({ prose: "# A" }, {
        code: `import { ${imported} } from "../lib/mod.ts";\nawait ${imported};`,
      }),
    );
  const chapters = [chapter("1-a", "one"), chapter("2-b", "two")];
  const uses = await modulesUsed(chapters, `${root}/notebooks`, root);
  assertEquals(usersOf("lib/base.ts", uses), ["1-a"]);
  assertEquals(usersOf("lib/two.ts", uses), ["2-b"]);
  assertEquals(usersOf("lib/two.ts", new Map([["3-c", new Set(["lib/two.ts"])]]), uses), [
    "3-c",
    "2-b",
  ]);
});

Deno.test(
  "of the report's chapters, those that draw a figure use its module",
  OF_LIBRARY,
  async () => {
    const notebooks = `${ROOT}/notebooks`;
    const names = await chapterNames(notebooks);
    const chapters = await Promise.all(names.map((it) => readChapter(`${notebooks}/${it}.ipynb`)));
    const uses = await modulesUsed(chapters, notebooks, ROOT);
    assertEquals(usersOf("lib/notebook/show.ts", uses), names);
    for (const [file, name] of [["duty_rates", "dutyRates"], ["supplier_ranks", "supplierRanks"]]) {
      const drawing = chapters.filter(({ cells }) =>
        cells.some(({ kind, source }) => kind === "code" && source.includes(`${name}(`))
      );
      const users = usersOf(`lib/figures/${file}.ts`, uses);
      assert(drawing.length > 0 && users.length < names.length, file);
      for (const chapter of drawing) {
        assert(
          users.includes(chapter.name),
          `${file}: ${chapter.name}`,
        );
      }
    }
  },
);
