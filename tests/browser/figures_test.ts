/** Figures in a real browser: values by pointer, finger and keys, lines brought forward, embedded pages. */
import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import type { BrowserContextOptions, Page } from "playwright-core";
import { urlOf } from "../../lib/platform.ts";
import { PALETTE } from "../../lib/figures/palette.ts";
import { FIGURE_MIME } from "../../lib/notebook/show.ts";
import { parseChapter } from "../../lib/publish/chapters/notebook.ts";
import { writeSite } from "../../lib/publish/site/site.ts";
import { IMPRINT, notebook, tools } from "../publish/fixtures.ts";
import { figure, readings } from "../publish/site/figures.ts";
import { violations } from "./accessible.ts";
import { inChromium, withChromium } from "./chromium.ts";
import { REPORT } from "../../lib/report.ts";

let site: Promise<string> | undefined;

/** A site with one chapter of two figures: one line chart, and one of two panels. */
async function builtSite(): Promise<string> {
  const folder = await Deno.makeTempDir({ prefix: "figures-" });
  const two = (width: number) => [...readings(width, "Exports"), ...readings(width, "Imports")];
  const panels = figure({ id: "panels", readings: { wide: two(720), narrow: two(360) } });
  const outputs = [figure(), panels].map(({ svg, ...bundle }) => ({
    output_type: "display_data",
    metadata: {},
    data: { "image/svg+xml": svg, [FIGURE_MIME]: bundle },
  }));
  const chapter = parseChapter("1-a", notebook({ prose: "# A" }, { code: "f;", outputs }));
  const numbers = new Map([["shares", "1"], ["panels", "2"]]);
  const { pandoc } = await tools();
  await writeSite({ folder, chapters: [chapter], numbers, pandoc, pdfs: [], imprint: IMPRINT });
  return folder;
}

/** Opens the chapter; a message on the console fails. */
async function onPage(
  options: BrowserContextOptions,
  check: (page: Page) => Promise<void>,
  name = "1-a.html",
): Promise<void> {
  site ??= builtSite();
  const address = urlOf(`${await site}/${name}`);
  await withChromium(async (browser) => {
    const said: string[] = [];
    const page = await browser.newPage({ viewport: { width: 1100, height: 900 }, ...options });
    page.on("console", (message) => said.push(message.text()));
    page.on("pageerror", (error) => said.push(error.message));
    await page.goto(address);
    await page.evaluate("document.fonts.ready");
    await check(page);
    assertEquals(said, []);
  });
}

/** What the values beside the line across say, and which line is brought forward. */
async function seen(page: Page): Promise<{ period: string; values: string[]; front: string[] }> {
  const readout = page.locator("#shares .readout:visible");
  return {
    period: await readout.locator("p").innerText(),
    values: (await readout.locator("li").allInnerTexts()).map((it) => it.replace(/\s+/g, " ")),
    front: await page.evaluate(
      `[...new Set([...document.querySelectorAll("#shares .wide [data-series]:not(.faint)")]
        .filter((it) => it.closest("svg")).map((it) => it.dataset.series))].sort()`,
    ) as string[],
  };
}

const BOTH = ["Côte d’Ivoire", "Mexico"];
const reader = (page: Page) => page.locator("#shares .reader:visible");

/** Where a part of the panel is on the screen. */
async function place(page: Page, across: number, down: number): Promise<[x: number, y: number]> {
  await reader(page).scrollIntoViewIfNeeded();
  const { x, y, width, height } = (await reader(page).boundingBox())!;
  return [x + across * width, y + down * height];
}

