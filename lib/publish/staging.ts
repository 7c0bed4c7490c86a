/** Whole or not at all: results are made beside their place and moved there at the end. */
import { basename, dirname } from "node:path";
import { kill } from "node:process";
import { STOPPED } from "./errors.ts";
import { stopPrograms } from "./process.ts";
import { requireWritable } from "./writable.ts";

/**
 * Makes a folder anew. `work` fills a folder beside it; when it succeeds that one takes the
 * place of `target`, when it fails or is interrupted `target` stays as it was.
 */
export async function wholeOrNot(
  target: string,
  work: (stage: string) => Promise<void>,
): Promise<void> {
  await onStage(target, async (stage) => {
    await Deno.mkdir(`${stage}/new`);
    await work(`${stage}/new`);
    await takePlace(`${stage}/new`, target, `${stage}/old`);
  });
}

/**
 * Gives `work` a folder beside `target`, and takes it away afterwards, on an interrupt too.
 *
 * @throws PublishError before the work when nothing can be written there.
 */
export async function onStage(
  target: string,
  work: (stage: string) => Promise<void>,
): Promise<void> {
  const cache = `${dirname(target)}/.cache`;
  const earlier = await exists(target) ? [target] : [];
  for (const folder of [dirname(target), cache, ...earlier]) await requireWritable(folder);
  await clearStale(cache);
  const stage = await Deno.makeTempDir({ dir: cache, prefix: `stage-${Deno.pid}-` });
  const clear = () => Deno.removeSync(stage, { recursive: true });
  const interrupted = () => {
    stopPrograms();
    try {
      clear();
    } finally {
      console.error(`\ninterrupted; ${basename(target)}/ is as it was`);
      // What a program wrote in the meantime goes when the next report starts.
      Deno.exit(STOPPED);
    }
  };
  const signals: Deno.Signal[] = ["SIGINT", "SIGTERM", "SIGHUP"];
  signals.forEach((signal) => Deno.addSignalListener(signal, interrupted));
  try {
    await work(stage);
  } finally {
    signals.forEach((signal) => Deno.removeSignalListener(signal, interrupted));
    clear();
  }
}

/** Takes away what reports left that were ended by force. */
async function clearStale(cache: string): Promise<void> {
  const day = 24 * 60 * 60 * 1000;
  for (const { name } of await Array.fromAsync(Deno.readDir(cache))) {
    if (!name.startsWith("stage-")) continue;
    const path = `${cache}/${name}`;
    const owner = /^stage-(\d+)-/.exec(name)?.[1];
    const { mtime } = await Deno.stat(path).catch(() => ({ mtime: null }));
    const isOld = mtime !== null && Date.now() - mtime.getTime() > day;
    if (isOld || (owner !== undefined && !isRunning(Number(owner)))) {
      await Deno.remove(path, { recursive: true }).catch(ignoreMissing);
    }
  }
}

function isRunning(pid: number): boolean {
  try {
    return kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== "ESRCH";
  }
}

/** Another report may have taken it away at the same time. */
function ignoreMissing(error: unknown): void {
  if (!(error instanceof Deno.errors.NotFound)) throw error;
}

async function takePlace(made: string, target: string, old: string): Promise<void> {
  const earlier = await exists(target);
  // Nothing comes between the two: an interrupt there would take the earlier one with the stage.
  if (earlier) Deno.renameSync(target, old);
  try {
    Deno.renameSync(made, target);
  } catch (error) {
    if (earlier) Deno.renameSync(old, target);
    throw error;
  }
}

const exists = (path: string): Promise<boolean> => Deno.stat(path).then(() => true, () => false);

/** Moves all files of a folder over those of another, keeping the rest of it. */
export async function moveInto(folder: string, target: string): Promise<void> {
  await Deno.mkdir(target, { recursive: true });
  for await (const { name, isDirectory } of Deno.readDir(folder)) {
    if (isDirectory) await moveInto(`${folder}/${name}`, `${target}/${name}`);
    else await Deno.rename(`${folder}/${name}`, `${target}/${name}`);
  }
}
