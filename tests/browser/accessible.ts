/** What axe finds on a page. */
import { assert } from "@std/assert";
import axe from "axe-core";
import type { Page } from "playwright-core";

/** Until nothing moves: what fades in has the contrast of nothing yet. */
const STILL = `new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))
  .then(() => Promise.all(
    document.getAnimations()
      .filter((it) => it.effect.getComputedTiming().endTime !== Infinity)
      .map((it) => it.finished.catch(() => {})),
  ))
  .then(() => {})`;

/** Each rule that the page breaks as it is now, with the first element that does. */
export async function violations(page: Page): Promise<string[]> {
  if (!await page.evaluate("'axe' in window")) await page.evaluate(axe.source);
  await page.evaluate(STILL);
  // All that it has to say of the elements without a fault would be megabytes.
  const { passed, violations } = await page.evaluate(`
    axe.run({ preload: false, resultTypes: ["violations"] })
      .then(({ passes, violations }) => ({ passed: passes.length, violations }))
  `) as { passed: number; violations: axe.Result[] };
  assert(passed > 10, `only ${passed} rules were tried`);
  return violations.map(({ id, nodes }) => `${id} ${nodes[0].html}`);
}
