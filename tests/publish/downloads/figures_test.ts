/** What figures are called, by their pictures, through all chapters; and their files. */
import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { Buffer } from "node:buffer";
// @ts-types="npm:@types/yauzl@3.4.0"
import yauzl from "yauzl";
import {
  figureNumbers,
  firstFigures,
  firstShowings,
  uniqueFigures,
  writeDownloads,
} from "../../../lib/publish/downloads/figures.ts";
import { madeAnew } from "../../../lib/publish/system/kept.ts";
import { FIGURE_MIME } from "../../../lib/notebook/show.ts";
import { parseChapter } from "../../../lib/publish/chapters/notebook.ts";
import { notebook } from "../fixtures.ts";

const DATA = JSON.stringify({ rows: 1, columns: [["year", "2024"], ["unit", "percent"]] });
const shown = (id: string, picture: string) => ({
  output_type: "display_data",
  metadata: {},
  data: {
    "image/svg+xml":
      `<svg xmlns="http://www.w3.org/2000/svg" width="72" height="8" viewBox="0 0 72 8" ` +
      `aria-labelledby="${id}-title"><title id="${id}-title">${picture}</title></svg>`,
    [FIGURE_MIME]: {
      id,
      title: picture,
      subtitle: "Percent",
      source: "Source: Bureau.",
      data: DATA,
    },
  },
});
const chapter = (name: string, ...figures: [id: string, picture: string][]) =>
  parseChapter(
    name,
    notebook({ prose: "# A" }, { code: "f;", outputs: figures.map((it) => shown(...it)) }),
  );

const chapters = [
  chapter("1-a", ["figure-1", "balance"], ["figure-2", "shares"]),
  chapter("2-b", ["history", "since 1989"], ["by-group", "balance"]),
  chapter("3-c", ["figure-2", "shares"], ["ranks", "ranks"]),
];

Deno.test("the lead figure has no number, and those after it begin with 1", () => {
  const lead = chapter("1-a", ["answer", "shares"], ["figure-1", "balance"]);
  assertEquals([...figureNumbers([lead])], [["figure-1", "1"]]);
});

Deno.test("a picture drawn again under another id keeps the number of the first", () => {
  assertEquals([...figureNumbers(chapters)], [
    ["figure-1", "1"],
    ["figure-2", "2"],
    ["history", "3"],
    ["by-group", "1, again"],
    ["ranks", "4"],
  ]);
});

Deno.test("the list of figures has each picture once, the files each id", () => {
  const ids = (figures: { id: string }[]) => figures.map(({ id }) => id);
  assertEquals(ids(firstFigures(chapters)), ["figure-1", "figure-2", "history", "ranks"]);
  assertEquals(ids(uniqueFigures(chapters)), [
    "figure-1",
    "figure-2",
    "history",
    "by-group",
    "ranks",
  ]);
});

Deno.test("a picture's first showing is where its number is from", () => {
  const showings = firstShowings(chapters);
  assertEquals(showings.get("by-group"), { chapter: "1-a", id: "figure-1" });
  assertEquals(showings.get("figure-2"), { chapter: "1-a", id: "figure-2" });
  assertEquals(showings.get("ranks"), { chapter: "3-c", id: "ranks" });
});

/** Names and texts in an archive, in its order. */
async function filesIn(path: string): Promise<Map<string, string>> {
  const zip = await yauzl.fromBufferPromise(Buffer.from(await Deno.readFile(path)), {
    lazyEntries: true,
  });
  const files = new Map<string, string>();
  for await (const entry of zip.eachEntry()) {
    const chunks = await Array.fromAsync(await zip.openReadStreamPromise(entry));
    files.set(entry.fileName, Buffer.concat(chunks as Uint8Array[]).toString());
  }
  return files;
}

Deno.test("one archive has each picture once with its data, and says how to cite it; the same bytes again", async () => {
  const folders = [await Deno.makeTempDir(), await Deno.makeTempDir()];
  const write = () =>
    writeDownloads(folders, chapters, figureNumbers(chapters), "Cited so. (2026).");
  await madeAnew(write);
  const archives = await Promise.all(folders.map((it) => Deno.readFile(`${it}/figures.zip`)));
  const files = await filesIn(`${folders[1]}/figures.zip`);
  assertEquals([...files.keys()], [
    "README.txt",
    "figures.xlsx",
    ...["figure-1", "figure-2", "history", "ranks"]
      .flatMap((id) => ["svg", "png", "csv"].map((ending) => `${id}.${ending}`)),
  ]);
  const readme = files.get("README.txt")!;
  for (
    const part of [
      "Cited so. (2026).",
      "MIT License",
      "public domain",
      "  unit ",
      "Figure 4  ranks",
    ]
  ) assertStringIncludes(readme, part);
  assertEquals(files.get("ranks.csv"), await Deno.readTextFile(`${folders[0]}/ranks.csv`));
  assert(await Deno.stat(`${folders[1]}/by-group.png`), "a second showing has its files");
  const now = Date.now;
  try {
    Date.now = () => now() + 1e10;
    await madeAnew(write);
  } finally {
    Date.now = now;
  }
  for (const [place, folder] of folders.entries()) {
    assertEquals(await Deno.readFile(`${folder}/figures.zip`), archives[place]);
    await Deno.remove(folder, { recursive: true });
  }
});

Deno.test("without figures there is nothing to take away", async () => {
  const folder = await Deno.makeTempDir();
  await writeDownloads([folder], [], new Map(), "");
  assertEquals(await Array.fromAsync(Deno.readDir(folder)), []);
  await Deno.remove(folder);
});
