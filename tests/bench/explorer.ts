/** Time of the explorer in Chromium, slowed down: from an address to its answer, and from a choice. */
import { urlOf } from "../../lib/platform.ts";
import { readCitation } from "../../lib/publish/citation.ts";
import { writeAssets } from "../../lib/publish/site/assets.ts";
import { writeExplorer } from "../../lib/explore/site.ts";
import { ROOT } from "../../lib/root.ts";
import { type Browser, chromium } from "playwright-core";
import { chromiumPath, LAUNCH } from "../browser/chromium.ts";
import type { Measurement } from "./measure.ts";

/** Times slower than this machine: a laptop of a reader is not a developer's. */
const SLOWDOWNS = [1, 4];
const RUNS = 3;
/** What a reader takes at least to look at an answer, in ms. */
const REST_MS = 1000;

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
    const section = document.querySelector(".answered > section[aria-labelledby=answer-title]");
    if (section && section !== after && section.checkVisibility({ visibilityProperty: true })) requestAnimationFrame(() => setTimeout(() => resolve(performance.now())));
    else requestAnimationFrame(look);
  };
  look();
});
globalThis.rested = async () => {
  while (document.querySelector("[aria-busy=true]")) await new Promise(requestAnimationFrame);
  await new Promise((resolve) => setTimeout(resolve, ${REST_MS}));
};`;

export async function* explorer(): AsyncGenerator<Measurement> {
  if (chromiumPath === undefined) return;
  const folder = await Deno.makeTempDir({ prefix: "bench-" });
  try {
    const start = performance.now();
    const citation = await readCitation(ROOT);
    await Promise.all([writeAssets(folder), writeExplorer({ folder, chapters: [], citation })]);
    yield { what: "page, script and data written", seconds: (performance.now() - start) / 1000 };
    const page = urlOf(`${folder}/explore.html`);
    yield* inBrowser(page);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

async function* inBrowser(page: string): AsyncGenerator<Measurement> {
  const browser = await chromium.launch(LAUNCH);
  try {
    for (const slowdown of SLOWDOWNS) {
      const note = `${slowdown}× slower`;
      const inPage = (hash: string, work: string) => median(browser, page + hash, slowdown, work);
      for (const [what, hash] of Object.entries(ADDRESSES)) {
        yield { what: `first answer: ${what}`, seconds: await inPage(hash, "answered()"), note };
      }
      for (const [what, [from, to]] of Object.entries(CHANGES)) {
        const change = `answered().then(async () => {
          await rested();
          const before = document.querySelector(".answered > section[aria-labelledby=answer-title]");
          const start = performance.now();
          location.hash = ${JSON.stringify(to)};
          return await answered(before) - start;
        })`;
        yield { what: `change: ${what}`, seconds: await inPage(from, change), note };
      }
    }
  } finally {
    await browser.close();
  }
}

/** What an expression says in a page just opened, from ms, in seconds: the median of several runs. */
async function median(
  browser: Browser,
  url: string,
  rate: number,
  expression: string,
): Promise<number> {
  const times: number[] = [];
  for (let i = 0; i < RUNS; i++) {
    const page = await browser.newPage();
    const session = await page.context().newCDPSession(page);
    await session.send("Emulation.setCPUThrottlingRate", { rate });
    await page.addInitScript(WATCH);
    await page.goto(url, { waitUntil: "commit" });
    times.push(await page.evaluate(expression) as number);
    await page.close();
  }
  return times.sort((a, b) => a - b)[Math.floor(RUNS / 2)] / 1000;
}
