/** Whole or not at all: results are made beside their place and moved there at the end. */
import { dirname } from "node:path";

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

/** Gives `work` a folder beside `target`, and takes it away afterwards, on an interrupt too. */
export async function onStage(
  target: string,
  work: (stage: string) => Promise<void>,
): Promise<void> {
  const cache = `${dirname(target)}/.cache`;
  await Deno.mkdir(cache, { recursive: true });
  const stage = await Deno.makeTempDir({ dir: cache, prefix: "stage-" });
  const clear = () => Deno.removeSync(stage, { recursive: true });
  const interrupted = () => {
    clear();
    Deno.exit(130);
  };
  const signals: Deno.Signal[] = ["SIGINT", "SIGTERM"];
  signals.forEach((signal) => Deno.addSignalListener(signal, interrupted));
  try {
    await work(stage);
  } finally {
    signals.forEach((signal) => Deno.removeSignalListener(signal, interrupted));
    clear();
  }
}

async function takePlace(made: string, target: string, old: string): Promise<void> {
  const earlier = await Deno.stat(target).then(() => true, () => false);
  if (earlier) await Deno.rename(target, old);
  try {
    await Deno.rename(made, target);
  } catch (error) {
    if (earlier) await Deno.rename(old, target);
    throw error;
  }
}

/** Moves all files of a folder over those of another, keeping the rest of it. */
export async function moveInto(folder: string, target: string): Promise<void> {
  await Deno.mkdir(target, { recursive: true });
  for await (const { name, isDirectory } of Deno.readDir(folder)) {
    if (isDirectory) await moveInto(`${folder}/${name}`, `${target}/${name}`);
    else await Deno.rename(`${folder}/${name}`, `${target}/${name}`);
  }
}
