/**
 * Exercises and goals of a chapter, by the tags of its cells. An exercise is, in this order: its question
 * (`exercise`), a `hint`, its `solution` in one or more cells, the `key` that is kept of the answer, and
 * the `check` that a student runs.
 */
import { type AnswerKey, KEY_MIME } from "../../exercises/key.ts";
import { ANSWER_MIME, checkCode, type Outcome, variableOf } from "../../exercises/check.ts";
import type { Cell, Chapter } from "./notebook.ts";
import { EXERCISE_TAGS, HINT, TAGS } from "./tags.ts";

export interface Exercise {
  /** Chapter and place in it: `3.1`. */
  id: string;
  /** What the answer is called: `answer3_1`. */
  variable: string;
  kind: typeof KINDS[number];
  level: typeof LEVELS[number];
  minutes: number;
  /** Markdown, without the head that says all of the above. */
  question: string;
  /** Markdown, without the word. */
  hint: string;
}

/** What a chapter teaches, from its `goals` cell. */
export interface Goals {
  /** What one can do afterwards, each beginning with a verb. */
  goals: string[];
  before: string;
  /** Minutes for the chapter, and for its exercises; 0 where it has none. */
  minutes: { chapter: number; exercises: number };
}

const KINDS = ["reading", "computing", "judgment", "proof"] as const;
const LEVELS = ["easy", "medium", "hard"] as const;

const HEAD = new RegExp(
  String.raw`^\*\*Exercise (\d+\.\d+)\*\* \((${KINDS.join("|")}), (${LEVELS.join("|")}), ` +
    String.raw`(\d+) minutes\)\.\s+(?=\S)`,
);
const GOALS =
  /^\*\*Goals\.\*\* After this chapter you can (.+?)\.\s+\*\*Before it\.\*\* (.+?)\s+\*\*Time\.\*\* (\d+) minutes(?:, and (\d+) for the exercises)?\.\s*$/s;

/** The exercises of a chapter that has no faults. */
export function exercisesOf(chapter: Chapter): Exercise[] {
  return chapter.cells.flatMap((cell, at) => {
    if (!cell.tags.includes("exercise")) return [];
    const [head, id, kind, level, minutes] = HEAD.exec(cell.source) ?? [];
    if (head === undefined) return [];
    return [{
      id,
      variable: variableOf(id),
      kind: kind as Exercise["kind"],
      level: level as Exercise["level"],
      minutes: Number(minutes),
      question: cell.source.slice(head.length).trim(),
      hint: (chapter.cells[at + 1]?.source ?? "").replace(HINT, "").trim(),
    }];
  });
}

/** What a chapter teaches; undefined where it does not say so. */
export function goalsOf({ cells }: Chapter): Goals | undefined {
  const [, goals, before, chapter, exercises] =
    GOALS.exec(cells.find(({ tags }) => tags.includes("goals"))?.source ?? "") ?? [];
  if (goals === undefined) return undefined;
  return {
    goals: goals.split(/;\s+(?:and\s+)?/).map((goal) => goal.trim()),
    before,
    minutes: { chapter: Number(chapter), exercises: Number(exercises ?? 0) },
  };
}

/** Keys that the chapters show, by exercise. */
export function keysOf(chapters: Chapter[]): Record<string, AnswerKey> {
  const shown = chapters.flatMap(({ cells }) => cells.flatMap(({ outputs }) => outputs));
  return Object.assign({}, ...shown.map(({ data }) => data[KEY_MIME] ?? {}));
}

