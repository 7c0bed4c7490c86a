/**
 * The slides of a chapter, by the tags of its cells: the title with its question, the goals, each cell
 * tagged `slide`, what the chapter means, its exercises. What its sections say besides is what a lecturer
 * says: the notes.
 */
import {
  type Exercise,
  exercisesOf,
  type Goals,
  goalsOf,
} from "../../publish/chapters/exercises.ts";
import {
  type Cell,
  type Chapter,
  type FigureBundle,
  figureOf,
} from "../../publish/chapters/notebook.ts";
import { TEACHING_TAGS } from "../../publish/chapters/tags.ts";

/** What a slide shows; texts are Markdown. */
export type Shown =
  | { kind: "title"; question: string }
  | { kind: "goals"; goals: Goals }
  | { kind: "figure"; figure: FigureBundle }
  | { kind: "cell"; parts: (Text | Table)[] }
  | { kind: "meaning"; means: string; not: string }
  | { kind: "exercise"; exercise: Exercise };

export interface Slide {
  /** Its address in the deck. */
  id: string;
  /** The section it belongs to; empty where its title says it. */
  section: string;
  title: string;
  shown: Shown;
  /** What the chapter says there and the slide does not show. */
  notes: string[];
}

interface Text {
  kind: "text";
  markdown: string;
}

interface Table {
  kind: "table";
  html: string;
}

interface Heading {
  kind: "heading";
  level: number;
  text: string;
}

type Part = Text | Table | Heading | { kind: "figure"; figure: FigureBundle };

/** The tag of a cell that its chapter's slides show. */
const SLIDE = "slide";

/** Cells of which no slide and no note tells. */
const LEFT_OUT = TEACHING_TAGS.filter((tag) => tag !== "teacher");

/** What stands above the first section. */
const BEGINNING = "In brief";

const MEANS = /\*\*What it means\.\*\*\s+([\s\S]*?)(?=\s*\*\*What it does not mean\.\*\*|$)/;
const MEANS_NOT = /\*\*What it does not mean\.\*\*\s+([\s\S]*?)$/;

