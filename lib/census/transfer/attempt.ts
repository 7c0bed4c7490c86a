/** One try of a download: what the server answered, and the bytes that came, added to the part. */
import { CensusError, Interrupted } from "./errors.ts";
import { beginningOf, pageProblem } from "./page.ts";
import { isPassing, type Patience, retryAfter } from "./patience.ts";
import { readSidecar, type Sidecar, sidecarOf, writeSidecar } from "./snapshot.ts";

export interface TransferOptions {
  patience: Patience;
  now: () => Date;
  say: (line: string) => void;
  /** Bytes so far and bytes in all, where the server says it. */
  progress: (done: number, whole?: number) => void;
  signal?: AbortSignal;
}

type About = Omit<Sidecar, "sha256" | "bytes">;

/** A whole part, a file that is as the cache has it, no such file, or a problem that may pass. */
export type Outcome =
  | { about: About }
  | "unchanged"
  | "missing"
  | { problem: string; wait?: number };

/** Bytes that a broken download has left of a file. */
export async function partSize(path: string): Promise<number> {
  return (await Deno.stat(`${path}.part`).catch(() => undefined))?.size ?? 0;
}

/**
 * Tries once to complete `path.part`.
 *
 * @param cached the sidecar of the file that the cache has, to ask whether it changed.
 * @throws CensusError on an answer that no retry mends, or a disk that is full; Interrupted.
 */
export async function transfer(
  url: string,
  path: string,
  cached: Sidecar | undefined,
  options: TransferOptions,
): Promise<Outcome> {
  const { patience, signal } = options;
  const begun = await readSidecar(`${path}.part`);
  const size = begun ? await partSize(path) : 0;
  const stalled = new AbortController();
  const wait = () => setTimeout(() => stalled.abort(), patience.timeoutMs);
  let timer = wait();
  const progress = (done: number, whole?: number) => {
    clearTimeout(timer);
    timer = wait();
    options.progress(done, whole);
  };
  try {
    const response = await fetch(url, {
      headers: {
        "accept-encoding": "identity",
        ...size > 0 ? resume(size, begun!) : ifChanged(cached),
      },
      redirect: "manual",
      signal: signal ? AbortSignal.any([signal, stalled.signal]) : stalled.signal,
    });
    return await refusal(response, url, path) ?? await receive(response, url, path, size, {
      ...options,
      progress,
    });
  } catch (error) {
    if (signal?.aborted) throw new Interrupted();
    if (error instanceof CensusError || error instanceof Deno.errors.NotCapable) throw error;
    const seconds = patience.timeoutMs / 1000;
    return {
      problem: stalled.signal.aborted ? `no byte within ${seconds} s` : "the connection failed",
    };
  } finally {
    clearTimeout(timer);
  }
}

/** Asks for the rest of a file, if it is still the same. */
const resume = (size: number, begun: Sidecar) => ({
  range: `bytes=${size}-`,
  "if-range": begun.etag ?? begun.last_modified!,
});

/** Asks for a file only if it is no longer as the cache has it. */
function ifChanged(cached: Sidecar | undefined): Record<string, string> {
  if (cached?.etag) return { "if-none-match": cached.etag };
  return cached?.last_modified ? { "if-modified-since": cached.last_modified } : {};
}

async function refusal(response: Response, url: string, path: string) {
  const { status, headers } = response;
  const type = headers.get("content-type") ?? "";
  const isFile = status === 200 || status === 206;
  if (isFile && !/html/i.test(type)) return undefined;
  if (isFile) return { problem: pageProblem(await beginningOf(response)) };
  await response.body?.cancel();
  if (status === 304) return "unchanged";
  if (status === 404) return "missing";
  if (status === 416) {
    await Deno.remove(sidecarOf(`${path}.part`)).catch(() => {});
    return { problem: "the part no longer fits", wait: 0 };
  }
  if (isPassing(status)) {
    const wait = retryAfter(headers.get("retry-after"), Date.now());
    return { problem: `the server answered ${status}`, wait };
  }
  throw new CensusError(
    `${url}: expected a file, found ${status} ${type}`.trimEnd(),
    "check --archive-base; data/ is unchanged",
  );
}

async function receive(
  response: Response,
  url: string,
  path: string,
  size: number,
  { now, progress }: TransferOptions,
): Promise<Outcome> {
  const { status, headers } = response;
  const resumed = status === 206 && headers.get("content-range")?.startsWith(`bytes ${size}-`);
  let done = resumed ? size : 0;
  const length = headers.get("content-length");
  const whole = length === null ? undefined : done + Number(length);
  const about: About = { url, retrieved_at: now().toISOString(), status: 200 };
  const [modified, etag] = [headers.get("last-modified"), headers.get("etag")];
  if (modified) about.last_modified = modified;
  if (etag) about.etag = etag;
  const part = `${path}.part`;
  using file = await onDisk(part, () => Deno.open(part, { create: true, append: true }));
  if (!resumed) await onDisk(part, () => file.truncate(0));
  // Without a tag or date the server cannot say later whether a part still fits: it starts anew.
  if (about.etag ?? about.last_modified) {
    await writeSidecar(part, { ...about, sha256: "", bytes: whole ?? 0 });
  } else await Deno.remove(sidecarOf(part)).catch(() => {});
  for await (const chunk of response.body ?? []) {
    for (let at = 0; at < chunk.length;) {
      at += await onDisk(part, () => file.write(chunk.subarray(at)));
    }
    progress(done += chunk.length, whole);
  }
  await onDisk(part, () => file.sync());
  if (whole === undefined || done === whole) return { about };
  return { problem: `the connection ended after ${done} of ${whole} bytes` };
}

/** An operation on the part; its failure is one of the disk, not of the connection. */
async function onDisk<Result>(part: string, run: () => Promise<Result>): Promise<Result> {
  try {
    return await run();
  } catch (error) {
    throw new CensusError(
      `${part} could not be written: ${(error as Error).message}`,
      "make room on the disk and run the refresh again: the download goes on where it stopped",
    );
  }
}
