/** Every page of the site in a real browser: quiet, accessible, reachable, narrow, printed. */
import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import type { Browser, Page } from "playwright-core";
import { pathOf, urlOf } from "../../lib/platform.ts";
import { PALETTE } from "../../lib/figures/palette.ts";
import { openPdf, textOf } from "../publish/pdf/text.ts";
import { violations } from "./accessible.ts";
import { inChromium, withChromium } from "./chromium.ts";
import { settled } from "./explorer.ts";
import { builtReport, pagesOf } from "./site.ts";

interface Look {
  width?: number;
  scheme?: "light" | "dark";
  scripts?: boolean;
}

let site = "";

/** Visits every page of the site; a message on the console or an outside request fails. */
async function everyPage(look: Look, check: (page: Page, name: string) => Promise<void>) {
  site ||= `${await builtReport()}/site`;
  await withChromium(async (browser) => {
    for (const name of await pagesOf(site)) await visit(browser, name, look, check);
  });
}

async function visit(
  browser: Browser,
  name: string,
  { width = 1100, scheme = "light", scripts = true }: Look,
  check: (page: Page, name: string) => Promise<void>,
) {
  const page = await browser.newPage({
    colorScheme: scheme,
    viewport: { width, height: 800 },
    javaScriptEnabled: scripts,
  });
  const said: string[] = [];
  page.on("console", (message) => said.push(`${name}: ${message.text()}`));
  page.on("pageerror", (error) => said.push(`${name}: ${error.message}`));
  page.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(urlOf(`${site}/`)) && !url.startsWith("data:")) {
      said.push(`${name}: ${url}`);
    }
  });
  page.on("requestfailed", (request) => said.push(`${name}: failed ${request.url()}`));
  await page.goto(urlOf(`${site}/${name}`));
  await page.evaluate("document.fonts.ready");
  if (name === "explore.html" && scripts) await settled(page);
  await check(page, name);
  assertEquals(said, []);
  await page.close();
}

/**
 * Where the user's system chooses the colors: text below the contrast of WCAG, rows without a line, and
 * a focus without a ring. Pictures keep their own paper and ink.
 */
const UNSEEN = `(() => {
  const light = (color) => {
    const [red, green, blue] = color.match(/[\\d.]+/g).map((part) => part / 255)
      .map((part) => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05;
  };
  const canvas = light(getComputedStyle(document.documentElement).backgroundColor);
  const contrast = (color) => {
    const [dark, bright] = [light(color), canvas].sort((a, b) => a - b);
    return bright / dark;
  };
  const of = (selector) => [...document.querySelectorAll(selector)].filter((it) => it.checkVisibility());
  const words = of("h1, h2, h3, p, li, a, td, th, caption, figcaption, summary, pre, pre span")
    .filter((it) => contrast(getComputedStyle(it).color) < 4.5);
  const rows = of("table tbody tr").filter((it) => {
    const { borderBottomStyle, borderBottomWidth, borderBottomColor } = getComputedStyle(it);
    return borderBottomStyle !== "solid" || parseFloat(borderBottomWidth) < 1 ||
      contrast(borderBottomColor) < 3;
  });
  const focus = of("a, summary").slice(0, 3).filter((it) => {
    it.focus({ focusVisible: true });
    const { outlineStyle, outlineColor } = getComputedStyle(it);
    return outlineStyle !== "solid" || contrast(outlineColor) < 3;
  });
  return [...words, ...rows, ...focus].map((it) => it.outerHTML.slice(0, 120));
})()`;

