/** The machine's Chromium, driven by playwright-core; tests that need it are skipped without. */
import { type Browser, chromium } from "playwright-core";
import { browsers, environment } from "../../lib/platform.ts";

function find(): string | undefined {
  return browsers(environment()).find((path) => {
    try {
      return Deno.statSync(path).isFile;
    } catch {
      return false;
    }
  });
}

/** Where it is; undefined where there is none. */
export const chromiumPath = find();

/** For `Deno.test`: skips where there is no Chromium. */
export const inChromium = { ignore: chromiumPath === undefined };

if (chromiumPath === undefined) {
  console.log(
    "No Chromium, Chrome or Edge found: the browser tests are skipped. Debian: apt install " +
      "chromium; elsewhere name one: CHROMIUM=/path/to/chromium deno task test",
  );
}

/** How Chromium is started. */
export const LAUNCH = {
  executablePath: chromiumPath,
  args: [
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
  ],
};

/** The one of all tests of a file: each has pages and contexts of its own. */
let started: Browser | undefined;

/** Gives Chromium to the work, started where none runs, and ends what it opened there. */
export async function withChromium(work: (browser: Browser) => Promise<void>): Promise<void> {
  if (!started?.isConnected()) started = await chromium.launch(LAUNCH);
  const browser = started;
  try {
    await work(browser);
  } finally {
    // One that has crashed in the work has nothing left to close, and says so itself.
    if (browser.isConnected()) {
      await Promise.all(browser.contexts().map((each) => each.close()));
    }
  }
}

Deno.test.afterAll(async () => await started?.close());
