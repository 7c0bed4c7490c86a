/** Chapters while they are written: which cells a save has changed, and whose outputs are shown. */
import { assertEquals, assertRejects } from "@std/assert";
import { Manuscript } from "../../../lib/publish/edit/manuscript.ts";
import { notebook } from "../fixtures.ts";

const shows = (text: string) => [{
  output_type: "display_data",
  data: { "text/markdown": text },
  metadata: {},
}];

/** A chapter of a text and two cells, each with what it shows. */
const chapter = (prose: string, one: string, two: string, outputs = ["1", "2"]) =>
  notebook(
    { prose: `# Title\n\n${prose}` },
    { code: one, outputs: outputs[0] ? shows(outputs[0]) : [] },
    { code: two, outputs: outputs[1] ? shows(outputs[1]) : [] },
  );

async function written(first: string) {
  const folder = await Deno.makeTempDir();
  const manuscript = new Manuscript(folder);
  const save = async (text: string) => {
    await Deno.writeTextFile(`${folder}/1-a.ipynb`, text);
    return await manuscript.read("1-a");
  };
  const start = await save(first);
  const shown = () =>
    manuscript.shown()[0].cells.map(({ source, outputs }) =>
      [source, ...outputs.map(({ data }) => data["text/markdown"])].join(" | ")
    );
  return { folder, manuscript, save, start, shown };
}

Deno.test("text alone is shown at once, with the outputs that its code has", async () => {
  const { save, start, shown } = await written(chapter("Old.", "a", "b"));
  assertEquals(start, { what: "new", cells: [] });
  assertEquals(await save(chapter("New.", "a", "b", ["", ""])), { what: "text", cells: [] });
  assertEquals(shown(), ["# Title\n\nNew.", "a | 1", "b | 2"]);
  assertEquals(await save(chapter("New.", "a", "b", ["", ""])), { what: "nothing", cells: [] });
});

Deno.test("code that has changed is shown when it was executed, text that came meanwhile with it", async () => {
  const { manuscript, save, shown } = await written(chapter("Old.", "a", "b"));
  assertEquals(await save(chapter("Old.", "a", "c")), { what: "code", cells: [3] });
  assertEquals(shown(), ["# Title\n\nOld.", "a | 1", "b | 2"]);
  assertEquals(await save(chapter("New.", "a", "c")), { what: "code", cells: [3] });
  manuscript.executed("1-a", chapter("Old.", "a", "c", ["1", "3"]), ["/data/a.csv"]);
  assertEquals(shown(), ["# Title\n\nNew.", "a | 1", "c | 3"]);
  assertEquals(manuscript.readers("/data/a.csv"), ["1-a"]);
  assertEquals(manuscript.readers("/data/b.csv"), []);
  assertEquals(manuscript.readers("/link/a.csv", "/data/a.csv"), ["1-a"]);
});

Deno.test("a cell that is gone changes the code; one that shows and has no outputs is to be executed", async () => {
  const { save } = await written(chapter("Text.", "a", "b"));
  const fewer = notebook({ prose: "# Title" }, { code: "a" });
  assertEquals(await save(fewer), { what: "code", cells: [2] });
  const { start } = await written(chapter("Text.", "await show(1);", "await show(2);", ["1", ""]));
  assertEquals(start, { what: "new", cells: [3] });
});

Deno.test("a broken notebook changes nothing, one that is gone is not shown", async () => {
  const { folder, manuscript, save, shown } = await written(chapter("Text.", "a", "b"));
  await assertRejects(() => save("{"), Error, "1-a.ipynb is not a notebook");
  assertEquals(shown().length, 3);
  await Deno.remove(`${folder}/1-a.ipynb`);
  assertEquals(await manuscript.read("1-a"), { what: "gone", cells: [] });
  assertEquals(manuscript.shown(), []);
});