/** What is wrong with a chapter's tags, goals and exercises, each with its cell. */
export function exerciseFindings(chapter: Chapter): string[] {
  const findings: string[] = [];
  const fault = (cell: Cell, text: string) =>
    findings.push(`${chapter.name}, cell ${cell.number}: ${text}`);
  for (const [at, cell] of chapter.cells.entries()) {
    for (const tag of cell.tags.filter((it) => !(it in TAGS))) {
      fault(cell, `no tag is called ${tag}; there are ${Object.keys(TAGS).join(", ")}`);
    }
    const wrong = placeFault(cell, chapter.cells[at - 1], chapter.cells[at + 1]);
    if (wrong) fault(cell, wrong);
    if (cell.tags.includes("goals") && !goalsOf(chapter)) fault(cell, `goals read: ${GOALS_FORM}`);
    if (cell.tags.includes("exercise") && !HEAD.test(cell.source)) {
      fault(cell, `an exercise begins: ${HEAD_FORM}`);
    }
    if (cell.tags.includes("hint") && !HINT.test(cell.source)) {
      fault(cell, "a hint begins: *Hint.*");
    }
  }
  const exercises = exercisesOf(chapter);
  const [questions, keys, checks] = ["exercise", "key", "check"].map((tag) =>
    chapter.cells.filter(({ tags }) => tags.includes(tag))
  );
  for (const [at, { id, variable }] of exercises.entries()) {
    const expected = `${chapter.number}.${at + 1}`;
    const own = questions[at];
    if (id !== expected) fault(own, `exercise ${id} is the chapter's ${expected}`);
    if (!own.source.includes(`\`${variable}\``)) fault(own, `does not name \`${variable}\``);
    const [check, key] = [checks[at], keys[at]];
    if (check && check.source.trim() !== checkCode(id)) fault(check, `reads: ${checkCode(id)}`);
    if (check) findings.push(...outcomeFindings(chapter, check, id));
    if (key && !key.source.includes(`answerKey("${id}", ${variable},`)) {
      fault(key, `calls answerKey("${id}", ${variable}, …)`);
    }
  }
  const sum = exercises.reduce((all, { minutes }) => all + minutes, 0);
  const said = goalsOf(chapter)?.minutes.exercises;
  if (said !== undefined && said !== sum) {
    findings.push(
      `${chapter.name}: its goals say ${said} minutes for the exercises, they take ${sum}`,
    );
  }
  return findings;
}

const HEAD_FORM =
  "**Exercise 3.1** (reading, easy, 5 minutes). Its question, which names `answer3_1`";
const GOALS_FORM =
  "**Goals.** After this chapter you can …; …. **Before it.** … **Time.** 45 minutes, " +
  "and 50 for the exercises. (three paragraphs)";

/** Which tags may stand before a cell of a tag. */
const BEHIND: Record<string, string[]> = {
  hint: ["exercise"],
  solution: ["hint", "solution"],
  key: ["solution"],
  check: ["key"],
};

function placeFault(cell: Cell, before?: Cell, after?: Cell): string | null {
  const tag = EXERCISE_TAGS.find((it) => cell.tags.includes(it));
  const next = EXERCISE_TAGS.find((it) => after?.tags.includes(it));
  if (tag === undefined) return null;
  if (tag in BEHIND && !BEHIND[tag].some((it) => before?.tags.includes(it))) {
    return `a cell tagged ${tag} stands behind one tagged ${BEHIND[tag].join(" or ")}`;
  }
  if (tag !== "check" && !(next !== undefined && next in BEHIND && BEHIND[next].includes(tag))) {
    const following = Object.keys(BEHIND).filter((it) => BEHIND[it].includes(tag));
    return `behind a cell tagged ${tag} comes one tagged ${following.join(" or ")}`;
  }
  return null;
}

/** A solution that its own check does not accept. */
function outcomeFindings(chapter: Chapter, check: Cell, id: string): string[] {
  const outcome = check.outputs.map(({ data }) => data[ANSWER_MIME] as Outcome).find((it) => it);
  if (outcome?.state === "right" || check.outputs.length === 0) return [];
  const said = outcome ? `${outcome.state}. ${outcome.say}` : "nothing";
  return [`${chapter.name}, cell ${check.number}: the solution of exercise ${id} is ${said}`];
}
