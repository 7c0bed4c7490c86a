/** One refresh at a time: a lock that the system releases when a process dies, however it dies. */

/** Runs while holding the lock of a cache folder; waits, and says so, when another run holds it. */
export async function withLock<Result>(
  cacheDir: string,
  say: (line: string) => void,
  run: () => Promise<Result>,
): Promise<Result> {
  await Deno.mkdir(cacheDir, { recursive: true });
  using file = await Deno.open(`${cacheDir}/lock`, { create: true, write: true });
  if (!await file.tryLock(true)) {
    say("another refresh is running: waiting for it");
    await file.lock(true);
  }
  return await run();
}