Deno.test({
  name: "a pointer over a chart shows the values of the nearest period, from top to bottom",
  ...inChromium,
  fn: () =>
    onPage({}, async (page) => {
      await page.mouse.move(...await place(page, 0.6, 0.5));
      assertEquals(await seen(page), {
        period: "2024",
        values: ["Côte d’Ivoire 40.0%", "Mexico 15.0%"],
        front: BOTH,
      });
      const line = await page.locator("#shares .wide .cross line").boundingBox();
      const [middle] = await place(page, 0.5, 0);
      assert(Math.abs(line!.x - middle) < 1, `${line!.x} is not at ${middle}`);
      await page.mouse.move(...await place(page, 0.05, 0.5));
      assertEquals((await seen(page)).values, ["Mexico 10.0%"], "a gap has no value");
      await page.mouse.move(5, 5);
      assertEquals(await page.locator("#shares .readout:visible").count(), 0);
    }),
});

Deno.test({
  name: "the keys move through time and bring a line forward; a screen reader is told",
  ...inChromium,
  fn: () =>
    onPage({}, async (page) => {
      await reader(page).focus();
      const told = () => reader(page).getAttribute("aria-valuetext");
      assertEquals(await told(), "January–November 2025: Mexico 20.4%, Côte d’Ivoire 9.1%");
      await page.keyboard.press("ArrowLeft");
      assertEquals(await told(), "2024: Côte d’Ivoire 40.0%, Mexico 15.0%");
      await page.keyboard.press("Home");
      await page.keyboard.press("ArrowLeft");
      assertEquals([await told(), (await seen(page)).period], ["2023: Mexico 10.0%", "2023"]);
      await page.keyboard.press("End");
      await page.keyboard.press("ArrowDown");
      assertEquals(await told(), "January–November 2025: Mexico 20.4%");
      assertEquals((await seen(page)).front, ["Mexico"]);
      await page.keyboard.press("ArrowUp");
      assertEquals((await seen(page)).front, BOTH);
      await page.keyboard.press("ArrowUp");
      assertEquals((await seen(page)).front, ["Côte d’Ivoire"]);
      await page.keyboard.press("Escape");
      assertEquals(await page.locator("#shares .readout:visible, .faint").count(), 0);
      const keys = await reader(page).getAttribute("aria-describedby");
      assertStringIncludes((await page.locator(`#${keys}`).textContent())!, "Escape");
    }),
});

Deno.test({
  name: "a click on a name or near a line brings it forward, and again releases it",
  ...inChromium,
  fn: () =>
    onPage({}, async (page) => {
      const name = page.locator("#shares .wide svg [data-series=Mexico] text");
      const front = async () => {
        await page.mouse.move(...await place(page, 0.9, 0.5));
        return (await seen(page)).front;
      };
      await name.click();
      assertEquals(await front(), ["Mexico"]);
      await name.click();
      assertEquals(await front(), BOTH);
      await page.mouse.click(...await place(page, 0.5, 0.12));
      assertEquals((await seen(page)).front, ["Côte d’Ivoire"]);
      await page.mouse.click(...await place(page, 0.5, 0.45));
      assertEquals((await seen(page)).front, BOTH, "far from any line");
    }),
});

Deno.test({
  name: "on a phone a finger reads the narrow picture, and the page still scrolls under it",
  ...inChromium,
  fn: () =>
    onPage(
      { viewport: { width: 360, height: 640 }, hasTouch: true, isMobile: true },
      async (page) => {
        await page.touchscreen.tap(...await place(page, 0.02, 0.5));
        assertEquals((await seen(page)).period, "2023");
        const box = (await page.locator("#shares .readout:visible").boundingBox())!;
        assert(box.x >= 0 && box.x + box.width <= 360, JSON.stringify(box));
        const action = await reader(page).evaluate((it: Element) =>
          getComputedStyle(it).touchAction
        );
        assertEquals(action, "pan-y");
        assertEquals(await page.evaluate("document.documentElement.scrollWidth"), 360);
        await page.touchscreen.tap(...await place(page, 0.5, -0.4));
        assertEquals(await page.locator("#shares .readout:visible").count(), 0);
      },
    ),
});

