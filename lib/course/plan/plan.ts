/**
 * The plan's words, `plan.md`, with what they name: chapters, slides, exercises, readings and minutes are
 * looked up in the chapters, and what is not there is a fault.
 *
 *   {chapter 3}   {slide 3 two-way-trade}   {reading Balassa 1965}
 *   {exercise 3.1}, done in class   {homework 3.2, 3.3} and {exercises 3}, with the sum of their minutes
 */
import { type Exercise, exercisesOf } from "../../publish/chapters/exercises.ts";
import type { Chapter } from "../../publish/chapters/notebook.ts";
import { raw } from "../../publish/markup/markdown.ts";
import { PublishError } from "../../publish/system/errors.ts";
import { plain } from "../../plain.ts";
import { ROOT } from "../../root.ts";
import { slidesOf } from "../slides/slides.ts";

export const PLAN = `${ROOT}/lib/course/plan/plan.md`;

/** A name in braces, and what follows it there. */
const NAME = /\{(chapter|slide|exercise|homework|exercises|reading) ([^}]+)\}/g;

/** Where lists stand: of the chapters, of the pages for reference, of the readings. */
const CHAPTERS = "<!-- chapters -->";
const REFERENCES = "<!-- references -->";
const LITERATURE = "<!-- literature -->";

const WEEKS = 14;

/**
 * The plan as Markdown, every name a link.
 *
 * @param lists Markdown that stands where the plan wants the chapters, and the pages for reference
 * @throws PublishError with each name that no chapter has, and each lesson whose minutes do not add up.
 */
export function planMarkdown(
  plan: string,
  chapters: Chapter[],
  lists: { chapters: string; references: string },
): string {
  const faults = [...lessonFaults(plan, chapters), ...weekFaults(plan)];
  const readings = new Map<string, string>();
  const text = plan.replace(NAME, (name, kind: string, of: string) => {
    try {
      return kind === "reading" ? reading(of, chapters, readings) : LINKS[kind](of, chapters);
    } catch (error) {
      if (!(error instanceof Missing)) throw error;
      faults.push(`${name}: there is no ${error.message}`);
      return name;
    }
  });
  if (faults.length > 0) {
    throw new PublishError(
      `lib/course/plan/plan.md does not fit the chapters:\n- ${faults.join("\n- ")}`,
    );
  }
  const list = [...readings].sort(([a], [b]) => a.localeCompare(b, "en")).flatMap((
    [label, entry],
  ) => [raw("html", `<li id="${anchorOf(label)}">`), entry, raw("html", "</li>")]);
  return text.replace(CHAPTERS, () => lists.chapters).replace(REFERENCES, () => lists.references)
    .replace(
      LITERATURE,
      () => ["## Readings", raw("html", "<ul>"), ...list, raw("html", "</ul>")].join("\n\n"),
    );
}

class Missing extends Error {}

const LINKS: Record<string, (of: string, chapters: Chapter[]) => string> = {
  chapter: (number, chapters) =>
    `[Chapter\u00a0${number}](#chapter-${chapterOf(number, chapters).number})`,
  slide: (of, chapters) => {
    const [number, id] = of.split(" ");
    const chapter = chapterOf(number, chapters);
    const slide = slidesOf(chapter).find((it) => it.id === id);
    if (!slide) throw new Missing(`slide ${id} in the deck of Chapter ${number}`);
    return `[*${slide.title.replaceAll("*", "")}*](slides/${chapter.name}.html#/${id})`;
  },
  exercise: (id, chapters) => {
    const { kind, minutes } = exerciseOf(id, chapters);
    return `${linkTo(id, chapters, `Exercise ${id}`)} (${kind}, ${minutes} minutes)`;
  },
  homework: (of, chapters) => summed(idsIn(of), chapters),
  exercises: (number, chapters) => {
    const ids = exercisesOf(chapterOf(number, chapters)).map(({ id }) => id);
    if (ids.length === 0) throw new Missing(`exercise in Chapter ${number}`);
    return summed(ids, chapters);
  },
};

