/** Time of executing chapters, of export, and of the whole report, in a temporary folder. */
import { execute } from "../../lib/publish/chapters/execute.ts";
import { chapterNames, readChapter } from "../../lib/publish/chapters/notebook.ts";
import { imprint, readCitation } from "../../lib/publish/citation.ts";
import { readOptions } from "../../lib/publish/options.ts";
import { reportDocument } from "../../lib/publish/build.ts";
import { writePdfs } from "../../lib/publish/pdf/pdf.ts";
import { report } from "../../lib/publish/report.ts";
import { setUp } from "../../lib/publish/setup/setup.ts";
import { figureNumbers, writeDownloads } from "../../lib/publish/downloads/figures.ts";
import { writeSite } from "../../lib/publish/site/site.ts";
import { type Measurement, timed } from "./measure.ts";
import { ROOT } from "../../lib/root.ts";

const ONCE = { runs: 1 };

export async function* publishing(): AsyncGenerator<Measurement> {
  const tools = await setUp({ root: ROOT });
  const notebooks = `${ROOT}/notebooks`;
  const names = await chapterNames(notebooks);
  const chapters = await Promise.all(
    names.map((name) => readChapter(`${notebooks}/${name}.ipynb`)),
  );
  const numbers = figureNumbers(chapters);
  const folder = await Deno.makeTempDir({ prefix: "bench-" });
  try {
    const chapter = names.find((name) => name.startsWith("5-"))!;
    const work = {
      name: chapter,
      source: `${notebooks}/${chapter}.ipynb`,
      target: `${folder}/${chapter}.ipynb`,
      folder: notebooks,
    };
    yield timed(`chapter ${chapter}, executed`, async () => {
      for await (const event of execute([work], tools)) {
        if (event.event === "failed") throw new Error(`${event.ename}: ${event.evalue}`);
      }
    }, ONCE);
    const citation = await readCitation(ROOT);
    const about = imprint(citation);
    const site = {
      ...{ folder: `${folder}/site`, chapters, numbers, pandoc: tools.pandoc, pdfs: [] },
      imprint: about,
    };
    yield timed(`site of ${names.length} chapters`, () => writeSite(site), ONCE);
    const files = [`${folder}/figures`];
    yield timed(
      "figures: pictures, data, workbook, archive",
      () => writeDownloads(files, chapters, numbers, "Cited."),
      ONCE,
    );
    const document = reportDocument(citation, chapters, numbers, folder);
    yield timed("the PDFs", () => writePdfs(document, tools), ONCE);
    const place = { root: ROOT, notebooks, build: `${folder}/build` };
    yield timed("the whole report", () => report(readOptions(["--fresh"]), place, () => {}), ONCE);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}
