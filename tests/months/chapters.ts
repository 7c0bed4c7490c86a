/** The chapters as a reader finds them in a month: executed on its data, in a copy of the project. */
import { execute } from "../../lib/publish/chapters/execute.ts";
import { exerciseFindings } from "../../lib/publish/chapters/exercises.ts";
import { explain } from "../../lib/publish/chapters/failures.ts";
import { figureFindings, outputFindings } from "../../lib/publish/chapters/gates.ts";
import { type Chapter, readChapter } from "../../lib/publish/chapters/notebook.ts";
import type { Tools } from "../../lib/publish/setup/setup.ts";

export interface Executed {
  chapters: Chapter[];
  /** Cells that failed, and what the gates of a report refuse. */
  failures: string[];
}

/** Puts the data of a folder in the place of a project's. */
export async function replaceData(root: string, folder: string): Promise<void> {
  await Deno.remove(`${root}/data`, { recursive: true });
  await Deno.mkdir(`${root}/data`);
  for await (const { name } of Deno.readDir(folder)) {
    await Deno.copyFile(`${folder}/${name}`, `${root}/data/${name}`);
  }
}

/** Executes chapters in a copy of the project. One that fails takes no other with it. */
export async function executeChapters(
  root: string,
  names: string[],
  tools: Tools,
): Promise<Executed> {
  const folder = `${root}/notebooks`, target = await Deno.makeTempDir({ prefix: "executed-" });
  const path = (name: string) => `${folder}/${name}.ipynb`;
  const work = names.map((name) => ({
    name,
    source: path(name),
    target: `${target}/${name}.ipynb`,
    folder,
  }));
  const failures: string[] = [], done: string[] = [];
  try {
    for await (const event of execute(work, tools)) {
      if (event.event === "executed") done.push(event.name);
      if (event.event === "failed") {
        failures.push(await explain(event, path(event.name), folder, root));
      }
    }
    const read = names.filter((name) => done.includes(name));
    const chapters = await Promise.all(read.map((name) => readChapter(`${target}/${name}.ipynb`)));
    const refused = [
      ...chapters.flatMap(outputFindings),
      ...figureFindings(chapters),
      ...chapters.flatMap(exerciseFindings),
    ];
    return { chapters, failures: [...failures, ...refused] };
  } finally {
    await Deno.remove(target, { recursive: true });
  }
}
