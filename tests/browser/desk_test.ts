/**
 * What the explorer answers in a real browser: ten questions of a trade desk, asked by someone who
 * follows only what the page says; and its figures, drawn there as they are drawn by Deno.
 */
import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import type { Page } from "playwright-core";
import { answerOf } from "../../lib/explore/answers/mod.ts";
import { KINDS } from "../../lib/explore/page/questions.ts";
import { parseView } from "../../lib/explore/view.ts";
import { yearsOfTables } from "../../lib/explore/years.ts";
import { DESK_QUESTIONS, type Step } from "../explore/desk_questions.ts";
import { load } from "../explore/views.ts";
import { inChromium } from "./chromium.ts";
import { asked, choice, hash } from "./explorer.ts";

/** A minute is the most that a question may take, in ms. */
const LIMIT = 60_000;

/** What stands in small type behind a suggestion: what kind of thing it is, and its code. */
const ABOUT = `(${Object.values(KINDS).join("|")}) [\\d.]+`;

/** Waits until the page answers what its address asks. */
const settled = (page: Page) =>
  page.waitForFunction(
    `document.querySelector(".computed code")?.textContent === "explore.html" + location.hash`,
  );

/** One step of a reader, who finds everything by its role and its name. */
async function take(page: Page, step: Step): Promise<void> {
  if ("type" in step) {
    await page.getByRole("combobox", { name: "Ask about" }).fill(step.type);
  } else if ("take" in step) {
    const name = new RegExp(`^${step.take}( ${ABOUT})?$`);
    await page.getByRole("option", { name }).first().click();
  } else if ("follow" in step) {
    await page.getByRole("link", { name: step.follow, exact: true }).click();
    await page.getByRole("group", { name: step.follow, exact: true }).waitFor();
  } else if ("pick" in step) {
    await choice(page, step.of).selectOption({ label: step.pick });
  } else {
    const name = { name: step.into, exact: true };
    const text = page.getByRole("textbox", name);
    await text.or(page.getByRole("combobox", name)).fill(step.write);
    if (await text.count()) await text.press("Enter");
  }
}

for (const { asked: question, address, steps, shows } of DESK_QUESTIONS) {
  Deno.test({
    name: `by what the page says: ${question}`,
    ...inChromium,
    fn: () =>
      asked("", {}, async (page) => {
        const start = performance.now();
        for (const step of steps) {
          await take(page, step);
          if (!("type" in step)) await settled(page);
        }
        assertEquals(await hash(page), address);
        const text = (await page.locator(".answered").innerText()).replaceAll(/\s+/g, " ");
        for (const each of shows()) assertStringIncludes(text, each);
        assert(performance.now() - start < LIMIT);
      }),
  });
}

/** Views of each question. */
const VIEWS = [
  "#naics=334&partners=2010,5700",
  "#naics=335&show=rank",
  "#naics=336&show=duty&from=2017",
  "#changes=334&from=2017",
  "#group=08",
  "#group=total&basis=imports_for_consumption",
  "#hts=8471.50.0150",
  "#hts=0702",
  "#depends=atp",
  "#depends=87",
];

type Element = [name: string, attributes: Record<string, string>, inside: (Element | string)[]];

/** The wide pictures of the page, without what its script adds for readers, and others by their text: their trees. */
const TREES = `(texts) => {
  const drawn = [...document.querySelectorAll("figure .wide svg")].map((it) => it.cloneNode(true));
  for (const svg of drawn) {
    svg.querySelector(".cross")?.remove();
    svg.classList.remove("named");
    if (!svg.classList.length) svg.removeAttribute("class");
  }
  const tree = (it) => it.nodeType === Node.TEXT_NODE ? it.data : [
    it.localName,
    Object.fromEntries([...it.attributes].map(({ name, value }) => [name, value]).sort()),
    [...it.childNodes].map(tree),
  ];
  const parsed = (text) => new DOMParser().parseFromString(text, "text/html").querySelector("svg");
  return [drawn.map(tree), texts.map((it) => tree(parsed(it)))];
}`;

Deno.test({
  name: "figures drawn in the browser are those that Deno draws, element by element",
  ...inChromium,
  fn: () =>
    asked("", {}, async (page) => {
      const years = await yearsOfTables();
      for (const address of VIEWS) {
        await page.evaluate(`location.hash = "${address}"`);
        await settled(page);
        const { figures } = await answerOf(parseView(address, years).view, load);
        assert(figures.length > 0, address);
        const texts = JSON.stringify(figures.map(({ svg }) => svg));
        const [drawn, expected] = await page.evaluate(`(${TREES})(${texts})`) as Element[][];
        assertEquals(drawn, expected, address);
      }
    }),
});
