/** Running other programs: to the end, with their output in hand. */
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
 * nothing of this program's own is added to it.
 */
export function start(program: string, options: Deno.CommandOptions): Deno.ChildProcess {
  const child = new Deno.Command(program, { clearEnv: options.env !== undefined, ...options })
    .spawn();
  running.add(child);
  child.status.finally(() => running.delete(child));
  return child;
}

/** Gives back a function that does work, so many at a time; what is more waits in its order. */
export function atATime(count: number): <Result>(work: () => Promise<Result>) => Promise<Result> {
  let free = count;
  const waiting: (() => void)[] = [];
  return async (work) => {
    if (free > 0) free--;
    else await new Promise<void>((go) => waiting.push(go));
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else free++;
    }
  };
}

/** Asks every program that runs to end: nobody waits for it any more. */
export function stopPrograms(): void {
  for (const child of running) {
    try {
      child.kill("SIGTERM");
    } catch {
      // It has just ended.
    }
  }
}

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
  if (signal === "SIGINT" || signal === "SIGHUP") throw new Interrupted();
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
