/** The kept keys of the exercises, `notebooks/answers.json`: those that the chapters' key cells show. */
import type { AnswerKey } from "../../exercises/key.ts";
import { exists, writeWhole } from "../system/files.ts";
import { keysOf } from "./exercises.ts";
import type { Chapter } from "./notebook.ts";

const FILE = "answers.json";

/** What is wrong with the kept keys; null when they are the chapters'. */
export async function answersFinding(
  notebooks: string,
  chapters: Chapter[],
): Promise<string | null> {
  const [kept, shown] = [await keptIn(notebooks), keysOf(chapters)];
  const differ = [...new Set([...Object.keys(kept), ...Object.keys(shown)])]
    .filter((id) => JSON.stringify(kept[id]) !== JSON.stringify(shown[id]));
  return differ.length === 0 ? null : `${FILE}: the keys of ${differ.join(", ")} are not those of \
the chapters' solutions, so that students' answers would be judged by old ones`;
}

/** Writes the chapters' keys; true when they are not what was kept. */
export async function acceptAnswers(notebooks: string, chapters: Chapter[]): Promise<boolean> {
  if (await answersFinding(notebooks, chapters) === null) return false;
  const keys = Object.entries(keysOf(chapters)).map(([id, key]) =>
    `${JSON.stringify(id)}: ${JSON.stringify(key)}`
  );
  await writeWhole(`${notebooks}/${FILE}`, `{\n${keys.join(",\n")}\n}\n`);
  return true;
}

async function keptIn(notebooks: string): Promise<Record<string, AnswerKey>> {
  const path = `${notebooks}/${FILE}`;
  return await exists(path) ? JSON.parse(await Deno.readTextFile(path)) : {};
}