/** Exercises by number, and the minutes that they take together. */
function summed(ids: string[], chapters: Chapter[]): string {
  const minutes = ids.reduce((sum, id) => sum + exerciseOf(id, chapters).minutes, 0);
  const links = ids.map((id) => linkTo(id, chapters)).join(", ");
  return `${ids.length > 1 ? "Exercises" : "Exercise"} ${links} (${minutes} minutes)`;
}

const linkTo = (id: string, chapters: Chapter[], label = id): string => {
  const { name } = chapterOf(id.split(".")[0], chapters);
  return `[${label}](slides/${name}.html#/exercise-${id.replace(".", "-")})`;
};

const idsIn = (list: string): string[] => list.split(",").map((id) => id.trim());

function chapterOf(number: string, chapters: Chapter[]): Chapter {
  const found = chapters.find((it) => it.number === number);
  if (!found) throw new Missing(`Chapter ${number}`);
  return found;
}

function exerciseOf(id: string, chapters: Chapter[]): Exercise {
  const found = exercisesOf(chapterOf(id.split(".")[0], chapters)).find((it) => it.id === id);
  if (!found) throw new Missing(`Exercise ${id}`);
  return found;
}

/** A reading as its authors and year; its entry is one of the chapters' references. */
function reading(of: string, chapters: Chapter[], readings: Map<string, string>): string {
  const [, authors, year] = /^(.+) (\d{4})$/.exec(of) ?? [];
  const entry = chapters.flatMap(referencesOf).find((it) =>
    it.includes(year) && it.includes(authors.split(" and ")[0])
  );
  if (!entry) throw new Missing(`reference ${of} in the chapters`);
  const label = `${authors} (${year})`;
  readings.set(label, entry);
  return `[${label}](#${anchorOf(label)})`;
}

const anchorOf = (label: string): string =>
  `reading-${plain(label).replace(/[^a-z0-9]+/g, "-").replace(/-$/, "")}`;

/** The entries below a chapter's heading `## References`: one a line or one a paragraph, several with semicolons. */
function referencesOf({ cells }: Chapter): string[] {
  const text = cells.filter(({ kind }) => kind === "markdown")
    .map(({ source }) => /^## References$([\s\S]*?)(?=^## |$(?![\s\S]))/m.exec(source)?.[1] ?? "")
    .join("\n");
  return text.split(/\n+/).flatMap((line) => line.replace(/^- /, "").split(/;\s+(?=[A-Z])/))
    .map((it) => it.trim()).filter((it) => it !== "");
}

/** Lessons whose minutes do not add to what their first line says, or leave an exercise too little time. */
function lessonFaults(plan: string, chapters: Chapter[]): string[] {
  const lessons = [...plan.matchAll(/^### (Lesson \d+)\..*?$([\s\S]*?)(?=^#{2,3} |$(?![\s\S]))/gm)];
  return lessons.flatMap(([, name, text]) => {
    const said = Number(/^(\d+) minutes/m.exec(text)?.[1]);
    const rows = [...text.matchAll(/^\|\s+(\d+) \| (.*) \|$/gm)];
    const sum = rows.reduce((all, [, minutes]) => all + Number(minutes), 0);
    const short = rows.flatMap(([, minutes, what]) =>
      [...what.matchAll(/\{exercise ([\d.]+)\}/g)].flatMap(([, id]) => {
        const [chapter] = id.split(".");
        const takes = chapters.filter(({ number }) => number === chapter).flatMap(exercisesOf)
          .find((it) => it.id === id)?.minutes ?? 0;
        return takes > Number(minutes)
          ? [`${name}: Exercise ${id} takes ${takes} minutes and has ${minutes}`]
          : [];
      })
    );
    return sum === said
      ? short
      : [`${name}: its rows add to ${sum} minutes, not ${said}`, ...short];
  });
}

function weekFaults(plan: string): string[] {
  const [table] = /^\|\s+week \|[\s\S]*?(?=\n\n)/m.exec(plan) ?? [];
  if (table === undefined) return [];
  const weeks = [...table.matchAll(/^\|\s+(\d+) \|/gm)].map(([, week]) => Number(week));
  return weeks.length === WEEKS && weeks.every((week, at) => week === at + 1)
    ? []
    : [`the semester's weeks are ${weeks.join(", ")}, not 1 to ${WEEKS}`];
}
