/** Small files: whether they are there, what they hold, and writing them whole or not at all. */

/** Whether there is something under a path. */
export const exists = (path: string): Promise<boolean> =>
  Deno.stat(path).then(() => true, () => false);

/** The sha256 of a text or of bytes, in hexadecimal. */
export async function sha256(content: string | Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", bytesOf(content));
  return new Uint8Array(digest).toHex();
}

const bytesOf = <Bytes extends Uint8Array>(content: string | Bytes) =>
  typeof content === "string" ? new TextEncoder().encode(content) : content;

/** The clock of a file system may be behind that of the machine, in milliseconds. */
const BEHIND = 20;

/**
 * Whether a file is as it was before the second in which a time lies; one that is not there is. The time of
 * its change counts, since that of its contents can be set; Deno gives it in whole seconds.
 *
 * @param time in milliseconds
 */
export async function unchangedSince(path: string, time: number): Promise<boolean> {
  try {
    const { ctime, mtime } = await Deno.stat(path);
    return Number(ctime ?? mtime) < Math.floor((time - BEHIND) / 1000) * 1000;
  } catch (error) {
    return error instanceof Deno.errors.NotFound;
  }
}

/** Writes a file whole or not at all. */
export async function writeWhole(path: string, content: string | Uint8Array): Promise<void> {
  const partial = `${path}.partial`;
  await Deno.writeFile(partial, bytesOf(content));
  await Deno.rename(partial, path);
}

/** The text of a file, or null where there is none. */
export async function textOf(path: string): Promise<string | null> {
  try {
    return await Deno.readTextFile(path);
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return null;
    throw error;
  }
}

/**
 * The files below a folder, in order, as paths relative to it.
 *
 * @param leave says of a path, of a file or a folder, that it is neither told nor entered
 */
export async function filesBelow(
  folder: string,
  leave: (path: string) => boolean = () => false,
  below = "",
): Promise<string[]> {
  const files: string[] = [];
  for await (const { name, isDirectory } of Deno.readDir(`${folder}/${below}`)) {
    const path = `${below}${name}`;
    if (leave(path)) continue;
    if (isDirectory) files.push(...await filesBelow(folder, leave, `${path}/`));
    else files.push(path);
  }
  return files.sort();
}
