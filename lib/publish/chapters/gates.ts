/**
 * The gates between executed chapters and the pages. Each finding is one sentence that names the
 * chapter, the cell and what is wrong.
 */
import {
  type Cell,
  type Chapter,
  type FigureBundle,
  figureOf,
  figuresOf,
  type Output,
  parseChapter,
} from "./notebook.ts";

const KIND = {
  error: "an error",
  stream: "printed text or a warning",
  execute_result: "a last value without show",
};

/** What a chapter's cells show must come from `await show(…)`, all of it and nothing else. */
export function outputFindings(chapter: Chapter): string[] {
  const findings: string[] = [];
  for (const cell of chapter.cells.filter(({ kind }) => kind === "code")) {
    const where = `${chapter.name}, cell ${cell.number}`;
    for (const output of cell.outputs) {
      if (output.output_type === "display_data") continue;
      findings.push(`${where}: ${KIND[output.output_type]}: ${excerpt(output)}`);
    }
    const code = withoutComments(cell.source);
    if (/\bshow\(/.test(code) && cell.outputs.length === 0) {
      findings.push(`${where}: calls show but shows nothing`);
    }
    if (/(?<!\bawait\s+)\bshow\(/.test(code)) {
      findings.push(`${where}: show is not awaited; its output could land under another cell`);
    }
    if (cell.outputs.some((output) => figureOf(output)?.alt.trim() === "")) {
      findings.push(`${where}: a figure without alternative text`);
    }
  }
  return findings;
}

/** A figure has one id and an id one figure; a chapter shows it once. */
export function figureFindings(chapters: Chapter[]): string[] {
  const findings: string[] = [];
  const seen = new Map<string, { figure: FigureBundle; chapter: string }>();
  for (const chapter of chapters) {
    for (const figure of figuresOf(chapter)) {
      const earlier = seen.get(figure.id);
      if (earlier?.chapter === chapter.name) {
        findings.push(`${chapter.name}: figure ${figure.id} is shown twice`);
      } else if (earlier && earlier.figure.svg !== figure.svg) {
        findings.push(
          `${chapter.name}: figure id ${figure.id} is taken by another figure, in ${earlier.chapter}`,
        );
      }
      seen.set(figure.id, { figure, chapter: chapter.name });
    }
  }
  return findings;
}

/**
 * Compares a chapter as it was committed with what execution makes of it: null when its cells hold the
 * same sources and the same outputs. What editors own never counts: metadata of the kernel and of
 * cells, execution counts, times, ids, and how the file is written. Both are texts of notebook files.
 */
export function difference(name: string, committed: string, executed: string): string | null {
  const [before, after] = [committed, executed].map((text) => parseChapter(name, text).cells);
  const sources = ({ kind, source }: Cell) => `${kind}\n${source}`;
  const other = after.find((cell, at) => !before[at] || sources(cell) !== sources(before[at]));
  if (other || before.length > after.length) {
    const number = other?.number ?? after.length + 1;
    return `${name}, cell ${number}: is not the cell that was executed`;
  }
  const [old, now] = [before, after].map((cells) => cells.map(({ outputs }) => linesOf(outputs)));
  const index = now.findIndex((lines, at) => lines.join("\n") !== old[at].join("\n"));
  if (index < 0) return null;
  if (old.every((lines) => lines.length === 0)) {
    return `${name}: has no outputs yet: a new chapter, or one whose outputs were cleared`;
  }
  const where = `${name}, cell ${index + 1}: outputs differ from the committed ones`;
  return `${where}\n${firstDifference(old[index], now[index])}`;
}

/** All that outputs hold, line by line, what is plainest to read first. */
const linesOf = (outputs: Output[]): string[] =>
  outputs.flatMap(({ output_type, data, text }) => [
    `${output_type} ${text}`.trim(),
    ...Object.keys(data).sort().reverse().flatMap((mime) =>
      written(data[mime]).split("\n").map((line) => `${mime}: ${line}`)
    ),
  ]);

const written = (value: unknown): string =>
  typeof value === "string" ? value : JSON.stringify(value, sortedKeys);

const sortedKeys = (_: string, value: unknown): unknown =>
  value !== null && typeof value === "object" && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => a < b ? -1 : 1))
    : value;

function firstDifference(old: string[], now: string[]): string {
  const at = now.findIndex((line, index) => line !== old[index]);
  const line = at < 0 ? now.length : at;
  const [was, is] = [old[line] ?? "(nothing)", now[line] ?? "(nothing)"];
  const common = [...was].findIndex((character, index) => character !== is[index]);
  const from = Math.max(0, (common < 0 ? was.length : common) - 60);
  const cut = (text: string) => `${from > 0 ? "…" : ""}${text.slice(from, from + 140)}`;
  return `    committed  ${cut(was)}\n    now        ${cut(is)}`;
}

const excerpt = ({ text, data }: Output): string =>
  (text || String(data["text/plain"] ?? "")).trim().split("\n")[0].slice(0, 160);

const withoutComments = (code: string): string =>
  code.replace(/\/\*[\s\S]*?\*\//g, "").replace(/(^|\s)\/\/.*$/gm, "");
