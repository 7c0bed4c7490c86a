/** `deno task test <words>`: the tests in whose file or name all the words are. */
import { UsageError } from "../../lib/command.ts";
import { near } from "../../lib/near.ts";
import type { TestFile } from "./files.ts";
import { type TestJob, testJob } from "./jobs.ts";

/** How a test is named in a source: `Deno.test("…", …` or `Deno.test({ name: "…", …`. */
const NAMED =
  /\bDeno\.test(?:\.\w+)?\(\s*(?:\{\s*(?:\.\.\.\w+,\s*)?name:\s*)?("(?:[^"\\]|\\.)*"|`(?:[^`\\]|\\.)*`)/g;

/** A name that is put together only when the test runs. */
const OPEN = /`[^`]*\$\{/;

/**
 * Jobs for the tests that words ask for: a file whole where its path has them all, else those of its tests
 * that have in their name what its path lacks.
 *
 * @param examples modules of `lib/` with examples in their docstrings, which are tests too
 * @throws UsageError when no test can have them all; it lists near words.
 */
export function jobsFor(words: string[], files: TestFile[], examples: string[]): TestJob[] {
  const jobs: TestJob[] = [];
  const groups = Map.groupBy(
    files.filter((it) => mayHave(it, words)),
    ({ path }) => lacking(path, words).join(" "),
  );
  for (const [lacks, found] of groups) {
    const paths = found.map(({ path }) => path);
    const name = `${lacks ? `${lacks} in ` : ""}${paths.join(", ")}`;
    jobs.push(testJob(name, paths, lacks ? pattern(lacks.split(" ")) : undefined));
  }
  const documented = examples.filter((path) => lacking(path, words).length === 0);
  if (documented.length > 0) {
    jobs.push(testJob(`examples in ${documented.join(", ")}`, ["--doc", ...documented]));
  }
  if (jobs.length === 0) throw nothingHas(words, files);
  return jobs;
}

/** The error that says so, with words near to those that are nowhere. */
export function nothingHas(words: string[], files: TestFile[]): UsageError {
  const names = files.flatMap(({ path, source }) => [path, ...namesIn(source)]);
  const known = new Set(
    names.flatMap((name) => name.toLowerCase().match(/[\p{L}\d-]{3,}/gu) ?? []),
  );
  const meant = words.filter((word) => !known.has(word.toLowerCase())).flatMap((word) => {
    const close = near(word.toLowerCase(), known);
    return close.length > 0 ? [`near ${word}: ${close.join(", ")}`] : [];
  });
  const folders = [...new Set(files.map(({ path }) => path.split("/")[1]))];
  const there = meant.length > 0 ? meant : [`words of tests/: ${folders.join(", ")}`];
  const all = words.length > 1 ? `all of ${words.join(", ")}` : words[0];
  return new UsageError(
    `no test has ${all} in its file or its name\n  ${there.join("\n  ")}`,
  );
}

const has = (text: string, word: string): boolean =>
  text.toLowerCase().includes(word.toLowerCase());

const lacking = (path: string, words: string[]): string[] =>
  words.filter((word) => !has(path, word));

const namesIn = (source: string): string[] =>
  [...source.matchAll(NAMED)].map(([, name]) => name.slice(1, -1));

/** A name that is not written as it will be may hold any word that its file has. */
function mayHave({ path, source }: TestFile, words: string[]): boolean {
  const lacks = lacking(path, words);
  const calls = source.match(/\bDeno\.test\b/g)?.length ?? 0;
  const names = [...source.matchAll(NAMED)].map(([, name]) => name);
  const open = names.length < calls || names.some((name) => OPEN.test(name));
  return lacks.length === 0 || names.some((name) => lacks.every((word) => has(name, word))) ||
    (open && lacks.every((word) => has(source, word)));
}

/** For `--filter`, which knows no "and": the words in any order. */
const pattern = (words: string[]): string =>
  `/(?i)${orders(words.map((word) => word.replace(/[^\p{L}\d]/gu, "\\$&"))).join("|")}/`;

const orders = (words: string[]): string[] =>
  words.length < 2
    ? words
    : words.flatMap((word, at) => orders(words.toSpliced(at, 1)).map((rest) => `${word}.*${rest}`));
