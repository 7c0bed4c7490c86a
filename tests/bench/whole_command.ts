/** A whole command from its start to its end: wall time, processor time and memory of all its processes. */
import { setUp } from "../../lib/publish/setup/setup.ts";
import { lastLines, run } from "../../lib/publish/system/process.ts";
import { ROOT } from "../../lib/root.ts";

export interface Taken {
  seconds: number;
  /** User and system time, of every process that the command started and waited for. */
  processorSeconds: number;
  /** Highest sum of the memory of all processes at one time, PSS; null where it is not known. */
  peakMegabytes: number | null;
  /** What the command printed, errors and all. */
  said: string;
}

export interface CommandOptions {
  cwd?: string;
  /** The whole environment; this program's own if left out. */
  env?: Record<string, string>;
  /** Seconds from one look at the memory to the next; it is not looked at if left out. */
  look?: number;
}

/**
 * Runs a command to its end.
 *
 * @throws Error with what it said last when it fails; its cause is all that it said.
 */
export async function wholeCommand(
  command: string[],
  { cwd, env = Deno.env.toObject(), look = 0 }: CommandOptions = {},
): Promise<Taken> {
  const { python } = await setUp({ root: ROOT });
  const script = `${import.meta.dirname}/measured.py`;
  const { success, stdout, stderr } = await run(python, [script, String(look), ...command], {
    cwd,
    env: { ...env, NO_COLOR: "1" },
  });
  if (!success) throw new Error(`${command.join(" ")} could not be run:\n${lastLines(stderr)}`);
  const { code, seconds, processor_seconds, peak_megabytes, said } = JSON.parse(stdout);
  if (code !== 0) {
    const what = `${command.join(" ")} ended with ${code}:\n${lastLines(said)}`;
    throw new Error(what, { cause: said });
  }
  return { seconds, processorSeconds: processor_seconds, peakMegabytes: peak_megabytes, said };
}
