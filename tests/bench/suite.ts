/** How long the checks of the project take: the quick set before a commit, and all of them. */
import { ROOT } from "../../lib/root.ts";
import { atMost, type Measurement } from "./measure.ts";
import { wholeCommand } from "./whole_command.ts";

/** What is promised, on two cores, in seconds. */
const TARGET = { quick: 20, all: 120 };

const test = (...args: string[]) =>
  wholeCommand([Deno.execPath(), "task", "test", ...args], { cwd: ROOT });

export async function* quickTests(): AsyncGenerator<Measurement> {
  yield* timedTests("deno task test --quick", TARGET.quick, "--quick");
}

export async function* allTests(): AsyncGenerator<Measurement> {
  yield* timedTests("deno task test", TARGET.all);
}

async function* timedTests(what: string, most: number, ...args: string[]) {
  const { seconds, processorSeconds } = await test(...args);
  yield { what, seconds, processorSeconds, targets: [atMost(seconds, most, "s")] };
}
