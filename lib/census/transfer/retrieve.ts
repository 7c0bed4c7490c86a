/** Where a file comes from: the cache and the publisher, or a folder of files already downloaded. */
import type { TransferOptions } from "./attempt.ts";
import { cachedFile, download, sha256OfFile } from "./download.ts";
import { CensusError } from "./errors.ts";
import { madeAt } from "./made.ts";
import type { Progress } from "./progress.ts";
import { readSidecar, type Sidecar } from "./snapshot.ts";

/** Finds a file: downloads it, or takes it from a folder. Undefined when it is not published. */
export type Retrieve = (
  name: string,
  url: string,
) => Promise<{ path: string; sidecar: Sidecar } | undefined>;

export interface RetrieveOptions extends Omit<TransferOptions, "progress"> {
  /** Folder of files already downloaded: nothing is asked of the publisher. */
  from?: string;
  cacheDir: string;
  progress: Progress;
}

/** Retrieves files into a folder of the cache, or finds them in `--from`. */
export function retriever(folder: string, options: RetrieveOptions): Retrieve {
  const { from, cacheDir, patience, now, say, signal, progress } = options;
  if (from !== undefined) return (name, url) => fromFolder(from, name, url, say);
  return async (name, url) => {
    const path = `${cacheDir}/${folder}/${name}`;
    const bar = progress(`downloading ${name}`);
    try {
      const sidecar = await download(url, path, {
        patience,
        now,
        say,
        signal,
        progress: bar.update,
      });
      return sidecar && { path, sidecar };
    } finally {
      bar.end();
    }
  };
}

/**
 * A file of a person's own folder: dated by its sidecar; else by what it holds, which a copy keeps; else
 * by the day on which it was last written.
 */
async function fromFolder(dir: string, name: string, url: string, say: (line: string) => void) {
  let found: string | undefined;
  try {
    for await (const entry of Deno.readDir(dir)) {
      if (entry.isFile && entry.name.toLowerCase() === name.toLowerCase()) found = entry.name;
    }
  } catch (error) {
    throw new CensusError(
      `--from ${dir}: ${(error as Error).message}`,
      "name a folder that is there",
    );
  }
  if (!found) {
    say(`  ${name} is not in ${dir}`);
    return undefined;
  }
  const path = `${dir}/${found}`;
  if (await readSidecar(path)) {
    const sidecar = await cachedFile(path, say);
    if (!sidecar) throw new CensusError(`${path} differs from its sidecar`, "download it again");
    return { path, sidecar };
  }
  const { mtime, size } = await Deno.stat(path);
  const written = mtime ?? new Date(), retrieved_at = written.toISOString();
  const sidecar: Sidecar = {
    url,
    retrieved_at,
    sha256: await sha256OfFile(path),
    bytes: size,
    status: 200,
  };
  const made = await madeAt(path);
  if (made && made <= written) {
    sidecar.last_modified = made.toUTCString();
    say(`  ${path}: no sidecar, so it counts as published when it was made, ${made.toISOString()}`);
  } else {
    say(`  ${path}: no sidecar, so it counts as published when it was written, ${retrieved_at}`);
  }
  return { path, sidecar };
}
