/** What students handed in: files of a folder, whose they are, and of which chapter. */
import { basename } from "node:path";
import { checkCode } from "../../exercises/check.ts";
import { exercisesOf } from "../../publish/chapters/exercises.ts";
import type { Chapter } from "../../publish/chapters/notebook.ts";
import { filesBelow } from "../../publish/system/files.ts";

/** A file that was handed in. */
export interface Submission {
  student: string;
  /** Path within the folder. */
  file: string;
}

/** A student's notebook of a chapter. */
export interface Handed extends Submission {
  chapter: Chapter;
  /** What the code cells hold; null for others. */
  cells: (string | null)[];
  /** What whoever grades should look at. */
  remarks: string[];
}

/** A file that cannot be graded, and why. */
export interface Refused extends Submission {
  fault: string;
}

/** No notebook without outputs is that large. */
const LARGEST = 50_000_000;

/** What systems leave in folders. */
const LITTER = /^(\.|__MACOSX$|desktop\.ini$|Thumbs\.db$)/;
const isLitter = (path: string): boolean => LITTER.test(basename(path));

/**
 * Reads every file of a folder and of those in it. A folder is a student; a file that lies in none is
 * named after one: `garcia-3-the-balance.ipynb`.
 *
 * @param chapters those that a notebook may be of
 * @param except path of a file that is none of the students'
 */
export async function submissionsIn(
  folder: string,
  chapters: Chapter[],
  except: string,
): Promise<(Handed | Refused)[]> {
  const files = (await filesBelow(folder, isLitter)).filter((file) =>
    `${folder}/${file}` !== except
  );
  const read = files.sort((a, b) => a.localeCompare(b, "en", { numeric: true })).map((file) => {
    const submission = { student: studentOf(file, chapters), file };
    return submissionOf(submission, `${folder}/${file}`, chapters);
  });
  return twiceHanded(await Promise.all(read));
}

/** What a browser and JupyterLab add to the name of a second file. */
const COPY = /( \(\d+\)|-Copy\d+)+$/;

/** Whose a file is. */
export function studentOf(file: string, chapters: Chapter[]): string {
  const parts = file.normalize("NFC").split("/");
  const folder = parts.slice(0, -1).find((part) => !chapters.some(({ name }) => name === part));
  if (folder !== undefined) return folder;
  const stem = parts.at(-1)!.replace(/\.[^.]*$/, "");
  const chapter = chapters.find(({ name }) => isIn(name, stem));
  const own = chapter ? stem.replace(COPY, "").replace(chapter.name, "") : stem;
  return own.replace(/^[\s._-]+|[\s._-]+$/g, "") || stem;
}

const isIn = (name: string, file: string): boolean =>
  new RegExp(`(^|[^0-9])${RegExp.escape(name)}`).test(file);

async function submissionOf(
  submission: Submission,
  path: string,
  chapters: Chapter[],
): Promise<Handed | Refused> {
  const notebook = await read(path);
  if (typeof notebook === "string") return { ...submission, fault: notebook };
  const chapter = chapterOf(notebook, submission.file, chapters);
  if (!chapter) return { ...submission, fault: UNKNOWN };
  const cells = notebook.cells.map(({ kind, source }) => kind === "code" ? source : null);
  return { ...submission, chapter, cells, remarks: editionOf(notebook) };
}

const UNKNOWN = "a notebook of no chapter: neither its metadata nor its checks say of which";

interface Notebook {
  metadata: { technology_frontier?: { chapter?: unknown; edition?: unknown } };
  cells: { kind: unknown; source: string }[];
}

/** A notebook, or why there is none. */
async function read(path: string): Promise<Notebook | string> {
  const { isFile, isSymlink, size } = await Deno.lstat(path);
  if (isSymlink) return "a link to a file: the file itself is needed";
  if (!isFile) return "not a file";
  if (!/\.ipynb$/i.test(path)) return "not a notebook: its name does not end in .ipynb";
  if (size === 0) return "an empty file";
  if (size > LARGEST) return `larger than ${LARGEST / 1e6} MB: clear its outputs`;
  let content;
  try {
    content = JSON.parse((await Deno.readTextFile(path)).replace(/^\uFEFF/, ""));
  } catch (error) {
    return `cannot be read as a notebook: ${(error as Error).message}`;
  }
  if (!Array.isArray(content?.cells)) return "not a notebook of Jupyter: it has no cells";
  const cells = content.cells.map((cell: { cell_type?: unknown; source?: unknown } | null) => ({
    kind: cell?.cell_type,
    source: [cell?.source ?? ""].flat().join("").replaceAll("\r\n", "\n"),
  }));
  return { metadata: content.metadata ?? {}, cells };
}

/** The chapter that a notebook says it is of; else that of most of its checks; else by its name. */
function chapterOf(
  { metadata, cells }: Notebook,
  file: string,
  chapters: Chapter[],
): Chapter | undefined {
  const said = metadata.technology_frontier?.chapter;
  const checks = cells.flatMap(({ source }) => [...source.matchAll(CHECKED)]);
  const count = (number: string) => checks.filter(([, of]) => of === number).length;
  const [most] = chapters.toSorted((a, b) => count(b.number) - count(a.number));
  return chapters.find(({ name }) => name === said) ??
    (most && count(most.number) > 0 ? most : undefined) ??
    chapters.find(({ name }) => isIn(name, file.normalize("NFC")));
}

/** A check or an answer, by the number of its chapter. */
const CHECKED = /(?:\bcheckAnswer\(\s*["'`]|\banswer)(\d+)[._]\d+\b/g;

function editionOf({ metadata, cells }: Notebook): string[] {
  const isStudents = metadata.technology_frontier?.edition === "student";
  const solved = cells.some(({ source }) => /\banswerKey\(/.test(source));
  if (metadata.technology_frontier?.edition === "teacher") return ["the teacher's notebook"];
  if (solved) return ["the report's own chapter, or keys made in the notebook"];
  return isStudents ? [] : ["not made from a student's notebook of the course"];
}

/** Says of each notebook of a chapter that a student handed in more than once where the others are. */
function twiceHanded(submissions: (Handed | Refused)[]): (Handed | Refused)[] {
  return submissions.map((each) => {
    if ("fault" in each) return each;
    const others = submissions.filter((other) =>
      other !== each && "chapter" in other && other.student === each.student &&
      other.chapter === each.chapter
    );
    const also = others.map(({ file }) => `handed in also as ${file}`);
    return { ...each, remarks: [...each.remarks, ...also] };
  });
}

/** What became of the check of each exercise, where it is not as it was given. */
export function checkRemarks({ chapter, cells }: Handed): Map<string, string> {
  const remarks = new Map<string, string>();
  for (const { id } of exercisesOf(chapter)) {
    const code = cells.map((cell) => cell?.trim());
    if (code.includes(checkCode(id))) continue;
    const changed = code.some((cell) => cell?.includes(`checkAnswer("${id}"`));
    remarks.set(id, changed ? "its check cell was changed" : "its check cell was deleted");
  }
  return remarks;
}