for (const scheme of ["light", "dark"] as const) {
  for (const width of [1280, 360]) {
    Deno.test({
      name: `no accessibility violation on any page, ${scheme}, ${width} px, folds open`,
      ...inChromium,
      fn: () =>
        everyPage({ scheme, width }, async (page, name) => {
          await unfold(page);
          assertEquals(await violations(page), [], name);
        }),
    });
  }
  Deno.test({
    name: `forced colors hold on every page, ${scheme}, folds open`,
    ...inChromium,
    fn: () =>
      everyPage({ scheme }, async (page, name) => {
        await unfold(page);
        await page.emulateMedia({ forcedColors: "active" });
        assertEquals(await page.evaluate(UNSEEN), [], `${name}: cannot be seen in forced colors`);
        const papers = await page.evaluate(
          `[...document.querySelectorAll("figure .wide svg > rect:first-of-type")]
            .filter((it) => getComputedStyle(it).fill !== getComputedStyle(document.documentElement).backgroundColor)
            .length`,
        );
        assertEquals(papers, 0, `${name}: a picture on a paper of its own`);
      }),
  });
}

const unfold = (page: Page) =>
  page.evaluate(`document.querySelectorAll("details").forEach((it) => it.open = true)`);

Deno.test({
  name: "the carried font is used, and figures take the colours of the scheme",
  ...inChromium,
  fn: () =>
    everyPage({ scheme: "dark" }, async (page, name) => {
      assert(await page.evaluate(`document.fonts.check("400 16px Inter")`), name);
      const loaded = await page.evaluate(
        `[...document.fonts].some((it) => it.status === "loaded")`,
      );
      assert(loaded, `${name}: no font loaded`);
      const fills = await page.evaluate(
        `[...document.querySelectorAll("figure .wide svg > rect")].map((it) => getComputedStyle(it).fill)`,
      ) as string[];
      for (const fill of fills) assertEquals(fill, rgb(PALETTE.paper.dark), name);
    }),
});

Deno.test({
  name: "at 360 px nothing overflows and the narrow figures stand alone",
  ...inChromium,
  fn: () =>
    everyPage({ width: 360 }, async (page, name) => {
      await page.evaluate(`document.querySelectorAll("details").forEach((it) => it.open = true)`);
      assertEquals(await page.evaluate("document.documentElement.scrollWidth"), 360, name);
      const shown = (kind: string) =>
        page.evaluate(
          `[...document.querySelectorAll("figure .${kind}")].filter((it) => it.checkVisibility()).length`,
        );
      assertEquals(await shown("wide"), 0, name);
      assertEquals(await shown("narrow"), await page.locator("figure").count(), name);
    }),
});

Deno.test({
  name: "at 360 px every cell of a table of sentences, and every caption, is within the screen",
  ...inChromium,
  fn: () =>
    everyPage({ width: 360 }, async (page, name) => {
      const outside = await page.evaluate(
        `[...document.querySelectorAll(".cards :is(th[scope=row], td), caption")]
          .filter((it) => it.checkVisibility() && it.getBoundingClientRect().right > 360)
          .map((it) => it.textContent)`,
      );
      assertEquals(outside, [], name);
      if (name === "index.html") assert(await page.locator(".claims.cards td").count() > 0);
    }),
});

/** What the keyboard must reach: every visible link, button, field, fold and chart, every table that overflows. */
const REACHABLE =
  `[...document.querySelectorAll("a[href], button, summary, input, select, .scroll, .reader")]
  .filter((it) => it.checkVisibility() && it.getAttribute("tabindex") !== "-1")
  .filter((it) => !it.matches(".scroll") || it.scrollWidth > it.clientWidth ||
    it.scrollHeight > it.clientHeight)`;

Deno.test({
  name:
    "the keyboard reaches every link, button, fold and overflowing table, in order, and sees where it is",
  ...inChromium,
  fn: () =>
    everyPage({ width: 360 }, async (page, name) => {
      const count = await page.evaluate(`(window.wanted = ${REACHABLE}).length`) as number;
      const reached: number[] = [];
      for (let step = 0; step < count; step++) {
        await page.keyboard.press("Tab");
        reached.push(await page.evaluate("wanted.indexOf(document.activeElement)") as number);
        const outline = await page.evaluate(
          "getComputedStyle(document.activeElement).outlineStyle",
        );
        assertEquals(outline, "solid", `${name}: focus cannot be seen at step ${step}`);
      }
      assertEquals(reached, Array.from({ length: count }, (_, index) => index), name);
      await page.locator("summary").first().focus();
      await page.keyboard.press("Enter");
      assert(await page.evaluate(`document.querySelector("details").open`), name);
    }),
});