Deno.test({
  name: "each panel is read by itself, in the colors of the scheme",
  ...inChromium,
  fn: () =>
    onPage({ colorScheme: "dark" }, async (page) => {
      const readers = page.locator("#panels .reader:visible");
      assertEquals(await readers.count(), 2);
      await readers.nth(1).focus();
      assertEquals(await readers.nth(1).getAttribute("aria-label"), "Values of Figure 2: Imports");
      const fill = await page.locator("#panels .readout:visible rect").first()
        .evaluate((it: Element) => getComputedStyle(it).fill);
      assertEquals(fill, rgb(PALETTE.mexico.dark));
    }),
});

const rgb = (hex: string): string =>
  `rgb(${[1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16)).join(", ")})`;

for (const colorScheme of ["light", "dark"] as const) {
  Deno.test({
    name: `no accessibility violation while values are read, ${colorScheme}`,
    ...inChromium,
    fn: async () => {
      for (const name of ["1-a.html", "embed/panels.html"]) {
        await onPage({ colorScheme }, async (page) => {
          await page.locator(".reader:visible").first().focus();
          await page.evaluate(
            `document.querySelectorAll("details").forEach((it) => it.open = true)`,
          );
          assertEquals(await violations(page), [], name);
        }, name);
      }
    },
  });
}

Deno.test({
  name: "without scripts the values stand in the table, and nothing waits for a pointer",
  ...inChromium,
  fn: () =>
    onPage({ javaScriptEnabled: false }, async (page) => {
      assertEquals(await page.locator(".reader, .readout").count(), 0);
      await page.locator("#shares .values summary").click();
      assert(await page.locator("#shares .values td").first().isVisible());
      await page.locator("#shares .embed summary").click();
      assertStringIncludes(
        await page.locator("#shares .embed code").innerText(),
        "embed/shares.html",
      );
    }),
});

Deno.test({
  name: "a figure is embedded in another page, wide and narrow, by the code that the page gives",
  ...inChromium,
  fn: async () => {
    site ??= builtSite();
    const folder = await site;
    const types: Record<string, string> = {
      html: "text/html",
      css: "text/css",
      js: "text/javascript",
    };
    const server = Deno.serve(
      { port: 0, hostname: "127.0.0.1", onListen: () => {} },
      async (request) => {
        const { pathname } = new URL(request.url);
        if (pathname === "/other.html") {
          return new Response(`<!doctype html><title>Other</title><body></body>`, {
            headers: { "content-type": "text/html" },
          });
        }
        const type = types[pathname.split(".").at(-1)!] ?? "application/octet-stream";
        const bytes = await Deno.readFile(`${folder}${pathname}`).catch(() => null);
        return new Response(bytes, {
          status: bytes ? 200 : 404,
          headers: { "content-type": type },
        });
      },
    );
    const origin = `http://127.0.0.1:${server.addr.port}`;
    await withChromium(async (browser) => {
      const page = await browser.newPage();
      await page.goto(`${origin}/1-a.html`);
      const code = await page.locator("#shares .embed code").textContent();
      assertStringIncludes(code!, `src="${origin}/embed/shares.html"`);
      await page.goto(`${origin}/other.html`);
      for (const [width, shown] of [[720, ".wide"], [360, ".narrow"]] as const) {
        await page.setContent(`<div style="width: ${width}px">${code}</div>`);
        const frame = page.frameLocator("iframe");
        await frame.locator(`${shown} > svg`).waitFor();
        assertEquals(await frame.locator(".wide:visible, .narrow:visible").count(), 1);
        const overflow = await frame.locator("html").evaluate((it: Element) =>
          it.scrollWidth > it.clientWidth || it.scrollHeight > it.clientHeight
        );
        assertEquals(overflow, false, `${width}`);
        const link = frame.getByText(`${REPORT.title}, Figure 1`);
        assertEquals(
          await link.evaluate((it: HTMLAnchorElement) => it.href),
          `${origin}/1-a.html#shares`,
        );
      }
    });
    await server.shutdown();
  },
});
