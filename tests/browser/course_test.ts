/** The course in Chromium, from files: slides that hold what they show, keys, paper, a phone; the plan. */
import { assert, assertEquals, assertMatch } from "@std/assert";
import type { Browser, Page } from "playwright-core";
import { urlOf } from "../../lib/platform.ts";
import { openPdf } from "../publish/pdf/text.ts";
import { builtCourse } from "../course/built.ts";
import { violations } from "./accessible.ts";
import { inChromium, withChromium } from "./chromium.ts";

const made = async () => `${await builtCourse()}/course`;

interface Look {
  width?: number;
  height?: number;
  scheme?: "light" | "dark";
  scripts?: boolean;
}

/** Opens a file of the course; a message on the console or a request for another file than its own fails. */
async function open(browser: Browser, path: string, look: Look = {}): Promise<Page> {
  const { width = 1280, height = 720, scheme = "light", scripts = true } = look;
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: scheme,
    javaScriptEnabled: scripts,
  });
  const page = await context.newPage();
  const heard: string[] = [];
  page.on("console", (message) => heard.push(message.text()));
  page.on("pageerror", (error) => heard.push(String(error)));
  const folder = await made();
  page.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith("data:") && !url.startsWith(urlOf(`${folder}/`))) heard.push(url);
  });
  await page.goto(urlOf(`${folder}/`) + path);
  await page.evaluate("document.fonts.ready");
  assertEquals(heard, [], path);
  return page;
}

const deckNames = async () =>
  (await Array.fromAsync(Deno.readDir(`${await made()}/slides`))).map(({ name }) => name).sort();

/** What of the slide that is shown lies outside it, or is written too small to be read from a row behind. */
const FAULTS = `(() => {
  const slide = Reveal.getCurrentSlide().querySelector(".slide");
  const box = slide.getBoundingClientRect();
  const scale = box.width / 1280;
  const faults = [];
  const texts = document.createTreeWalker(slide, NodeFilter.SHOW_TEXT);
  for (let text; text = texts.nextNode();) {
    const parent = text.parentElement;
    if (!text.textContent.trim() || parent.closest("title, desc") || !parent.checkVisibility()) continue;
    const range = document.createRange();
    range.selectNodeContents(text);
    const at = range.getBoundingClientRect();
    const [right, bottom] = [(at.right - box.left) / scale, (at.bottom - box.top) / scale];
    if (right > 1250 || bottom > 690 || at.left < box.left) {
      faults.push("outside: " + text.textContent.trim().slice(0, 60));
    }
    const svg = parent.closest("svg");
    const size = parseFloat(getComputedStyle(parent).fontSize) * (svg ? svg.getScreenCTM().a / scale : 1);
    const least = svg ? 12 : parent.closest(".note, caption, small") ? 13 : 16;
    if (size < least) faults.push(size.toFixed(1) + " px: " + text.textContent.trim().slice(0, 60));
  }
  return faults;
})()`;

Deno.test({
  name: "every slide of every deck holds what it shows, in letters to be read",
  ...inChromium,
  fn: () =>
    withChromium(async (browser) => {
      for (const [at, name] of (await deckNames()).entries()) {
        // A larger screen shows the same slide larger: one deck stands for that.
        const look = at === 0 ? { width: 1920, height: 1080 } : {};
        const page = await open(browser, `slides/${name}`, look);
        const slides = await page.evaluate(
          `[...document.querySelectorAll(".slides > section")].map(({ id }, at) => {
            Reveal.slide(at);
            return [id, ${FAULTS}];
          })`,
        ) as [string, string[]][];
        assert(slides.length >= 8, name);
        for (const [id, faults] of slides) assertEquals(faults, [], `${name} ${id}`);
        await page.context().close();
      }
    }),
});

