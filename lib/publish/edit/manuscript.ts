/** Chapters as they are saved, with the outputs that their code gave when it was last executed. */
import { type Chapter, chapterNames, type Output, parseChapter } from "../chapters/notebook.ts";
import { textOf } from "../system/files.ts";

/** Code cells that were executed one after the other, and what each showed. */
interface Run {
  sources: string[];
  outputs: Output[][];
}

/** What a save has changed, and the numbers of the cells that have to be executed for it. */
export interface Change {
  what: "nothing" | "text" | "code" | "new" | "gone";
  cells: number[];
}

export class Manuscript {
  #texts = new Map<string, string>();
  #saved = new Map<string, Chapter>();
  #runs = new Map<string, Run>();
  #shown = new Map<string, Chapter>();
  #reads = new Map<string, string[] | null>();

  constructor(readonly notebooks: string) {}

  /** The names of all chapters that there are. */
  names(): Promise<string[]> {
    return chapterNames(this.notebooks);
  }

  /** The file of a chapter. */
  path(name: string): string {
    return `${this.notebooks}/${name}.ipynb`;
  }

  /** The chapter as it was saved last. */
  saved(name: string): Chapter | undefined {
    return this.#saved.get(name);
  }

  /** The chapters as they can be shown, in their order: one whose code was not yet executed is as before. */
  shown(): Chapter[] {
    return [...this.#shown.values()]
      .sort((a, b) => a.name.localeCompare(b.name, "en", { numeric: true }));
  }

  /**
   * Takes up a notebook as its file is now. The outputs in the file count the first time alone.
   *
   * @throws PublishError when the file is no notebook; what was saved before stays.
   */
  async read(name: string): Promise<Change> {
    const text = await textOf(this.path(name));
    if (text === null) return this.#forget(name);
    if (text === this.#texts.get(name)) return { what: "nothing", cells: [] };
    const chapter = parseChapter(name, text);
    this.#texts.set(name, text);
    this.#saved.set(name, chapter);
    const run = this.#runs.get(name);
    if (run === undefined) {
      this.#runs.set(name, runOf(chapter));
      this.#shown.set(name, chapter);
      return { what: "new", cells: withoutOutputs(chapter) };
    }
    const cells = changedCells(chapter, run);
    if (cells.length > 0) return { what: "code", cells };
    this.#shown.set(name, withRun(chapter, run));
    return { what: "text", cells };
  }

  /** The text of the file that was saved last. */
  text(name: string): string {
    return this.#texts.get(name) ?? "";
  }

  /** Chapters that read a file, by any of its paths, when they were executed, or of which that is not known. */
  readers(...paths: string[]): string[] {
    return [...this.#saved.keys()].filter((name) =>
      this.#reads.get(name)?.some((read) => paths.includes(read)) ?? true
    );
  }

  /**
   * Takes up what execution has made of a chapter; it may have been saved anew meanwhile.
   *
   * @param text of the executed notebook
   * @param reads the files that were read for it; null where that is not known
   */
  executed(name: string, text: string, reads: string[] | null): void {
    const chapter = parseChapter(name, text);
    const run = runOf(chapter);
    this.#reads.set(name, reads);
    const saved = this.#saved.get(name);
    this.#runs.set(name, run);
    if (saved && changedCells(saved, run).length === 0) {
      this.#shown.set(name, withRun(saved, run));
    }
  }

  #forget(name: string): Change {
    const known = [this.#texts, this.#saved, this.#runs, this.#shown, this.#reads].map((it) =>
      it.delete(name)
    );
    return { what: known.some((it) => it) ? "gone" : "nothing", cells: [] };
  }
}

const isCode = ({ kind }: Chapter["cells"][number]): boolean => kind === "code";

function runOf({ cells }: Chapter): Run {
  const code = cells.filter(isCode);
  return { sources: code.map(({ source }) => source), outputs: code.map((it) => it.outputs) };
}

/** Numbers of the code cells that are not, one for one, those of the run; the last for those that are gone. */
function changedCells({ cells }: Chapter, { sources }: Pick<Run, "sources">): number[] {
  const code = cells.filter(isCode);
  const changed = code.filter(({ source }, at) => source !== sources[at]).map((it) => it.number);
  return code.length < sources.length && changed.length === 0 ? [cells.length] : changed;
}

/** Whether both chapters have the same code, cell by cell. */
export const hasSameCode = (one: Chapter, other: Chapter): boolean =>
  changedCells(one, runOf(other)).length === 0;

function withRun(chapter: Chapter, { outputs }: Run): Chapter {
  const rest = outputs.values();
  const cells = chapter.cells.map((cell) =>
    isCode(cell) ? { ...cell, outputs: rest.next().value ?? [] } : cell
  );
  return { ...chapter, cells };
}

/** Cells that call `show` and have no outputs: the chapter was not executed as it is. */
const withoutOutputs = ({ cells }: Chapter): number[] =>
  cells.filter((cell) => isCode(cell) && cell.outputs.length === 0)
    .filter(({ source }) => /^[^/\n]*\bshow\(/m.test(source)).map(({ number }) => number);
