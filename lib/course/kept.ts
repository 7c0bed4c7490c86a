/**
 * What stays of an earlier course: every file that people put or changed there. The course keeps a record
 * of what it wrote, so that its own files give way and nobody else's do.
 */
import { dirname } from "node:path";
import { exists, filesBelow, sha256, textOf } from "../publish/system/files.ts";

/** The record, in the course's folder: each file that was written, notebooks with the hash of their cells. */
const RECORD = "made.json";

type Made = Record<string, string>;

/**
 * Carries what stays from an earlier course into the one that was just made, and writes the record.
 *
 * @param only whether some chapters alone were made: the files of the others stay, too
 * @returns notebooks that the new course did not replace since people wrote in them
 */
export async function carryOver(earlier: string, made: string, only: boolean): Promise<string[]> {
  const record: Made = {};
  for (const path of await filesBelow(made)) record[path] = await stateOf(`${made}/${path}`);
  const before = JSON.parse(await textOf(`${earlier}/${RECORD}`) ?? "{}") as Made;
  const kept: string[] = [];
  for (const path of await exists(earlier) ? await filesBelow(earlier) : []) {
    if (path === RECORD) continue;
    const state = await stateOf(`${earlier}/${path}`);
    const isTheirs = path in before ? state !== before[path] : path.endsWith(".ipynb");
    const isNew = path in record;
    const isChanged = isTheirs && state !== record[path];
    if (!isChanged && (isNew || path in before && !only)) continue;
    await Deno.mkdir(dirname(`${made}/${path}`), { recursive: true });
    await Deno.copyFile(`${earlier}/${path}`, `${made}/${path}`);
    if (path in before) record[path] = before[path];
    else delete record[path];
    if (isChanged && isNew) kept.push(path);
  }
  await Deno.writeTextFile(`${made}/${RECORD}`, `${JSON.stringify(record, null, 1)}\n`);
  return kept;
}

/** What tells whether people changed a file: of a notebook what its cells hold, of another nothing. */
async function stateOf(path: string): Promise<string> {
  if (!path.endsWith(".ipynb")) return "";
  const text = await Deno.readTextFile(path);
  try {
    const { cells } = JSON.parse(text) as { cells: { cell_type: string; source: unknown }[] };
    return await sha256(JSON.stringify(
      cells.map(({ cell_type, source }) => [cell_type, [source].flat().join("")]),
    ));
  } catch {
    // No notebook any more: whatever it is, it is theirs.
    return await sha256(text);
  }
}