Deno.test({
  name: "every link within the site leads somewhere",
  ...inChromium,
  fn: () =>
    everyPage({}, async (page, name) => {
      const links = await page.evaluate(
        `[...document.querySelectorAll("a[href]")].map((it) => it.href)`,
      ) as string[];
      for (const link of links.filter((it) => it.startsWith("file:"))) {
        const { hash } = new URL(link);
        const file = await Deno.readTextFile(pathOf(link)).catch(() => "");
        assert(file !== "", `${name}: ${link}`);
        // What the explorer is asked is no section of its page.
        assert(
          !hash || hash.includes("=") || file.includes(`id="${decodeURIComponent(hash.slice(1))}"`),
          `${name}: ${link}`,
        );
      }
    }),
});

Deno.test({
  name: "each page prints in light colours: figures numbered, solutions open, no screen's tools",
  ...inChromium,
  fn: () =>
    everyPage({ scheme: "dark" }, async (page, name) => {
      await page.emulateMedia({ media: "print", colorScheme: "dark" });
      assertEquals(
        await page.evaluate(`getComputedStyle(document.documentElement).backgroundColor`),
        rgb(PALETTE.paper.light),
        name,
      );
      assertEquals(
        await page.evaluate(`[...document.querySelectorAll(
          ".skip, .tools, button, .beside, .on-page, .neighbours, .downloads, details.code, .claims details, figure .narrow")]
          .filter((it) => it.checkVisibility()).length`),
        0,
        name,
      );
      assertEquals(
        await page.evaluate(`[...document.querySelectorAll("details.solution > *")]
          .filter((it) => !it.checkVisibility()).map((it) => it.outerHTML.slice(0, 120))`),
        [],
        `${name}: hidden in a solution`,
      );
      const text = await textOf(await openPdf(await page.pdf({ format: "Letter" })));
      assert(text.length > 500, name);
      for (const caption of await page.locator("figcaption").allTextContents()) {
        assertStringIncludes(text, caption.split(" · ")[0], name);
      }
      // The printed text names each solution, followed by what it says.
      const solutions = await page.locator("details.solution").count();
      assertEquals(
        text.match(/\bSolution (?!Exercise|Solution|References)/g)?.length ?? 0,
        solutions,
      );
    }),
});

Deno.test({
  name: "the site works below any path of a server",
  ...inChromium,
  fn: async () => {
    site ||= `${await builtReport()}/site`;
    const missed: string[] = [];
    const server = Deno.serve(
      { port: 0, hostname: "127.0.0.1", onListen: () => {} },
      async (request) => {
        const { pathname } = new URL(request.url);
        const file = pathname.startsWith("/some/where/")
          ? pathname.slice("/some/where/".length)
          : "";
        const bytes = await Deno.readFile(`${site}/${file}`).catch(() => null);
        if (bytes === null) missed.push(pathname);
        const type = file.endsWith(".css") ? "text/css" : "text/html";
        return new Response(bytes, {
          status: bytes ? 200 : 404,
          headers: { "content-type": type },
        });
      },
    );
    await withChromium(async (browser) => {
      const page = await browser.newPage();
      await page.goto(`http://127.0.0.1:${server.addr.port}/some/where/index.html`);
      await page.locator(".contents a").first().click();
      await page.waitForURL(/\/some\/where\/1-.*\.html$/);
      await page.evaluate("document.fonts.ready");
    });
    await server.shutdown();
    assertEquals(missed, []);
  },
});

const rgb = (hex: string): string =>
  `rgb(${[1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16)).join(", ")})`;
