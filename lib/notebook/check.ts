/** Checks that a reader can see: a sentence that must be true, said under the cell. */
import { moneyInMarkdown } from "./escape.ts";
import type { Shown } from "./show.ts";

/**
 * Asserts a sentence and shows it with a tick: `await show(check("the groups add up", gap < 6e6))`.
 * A thrown error stops the notebook; the kernel would pass over a failing `Deno.test`.
 *
 * @throws Error naming the sentence when it does not hold.
 * @example
 * ```ts
 * import { show } from "./show.ts";
 * await show(check("the shares add to one", Math.abs(0.191 + 0.809 - 1) < 1e-9));
 * ```
 */
export function check(sentence: string, holds: boolean): Shown {
  if (!holds) throw new Error(`this check does not hold: ${sentence}`);
  const text = `✓ ${sentence}`;
  const markdown = `*Check.* ${moneyInMarkdown(text)}.`;
  return { data: { "text/markdown": markdown, "text/plain": text }, metadata: {} };
}
