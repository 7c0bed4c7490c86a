/** What a refresh did, in a few plain sentences: for its report, a commit and whoever started it. */
import type { Refreshed } from "../../census/vintage/refreshed.ts";
import { dayName, list, monthName, number, periodName } from "../../format.ts";
import { type Changes, retitled, turned } from "./compare.ts";

/** A table that has a new vintage. */
export interface RefreshedTable extends Refreshed {
  title: string;
}

/** What a refresh did. */
export interface Revision extends Changes {
  /** The newest vintage, which names the branch: `2026-10-06`. */
  vintage: string;
  tables: RefreshedTable[];
  /** What `deno task verify` found: its last line, and each line that does not hold. */
  verified: { holds: boolean; summary: string; failed: string[] };
  /** The sha256 of data/datapackage.json, of which the report was built. */
  package: string;
}

/** How many there are of something: `1 verdict`, `2 verdicts`. */
export const count = (of: number, one: string, more = `${one}s`): string =>
  `${number(of)} ${of === 1 ? one : more}`;

/** A period of a table as a refresh names it: `2026-08` → `August 2026`, `2024-01..2024-12` → `2024`. */
export function periodWords(period: string): string {
  const [start, end = start] = period.split("..");
  return periodName(start, end);
}

/** Periods in a sentence; of many the first and the last. */
export function periodsInWords(periods: string[]): string {
  // By their ends, and of those that end together the one that begins last first.
  const sorted = [...new Set(periods)].sort((a, b) =>
    endOf(a).localeCompare(endOf(b)) || b.localeCompare(a)
  );
  if (sorted.length <= 4) return list(sorted.map(periodWords));
  return `${sorted.length} periods, ${periodWords(sorted[0])} to ${periodWords(sorted.at(-1)!)}`;
}

const endOf = (period: string) => period.split("..").at(-1)!;

/** The day or month of a vintage in words. */
export const vintageWords = (vintage: string): string =>
  /^\d{4}-\d\d-\d\d$/.test(vintage)
    ? dayName(vintage)
    : /^\d{4}-\d\d$/.test(vintage)
    ? monthName(vintage)
    : vintage;

const onOrIn = (vintage: string): string =>
  `${vintage.length > 7 ? "on" : "in"} ${vintageWords(vintage)}`;

/** One line that names the refresh: `U.S. trade figures to August 2026: 2 verdicts turn`. */
export function titleOf(revision: Revision): string {
  const ends = revision.tables.flatMap(({ periods }) => periods.map(endOf)).sort();
  const what = ends.length > 0
    ? `U.S. trade figures to ${monthName(ends.at(-1)!)}`
    : `U.S. trade figures as published ${onOrIn(revision.vintage)}`;
  const verdicts = turned(revision).length;
  return verdicts === 0 ? what : `${what}: ${count(verdicts, "verdict turns", "verdicts turn")}`;
}

/** What came, what turned, what to look at: a sentence or two each. */
export function summaryOf(revision: Revision): string[] {
  const { tables, chapters, figures, verified, vintage } = revision;
  const revised = tables.reduce((sum, each) => sum + each.revised, 0);
  const periods = [...Map.groupBy(tables, (each) => periodsInWords(each.periods))]
    .filter(([words]) => words !== "")
    .map(([words, each]) => `${words} in ${list(each.map(({ table }) => table))}`);
  const came =
    `The Census Bureau's figures of ${vintageWords(vintage)} came into ${
      count(tables.length, "table")
    }. ` +
    (periods.length > 0 ? `New: ${periods.join("; ")}.` : "No new month is among them.") +
    (revised > 0
      ? ` ${count(revised, "earlier figure was", "earlier figures were")} revised.`
      : " No earlier figure was revised.");
  const verdicts = turned(revision).map(({ id, before, after }) =>
    `${id} from "${before ?? "no such claim"}" to "${after ?? "no such claim"}"`
  );
  const sentences = chapters.reduce((sum, each) => sum + each.sentences.length, 0);
  const headlines = retitled(revision);
  return [
    came,
    verdicts.length === 0
      ? "No verdict turns."
      : `${count(verdicts.length, "verdict turns", "verdicts turn")}: ${list(verdicts)}.`,
    figures.length === 0
      ? "No figure changes."
      : `${count(figures.length, "figure changes", "figures change")}, ${
        headlines.length === 0 ? "none" : number(headlines.length)
      } of them in the headline.`,
    sentences === 0
      ? "No sentence changes."
      : `${count(sentences, "sentence changes", "sentences change")} in ${
        count(chapters.length, "chapter")
      }.`,
    verified.holds
      ? `The figures add up (deno task verify: ${verified.summary}).`
      : `The figures do NOT add up (deno task verify: ${verified.summary}): do not publish them.`,
    ...lookAt(revision),
  ];
}

/** What a person looks at before the rest, where anything changes. */
function lookAt(revision: Revision): string[] {
  const ids = turned(revision).map(({ id }) => id);
  const names = retitled(revision).map(({ name }) => name);
  const first = [
    ...ids.length > 0
      ? [`${ids.length === 1 ? "the verdict" : "the verdicts"} of ${list(ids)}`]
      : [],
    ...names.length > 0
      ? [`${names.length === 1 ? "the headline" : "the headlines"} of ${list(names)}`]
      : [],
    ...revision.chapters.length > 0 ? ["the sentences"] : [],
  ];
  return first.length === 0 ? [] : [`Look first at ${list(first)}.`];
}
