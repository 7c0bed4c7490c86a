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

const anew = new AsyncLocalStorage<true>();

/** Does work for which nothing that was made before is taken; what it makes is kept. */
export const madeAnew = <Result>(work: () => Promise<Result>): Promise<Result> =>
  anew.run(true, work);

/**
 * What `make` makes, or made before from the same keys.
 *
 * @param kind the folder in `.cache/`
 * @param keys everything that the result depends on: what goes in, the pins of the tools, the code
 * (`codeKey`); the version of Deno is always among them
 * @param make gives text, bytes, or objects, lists and maps of these; what it throws is not kept
 * @returns the result. A folder that cannot be read or written costs time, and nothing else.
 */
export async function kept<Result>(
  kind: string,
  keys: Key[],
  make: () => Promise<Result>,
  { folder = `${ROOT}/.cache`, limit = LIMIT } = {},
): Promise<Result> {
  const known = keys.filter((key) => key !== null);
  if (known.length < keys.length) return await make();
  const name = hashOf([kind, Deno.version.deno, ...known]);
  const place = `${folder}/${kind}`;
  const found = anew.getStore() ? null : await entry(place, name).catch(unlessRefused);
  if (found) return deserialize(found) as Result;
  const result = await make();
  await keep(place, name, serialize(result), limit).catch(unlessRefused);
  return result;
}

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

async function keep(place: string, name: string, content: Uint8Array, limit: number) {
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
  await prune(place, content.length, limit);
}

/** How much was written to each folder since it was last pruned, by this program. */
const written = new Map<string, number>();

/** Takes away what was used longest ago, down to the limit; not at each entry, since it looks at all. */
async function prune(place: string, added: number, limit: number): Promise<void> {
  const since = (written.get(place) ?? Infinity) + added;
  written.set(place, since);
  if (since < limit / 8) return;
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
