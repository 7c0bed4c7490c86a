/** Whole or not at all: results are made beside their place and moved there at the end. */
import { existsSync } from "node:fs";
import { basename, dirname } from "node:path";
import { kill } from "node:process";
import { lockIn, stopSignals } from "../platform.ts";
import { STOPPED } from "./system/errors.ts";
import { exists } from "./system/files.ts";
import { stopPrograms } from "./system/process.ts";
import { requireWritable } from "./system/writable.ts";

/** The folder of a build in which it is told what a refresh did. */
export const REVISION = "revision";

/**
 * Folders of a build that no report makes and none takes away: students write in those of the course, and
 * what a refresh did is told once.
 */
export const STAYS = ["course", REVISION];

/** The folder of what was packed of a build: it goes with that build, and no report makes it. */
export const RELEASE = "release";

/**
 * Makes a folder anew. `work` fills a folder beside it; when it succeeds that one takes the
 * place of `target`, when it fails or is interrupted `target` stays as it was.
 *
 * @param part of the target that is made anew, and nothing else: one of those that no report makes
 */
export async function wholeOrNot(
  target: string,
  work: (stage: string) => Promise<void>,
  part?: string,
): Promise<void> {
  await onStage(target, async (stage) => {
    await Deno.mkdir(`${stage}/new`);
    await work(`${stage}/new`);
    await alone(
      target,
      () => part ? replacePart(stage, target, part) : replaceWhole(stage, target),
    );
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
  const cache = cacheOf(target);
  const earlier = await exists(target) ? [target] : [];
  for (const folder of [dirname(target), cache, ...earlier]) await requireWritable(folder);
  await clearStale(cache, target);
  const stage = await Deno.makeTempDir({ dir: cache, prefix: `stage-${Deno.pid}-` });
  const clear = () => {
    if (existsSync(stage)) Deno.removeSync(stage, { recursive: true });
  };
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
  const signals = stopSignals();
  signals.forEach((signal) => Deno.addSignalListener(signal, interrupted));
  try {
    await work(stage);
  } catch (error) {
    // What was done beside the part that failed may write once more before this program ends.
    globalThis.addEventListener("unload", () => clear());
    throw error;
  } finally {
    signals.forEach((signal) => Deno.removeSignalListener(signal, interrupted));
    clear();
  }
}

const cacheOf = (target: string): string => `${dirname(target)}/.cache`;

/** Does what no two reports may do at once: the second waits. */
async function alone<Result>(target: string, work: () => Promise<Result>): Promise<Result> {
  await requireWritable(cacheOf(target));
  using lock = await Deno.open(...lockIn(cacheOf(target)));
  await lock.lock(true);
  return await work();
}

/** Takes away what reports left that were ended by force, and puts back what one had moved aside. */
async function clearStale(cache: string, target: string): Promise<void> {
  const day = 24 * 60 * 60 * 1000;
  for (const { name } of await Array.fromAsync(Deno.readDir(cache))) {
    if (!name.startsWith("stage-")) continue;
    const path = `${cache}/${name}`;
    const owner = /^stage-(\d+)-/.exec(name)?.[1];
    const { mtime } = await Deno.stat(path).catch(() => ({ mtime: null }));
    const isOld = mtime !== null && Date.now() - mtime.getTime() > day;
    if (isOld || (owner !== undefined && !isRunning(Number(owner)))) {
      if (!await exists(target)) await Deno.rename(`${path}/old`, target).catch(ignoreMissing);
      if (await exists(target)) putBack(`${path}/old`, target);
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

async function replaceWhole(stage: string, target: string): Promise<void> {
  await takePlace(`${stage}/new`, target, `${stage}/old`);
  putBack(`${stage}/old`, target);
}

async function replacePart(stage: string, target: string, part: string): Promise<void> {
  await Deno.mkdir(target, { recursive: true });
  await Deno.mkdir(`${stage}/old`);
  await takePlace(`${stage}/new`, `${target}/${part}`, `${stage}/old/${part}`);
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

/** Moves what stays from an earlier folder that was moved aside into the one in its place. */
function putBack(old: string, target: string): void {
  for (const name of STAYS) {
    if (!existsSync(`${old}/${name}`) || existsSync(`${target}/${name}`)) continue;
    Deno.renameSync(`${old}/${name}`, `${target}/${name}`);
  }
}

/** Moves all files of a folder over those of another, keeping the rest of it. */
export async function moveInto(folder: string, target: string): Promise<void> {
  await alone(target, () => moveAll(folder, target));
}

async function moveAll(folder: string, target: string): Promise<void> {
  await Deno.mkdir(target, { recursive: true });
  for await (const { name, isDirectory } of Deno.readDir(folder)) {
    if (isDirectory) await moveAll(`${folder}/${name}`, `${target}/${name}`);
    else await Deno.rename(`${folder}/${name}`, `${target}/${name}`);
  }
}
