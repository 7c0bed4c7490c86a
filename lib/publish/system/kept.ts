/**
 * What was made before is taken from `.cache/`, where all that it is made of is the same.
 *
 * An entry is a file named by the sha256 of its keys. It begins with a checksum of that name and of what
 * it holds, so that one that is damaged, cut off or moved to another name is made anew. It is written
 * beside its place and moved there. Of each kind, entries used longest ago give way.
 */
import { AsyncLocalStorage } from "node:async_hooks";
import { createHash } from "node:crypto";
import { deserialize, serialize } from "node:v8";
import { ROOT } from "../../root.ts";

/** Text or bytes that a result depends on; `null` says that it must not be kept. */
export type Key = string | Uint8Array | null;

/** How much of each kind is kept, in bytes. */
const LIMIT = 128 * 2 ** 20;

const CHECKSUM = 32;
const CACHE = `${ROOT}/.cache`;

const anew = new AsyncLocalStorage<true>();

/** Does work for which nothing that was made before is taken; what it makes is kept. */
export const madeAnew = <Result>(work: () => Promise<Result>): Promise<Result> =>
  anew.run(true, work);

/** Where entries lie and how much of each kind. */
export interface Place {
  folder?: string;
  limit?: number;
}

/**
 * What `make` makes, or made before from the same keys.
 *
 * @param kind the folder in `.cache/`
 * @param keys everything that the result depends on: what goes in, the pins of the tools, the code
 * (`codeKey`); the version of Deno and the kind of machine are always among them
 * @param make gives text, bytes, or objects, lists and maps of these; what it throws is not kept
 * @returns the result. A folder that cannot be read or written costs time, and nothing else.
 */
export async function kept<Result>(
  kind: string,
  keys: Key[],
  make: () => Promise<Result>,
  place: Place = {},
): Promise<Result> {
  const found = await recall<Result>(kind, keys, place);
  if (found !== null) return found;
  const result = await make();
  await keep(kind, keys, result, place);
  return result;
}

/** What was kept under these keys; null where nothing was, and in `madeAnew`. */
export async function recall<Result>(
  kind: string,
  keys: Key[],
  { folder = CACHE }: Place = {},
): Promise<Result | null> {
  if (!areKnown(keys) || anew.getStore()) return null;
  const content = await entry(`${folder}/${kind}`, nameOf(kind, keys)).catch(unlessRefused);
  return content && deserialize(content) as Result;
}

/** Keeps a result under keys, in place of an earlier one. */
export async function keep(
  kind: string,
  keys: Key[],
  result: unknown,
  { folder = CACHE, limit = LIMIT }: Place = {},
): Promise<void> {
  if (!areKnown(keys)) return;
  const place = `${folder}/${kind}`;
  await write(place, nameOf(kind, keys), serialize(result)).catch(unlessRefused);
  await prune(place, limit).catch(unlessRefused);
}

const areKnown = (keys: Key[]): keys is (string | Uint8Array)[] => !keys.includes(null);

const nameOf = (kind: string, keys: (string | Uint8Array)[]): string =>
  hashOf([kind, Deno.version.deno, Deno.build.target, ...keys]);

/** A hash of parts in their order, in hexadecimal; no part can pass for another, nor text for bytes. */
export function hashOf(parts: (string | Uint8Array)[]): string {
  const hash = createHash("sha256");
  for (const part of parts) {
    const bytes = typeof part === "string" ? new TextEncoder().encode(part) : part;
    hash.update(`${typeof part} ${bytes.length}\n`).update(bytes);
  }
  return hash.digest("hex");
}

const checksum = (name: string, content: Uint8Array): Uint8Array =>
  Uint8Array.fromHex(hashOf([name, content]));

/** What an entry holds, if it is whole; it counts as used now. */
async function entry(place: string, name: string): Promise<Uint8Array | null> {
  const path = `${place}/${name}`;
  const bytes = await Deno.readFile(path);
  const content = bytes.subarray(CHECKSUM);
  if (checksum(name, content).toHex() !== bytes.subarray(0, CHECKSUM).toHex()) return null;
  await Deno.utime(path, new Date(), new Date()).catch(unlessRefused);
  return content;
}

async function write(place: string, name: string, content: Uint8Array): Promise<void> {
  await Deno.mkdir(place, { recursive: true });
  const partial = `${place}/${crypto.randomUUID()}.partial`;
  try {
    await Deno.writeFile(partial, checksum(name, content), { createNew: true });
    await Deno.writeFile(partial, content, { append: true });
    await Deno.rename(partial, `${place}/${name}`);
  } catch (error) {
    await Deno.remove(partial).catch(() => {});
    throw error;
  }
  written.set(place, (written.get(place) ?? Infinity) + content.length);
}

/** How much was written to each folder since it was last pruned, by this program. */
const written = new Map<string, number>();

/** Takes away what was used longest ago, down to the limit; not at each entry, since it looks at all. */
async function prune(place: string, limit: number): Promise<void> {
  if ((written.get(place) ?? 0) < limit / 8) return;
  written.set(place, 0);
  const files = await Array.fromAsync(Deno.readDir(place), async ({ name }) => {
    const path = `${place}/${name}`;
    const { size, mtime } = await Deno.stat(path);
    return { path, size, used: mtime?.getTime() ?? 0 };
  });
  let total = 0;
  for (const { path, size } of files.sort((a, b) => b.used - a.used)) {
    total += size;
    if (total > limit) await Deno.remove(path);
  }
}

/** Nothing, where the system refuses: no such file, a full disk, a folder that can only be read. */
function unlessRefused(error: unknown): null {
  if (error instanceof Error && "code" in error) return null;
  throw error;
}
