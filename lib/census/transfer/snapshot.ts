/**
 * The cache of raw files, outside git: verbatim bytes, each with a sidecar that says where and when
 * it was retrieved. Bytes are checked by hash before they are used again.
 */
import { sha256 } from "../../data/package.ts";
import { CensusError } from "./errors.ts";

export interface Sidecar {
  /** Where the bytes came from, without the key. */
  url: string;
  /** When, in UTC. Using the bytes again never changes it. */
  retrieved_at: string;
  sha256: string;
  bytes: number;
  status: number;
  /** Rows of a reply, where they were counted. */
  rows?: number;
  /** What the server said of the file's date, where it did. */
  last_modified?: string;
  /** What the server called this state of the file, where it did. */
  etag?: string;
}

export interface Snapshot {
  bytes: Uint8Array;
  sidecar: Sidecar;
}

/** Path of the sidecar of a raw file. */
export const sidecarOf = (path: string): string => `${path}.sidecar.json`;

/**
 * The day on which a file was published: what the server gives as its date. Null where it gives none,
 * or one that is later than the retrieval and therefore wrong.
 */
export function publishedOn({ last_modified, retrieved_at }: Sidecar): string | null {
  const time = Date.parse(last_modified ?? "");
  if (Number.isNaN(time)) return null;
  const day = new Date(time).toISOString().slice(0, 10);
  return day <= retrieved_at.slice(0, 10) ? day : null;
}

/** How a file is called until it is whole; a run that dies leaves it, and the next one removes it. */
const TEMPORARY = /\.[0-9a-f]{8}\.tmp$/;
const MAKE_ROOM =
  "make room on the disk, check the folder's permissions, and run the refresh again";

/** Makes a folder and those above it. Throws a CensusError that names it. */
export async function makeFolder(path: string, mend = MAKE_ROOM): Promise<void> {
  try {
    await Deno.mkdir(path, { recursive: true });
  } catch (error) {
    throw new CensusError(`${path} could not be made: ${(error as Error).message}`, mend);
  }
}

/** Asserts that files can be written to a folder. Throws a CensusError that names it. */
export async function mustBeWritable(path: string, mend: string): Promise<void> {
  const probe = temporary(`${path}/probe`);
  try {
    await Deno.writeTextFile(probe, "", { createNew: true });
    await Deno.remove(probe);
  } catch (error) {
    throw new CensusError(`${path} cannot be written: ${(error as Error).message}`, mend);
  }
}

/** Removes what a run that died has left below a folder. */
export async function removeTemporary(dir: string, depth = 2): Promise<void> {
  for await (const { name, isFile, isDirectory } of Deno.readDir(dir)) {
    const path = `${dir}/${name}`;
    if (isFile && TEMPORARY.test(name)) await Deno.remove(path).catch(() => {});
    if (isDirectory && depth > 0) await removeTemporary(path, depth - 1);
  }
}

const temporary = (path: string) => `${path}.${crypto.randomUUID().slice(0, 8)}.tmp`;

/** A file written whole or not at all. */
export async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const unfinished = temporary(path);
  try {
    const file = await Deno.open(unfinished, { write: true, createNew: true });
    try {
      for (let written = 0; written < bytes.length;) {
        written += await file.write(bytes.subarray(written));
      }
      await file.sync();
    } finally {
      file.close();
    }
    await Deno.rename(unfinished, path);
  } catch (error) {
    await Deno.remove(unfinished).catch(() => {});
    throw new CensusError(
      `${path} could not be written: ${(error as Error).message}`,
      MAKE_ROOM,
    );
  }
}

/** Writes a sidecar as JSON. */
export async function writeSidecar(path: string, sidecar: Sidecar): Promise<void> {
  await writeWhole(
    sidecarOf(path),
    new TextEncoder().encode(JSON.stringify(sidecar, null, 2) + "\n"),
  );
}

/** Reads the sidecar of a raw file. Undefined when there is none, or it is no JSON object. */
export async function readSidecar(path: string): Promise<Sidecar | undefined> {
  try {
    const sidecar = JSON.parse(await Deno.readTextFile(sidecarOf(path)));
    return typeof sidecar?.sha256 === "string" ? sidecar : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps raw bytes with their sidecar; the sidecar comes last and makes them count. */
export async function keep(
  path: string,
  bytes: Uint8Array,
  about: Omit<Sidecar, "sha256" | "bytes">,
): Promise<Snapshot> {
  const sidecar = { ...about, sha256: await sha256(bytes), bytes: bytes.length };
  await makeFolder(path.slice(0, path.lastIndexOf("/")));
  await writeWhole(path, bytes);
  await writeSidecar(path, sidecar);
  return { bytes, sidecar };
}

/**
 * Bytes kept earlier. Undefined when there are none; bytes that no longer have their hash are said
 * and set aside, so that they are retrieved again.
 */
export async function reuse(
  path: string,
  say: (line: string) => void,
): Promise<Snapshot | undefined> {
  const sidecar = await readSidecar(path);
  if (!sidecar) return undefined;
  const bytes = await Deno.readFile(path).catch(() => new Uint8Array());
  if (bytes.length === sidecar.bytes && await sha256(bytes) === sidecar.sha256) {
    return { bytes, sidecar };
  }
  say(`  ${path} differs from its sidecar: not used, retrieved again`);
  await Deno.remove(sidecarOf(path));
  return undefined;
}
