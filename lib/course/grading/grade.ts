/**
 * Grading: students' notebooks are run in fenced kernels, their answers are judged here, and a CSV is
 * written.
 *
 *   submissions   what was handed in: whose, of which chapter, and what cannot be graded
 *   run           the job for run.py, which runs it: a kernel and a folder for each notebook
 *   fence.py      what the system keeps a kernel from
 *   kernel        in the kernel: takes away Deno's rights, sends the answers out as data
 *   judge         here: data to states; nothing that a student wrote is called
 *   summary       the terminal's table
 *
 * What holds. A student's code writes only into a temporary folder of its own, starts no program and
 * reaches no network; it reads the library and its data, neither solutions nor what others handed in;
 * it sees nothing of the environment; its time and memory are limited. Checks and keys that it makes or
 * bends do not count. Without Landlock (macOS, Windows, Linux before 5.13) files can be read, and
 * written through polars; on macOS and Windows memory has no limit.
 *
 * What cannot be held. Whose work it is. A right value that was typed in and not computed: read the
 * cell. An answer that is a function is judged among the student's own code, which could bend its judge:
 * the CSV says where. An answer that was found by trying values against the kept hashes.
 */
import { resolve } from "node:path";
import { hereOf } from "../../command.ts";
import { csvOf } from "../../csv.ts";
import { chapterNames, readChapter } from "../../publish/chapters/notebook.ts";
import { setUp } from "../../publish/setup/setup.ts";
import { PublishError } from "../../publish/system/errors.ts";
import { writeWhole } from "../../publish/system/files.ts";
import { requireWritable } from "../../publish/system/writable.ts";
import { slashed } from "../../platform.ts";
import { ROOT } from "../../root.ts";
import { type Grade, gradesOf } from "./judge.ts";
import { runAll } from "./run.ts";
import { type Handed, type Refused, submissionsIn } from "./submissions.ts";
import { summaryOf } from "./summary.ts";

export type { Grade } from "./judge.ts";

/** How long a notebook may take unless it is said otherwise. */
export const GRADING_SECONDS = 120;

export interface Grading {
  /** Where the CSV goes; `grades.csv` in the folder if left out. Paths count from where one stands. */
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
  const from = slashed(resolve(hereOf(), folder));
  const output = slashed(resolve(hereOf(), options.output ?? `${from}/grades.csv`));
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
  "Deno's permissions alone: it can read files, and write them through polars.";

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
