/** From what a student's kernel gave to a state and a sentence for each exercise. */
import { ANSWER_MIME, checkAnswer, type Outcome } from "../../exercises/mod.ts";
import { type Exercise, exercisesOf } from "../../publish/chapters/exercises.ts";
import type { Answer } from "./kernel.ts";
import type { Ran } from "./run.ts";
import { checkRemarks, type Handed } from "./submissions.ts";

/** How an exercise stands: a row of the CSV. */
export interface Grade {
  student: string;
  file: string;
  /** Name of the chapter; empty for a file that is of none. */
  chapter: string;
  exercise: string;
  state: State;
  said: string;
  remark: string;
}

/**
 * `failed`: the cell that should set it does, or the answer cannot be judged. `not run`: its time was
 * over. `missing`: no cell sets it. `not graded`: the whole file cannot be.
 */
export type State = Outcome["state"] | "failed" | "not run" | "missing" | "not graded";

type Judgment = Pick<Grade, "state" | "said"> & { remark?: string };

/** The grades of a notebook that was run. */
export function gradesOf(handed: Handed, ran: Ran): Grade[] {
  const checks = checkRemarks(handed);
  const exercises = exercisesOf(handed.chapter);
  const ofChapter = [...handed.remarks, ...leftOut(exercises, handed, ran)];
  return exercises.map((exercise) => {
    const { remark, ...judgment } = judged(exercise, handed, ran);
    const remarks = [remark, checks.get(exercise.id), ...ofChapter];
    return {
      student: handed.student,
      file: handed.file,
      chapter: handed.chapter.name,
      exercise: exercise.id,
      ...judgment,
      remark: remarks.filter((it) => it !== undefined).join("; "),
    };
  });
}

function judged({ id, variable }: Exercise, { cells }: Handed, ran: Ran): Judgment {
  const answer = ran.answers?.[id];
  const judgment = answer && judgedAnswer(id, answer);
  if (judgment) return judgment;
  const last = (among: number[]) => among.findLast((at) => sets(cells[at], variable));
  const [blocked, ended] = [last(ran.blocked), last(ran.ended)];
  if (blocked !== undefined) return { state: "not run", said: `time: cell ${blocked + 1}` };
  if (ended !== undefined) return { state: "failed", said: `cell ${ended + 1} ${ENDED}` };
  const failed = last(Object.keys(ran.failed).map(Number));
  if (failed !== undefined) {
    return { state: "failed", said: `cell ${failed + 1}: ${ran.failed[failed]}` };
  }
  if (answer?.is === "undefined") return { state: "no answer", said: "" };
  if (!ran.finished) return { state: "not run", said: "time: that of the notebook was over" };
  return { state: "missing", said: `no cell sets ${variable}` };
}

const sets = (cell: string | null, variable: string): boolean =>
  new RegExp(String.raw`\b${variable}\b\s*(?::[^=]+)?=(?!=)`).test(cell ?? "");

/** What an answer is worth, if there is one. It is made of data alone, whoever made it. */
function judgedAnswer(id: string, answer: Answer): Judgment | undefined {
  if (answer.is === "other") return inKernel(answer.outcome);
  if (answer.is !== "data") return undefined;
  try {
    const { state, say } = checkAnswer(id, () => answer.data).data[ANSWER_MIME] as Outcome;
    return { state, said: say };
  } catch (error) {
    return { state: "failed", said: `It cannot be judged: ${error}` };
  }
}

/** What is no data was judged among the student's own code. */
function inKernel(outcome: { state: State; say: string } | undefined): Judgment {
  const state = (["right", "failed"] as const).find((it) => it === outcome?.state) ?? "not yet";
  const remark = state === "right" ? "judged in the student's kernel: read the cell" : undefined;
  return { state, said: String(outcome?.say ?? ""), remark };
}

const ENDED = "ended the kernel: Deno.exit, or no memory was left";

/** Cells that had to be left out and set no answer, of which all that follows may have needed something. */
function leftOut(exercises: Exercise[], { cells }: Handed, { ended, blocked }: Ran): string[] {
  const setsNone = (at: number) => !exercises.some(({ variable }) => sets(cells[at], variable));
  return [
    ...blocked.filter(setsNone).map((at) => `cell ${at + 1} took too long and was left out`),
    ...ended.filter(setsNone).map((at) => `cell ${at + 1} ${ENDED}; it was left out`),
  ];
}
