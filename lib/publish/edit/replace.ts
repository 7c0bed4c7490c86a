/** A folder of files brought to what another holds, each file whole. */
import { dirname } from "node:path";
import { Buffer } from "node:buffer";
import { filesBelow } from "../system/files.ts";

/**
 * Moves into `to` the files of `from` that differ, and takes away what `from` has not.
 *
 * @returns the paths of these, in order
 */
export async function replaceChanged(from: string, to: string): Promise<string[]> {
  await Deno.mkdir(to, { recursive: true });
  const [made, earlier] = await Promise.all([from, to].map((folder) => filesBelow(folder)));
  const changed = await Promise.all(made.map(async (file) => {
    if (earlier.includes(file) && await isSame(`${from}/${file}`, `${to}/${file}`)) return [];
    await Deno.mkdir(dirname(`${to}/${file}`), { recursive: true });
    await Deno.rename(`${from}/${file}`, `${to}/${file}`);
    return [file];
  }));
  const gone = earlier.filter((file) => !made.includes(file));
  await Promise.all(gone.map((file) => Deno.remove(`${to}/${file}`)));
  return [...changed.flat(), ...gone].sort();
}

async function isSame(one: string, other: string): Promise<boolean> {
  const [a, b] = await Promise.all([Deno.stat(one), Deno.stat(other)]);
  if (a.size !== b.size) return false;
  const [left, right] = await Promise.all([one, other].map((path) => Deno.readFile(path)));
  return Buffer.compare(left, right) === 0;
}
