/** What takes long to make and is only read: made by the test that first needs it, for every process of a run. */
import { exists } from "../lib/publish/system/files.ts";

/** Where it lies: `deno task test` names a folder for all its processes. */
const SHARED = "TESTS_SHARED";

const made = new Map<string, Promise<string>>();

/**
 * The folder of a name. Whoever asks first fills it; others wait meanwhile, in other processes too. Work
 * that fails leaves nothing, and the next one tries again.
 *
 * @param fill is given a folder that is not there yet
 */
export function madeOnce(name: string, fill: (folder: string) => Promise<void>): Promise<string> {
  if (!made.has(name)) made.set(name, make(name, fill));
  return made.get(name)!;
}

/** Where nobody names one: for this process alone. */
function ownFolder(): string {
  const folder = Deno.makeTempDirSync({ prefix: "shared-" });
  addEventListener("unload", () => Deno.removeSync(folder, { recursive: true }));
  return folder;
}

async function make(name: string, fill: (folder: string) => Promise<void>): Promise<string> {
  const shared = Deno.env.get(SHARED) ?? ownFolder();
  using lock = await Deno.open(`${shared}/${name}.lock`, { create: true, write: true });
  await lock.lock(true);
  const whole = `${shared}/${name}`;
  if (!await exists(whole)) {
    const partial = await Deno.makeTempDir({ dir: shared, prefix: `${name}-` });
    await fill(`${partial}/build`);
    await Deno.rename(partial, whole);
  }
  return `${whole}/build`;
}
