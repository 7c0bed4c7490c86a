/** A page that is open while its chapter is written: it shows each save at the place where it is. */
import { assert, assertEquals } from "@std/assert";
import { notebook } from "../publish/fixtures.ts";
import { served } from "../publish/edit/served.ts";
import { inChromium, withChromium } from "./chromium.ts";

const paragraphs = (from: number, to: number): string =>
  Array.from({ length: to - from }, (_, at) => `Paragraph ${from + at}. ${"Words. ".repeat(40)}`)
    .join("\n\n");

/** A chapter of forty paragraphs, more of them before these, and a fold of code. */
const chapter = (before: string) =>
  notebook(
    { prose: "# One\n\n**Question.** Where is the reader?" },
    { code: `const folded = "code";` },
    { prose: before },
    { prose: paragraphs(0, 40) },
  );

Deno.test({
  name: "an open page shows what is saved without losing its place, and says what cannot be shown",
  ...inChromium,
  fn: () =>
    served(async ({ root, address, told, save }) => {
      await told(({ changed }) => changed.length > 0);
      await withChromium(async (browser) => {
        const page = await browser.newPage({ viewport: { width: 1000, height: 600 } });
        page.setDefaultTimeout(90_000);
        const said: string[] = [];
        page.on("console", (message) => said.push(message.text()));
        page.on("pageerror", (error) => said.push(error.message));
        page.on("request", (request) => {
          if (!request.url().startsWith(address)) said.push(request.url());
        });
        await page.goto(`${address}1-one.html`);
        await page.locator("details.code").first().evaluate((it) => it.setAttribute("open", ""));
        const place = () =>
          page.getByText("Paragraph 20.").evaluate((it) => it.getBoundingClientRect().top);
        await page.getByText("Paragraph 20.").evaluate((it) => it.scrollIntoView());
        await page.mouse.wheel(0, 50);
        await page.waitForFunction("scrollY > 0");
        const before = await place();

        await save("notebooks/1-one.ipynb", chapter(`New before. ${paragraphs(100, 110)}`));
        await page.getByText("New before.").waitFor({ state: "attached" });
        await page.evaluate("document.fonts.ready");
        await page.waitForFunction(`history.scrollRestoration === "auto"`);
        assert(Math.abs(await place() - before) < 2, `${await place()}, it was ${before}`);
        assert(await page.evaluate(`document.querySelector("details.code").open`));

        await page.evaluate("window.isSame = true");
        const style = "lib/publish/site/style/base.css";
        const text = await Deno.readTextFile(`${root}/${style}`);
        await save(style, `${text}\nmain { border-top: 7px solid red; }\n`);
        await page.waitForFunction(
          `getComputedStyle(document.querySelector("main")).borderTopWidth === "7px"`,
        );
        assert(await page.evaluate("window.isSame"), "a style needs no new page");

        await save("notebooks/1-one.ipynb", "{");
        const problems = page.locator("edit-notes .problems");
        await problems.waitFor();
        assert((await problems.textContent())!.includes("1-one.ipynb is not a notebook"));
        assert(await page.getByText("New before.").count() > 0);
        await save("notebooks/1-one.ipynb", chapter("Mended."));
        await page.getByText("Mended.").waitFor({ state: "attached" });
        await problems.waitFor({ state: "hidden" });
        assertEquals(said, []);
      });
    }, { "1-one": chapter("Before.") }),
});
