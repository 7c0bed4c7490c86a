/** The site in use: the search, colors by choice, code at once, menus, the reader's place, no scripts. */
import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import type { Page } from "playwright-core";
import { urlOf } from "../../lib/platform.ts";
import { PALETTE } from "../../lib/figures/palette.ts";
import { inChromium, withChromium } from "./chromium.ts";
import { builtReport, pagesOf } from "./site.ts";

let site = "";

/** A page whose address begins so, at a width, its faults counted. */
async function onPage(
  start: string,
  options: Parameters<typeof withPage>[1],
  use: (page: Page) => Promise<void>,
) {
  site ||= `${await builtReport()}/site`;
  const name = (await pagesOf(site)).find((each) => each.startsWith(start))!;
  await withPage(name, options, use);
}

async function withPage(
  name: string,
  { width = 1280, height = 800, scripts = true },
  use: (page: Page) => Promise<void>,
) {
  await withChromium(async (browser) => {
    const page = await browser.newPage({
      viewport: { width, height },
      javaScriptEnabled: scripts,
    });
    const faults: string[] = [];
    page.on("pageerror", (error) => faults.push(error.message));
    await page.goto(urlOf(`${site}/${name}`));
    await use(page);
    assertEquals(faults, []);
  });
}

/** The first screen shows what begins above its lower edge. */
const within = (page: Page, selector: string) =>
  page.evaluate(
    `document.querySelector(${JSON.stringify(selector)}).getBoundingClientRect().top < innerHeight`,
  );

for (const [width, height] of [[1280, 800], [360, 740]]) {
  Deno.test({
    name: `the first screen at ${width} × ${height} has answer, verdicts, numbers and lead figure`,
    ...inChromium,
    fn: () =>
      onPage("index", { width, height }, async (page) => {
        await page.evaluate("document.fonts.ready");
        for (const part of ["h1 em", ".lead", ".verdicts li:last-child", "figure"]) {
          assert(await within(page, `.opening ${part}`), part);
        }
        assertEquals(await page.locator(".numbers li").count(), 3);
        assert(await within(page, ".numbers li:last-child"), "numbers");
        const claims = await page.locator(".verdicts a").evaluateAll((links) =>
          (links as HTMLAnchorElement[]).map((link) => link.hash !== "")
        );
        assert(claims.length > 10 && claims.every((it) => it), "a claim without a section");
      }),
  });
}

