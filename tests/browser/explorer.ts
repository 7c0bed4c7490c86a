/** The explorer of a built site, opened in Chromium, and how a test finds what it asks with. */
import { assertEquals } from "@std/assert";
import type { Page } from "playwright-core";
import { pathOf, urlOf } from "../../lib/platform.ts";
import { withChromium } from "./chromium.ts";
import { builtReport } from "./site.ts";

interface Look {
  width?: number;
  scheme?: "light" | "dark";
  scripts?: boolean;
  /** After the page's name: `?embed`. */
  search?: string;
}

const site = async () => `${await builtReport()}/site`;

/** The answer to an address; a message on the console, a failed or outside request fails. */
export async function asked(
  hash: string,
  look: Look,
  use: (page: Page, files: string[]) => Promise<void>,
) {
  const { width = 1280, scheme = "light", scripts = true, search = "" } = look;
  const folder = await site();
  await withChromium(async (browser) => {
    const page = await browser.newPage({
      ...{ viewport: { width, height: 900 }, colorScheme: scheme, javaScriptEnabled: scripts },
    });
    page.setDefaultTimeout(30_000);
    const [said, files]: string[][] = [[], []];
    page.on("console", (message) => said.push(message.text()));
    page.on("pageerror", (error) => said.push(error.message));
    page.on("requestfailed", (request) => said.push(`failed ${request.url()}`));
    page.on("request", (request) => {
      const url = request.url();
      if (url.startsWith(urlOf(`${folder}/`))) files.push(pathOf(url));
      else if (!/^(data|blob):/.test(url)) said.push(url);
    });
    await page.goto(`${urlOf(`${folder}/explore.html`)}${search}${hash}`);
    if (scripts) await settled(page);
    await use(page, files);
    assertEquals(said, []);
  });
}

/** Waits until the page is alive and its answer whole: what it was built with stands there at once. */
export async function settled(page: Page): Promise<void> {
  await page.locator("#answer-title").waitFor();
  await page.locator("[aria-busy=true]").waitFor({ state: "detached" });
}

export const title = (page: Page) => page.locator("#answer-title").innerText();
export const hash = (page: Page) => page.evaluate("location.hash") as Promise<string>;
export const choice = (page: Page, name: string) =>
  page.getByRole("combobox", { name, exact: true });
export const field = (page: Page) => page.locator(".ask input");

/** Waits for the answer to another address than before. */
export async function answered(page: Page, act: () => Promise<unknown>): Promise<string> {
  const before = await title(page);
  await act();
  await page.waitForFunction(
    `document.querySelector("#answer-title").innerText !== ${JSON.stringify(before)}`,
  );
  await settled(page);
  return await title(page);
}
