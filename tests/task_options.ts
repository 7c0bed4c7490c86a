/** Whether options that a text names are there: what a command says of itself must have them. */
import { assertStringIncludes } from "@std/assert";
import { ROOT } from "../lib/root.ts";

/** Asserts that `deno task <task> --help` names every option. */
export async function assertOptions(task: string, options: Iterable<string>): Promise<void> {
  const { stdout } = await new Deno.Command(Deno.execPath(), {
    args: ["task", "--quiet", task, "--help"],
    cwd: ROOT,
    env: { NO_COLOR: "1" },
  }).output();
  const help = new TextDecoder().decode(stdout);
  for (const option of options) assertStringIncludes(help, option, `deno task ${task}`);
}
