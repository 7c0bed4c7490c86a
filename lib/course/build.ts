/** Writes the course: plan, notebooks, slides, references. */
import { type Chapter, parseChapter } from "../publish/chapters/notebook.ts";
import { imprint, readCitation } from "../publish/citation.ts";
import type { Place } from "../publish/place.ts";
import type { Tools } from "../publish/setup/setup.ts";
import { writeAssets } from "../publish/site/assets.ts";
import { wholeOrNot } from "../publish/staging.ts";
import { deckAssets, deckHtml } from "./slides/deck.ts";
import { carryOver } from "./kept.ts";
import { studentNotebook, teacherNotebook } from "./notebooks.ts";
import { planPage } from "./plan/page.ts";
import { writeReferences } from "./references.ts";

export interface Build extends Place {
  names: string[];
  chosen: string[];
  slides: boolean;
  tools: Tools;
  say: (line: string) => void;
}

/**
 * Makes the course, whole or not at all. What people wrote in an earlier one stays, and is named.
 *
 * @throws PublishError when a chapter is no notebook, or the plan names what no chapter has.
 */
export async function buildCourse(order: Build): Promise<void> {
  const { root, notebooks, build, names, chosen, slides, tools, say } = order;
  const texts = new Map(
    await Promise.all(
      names.map(async (name) =>
        [name, await Deno.readTextFile(`${notebooks}/${name}.ipynb`)] as const
      ),
    ),
  );
  const chapters = [...texts].map(([name, text]) => parseChapter(name, text));
  let kept: string[] = [];
  await wholeOrNot(build, async (stage) => {
    say(`Students’ and teachers’ notebooks of ${chosen.length} of ${names.length} chapters`);
    await writeNotebooks(stage, chosen.map((name) => [name, texts.get(name)!]));
    say(`Setting ${slides ? "the slides, " : ""}the plan and the references`);
    const setting = { pandoc: tools.pandoc, imprint: imprint(await readCitation(root)) };
    await Promise.all([
      writeReferences(stage, chapters, setting),
      ...slides
        ? [
          writeDecks(
            `${stage}/slides`,
            chapters.filter(({ name }) => chosen.includes(name)),
            tools,
          ),
        ]
        : [],
      planPage(chapters, setting).then((html) => Deno.writeTextFile(`${stage}/index.html`, html)),
      writeAssets(stage),
    ]);
    kept = await carryOver(`${build}/course`, stage, chosen.length < names.length || !slides);
  }, "course");
  for (const path of kept) {
    say(
      `  kept: course/${path} was written in; for a fresh one, give it another name and run this again`,
    );
  }
}

async function writeNotebooks(stage: string, texts: [string, string][]): Promise<void> {
  for (
    const [folder, made] of [["student", studentNotebook], ["teacher", teacherNotebook]] as const
  ) {
    await Deno.mkdir(`${stage}/${folder}`);
    await Promise.all(
      texts.map(([name, text]) =>
        Deno.writeTextFile(`${stage}/${folder}/${name}.ipynb`, made(name, text))
      ),
    );
  }
}

async function writeDecks(folder: string, chapters: Chapter[], { pandoc }: Tools): Promise<void> {
  await Deno.mkdir(folder);
  const assets = await deckAssets();
  await Promise.all(chapters.map(async (chapter) => {
    const html = await deckHtml(chapter, pandoc, assets);
    await Deno.writeTextFile(`${folder}/${chapter.name}.html`, html);
  }));
}
