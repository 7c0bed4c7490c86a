/** The pages alone, from chapters as they are: what the worker of `deno task edit` runs. */
import { documented } from "../methods/docs.ts";
import { writeExplorer } from "../explore/site.ts";
import { exerciseFindings } from "./chapters/exercises.ts";
import { figureFindings, outputFindings } from "./chapters/gates.ts";
import { apa, imprint, readCitation } from "./citation.ts";
import { firstFigures, writeDownloads } from "./downloads/figures.ts";
import { socialPicture } from "./downloads/pictures.ts";
import type { Job, Made } from "./edit/pages.ts";
import { replaceChanged } from "./edit/replace.ts";
import { linkedTexts } from "./linked.ts";
import { linkTo, writeSite } from "./site/site.ts";

/** Makes what the job asks for, in a folder of that name. */
export async function make(job: Job): Promise<Made> {
  const made = await MAKERS[job.make](job);
  return { changed: [], findings: [], docs: job.docs, ...made };
}

const MAKERS: Record<Job["make"], (job: Job) => Promise<Partial<Made>>> = {
  docs: async () => ({ docs: await documented() }),

  async site({ root, folder, chapters, docs, pandoc }) {
    const next = `${folder}/next`;
    await Deno.mkdir(next, { recursive: true });
    try {
      const citation = imprint(await readCitation(root));
      const texts = linkedTexts(chapters, docs);
      await writeSite({ folder: next, ...texts, pandoc, pdfs: [], imprint: citation });
      const changed = await replaceChanged(next, `${folder}/site`);
      const findings = [
        ...chapters.flatMap(outputFindings),
        ...figureFindings(chapters),
        ...chapters.flatMap(exerciseFindings),
      ];
      return { changed, findings };
    } finally {
      await Deno.remove(next, { recursive: true });
    }
  },

  async explorer({ root, folder, chapters, docs }) {
    const { chapters: report, references } = linkedTexts(chapters, docs);
    await writeExplorer({
      folder: `${folder}/explorer`,
      chapters: [...report, ...references].map(linkTo),
      citation: await readCitation(root),
    });
    return {};
  },

  async downloads({ root, folder, chapters, docs }) {
    const { chapters: report, numbers } = linkedTexts(chapters, docs);
    const cite = apa(await readCitation(root));
    await writeDownloads([`${folder}/downloads/figures`], report, numbers, cite);
    const [first] = firstFigures(report);
    if (first) await Deno.writeFile(`${folder}/downloads/social.png`, socialPicture(first.svg));
    return {};
  },
};
