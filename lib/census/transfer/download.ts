/**
 * Large files into the cache: streamed to a part, resumed where it stopped, and counted only when
 * whole. A file that the cache has is asked for again with its date: unchanged, it is used as it is.
 */
import { createHash } from "node:crypto";
import { Unreachable } from "./errors.ts";
import { backoff, pause } from "./patience.ts";
import { makeFolder, readSidecar, type Sidecar, sidecarOf, writeSidecar } from "./snapshot.ts";
import { partSize, transfer, type TransferOptions } from "./attempt.ts";

/** SHA-256 of a file, read in pieces. */
export async function sha256OfFile(path: string): Promise<string> {
  const hash = createHash("sha256");
  using file = await Deno.open(path);
  const piece = new Uint8Array(1 << 20);
  for (let read; (read = await file.read(piece)) !== null;) hash.update(piece.subarray(0, read));
  return `sha256:${hash.digest("hex")}`;
}

/** The sidecar of a cached file whose bytes still have their hash. Says so when they do not. */
export async function cachedFile(
  path: string,
  say: (line: string) => void,
): Promise<Sidecar | undefined> {
  const sidecar = await readSidecar(path);
  if (!sidecar) return undefined;
  const stat = await Deno.stat(path).catch(() => undefined);
  if (stat?.size === sidecar.bytes && await sha256OfFile(path) === sidecar.sha256) return sidecar;
  say(`  ${path} differs from its sidecar: not used, downloaded again`);
  await Deno.remove(sidecarOf(path));
  return undefined;
}

/**
 * Brings a file into the cache.
 *
 * @returns its sidecar, or undefined when the server has no such file (404).
 * @throws CensusError when the server refuses, sends a page instead of a file, or the retries are
 * used up; Interrupted when the signal says so. The part stays for the next run.
 */
export async function download(
  url: string,
  path: string,
  options: TransferOptions,
): Promise<Sidecar | undefined> {
  const { patience, now, say, signal } = options;
  const cached = await cachedFile(path, say);
  if (cached && cached.retrieved_at.slice(0, 10) === now().toISOString().slice(0, 10)) {
    say(`  from the cache: ${path}`);
    return cached;
  }
  await makeFolder(path.slice(0, path.lastIndexOf("/")));
  for (let failures = 0;;) {
    const before = await partSize(path);
    const outcome = await transfer(url, path, cached, options);
    if (outcome === "unchanged") {
      say(`  unchanged since ${cached!.retrieved_at}: ${path}`);
      return cached;
    }
    if (outcome === "missing") return undefined;
    if ("about" in outcome) return await whole(path, cached, outcome.about);
    failures = await partSize(path) > before ? 1 : failures + 1;
    const wait = outcome.wait ?? backoff(failures, patience);
    if (failures >= patience.attempts || wait > patience.longestWaitMs) {
      throw new Unreachable(
        `${url}: ${outcome.problem}, ${failures === 1 ? "once" : `${failures} times`}`,
        "data/ is unchanged; wait some minutes and run the refresh again: the download goes on where " +
          "it stopped",
      );
    }
    say(`  ${outcome.problem}; next try in ${(wait / 1000).toFixed(1)} s`);
    await pause(wait, signal);
  }
}

/** Makes a finished part the file; an older state of it keeps its bytes under its date. */
async function whole(
  path: string,
  older: Sidecar | undefined,
  about: Omit<Sidecar, "sha256" | "bytes">,
): Promise<Sidecar> {
  const part = `${path}.part`;
  const { size } = await Deno.stat(part);
  const sidecar = { ...about, sha256: await sha256OfFile(part), bytes: size };
  if (older) {
    const kept = `${path}.${older.retrieved_at.slice(0, 10)}`;
    await Deno.rename(path, kept);
    await Deno.rename(sidecarOf(path), sidecarOf(kept));
  }
  await Deno.rename(part, path);
  await writeSidecar(path, sidecar);
  await Deno.remove(sidecarOf(part)).catch(() => {});
  return sidecar;
}
