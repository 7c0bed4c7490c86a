/** Runs the chapters on the data of any month, and writes what they then say. */
import { listed, readArguments, UsageError } from "../../lib/command.ts";
import { monthsBetween } from "../../lib/census/terms/months.ts";
import { chapterNames } from "../../lib/publish/chapters/notebook.ts";
import { chosenChapters } from "../../lib/publish/options.ts";
import { setUp } from "../../lib/publish/setup/setup.ts";
import { exitCodeOf } from "../../lib/publish/system/errors.ts";
import { DATA_DIR } from "../../lib/data/mod.ts";
import { ROOT } from "../../lib/root.ts";
import { copyProject } from "../bench/scratch.ts";
import { MONTHS } from "./calendar.ts";
import { executeChapters, replaceData } from "./chapters.ts";
import { dataOf } from "./kept.ts";
import { findings } from "./rules.ts";
import { passagesOf, readable } from "./texts.ts";

const FOLDER = `${ROOT}/build/months`;
/** Instead of a month: the data that there are. */
const TODAY = "today";
const [FIRST, LAST] = [MONTHS[0], MONTHS.at(-1)!];

const HELP = `deno run -A tests/months/run.ts: what the report would say in another month

Whoever changes prose, or a function that says something, runs it: figures move every month, and each
sentence must stay true, grammatical and fresh. The chapters are executed in a copy of the project on
data cut at a month, or extended to it by published figures under later months; data/ and notebooks/
are left alone. Writes build/months/<month>.txt, a sentence a line: read one, and compare two of them
with git diff --no-index. Sentences that break a rule (tests/months/rules.ts) and cells that fail are
listed.

  --months <months>    2025-06, 2024-12..2025-03 or several with commas; ${FIRST}..${LAST} if left out;
                       ${TODAY}: the data as they are
  --only <chapters>    these chapters alone: 3, 3,4 or 3-5
  --report             the whole report too: deno task report --accept --no-pdf in the copy
  -h, --help           this text

Exit code 0: every chapter runs and no rule is broken. 1: not so. 2: the command line is wrong.
`;

const OPTIONS = {
  months: { type: "string", multiple: true, default: [] as string[] },
  only: { type: "string", multiple: true, default: [] as string[] },
  report: { type: "boolean", default: false },
} as const;

/** The months of a command line, in order: `2025-06`, `2024-12..2025-03`; all when none is named. */
export function chosenMonths(asked: string[]): string[] {
  if (asked.length === 0) return MONTHS;
  const found = asked.flatMap((part) => {
    if (part === TODAY) return [TODAY];
    const [first, last = first] = part.split("..");
    if (!MONTHS.includes(first) || !MONTHS.includes(last) || first > last) {
      throw new UsageError(`--months ${part}: choose from ${FIRST}..${LAST}`);
    }
    return monthsBetween(first, last);
  });
  return [TODAY, ...MONTHS].filter((month) => found.includes(month));
}

/** What the whole report, made in the copy, says of its failure; nothing when it is made. */
async function reported(root: string): Promise<string[]> {
  const { success, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["task", "report", "--accept", "--no-pdf"],
    cwd: root,
    env: { NO_COLOR: "1", INIT_CWD: root },
  }).output();
  const said = [stdout, stderr].map((bytes) => new TextDecoder().decode(bytes)).join("\n");
  return success ? [] : [`the report fails:\n${said}`];
}

async function run(months: string[], names: string[], whole: boolean): Promise<boolean> {
  const tools = await setUp({ root: ROOT });
  const root = await copyProject();
  let isSound = true;
  try {
    await Deno.mkdir(FOLDER, { recursive: true });
    for (const month of months) {
      const started = performance.now();
      await replaceData(root, month === TODAY ? DATA_DIR : await dataOf(month));
      const { chapters, failures } = await executeChapters(root, names, tools);
      if (whole) failures.push(...await reported(root));
      const passages = chapters.flatMap(passagesOf);
      const broken = findings(passages, month === TODAY ? {} : { newest: month });
      await Deno.writeTextFile(`${FOLDER}/${month}.txt`, readable(passages));
      const seconds = ((performance.now() - started) / 1000).toFixed(0);
      console.log(
        `${month}: ${failures.length} failures, ${broken.length} broken rules (${seconds} s)`,
      );
      for (const line of [...failures, ...broken]) console.log(`  ${line}`);
      isSound &&= failures.length + broken.length === 0;
    }
  } finally {
    await Deno.remove(root, { recursive: true });
  }
  console.log(`Read them: build/months/`);
  return isSound;
}

if (import.meta.main) {
  Deno.exitCode = await exitCodeOf(async () => {
    const { help, months, only, report } = readArguments(Deno.args, OPTIONS, HELP);
    if (help) {
      console.log(HELP);
      return;
    }
    const chosen = chosenMonths(listed(months));
    const names = await chapterNames(`${ROOT}/notebooks`);
    return await run(chosen, chosenChapters(listed(only), names), report) ? 0 : 1;
  });
}
