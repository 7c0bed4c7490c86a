/** One refresh at a time: a lock that the system releases when a process dies, however it dies. */
import { makeFolder, mustBeWritable, removeTemporary } from "./snapshot.ts";

const MEND = "make the folder writable, or name another one by --cache";

/**
 * Runs while holding the lock of a cache folder; waits, and says so, when another run holds it. What a run
 * that died has left in it is removed.
 *
 * @throws CensusError when the folder cannot be made or written.
 */
export async function withLock<Result>(
  cacheDir: string,
  say: (line: string) => void,
  run: () => Promise<Result>,
): Promise<Result> {
  await makeFolder(cacheDir, MEND);
  await mustBeWritable(cacheDir, MEND);
  using file = await Deno.open(`${cacheDir}/lock`, { create: true, write: true });
  if (!await file.tryLock(true)) {
    say("another refresh is running: waiting for it");
    await file.lock(true);
  }
  await removeTemporary(cacheDir);
  return await run();
}
