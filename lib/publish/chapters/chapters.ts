/** Executes the chapters together with the canary, and lets through only what passes the gates. */
import { PublishError } from "../system/errors.ts";
import { execute, type Executed, type Failed, WORKERS } from "./execute.ts";
import { answersFinding } from "./answers.ts";
import { exerciseFindings } from "./exercises.ts";
import { explain } from "./failures.ts";
import { difference, figureFindings, outputFindings } from "./gates.ts";
import { type Chapter, parseChapter } from "./notebook.ts";
import { keptChapters } from "./reuse.ts";
import { writeWhole } from "../system/files.ts";
import type { Tools } from "../setup/setup.ts";
import { ROOT } from "../../root.ts";

export interface Request {
  root: string;
  /** Folder of the committed notebooks. */
  notebooks: string;
  /** Every chapter of the report, in order. */
  names: string[];
  /** Those to execute; the others are taken as they were committed. */
  chosen: string[];
  /** Where executed notebooks go. */
  target: string;
  /** New outputs are wanted: do not compare them with the committed ones. */
  accept: boolean;
  /** Execute all that is chosen, whatever was executed before. */
  fresh: boolean;
  tools: Tools;
  say: (line: string) => void;
}

const CANARY = { name: "canary", source: `${ROOT}/lib/publish/chapters/canary.ipynb` };

/**
 * The chapters, executed and checked. One on which nothing bears that has changed since it was
 * executed keeps its outputs, and goes through the same gates.
 *
 * @throws PublishError with every finding, not the first alone.
 */
export async function executedChapters(request: Request): Promise<Chapter[]> {
  const { root, notebooks, names, chosen, target, accept, fresh, tools, say } = request;
  const path = (name: string) => `${notebooks}/${name}.ipynb`;
  const texts = new Map(
    await Promise.all(names.map(async (it) => [it, await Deno.readTextFile(path(it))] as const)),
  );
  const committed = names.map((name) => parseChapter(name, texts.get(name)!));
  const kept = await keptChapters({ root, notebooks, tools });
  const executed = new Map<string, Chapter>();
  const findings = new Map<string, string[]>();
  let changed = false;
  const judge = (name: string, text: string) => {
    executed.set(name, parseChapter(name, text));
    const change = accept ? null : difference(name, texts.get(name)!, text);
    changed ||= change !== null;
    findings.set(name, [...outputFindings(executed.get(name)!), ...(change ? [change] : [])]);
  };
  if (!fresh) {
    await Promise.all(chosen.map(async (name) => {
      const text = await kept.recall(texts.get(name)!);
      if (text === null) return;
      await writeWhole(`${target}/${name}.ipynb`, text);
      judge(name, text);
    }));
  }
  const open = chosen.filter((name) => !executed.has(name));
  for (const line of progress(open.length, chosen.length, names.length)) say(line);

  // Those with the most cells first, so that no core waits long for the last one.
  const cellsOf = (name: string) => committed[names.indexOf(name)].cells.length;
  const longestFirst = open.toSorted((a, b) => cellsOf(b) - cellsOf(a));
  const work = open.length === 0
    ? []
    : [...longestFirst.map((name) => ({ name, source: path(name) })), CANARY].map((it) => ({
      ...it,
      target: `${target}/${it.name}.ipynb`,
      folder: notebooks,
      audit: `${target}/${it.name}.reads`,
    }));
  for (const { name } of work) findings.set(name, [`${name}: was not executed`]);
  const started = Date.now();
  for await (const event of work.length > 0 ? execute(work, tools) : []) {
    const { name } = event;
    if (event.event === "started") continue;
    if (name === CANARY.name) {
      findings.set(name, canaryFindings(event));
      continue;
    }
    if (event.event === "failed") {
      findings.set(name, [await explain(event, path(name), notebooks, root)]);
    } else {
      judge(name, await Deno.readTextFile(`${target}/${name}.ipynb`));
    }
    const took = event.event === "executed" ? ` (${event.seconds.toFixed(1)} s)` : "";
    const mark = findings.get(name)!.length > 0 ? "✗" : "✓";
    say(`  ${mark} ${committed[names.indexOf(name)].title}${took}`);
  }
  // Without the canary no execution is to be trusted, and none is kept.
  if (findings.get(CANARY.name)?.length === 0) {
    for (const { audit, target } of work.filter(({ name }) => executed.has(name))) {
      await kept.keep(await Deno.readTextFile(target), audit, started);
    }
  }
  const chapters = committed.map((chapter) => executed.get(chapter.name) ?? chapter);
  const answers = accept ? null : await answersFinding(notebooks, chapters);
  changed ||= answers !== null;
  const all = [
    ...[...findings.values()].flat(),
    ...figureFindings(chapters),
    ...chapters.flatMap(exerciseFindings),
    ...(answers ? [answers] : []),
  ];
  if (all.length > 0) throw new PublishError(refusal(all, changed));
  return chapters;
}

/** How many chapters are executed, and why not the others. */
function progress(open: number, chosen: number, all: number): string[] {
  const kept = chosen - open;
  return [
    ...(open > 0 ? [`Executing ${open} of ${all} chapters, ${WORKERS} at a time`] : []),
    ...(kept > 0
      ? [
        `Taking ${kept} as executed before: nothing they depend on has changed (--fresh executes them)`,
      ]
      : []),
  ];
}

/** The canary must fail, and by its own error. */
function canaryFindings(event: Executed | Failed): string[] {
  if (event.event === "failed" && event.evalue.includes("the canary sings")) return [];
  const what = event.event === "failed" ? `it failed otherwise: ${event.evalue}` : "it passed";
  return [
    `the canary notebook, which must fail, shows that errors of cells go unnoticed (${what}); ` +
    `use the Deno the project is pinned to: npx -y deno@2.9.6 task report`,
  ];
}

/** What does not pass; new outputs can be accepted, whatever else cannot. */
function refusal(findings: string[], changed: boolean): string {
  const mend = changed ? "\nIf the new outputs are right: deno task report --accept" : "";
  return `the chapters do not pass the gates:\n- ${findings.join("\n- ")}${mend}`;
}
