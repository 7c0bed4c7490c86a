/** Executes the chapters together with the canary, and lets through only what passes the gates. */
import { PublishError } from "./errors.ts";
import { execute, type Failed } from "./execute.ts";
import { explain } from "./failures.ts";
import { difference, figureFindings, outputFindings } from "./gates.ts";
import { type Chapter, parseChapter, readChapter } from "./notebook.ts";
import type { Tools } from "./setup.ts";

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

const CANARY = { name: "canary", source: new URL("canary.ipynb", import.meta.url).pathname };

/**
 * The chapters, executed and checked.
 *
 * @throws PublishError with every finding, not the first alone.
 */
export async function executedChapters(request: Request): Promise<Chapter[]> {
  const { root, notebooks, names, chosen, target, accept, tools, say } = request;
  const path = (name: string) => `${notebooks}/${name}.ipynb`;
  const titles = new Map<string, string>();
  for (const name of names) titles.set(name, (await readChapter(path(name))).title);
  const work = [...chosen.map((name) => ({ name, source: path(name) })), CANARY]
    .map((it) => ({ ...it, target: `${target}/${it.name}.ipynb`, folder: notebooks }));

  const findings: string[] = [];
  const executed = new Map<string, Chapter>();
  for await (const event of execute(work, tools)) {
    const { name } = event;
    if (name === CANARY.name) findings.push(...canaryFindings(event));
    else if (event.event === "failed") {
      say(`  ✗ ${titles.get(name)}`);
      findings.push(await explain(event, path(name), notebooks, root));
    } else if (event.event === "executed") {
      const text = await Deno.readTextFile(`${target}/${name}.ipynb`);
      const chapter = parseChapter(name, text);
      const found = outputFindings(chapter);
      const change = accept ? null : difference(name, await Deno.readTextFile(path(name)), text);
      if (change) found.push(change);
      say(`  ${found.length > 0 ? "✗" : "✓"} ${chapter.title} (${event.seconds.toFixed(1)} s)`);
      findings.push(...found);
      executed.set(name, chapter);
    }
  }
  const chapters = await Promise.all(
    names.map((name) => executed.get(name) ?? readChapter(path(name))),
  );
  findings.push(...figureFindings(chapters));
  if (findings.length > 0) throw new PublishError(refusal(findings));
  return chapters;
}

function canaryFindings(event: { event: string } | Failed): string[] {
  if (event.event === "started") return [];
  if ("evalue" in event && event.evalue.includes("the canary sings")) return [];
  const what = "evalue" in event ? `it failed otherwise: ${event.evalue}` : "it passed";
  return [
    `the canary notebook, which must fail, shows that errors of cells go unnoticed (${what}); ` +
    `use the Deno the project is pinned to: npx -y deno@2.9.6 task report`,
  ];
}

function refusal(findings: string[]): string {
  const mend = findings.some((finding) => finding.includes("differ"))
    ? "\nIf the new outputs are right: deno task report --accept"
    : "";
  return `the chapters do not pass the gates:\n- ${findings.join("\n- ")}${mend}`;
}
