/** A PDF is taken as it was set before only where everything in it is the same. */
import { assertEquals, assertRejects } from "@std/assert";
import { FIGURE_MIME } from "../../../lib/notebook/show.ts";
import { parseChapter } from "../../../lib/publish/chapters/notebook.ts";
import { EDITIONS, writePdfs } from "../../../lib/publish/pdf/pdf.ts";
import { PublishError } from "../../../lib/publish/system/errors.ts";
import { madeAnew } from "../../../lib/publish/system/kept.ts";
import { notebook, tools } from "../fixtures.ts";
import { REPORT } from "../../../lib/report.ts";

/** No other run of this test has said it. */
const NEW: string = crypto.randomUUID();

const document = (
  folder: string,
  { text = NEW, color = "red", number = "1", teaching = false } = {},
) => {
  const output = `${folder}/a.pdf`;
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" width="720" height="8" viewBox="0 0 720 8">` +
    `<rect width="9" height="9" fill="${color}"/></svg>`;
  const figure = { id: "a", title: "A", subtitle: "", source: "Bureau.", alt: "A.", data: "{}" };
  const data = { "image/svg+xml": svg, [FIGURE_MIME]: figure };
  const outputs = [{ output_type: "display_data", metadata: {}, data }];
  const chapter = parseChapter(
    "1-a",
    notebook({ prose: `# A title\n\n${text}` }, { code: "1;", outputs }),
  );
  return {
    ...{ title: "A", subtitle: "B", published: "2026-10-01", authors: ["C"] },
    ...{ chapters: [chapter], numbers: new Map([["a", number]]) },
    editions: [{ ...EDITIONS[`${REPORT.file}.pdf`], output, teaching }],
  };
};

Deno.test("a PDF is set once, and again when a word, a picture, a number, the edition is another", async () => {
  const folder = await Deno.makeTempDir();
  const whole = await tools();
  // A Python that cannot start: whatever is set anew fails.
  const broken = { ...whole, env: { ...whole.env, PYTHONHOME: `${folder}/none` } };
  await writePdfs(document(folder), whole);
  const first = await Deno.readFile(`${folder}/a.pdf`);
  await Deno.remove(`${folder}/a.pdf`);
  await writePdfs(document(folder), broken);
  assertEquals(await Deno.readFile(`${folder}/a.pdf`), first);
  const others = [{ text: `${NEW}.` }, { color: "blue" }, { number: "2" }, { teaching: true }];
  for (const other of others) {
    const set = () => writePdfs(document(folder, other), broken);
    await assertRejects(set, PublishError, "Typst could not set the PDF", JSON.stringify(other));
  }
  await assertRejects(() => madeAnew(() => writePdfs(document(folder), broken)), PublishError);
  await Deno.remove(folder, { recursive: true });
});
