/** Executes the chapters together with the canary, and lets through only what passes the gates. */
import { PublishError } from "../system/errors.ts";
import { execute, type Executed, type Failed } from "./execute.ts";
import { answersFinding } from "./answers.ts";
import { exerciseFindings } from "./exercises.ts";
import { explain } from "./failures.ts";
import { difference, figureFindings, outputFindings } from "./gates.ts";
import { type Chapter, parseChapter, readChapter } from "./notebook.ts";
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
  tools: Tools;
  say: (line: string) => void;
}

const CANARY = { name: "canary", source: `${ROOT}/lib/publish/chapters/canary.ipynb` };

/**
 * The chapters, executed and checked.
 *
 * @throws PublishError with every finding, not the first alone.
 */
export async function executedChapters(request: Request): Promise<Chapter[]> {
  const { root, notebooks, names, chosen, target, accept, tools, say } = request;
  const path = (name: string) => `${notebooks}/${name}.ipynb`;
  const committed = await Promise.all(names.map((name) => readChapter(path(name))));
  // Those with the most cells first, so that no core waits long for the last one.
  const cellsOf = (name: string) => committed[names.indexOf(name)].cells.length;
  const longestFirst = chosen.toSorted((a, b) => cellsOf(b) - cellsOf(a));
  const work = [...longestFirst.map((name) => ({ name, source: path(name) })), CANARY]
    .map((it) => ({ ...it, target: `${target}/${it.name}.ipynb`, folder: notebooks }));

  const findings = new Map(work.map(({ name }) => [name, [`${name}: was not executed`]]));
  const executed = new Map<string, Chapter>();
  let changed = false;
  for await (const event of execute(work, tools)) {
    const { name } = event;
    if (event.event === "started") continue;
    if (name === CANARY.name) {
      findings.set(name, canaryFindings(event));
      continue;
    }
    const took = event.event === "executed" ? ` (${event.seconds.toFixed(1)} s)` : "";
    if (event.event === "failed") {
      findings.set(name, [await explain(event, path(name), notebooks, root)]);
    } else {
      const text = await Deno.readTextFile(`${target}/${name}.ipynb`);
      executed.set(name, parseChapter(name, text));
      const change = accept ? null : difference(name, await Deno.readTextFile(path(name)), text);
      changed ||= change !== null;
      findings.set(name, [...outputFindings(executed.get(name)!), ...(change ? [change] : [])]);
    }
    const mark = findings.get(name)!.length > 0 ? "✗" : "✓";
    say(`  ${mark} ${committed[names.indexOf(name)].title}${took}`);
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
