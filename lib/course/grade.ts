/** Grading: students' notebooks are run in fenced kernels, their answers judged here, and a CSV written. */
import { resolve } from "node:path";
import { csvOf } from "../csv.ts";
import { chapterNames, readChapter } from "../publish/chapters/notebook.ts";
import { setUp } from "../publish/setup/setup.ts";
import { PublishError } from "../publish/system/errors.ts";
import { writeWhole } from "../publish/system/files.ts";
import { requireWritable } from "../publish/system/writable.ts";
import { ROOT } from "../root.ts";
import { type Grade, gradesOf } from "./grade_judge.ts";
import { runAll } from "./grade_run.ts";
import { type Handed, type Refused, submissionsIn } from "./grade_submissions.ts";
import { summaryOf } from "./grade_summary.ts";

export type { Grade } from "./grade_judge.ts";

/** How long a notebook may take unless it is said otherwise. */
export const GRADING_SECONDS = 120;

export interface Grading {
  /** Where the CSV goes; `grades.csv` in the folder if left out. */
  output?: string;
  /** How long each notebook may take; a cell, a fourth of it. */
  seconds?: number;
  say?: (line: string) => void;
  /** Folder of the chapters. */
  notebooks?: string;
}

/**
 * Grades what students handed in: every notebook of a folder and of those in it. Nothing of theirs runs
 * outside its kernel, nothing is changed but the CSV.
 *
 * @returns the rows of the CSV: one for each exercise of each notebook, and one for each file that
 *   cannot be graded, which says why
 * @throws PublishError when there is no such folder, nothing in it, or no place for the CSV.
 */
export async function grade(folder: string, options: Grading = {}): Promise<Grade[]> {
  const { seconds = GRADING_SECONDS, notebooks = `${ROOT}/notebooks` } = options;
  const say = (line: string) => (options.say ?? console.log)(plain(line));
  const from = resolve(folder);
  const output = resolve(options.output ?? `${from}/grades.csv`);
  await requireFolder(from);
  await requireWritable(resolve(output, ".."));
  const names = await chapterNames(notebooks);
  const chapters = await Promise.all(
    names.map((name) => readChapter(`${notebooks}/${name}.ipynb`)),
  );
  const submissions = await submissionsIn(from, chapters, output);
  if (submissions.length === 0) throw new PublishError(`no notebooks lie in ${from}`);

  const handed = submissions.filter((it): it is Handed => "chapter" in it);
  const refused = submissions.filter((it): it is Refused => "fault" in it);
  const graded = new Map(refused.map((it) => [it.file, [gradeOfRefused(it)]]));
  const tools = await setUp({ root: ROOT });
  for await (const event of handed.length > 0 ? runAll(handed, tools, seconds) : []) {
    if (event.event === "fence") {
      if (event.version === 0) say(UNFENCED);
      continue;
    }
    const one = handed.find(({ file }) => file === event.name)!;
    const grades = gradesOf(one, event);
    graded.set(one.file, grades);
    say(
      `  ${one.file}: ${rightOf(grades)} of ${grades.length} right (${event.seconds.toFixed(1)} s)`,
    );
  }
  const grades = submissions.flatMap(({ file }) => graded.get(file)!);
  await writeWhole(output, csvOf({ names: [...COLUMNS], rows: grades.map(rowOf) }));
  summaryOf(grades).forEach(say);
  say(`\n${output}`);
  return grades;
}

const COLUMNS = ["student", "file", "chapter", "exercise", "state", "said", "remark"] as const;

const rowOf = (grade: Grade): string[] => COLUMNS.map((column) => plain(grade[column]));

/** Names and errors are the students': what would steer a terminal is taken out. */
const plain = (text: string): string => text.replace(/(?!\n)\p{Cc}/gu, " ");

const UNFENCED =
  "This system has no Landlock (Linux 5.13 or later has): what the students' code may do is limited by " +
  "Deno's permissions alone. See the README on grading.";

const rightOf = (grades: Grade[]): number => grades.filter(({ state }) => state === "right").length;

const gradeOfRefused = ({ student, file, fault }: Refused): Grade => ({
  student,
  file,
  chapter: "",
  exercise: "",
  state: "not graded",
  said: fault,
  remark: "",
});

async function requireFolder(folder: string) {
  const found = await Deno.stat(folder).catch(() => null);
  if (found?.isDirectory) return;
  throw new PublishError(
    `${
      found ? "not a folder" : "no such folder"
    }: ${folder}; name the one in which the students' notebooks lie`,
  );
}
