/**
 * What `deno task refresh --report` does when new figures are in data/: builds the report with its outputs
 * accepted, asks `verify`, and tells in build/revision/ what changed. Started by lib/census/launch.ts.
 */
import { forgetRefreshed, readRefreshed, type Refreshed } from "../census/vintage/refreshed.ts";
import { readArguments } from "../command.ts";
import { readPackage } from "../data/mod.ts";
import { within } from "../platform.ts";
import { chapterNames, readChapter } from "./chapters/notebook.ts";
import { HERE, type Place } from "./place.ts";
import { report } from "./report.ts";
import { compare } from "./revision/compare.ts";
import { type State, stateOf } from "./revision/state.ts";
import { type Revision, summaryOf, titleOf } from "./revision/words.ts";
import { writeRevision } from "./revision/write.ts";
import { REVISION, wholeOrNot } from "./staging.ts";
import { exitCodeOf, Interrupted, PublishError } from "./system/errors.ts";
import { sha256 } from "./system/files.ts";
import { lastLines, run } from "./system/process.ts";
import { ROOT } from "../root.ts";

const OPTIONS = {
  cache: { type: "string", default: `${ROOT}/.cache/census` },
  "no-pdf": { type: "boolean", default: false },
} as const;

const AGAIN = "deno task refresh --report";

/** What this work asks of others; tests ask less. */
export interface Work {
  report: (pdf: boolean) => Promise<void>;
  verify: () => Promise<Revision["verified"]>;
}

/**
 * Tells what refreshes brought that nobody has told yet; says so when there is nothing.
 *
 * @returns the exit code: 1 when the figures do not add up.
 * @throws PublishError when the report fails, saying what state data/ and notebooks/ are in.
 */
export async function revise(
  { cache, pdf }: { cache: string; pdf: boolean },
  place: Place = HERE,
  say: (line: string) => void = console.log,
  work: Work = { report: (pdf) => buildAndAccept(pdf, place, say), verify },
): Promise<number> {
  const brought = await inData(await readRefreshed(cache), place);
  if (brought.length === 0) {
    await forgetRefreshed(cache);
    say("Nothing new came: no report is built, and nothing is changed");
    return 0;
  }
  const before = await orSaid(
    async () => {
      const state = await stateIn(place);
      await work.report(pdf);
      return state;
    },
    `data/ has the new figures; notebooks/, README.md and build/ are as they were. When that is ` +
      `mended, ${AGAIN} goes on from here; git restore data and git clean -f data take the new figures back`,
    say,
  );
  say("Verifying the figures");
  const verified = await work.verify();
  const revision: Revision = {
    vintage: brought.map((each) => each.vintage).sort().at(-1)!,
    tables: brought,
    ...compare(before, await stateIn(place)),
    verified,
    package: await packageHash(place),
  };
  await orSaid(
    () => wholeOrNot(place.build, (stage) => writeRevision(stage, revision), REVISION),
    "data/, notebooks/, README.md and build/ have the new figures; what changed could not be written. " +
      `When that is mended: git restore data notebooks README.md, and ${AGAIN} does it all again`,
    say,
  );
  await forgetRefreshed(cache);
  say(`\n${titleOf(revision)}`);
  summaryOf(revision).forEach((line) => say(`  ${line}`));
  say(`  ${within(Deno.cwd(), place.build) ?? place.build}/${REVISION}/revision.md tells it all`);
  return verified.holds ? 0 : 1;
}

/** Those of what was brought that data/ has still, with the titles of their tables. */
async function inData(brought: Refreshed[], { root }: Place): Promise<Revision["tables"]> {
  if (brought.length === 0) return [];
  const { resources } = await readPackage(`${root}/data`);
  return brought.flatMap((each) => {
    const resource = resources.find(({ name }) => name === each.table);
    const isThere = resource?.vintages.some(({ vintage }) => vintage === each.vintage);
    return isThere ? [{ ...each, title: resource!.title }] : [];
  });
}

/** The hash by which it is known whether data/ is still what a revision tells of. */
export const packageHash = async ({ root }: Pick<Place, "root">): Promise<string> =>
  await sha256(await Deno.readTextFile(`${root}/data/datapackage.json`));

async function stateIn({ notebooks }: Place): Promise<State> {
  const names = await chapterNames(notebooks);
  return stateOf(await Promise.all(names.map((name) => readChapter(`${notebooks}/${name}.ipynb`))));
}

/** Work whose failure is said together with the state that it leaves. */
async function orSaid<Result>(
  work: () => Promise<Result>,
  state: string,
  say: (line: string) => void,
): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof PublishError) throw new PublishError(`${error.message}\n\n${state}.`);
    if (!(error instanceof Interrupted)) say(`${state}.`);
    throw error;
  }
}

const buildAndAccept = (pdf: boolean, place: Place, say: (line: string) => void) =>
  report({ help: false, only: [], pdf, accept: true, fresh: false, industry: [] }, place, say);

/** `deno task verify`, as a person runs it. */
async function verify(): Promise<Revision["verified"]> {
  const options = { cwd: ROOT, env: { ...Deno.env.toObject(), NO_COLOR: "1" } };
  const { success, stdout, stderr } = await run(Deno.execPath(), ["task", "verify"], options);
  const lines = stdout.trim().split("\n");
  return {
    holds: success,
    summary: lines.at(-1) || lastLines(stderr),
    failed: lines.filter((line) => line.startsWith("FAIL")),
  };
}

if (import.meta.main) {
  Deno.exitCode = await exitCodeOf(async () => {
    const { cache, "no-pdf": noPdf } = readArguments(Deno.args, OPTIONS, "--cache, --no-pdf");
    return await revise({ cache, pdf: !noPdf });
  });
}
