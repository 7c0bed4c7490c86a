/** Time of the explorer in Chromium, slowed down: from an address to its answer, and from a choice. */
import { readCitation } from "../../lib/publish/citation.ts";
import { writeAssets } from "../../lib/publish/site/assets.ts";
import { writeExplorer } from "../../lib/explore/site.ts";
import { ROOT } from "../../lib/root.ts";
import { chromiumPath, withChromium } from "../browser/chromium.ts";
import type { Measurement } from "./measure.ts";

/** Times slower than this machine: a laptop of a reader is not a developer's. */
const SLOWDOWNS = [1, 4];
const RUNS = 5;

/** A first visit to each question. */
const ADDRESSES: Record<string, string> = {
  "suppliers of an industry": "",
  "who gained, who lost": "#changes=334",
  "a technology group": "#group=04",
  "a tariff code": "#hts=8471.50",
  "a whole chapter": "#hts=84",
  "dependence by line": "#depends=atp",
};

/** From one address to another of the same data. */
const CHANGES: Record<string, [string, string]> = {
  "another measure": ["#naics=334", "#naics=334&show=rank"],
  "other years": ["#naics=334", "#naics=334&from=2017"],
  "other partners": ["#naics=334", "#naics=334&partners=2010,5700"],
  "another year of a group": ["#group=04", "#group=04&year=2024"],
  "another basis of a code": ["#hts=8471.50", "#hts=8471.50&basis=imports_for_consumption"],
  "another year of dependence": ["#depends=atp", "#depends=atp&year=2024"],
};

/**
 * In the page, before its own scripts: when the answer to an address is painted. An answer is another
 * section each time, and what a frame shows is known by the start of the next.
 */
const WATCH = `globalThis.answered = (after) => new Promise((resolve) => {
  const look = () => {
    const section = document.querySelector(".answered > section");
    if (section && section !== after) requestAnimationFrame(() => setTimeout(() => resolve(performance.now())));
    else requestAnimationFrame(look);
  };
  look();
});`;

export async function* explorer(): AsyncGenerator<Measurement> {
  if (chromiumPath === undefined) return;
  const folder = await Deno.makeTempDir({ prefix: "bench-" });
  try {
    const start = performance.now();
    const citation = await readCitation(ROOT);
    await Promise.all([writeAssets(folder), writeExplorer({ folder, chapters: [], citation })]);
    yield { what: "page, script and data written", seconds: (performance.now() - start) / 1000 };
    const page = `file://${folder}/explore.html`;
    for (const slowdown of SLOWDOWNS) {
      const note = `${slowdown}× slower`;
      for (const [what, hash] of Object.entries(ADDRESSES)) {
        const seconds = await median(() => inPage(page + hash, slowdown, "answered()"));
        yield { what: `first answer: ${what}`, seconds, note };
      }
      for (const [what, [from, to]] of Object.entries(CHANGES)) {
        const change = `answered().then(async () => {
          const before = document.querySelector(".answered > section");
          const start = performance.now();
          location.hash = ${JSON.stringify(to)};
          return await answered(before) - start;
        })`;
        const seconds = await median(() => inPage(page + from, slowdown, change));
        yield { what: `change: ${what}`, seconds, note };
      }
    }
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

async function median(run: () => Promise<number>): Promise<number> {
  const times: number[] = [];
  for (let i = 0; i < RUNS; i++) times.push(await run());
  return times.sort((a, b) => a - b)[Math.floor(RUNS / 2)];
}

/** Opens a page in a browser of its own and gives what an expression in it says, from ms, in seconds. */
async function inPage(url: string, slowdown: number, expression: string): Promise<number> {
  let ms = NaN;
  await withChromium(async (browser) => {
    const page = await browser.newPage();
    const session = await page.context().newCDPSession(page);
    await session.send("Emulation.setCPUThrottlingRate", { rate: slowdown });
    await page.addInitScript(WATCH);
    await page.goto(url, { waitUntil: "commit" });
    ms = await page.evaluate(expression);
  });
  return ms / 1000;
}
