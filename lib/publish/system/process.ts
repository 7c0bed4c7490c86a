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

/** The sha256 of a text, in hexadecimal. */
export async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return new Uint8Array(digest).toHex();
}

/** Writes a file whole or not at all. */
export async function writeWhole(path: string, content: string | Uint8Array): Promise<void> {
  const partial = `${path}.partial`;
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  await Deno.writeFile(partial, bytes);
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
