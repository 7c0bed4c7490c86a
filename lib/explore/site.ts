/** The explorer in the site, made in a program of its own. */
import { deserialize } from "node:v8";
import { SMALL_KERNEL } from "../publish/chapters/execute.ts";
import { codeKey } from "../publish/system/code_key.ts";
import { PublishError } from "../publish/system/errors.ts";
import { kept } from "../publish/system/kept.ts";
import { inRoom, run } from "../publish/system/process.ts";
import { ROOT } from "../root.ts";
import type { Explorer, ExplorerFile } from "./files.ts";

export interface ExplorerSite extends Explorer {
  /** The site's folder. */
  folder: string;
}

const PROGRAM = `${ROOT}/lib/explore/files.ts`;

/**
 * Writes `explore.html` and the folder `explore/`, the pieces of data in it, or takes them as they were made
 * before from the same.
 *
 * @throws PublishError with what is wrong in the modules that the page runs.
 */
export async function writeExplorer({ folder, chapters, citation }: ExplorerSite): Promise<void> {
  await Deno.mkdir(`${folder}/explore`, { recursive: true });
  const explorer = { chapters, citation };
  const code = await codeKey([], [`${ROOT}/lib`, `${ROOT}/data`]);
  const files = await kept(
    "explorer",
    [code, JSON.stringify(explorer)],
    () => made(explorer, folder),
  );
  await Promise.all(files.map(([path, bytes]) => Deno.writeFile(`${folder}/${path}`, bytes)));
}

/** What polars takes for the tables, in MB; it would keep it as long as the program that asked for it runs. */
const MEMORY = 520;
const SMALL = {
  ...SMALL_KERNEL,
  DENO_V8_FLAGS: `${SMALL_KERNEL.DENO_V8_FLAGS},--optimize-for-size`,
};

async function made(explorer: Explorer, place: string): Promise<ExplorerFile[]> {
  const output = await Deno.makeTempFile({ dir: place, prefix: "explorer-" });
  try {
    const options = { input: JSON.stringify(explorer), env: { ...Deno.env.toObject(), ...SMALL } };
    const args = ["run", "-A", "--quiet", PROGRAM, output];
    const { success, stderr } = await inRoom(MEMORY, () => run(Deno.execPath(), args, options));
    if (!success) throw new PublishError(stderr.trim().replace(/^error: /, ""));
    return deserialize(await Deno.readFile(output)) as ExplorerFile[];
  } finally {
    await Deno.remove(output);
  }
}