Deno.test({
  name:
    "the search opens by its key, finds without accents, is walked by arrows, and says when nothing is there",
  ...inChromium,
  fn: () =>
    onPage("3-", {}, async (page) => {
      await page.keyboard.press("/");
      assertEquals(await page.evaluate("document.activeElement.type"), "search");
      await page.locator("#search input").fill("mexico SHARE");
      await page.locator("#search li").first().waitFor();
      const hits = await page.locator("#search li").allTextContents();
      for (const hit of hits) assert(/m[eé]xico/i.test(hit) && /share/i.test(hit), hit);
      assertStringIncludes(await page.locator("#search [role=status]").innerText(), "result");
      await page.keyboard.press("ArrowDown");
      assertEquals(
        await page.evaluate("document.activeElement.textContent"),
        await page.locator("#search li a").first().textContent(),
      );
      await page.keyboard.press("ArrowUp");
      await page.locator("#search input").fill("como vamos zzz");
      await page.locator("#search [role=status]", { hasText: "No heading" }).waitFor();
      assertEquals(
        await page.locator("#search [role=status]").innerText(),
        "No heading, figure or claim has “como vamos zzz”.",
      );
      await page.locator("#search input").fill("C5a");
      await page.locator("#search li", { hasText: "C5a" }).first().waitFor();
      await page.keyboard.press("Enter");
      await page.waitForURL(/6-.*\.html#/);
      await page.keyboard.press("/");
      await page.keyboard.type("mexico");
      await page.keyboard.press("Escape");
      assert(!await page.locator("#search").isVisible());
    }),
});

Deno.test({
  name: "colors by choice hold against the system, on the next page too, and give way to it again",
  ...inChromium,
  fn: () =>
    onPage("index", {}, async (page) => {
      const paper = () =>
        page.evaluate("getComputedStyle(document.documentElement).getPropertyValue('--paper')");
      const bar = () =>
        page.evaluate(
          `[...document.querySelectorAll("meta[name=theme-color]")].map((it) => it.content)`,
        );
      const button = page.locator("[data-colors]");
      const choice = page.locator("[data-choice]");
      assertEquals(await choice.innerText(), "Auto");
      await page.emulateMedia({ colorScheme: "dark" });
      assertEquals(await paper(), PALETTE.paper.dark);
      await button.click();
      assertEquals([await paper(), await choice.innerText()], [PALETTE.paper.light, "Light"]);
      assertEquals(await bar(), [PALETTE.paper.light, PALETTE.paper.light]);
      await page.emulateMedia({ colorScheme: "light" });
      await button.click();
      assertEquals(await paper(), PALETTE.paper.dark);
      await page.locator(".contents a").first().click();
      await page.waitForURL(/1-.*\.html/);
      assertEquals(await paper(), PALETTE.paper.dark);
      await page.emulateMedia({ media: "print" });
      assertEquals(await paper(), PALETTE.paper.light, "paper is light");
      await page.emulateMedia({ media: "screen" });
      await page.locator("[data-colors]").click();
      assertEquals(await paper(), PALETTE.paper.light);
      assertEquals(await bar(), [PALETTE.paper.light, PALETTE.paper.dark]);
    }),
});

Deno.test({
  name: "one switch opens and folds all code, and is remembered; a copy is the code as it is",
  ...inChromium,
  fn: () =>
    onPage("3-", {}, async (page) => {
      const open = () => page.locator("details.code[open]").count();
      const all = await page.locator("details.code").count();
      assertEquals(await open(), 0);
      await page.locator("[data-code]").click();
      assertEquals([await open(), all > 5], [all, true]);
      await page.reload();
      assertEquals(await open(), all);
      const block = page.locator("details.code div.sourceCode").first();
      await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
      await block.locator("button").click();
      await block.locator("button", { hasText: "Copied" }).waitFor();
      const copied = await page.evaluate("navigator.clipboard.readText()");
      assertEquals(copied, await block.locator("pre").textContent());
      await page.locator("[data-code]").click();
      assertEquals(await open(), 0);
    }),
});

Deno.test({
  name: "the menu of chapters closes on Escape, with the focus on it, and on a touch outside",
  ...inChromium,
  fn: () =>
    onPage("3-", { width: 360 }, async (page) => {
      const menu = page.locator("details.chapters");
      const open = () => menu.evaluate((it) => (it as HTMLDetailsElement).open);
      await menu.locator("summary").click();
      await page.keyboard.press("Tab");
      await page.keyboard.press("Escape");
      assert(!await open());
      assertEquals(await page.evaluate("document.activeElement.textContent"), "Chapters");
      await menu.locator("summary").click();
      assert(await open());
      await page.mouse.click(20, 780);
      assert(!await open());
    }),
});

Deno.test({
  name:
    "a wide page has its contents beside the text and marks the section; a narrow one folds them",
  ...inChromium,
  fn: async () => {
    await onPage("3-", { width: 1100 }, async (page) => {
      assert(await page.locator(".beside").isVisible());
      assert(!await page.locator(".on-page").isVisible());
      const heading = page.locator("main h2").nth(3);
      await heading.evaluate((it) => it.scrollIntoView());
      const mark = page.locator(".beside [aria-current=location]");
      await mark.waitFor();
      assertEquals(await mark.textContent(), await heading.textContent());
      const beside = await page.locator(".beside").boundingBox();
      assert(beside!.y >= 0, "the contents stay on the screen");
    });
    await onPage("3-", { width: 1099 }, async (page) => {
      assert(!await page.locator(".beside").isVisible());
      await page.locator(".on-page summary").click();
      await page.locator(".on-page a").nth(2).click();
      assert(/#./.test(page.url()));
    });
  },
});

Deno.test({
  name: "without scripts nothing is lost: no dead switch, every fold and menu works",
  ...inChromium,
  fn: () =>
    onPage("3-", { width: 360, scripts: false }, async (page) => {
      for (const button of await page.locator("button").all()) {
        assert(!await button.isVisible(), "a button that does nothing");
      }
      await page.locator("details.chapters summary").click();
      assert(await page.locator("details.chapters nav").isVisible());
      await page.locator("details.chapters summary").click();
      await page.locator("details.code summary").first().click();
      assert(await page.locator("details.code pre").first().isVisible());
    }),
});

Deno.test({
  name: "at 320 px no page is wider than the screen",
  ...inChromium,
  fn: async () => {
    site ||= `${await builtReport()}/site`;
    for (const name of await pagesOf(site)) {
      await withPage(name, { width: 320 }, async (page) => {
        await page.evaluate("document.fonts.ready");
        assertEquals(await page.evaluate("document.documentElement.scrollWidth"), 320, name);
      });
    }
  },
});

Deno.test("each page, with its style and scripts, is at most 100 KB as it is sent", async () => {
  site ||= `${await builtReport()}/site`;
  const sent = async (name: string) => {
    const { body } = new Response(await Deno.readFile(`${site}/${name}`));
    const packed = body!.pipeThrough(new CompressionStream("gzip"));
    return (await new Response(packed).arrayBuffer()).byteLength;
  };
  const files = (await Array.fromAsync(Deno.readDir(site))).map(({ name }) => name);
  const loaded = files.filter((name) => /\.(css|js)$/.test(name) && name !== "search-index.js");
  const shared = (await Promise.all(loaded.map(sent))).reduce((sum, size) => sum + size, 0);
  for (const name of await pagesOf(site)) {
    const size = shared + await sent(name);
    assert(size <= 100_000, `${name}: ${size} bytes`);
  }
});