Deno.test({
  name: "a deck obeys keys and fingers, has an address for each slide and shows its notes",
  ...inChromium,
  fn: () =>
    withChromium(async (browser) => {
      const page = await open(browser, "slides/3-the-balance.html");
      const here = () => page.evaluate(`Reveal.getCurrentSlide().id`) as Promise<string>;
      assertEquals(await here(), "title");
      for (const key of ["ArrowRight", "Space", "PageDown"]) await page.keyboard.press(key);
      const fourth = await here();
      await page.waitForURL(new RegExp(`#/${fourth}$`));
      await page.keyboard.press("Home");
      assertEquals(await here(), "title");
      await page.goto(page.url().replace(/#.*/, `#/${fourth}`));
      await page.reload();
      assertEquals(await here(), fourth);

      await page.keyboard.press("n");
      const notes = page.locator(".speaker-notes");
      assert(await notes.isVisible());
      assert((await notes.textContent())!.length > 40);
      const [slide, pane] = [
        await page.locator("section.present .slide").boundingBox(),
        await notes.boundingBox(),
      ];
      assert(slide!.x + slide!.width <= pane!.x + 1, "the notes lie over the slide");
      await page.keyboard.press("n");
      assertEquals(await notes.isVisible(), false);

      await page.keyboard.press("o");
      assertEquals(await page.evaluate("Reveal.isOverview()"), true);
      await page.keyboard.press("Escape");
      const paper = () => page.evaluate("getComputedStyle(document.body).backgroundColor");
      const light = await paper();
      await page.keyboard.press("c");
      assert(await paper() !== light, "the colors did not change");

      const [speaker] = await Promise.all([
        page.context().waitForEvent("page"),
        page.keyboard.press("s"),
      ]);
      await speaker.waitForFunction(
        `document.querySelector(".speaker-controls-notes .value")?.textContent.length > 40`,
      );
    }),
});

Deno.test({
  name: "a deck prints one slide a page, in light colors; with the notes shown, below it",
  ...inChromium,
  fn: () =>
    withChromium(async (browser) => {
      const page = await open(browser, "slides/5-import-shares.html", { scheme: "dark" });
      const slides = await page.locator(".slides > section").count();
      const printed = async () =>
        await openPdf(await page.pdf({ preferCSSPageSize: true, printBackground: true }));
      const pages = await printed();
      assertEquals(pages.numPages, slides);
      assertEquals((await pages.getPage(1)).view, [0, 0, 960, 540]);
      await page.keyboard.press("n");
      const withNotes = await printed();
      assertEquals(withNotes.numPages, slides);
      assertEquals((await withNotes.getPage(1)).view, [0, 0, 960, 1242]);
      await page.emulateMedia({ media: "print" });
      const paper = await page.evaluate("getComputedStyle(document.body).backgroundColor");
      assertEquals(paper, "rgb(255, 255, 255)");
    }),
});

Deno.test({
  name: "on a phone, and without scripts, a deck is a page that scrolls",
  ...inChromium,
  fn: () =>
    withChromium(async (browser) => {
      const names = await deckNames();
      for (
        const [look, some] of [
          [{ width: 360, height: 740 }, names],
          [{ width: 1000, scripts: false }, names.slice(0, 1)],
        ] as const
      ) {
        for (const name of some) {
          const page = await open(browser, `slides/${name}`, look);
          const size = await page.evaluate(
            `[document.documentElement.scrollWidth, document.documentElement.scrollHeight]`,
          ) as number[];
          assertEquals(size[0], look.width, `${name} is too wide`);
          assert(size[1] > 2000, `${name}: ${size[1]}`);
          assert(await page.locator("section").last().isVisible(), name);
          await page.context().close();
        }
      }
      const page = await open(browser, "slides/3-the-balance.html#/exercise-3-2", { width: 360 });
      assert(await page.evaluate("scrollY") as number > 1000, "the address leads to its slide");
    }),
});

for (const scheme of ["light", "dark"] as const) {
  Deno.test({
    name: `the plan and a deck are accessible, ${scheme}`,
    ...inChromium,
    fn: () =>
      withChromium(async (browser) => {
        for (const width of [1280, 360]) {
          const plan = await open(browser, "index.html", { width, scheme });
          assertEquals(await violations(plan), [], `plan ${width}`);
          assertEquals(await plan.evaluate("document.documentElement.scrollWidth"), width);
        }
        for (const path of ["cheat-sheet.html", "methods.html"]) {
          assertEquals(await violations(await open(browser, path, { scheme })), [], path);
        }
        const deck = await open(browser, "slides/3-the-balance.html", { scheme });
        for (const kind of ["title", "goals", "cell", "figure", "meaning", "exercise"]) {
          await deck.evaluate(
            `Reveal.slide(Reveal.getIndices(document.querySelector("section.${kind}")).h)`,
          );
          assertEquals(await violations(deck), [], kind);
        }
      }),
  });
}

Deno.test({
  name: "links of the plan lead to slides that are there",
  ...inChromium,
  fn: () =>
    withChromium(async (browser) => {
      const plan = await open(browser, "index.html");
      const links = await plan.evaluate(
        `[...document.querySelectorAll("main a[href*='#/']")].map((it) => it.getAttribute("href"))`,
      ) as string[];
      assert(links.length > 30);
      for (const link of new Set(links)) {
        const [file, id] = link.split("#/");
        assertMatch(
          await Deno.readTextFile(`${await made()}/${file}`),
          new RegExp(`<section id="${id}"`),
        );
      }
    }),
});
