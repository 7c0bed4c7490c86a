/**
 * `deno task course`: what it takes to teach with the report, derived from its chapters by the tags of
 * their cells. Nothing is executed: figures and outputs are the committed ones.
 *
 *   (door)     course; options and build say what is asked for, and write it; kept, what stays of what
 *              people wrote in; notebooks, a chapter as a student gets it, and as a teacher does;
 *              references, the methods, the cheat sheet and the library's reference
 *   slides/    what a deck shows, and how
 *   plan/      goals, minutes, lessons, a semester; plan.md holds the words
 *   grading/   who passed which check, from the notebooks that were handed in
 */
import { exitCodeOf } from "../publish/system/errors.ts";
import { chapterNames } from "../publish/chapters/notebook.ts";
import { chosenChapters } from "../publish/options.ts";
import { HERE } from "../publish/place.ts";
import { setUp } from "../publish/setup/setup.ts";
import { within } from "../platform.ts";
import { ROOT } from "../root.ts";
import { buildCourse } from "./build.ts";
import { grade } from "./grading/grade.ts";
import { HELP, type Options, readOptions } from "./options.ts";

/** Makes the course that the options ask for. */
export async function course(options: Options, place = HERE, say = console.log): Promise<void> {
  const started = performance.now();
  const names = await chapterNames(place.notebooks);
  const chosen = chosenChapters(options.only, names);
  const tools = await setUp({ root: ROOT, say });
  await buildCourse({ ...place, ...options, names, chosen, tools, say });
  const folder = `${within(Deno.cwd(), place.build) ?? place.build}/course`;
  for (
    const what of ["index.html", "student/", "teacher/", ...(options.slides ? ["slides/"] : [])]
  ) {
    say(`  ${folder}/${what}`);
  }
  say(`Done in ${((performance.now() - started) / 1000).toFixed(1)} s`);
}

if (import.meta.main) {
  Deno.exitCode = await exitCodeOf(async () => {
    const options = readOptions(Deno.args);
    if (options.help) console.log(HELP);
    else if (options.grade === undefined) await course(options);
    else await grade(options.grade, options);
  });
}