/** All slides of a chapter, in the order in which they are shown. */
export function slidesOf(chapter: Chapter): Slide[] {
  const [opening, ...rest] = chapter.cells;
  const [question = "", ...said] = paragraphs(opening.source.replace(/^#\s+.+$/m, ""));
  const title: Slide = {
    id: "title",
    section: "",
    title: chapter.title,
    shown: { kind: "title", question: question.replace(/^\*\*Question\.\*\*\s+/, "") },
    notes: said,
  };
  const goals = goalsOf(chapter);
  const meaning = meaningOf(chapter);
  return [
    title,
    ...(goals ? [bare("goals", "Goals", { kind: "goals", goals })] : []),
    ...sectionSlides(rest.filter((cell) => !hasTag(cell, LEFT_OUT)), meaning?.texts ?? []),
    ...(meaning ? [bare("meaning", "What it means, and what it does not", meaning.shown)] : []),
    ...exercisesOf(chapter).map((exercise): Slide => ({
      ...bare(`exercise-${exercise.id.replace(".", "-")}`, `Exercise ${exercise.id}`, {
        kind: "exercise",
        exercise,
      }),
      notes: exercise.hint ? [`**Hint.** ${exercise.hint}`] : [],
    })),
  ];
}

const bare = (id: string, title: string, shown: Shown): Slide => ({
  ...{ id, title, shown },
  section: "",
  notes: [],
});

/** Slides of the cells that are tagged; what the others say goes to the slide of its section that is nearest. */
function sectionSlides(cells: Cell[], shownElsewhere: string[]): Slide[] {
  const slides: Slide[] = [];
  let [section, heading] = [BEGINNING, BEGINNING];
  let waiting: string[] = [];
  let latest: Slide | undefined;
  const note = (text: string) => {
    const kept = paragraphs(text).filter((it) => !shownElsewhere.includes(it)).join("\n\n");
    if (kept !== "") (latest?.notes ?? waiting).push(kept);
  };
  for (const cell of cells) {
    const parts = partsOf(cell);
    const shown = cell.tags.includes(SLIDE) ? shownOf(parts) : [];
    const own = parts.findIndex((part) => shown.includes(part));
    for (const [at, part] of parts.entries()) {
      if (part.kind === "heading") {
        if (part.level < 3) [section, waiting] = [part.text, []];
        [heading, latest] = [part.text, undefined];
      }
      if (at === own) {
        latest = slideOf(cell, shown, section, heading);
        latest.notes.push(...waiting);
        waiting = [];
        slides.push(latest);
      }
      if (part.kind === "text" && !shown.includes(part)) {
        note(cell.tags.includes("teacher") ? `**To teach.** ${part.markdown}` : part.markdown);
      }
    }
  }
  return slides;
}

function slideOf(cell: Cell, shown: Part[], section: string, heading: string): Slide {
  const [first] = shown;
  if (first.kind === "figure") {
    const { figure } = first;
    return { id: figure.id, section, title: figure.title, shown: first, notes: [] };
  }
  const parts = shown as (Text | Table)[];
  return {
    id: cell.id ?? `cell-${cell.number}`,
    section: section === heading ? "" : section,
    title: heading,
    shown: { kind: "cell", parts },
    notes: [],
  };
}

/**
 * What a slide shows of a cell: its figure alone; or what it says below its last heading, for what stands
 * above belongs to the section before; or its tables, where it says nothing beside them.
 */
function shownOf(parts: Part[]): Part[] {
  const below = parts.slice(parts.findLastIndex(({ kind }) => kind === "heading") + 1);
  const of = (kind: Part["kind"]) => below.filter((part) => part.kind === kind);
  const [figures, texts] = [of("figure"), of("text")];
  return figures.length > 0 ? figures.slice(0, 1) : texts.length > 0 ? texts : of("table");
}

/** A check says that the arithmetic holds: nothing to show, nothing to say. */
const CHECK = /^\*Check\.\*/;

/** What a cell shows, in order, headings apart. */
function partsOf({ kind, source, outputs }: Cell): Part[] {
  if (kind === "markdown") return textParts(source);
  return outputs.flatMap((output): Part[] => {
    const figure = figureOf(output);
    if (figure) return [{ kind: "figure", figure }];
    const { "text/html": html, "text/markdown": markdown } = output.data;
    if (html !== undefined) return [{ kind: "table", html: String(html) }];
    return CHECK.test(String(markdown ?? "")) ? [] : textParts(String(markdown ?? ""));
  });
}

/** Markdown cut at its headings. */
function textParts(markdown: string): Part[] {
  return markdown.split(/^(#{2,3} .+)$/m).map((it) => it.trim()).filter((it) => it !== "")
    .map((text): Part => {
      const [, signs, heading] = /^(#{2,3}) (.+)$/.exec(text) ?? [];
      return heading === undefined
        ? { kind: "text", markdown: text }
        : { kind: "heading", level: signs.length, text: heading };
    });
}

const paragraphs = (markdown: string): string[] =>
  markdown.split(/\n{2,}/).map((it) => it.trim()).filter((it) => it !== "");

/** The last of what a chapter says of its meaning, with the paragraphs that say it; undefined where it says nothing. */
function meaningOf({ cells }: Chapter): { shown: Shown; texts: string[] } | undefined {
  const texts = cells.filter((cell) => !hasTag(cell, LEFT_OUT)).flatMap(partsOf)
    .flatMap((part) => part.kind === "text" ? paragraphs(part.markdown) : []);
  const [means, not] = [MEANS, MEANS_NOT].map((form) => {
    const text = texts.findLast((it) => form.test(it));
    return { text, says: text && form.exec(text)![1].trim() };
  });
  if (means.says === undefined && not.says === undefined) return undefined;
  return {
    shown: { kind: "meaning", means: means.says ?? "", not: not.says ?? "" },
    texts: [means, not].flatMap(({ text }) => text ?? []),
  };
}

const hasTag = ({ tags }: Cell, any: string[]): boolean => tags.some((tag) => any.includes(tag));
