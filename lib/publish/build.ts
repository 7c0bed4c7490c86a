/** The whole report: chapters through the gates into the site, the PDFs, figures and claims. */
import { acceptAnswers } from "./chapters/answers.ts";
import { executedChapters } from "./chapters/chapters.ts";
import { apa, type Citation, imprint, readCitation } from "./citation.ts";
import { firstFigures, writeDownloads } from "./downloads/figures.ts";
import { socialPicture } from "./downloads/pictures.ts";
import { writeExplorer } from "../explore/site.ts";
import { documented } from "../methods/docs.ts";
import { difference } from "./chapters/gates.ts";
import { type Chapter, claimsOf } from "./chapters/notebook.ts";
import { linkedTexts } from "./linked.ts";
import { type Document, EDITIONS, writePdfs } from "./pdf/pdf.ts";
import { exists, textOf, writeWhole } from "./system/files.ts";
import type { Place } from "./place.ts";
import { renewedReadme } from "./readme.ts";
import type { Tools } from "./setup/setup.ts";
import { claimsJson, linkTo, NOTEBOOKS, writeSite } from "./site/site.ts";
import { wholeOrNot } from "./staging.ts";
import { REPORT } from "../report.ts";

export interface Build extends Place {
  names: string[];
  chosen: string[];
  pdf: boolean;
  accept: boolean;
  tools: Tools;
  say: (line: string) => void;
}

/**
 * Builds everything, whole or not at all: what else an earlier build had goes with it, and is named. What
 * was made before from the same is taken, but in `madeAnew`.
 *
 * @throws PublishError when a chapter fails or does not pass the gates; the earlier build stays.
 */
export async function buildReport(order: Build): Promise<void> {
  const { root, notebooks, build, chosen, pdf, accept, tools, say } = order;
  const earlier = await pagesIn(build);
  await wholeOrNot(build, async (stage) => {
    const target = `${stage}/executed`;
    await Deno.mkdir(target);
    const [executed, docs] = await Promise.all([
      executedChapters({ ...order, target }),
      documented(),
    ]);
    const { chapters, references, numbers } = linkedTexts(executed, docs);
    const site = `${stage}/site`;
    say(pdf ? "Setting the pages and the PDFs" : "Setting the pages");
    const citation = await readCitation(root);
    const pdfs = pdf ? Object.keys(EDITIONS) : [];
    await Promise.all([
      writeSite({
        folder: site,
        chapters,
        references,
        numbers,
        pandoc: tools.pandoc,
        pdfs,
        imprint: imprint(citation),
      }),
      writeExplorer({ folder: site, chapters: [...chapters, ...references].map(linkTo), citation }),
      pdf
        ? writePdfs(reportDocument(citation, chapters, numbers, stage, references[0]), tools)
        : undefined,
      writeDownloads([`${stage}/figures`, `${site}/figures`], chapters, numbers, apa(citation)),
      Deno.writeTextFile(`${stage}/claims.json`, claimsJson(chapters.flatMap(claimsOf))),
    ]);
    const [first] = firstFigures(chapters);
    if (first) await Deno.writeFile(`${site}/social.png`, socialPicture(first.svg));
    for (const name of pdfs) await Deno.copyFile(`${stage}/${name}`, `${site}/${name}`);
    await copyNotebooks(order, target, `${site}/${NOTEBOOKS}`);
    if (accept) {
      const readme = await renewedReadme(root, executed);
      await acceptOutputs(target, notebooks, chosen, say);
      if (await acceptAnswers(notebooks, executed)) say("  new keys in notebooks/answers.json");
      await acceptReadme(root, readme, say);
    }
    await Deno.remove(target, { recursive: true });
  });
  const now = await pagesIn(build);
  const gone = earlier.filter((name) => !now.includes(name));
  if (gone.length > 0) say(`  gone with the earlier build: ${gone.join(", ")}`);
}

/** The chapters' notebooks for readers: as executed now, or as committed. */
async function copyNotebooks(
  { names, chosen, notebooks }: Build,
  executed: string,
  folder: string,
): Promise<void> {
  await Deno.mkdir(folder);
  await Promise.all(names.map((name) => {
    const from = chosen.includes(name) ? executed : notebooks;
    return Deno.copyFile(`${from}/${name}.ipynb`, `${folder}/${name}.ipynb`);
  }));
}

/** What the PDFs of the report hold, to be written into a folder. */
export function reportDocument(
  citation: Citation,
  chapters: Chapter[],
  numbers: Map<string, string>,
  folder: string,
  appendix?: Chapter,
): Document {
  const { license, published, authors } = citation;
  const { title, subtitle } = REPORT;
  const editions = Object.entries(EDITIONS)
    .map(([name, edition]) => ({ output: `${folder}/${name}`, ...edition }));
  const front = { citation: apa(citation), license };
  const shared = { numbers, published, authors, front, editions };
  return { title, subtitle, chapters, appendix, ...shared };
}

/** Pages and PDFs of a build; none where there is none. */
async function pagesIn(build: string): Promise<string[]> {
  const names: string[] = [];
  for (const folder of ["", "site/"]) {
    if (!await exists(`${build}/${folder}`)) continue;
    for await (const { name } of Deno.readDir(`${build}/${folder}`)) {
      if (/\.(html|pdf)$/.test(name)) names.push(`${folder}${name}`);
    }
  }
  return names.sort();
}

async function acceptOutputs(
  executed: string,
  notebooks: string,
  names: string[],
  say: (line: string) => void,
): Promise<void> {
  for (const name of names) {
    const text = await Deno.readTextFile(`${executed}/${name}.ipynb`);
    const path = `${notebooks}/${name}.ipynb`;
    const committed = await Deno.readTextFile(path);
    if (text === committed) continue;
    await writeWhole(path, text);
    const what = difference(name, committed, text) ? "new outputs" : "the same outputs, tidied,";
    say(`  ${what} in notebooks/${name}.ipynb`);
  }
}

async function acceptReadme(
  root: string,
  files: Map<string, string>,
  say: (line: string) => void,
): Promise<void> {
  for (const [name, text] of files) {
    if (await textOf(`${root}/${name}`) === text) continue;
    await writeWhole(`${root}/${name}`, text);
    say(`  ${name} says what the chapters say`);
  }
}
