/**
 * A refresh that dies: adds a vintage to the data folder of argument 1 and kills its own process at
 * the step of argument 2. Run by vintage_test.ts.
 */
import { DISK, type Disk } from "../../../lib/census/vintage/disk.ts";
import { addVintages } from "../../../lib/census/vintage/vintage.ts";
import { PART_CHECKS } from "../fixture.ts";
import { sample } from "./sample.ts";

const [dir, step] = Deno.args;
let left = Number(step);
const dying =
  <Args extends unknown[]>(run: (...args: Args) => Promise<void>) => async (...args: Args) => {
    if (left-- === 0) Deno.kill(Deno.pid, "SIGKILL");
    await run(...args);
  };
const disk: Disk = {
  write: dying(DISK.write),
  copy: DISK.copy,
  rename: dying(DISK.rename),
  remove: dying(DISK.remove),
};
await addVintages(dir, sample(), { disk, say: () => {}, checks: PART_CHECKS });
