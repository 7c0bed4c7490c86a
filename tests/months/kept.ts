/** Data of months that were made before, in `.cache/months/`: making them takes longest. */
import { codeKey } from "../../lib/publish/system/code_key.ts";
import { exists } from "../../lib/publish/system/files.ts";
import { hashOf } from "../../lib/publish/system/kept.ts";
import { ROOT } from "../../lib/root.ts";
import { makeData } from "./generate.ts";

const CACHE = `${ROOT}/.cache/months`;

/** The folder with the data of a month, made now or before from the same figures by the same code. */
export async function dataOf(month: string): Promise<string> {
  const code = await codeKey([`${ROOT}/tests/months/generate.ts`]);
  const figures = await Deno.readTextFile(`${ROOT}/data/datapackage.json`);
  const key = hashOf([code ?? crypto.randomUUID(), figures]).slice(0, 12);
  await Deno.mkdir(CACHE, { recursive: true });
  for await (const { name } of Deno.readDir(CACHE)) {
    if (!name.startsWith(key)) await Deno.remove(`${CACHE}/${name}`, { recursive: true });
  }
  const folder = `${CACHE}/${key}-${month}`;
  if (await exists(folder)) return folder;
  const partial = await Deno.makeTempDir({ dir: CACHE, prefix: `${key}-partial-` });
  await makeData(month, partial);
  await Deno.rename(partial, folder);
  return folder;
}
