/** Running other programs: to the end, with their output in hand. */
import { environment, neededBy, signalsAsk, wasStopped } from "../../platform.ts";
import { Interrupted } from "./errors.ts";

export interface Finished {
  success: boolean;
  code: number;
  stdout: string;
  stderr: string;
}

const running = new Set<Deno.ChildProcess>();

/**
 * Starts a program that `stopPrograms` will stop if it still runs. An `env` is its whole environment:
 * nothing of this program's own is added to it, but what the system needs.
 */
export function start(program: string, options: Deno.CommandOptions): Deno.ChildProcess {
  const own = options.env && { clearEnv: true, env: { ...needed(), ...options.env } };
  const child = new Deno.Command(program, { ...options, ...own }).spawn();
  running.add(child);
  child.status.finally(() => running.delete(child));
  return child;
}

/** What programs may take together beside this one, in MB: all of a report stays below 0.8 GB. */
export const ROOM = 600;
let free = ROOM;
const waiting: { megabytes: number; go: () => void }[] = [];

/**
 * Does work that takes memory when there is room for it, in its turn.
 *
 * @param megabytes what it was measured to take; work that takes more than there is room for runs alone
 */
export async function inRoom<Result>(
  megabytes: number,
  work: () => Promise<Result>,
): Promise<Result> {
  const share = Math.min(megabytes, ROOM);
  await new Promise<void>((go) => {
    waiting.push({ megabytes: share, go });
    admit();
  });
  try {
    return await work();
  } finally {
    free += share;
    admit();
  }
}

function admit(): void {
  while (waiting.length > 0 && waiting[0].megabytes <= free) {
    const { megabytes, go } = waiting.shift()!;
    free -= megabytes;
    go();
  }
}

const needed = () => neededBy(environment());

/**
 * Asks a program to end. Where no signal does that, it ends by Ctrl+C, which it heard itself, or, one that
 * has programs of its own, with its standard input.
 */
export function askToEnd(child: Deno.ChildProcess): void {
  try {
    if (signalsAsk()) child.kill("SIGTERM");
  } catch {
    // It has ended already.
  }
}

/** Asks every program that runs to end: nobody waits for it any more. */
export const stopPrograms = (): void => running.forEach(askToEnd);

/**
 * Runs a program to its end, with `input` on its standard input, in the environment `env`.
 *
 * @throws Interrupted when Ctrl+C or the end of the terminal stopped the program.
 */
export async function run(
  program: string,
  args: string[],
  options: { input?: string; cwd?: string; env?: Record<string, string> } = {},
): Promise<Finished> {
  const { input, cwd, env } = options;
  const child = start(program, {
    args,
    cwd,
    env,
    stdin: input === undefined ? "null" : "piped",
    stdout: "piped",
    stderr: "piped",
  });
  const written = input === undefined ? Promise.resolve() : feed(child.stdin, input);
  const [{ success, code, signal, stdout, stderr }] = await Promise.all([child.output(), written]);
  if (wasStopped({ signal, code })) throw new Interrupted();
  const text = new TextDecoder();
  return { success, code, stdout: text.decode(stdout), stderr: text.decode(stderr) };
}

async function feed(stdin: WritableStream<Uint8Array>, input: string): Promise<void> {
  const writer = stdin.getWriter();
  try {
    await writer.write(new TextEncoder().encode(input));
    await writer.close();
  } catch {
    // The program ended before it read everything; its exit code tells.
  }
}

/** The end of what a program said: where it names the fault. */
export const lastLines = (text: string): string => text.trim().split("\n").slice(-6).join("\n");
