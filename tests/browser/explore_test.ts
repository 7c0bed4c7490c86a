/** The explorer in a real browser: asked by words, by choices and by address; what it gives away. */
import { assert, assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import type { Download } from "playwright-core";
import { violations } from "./accessible.ts";
import { inChromium } from "./chromium.ts";
import { answered, asked, choice, field, hash, title } from "./explorer.ts";

const gzipped = async (path: string): Promise<number> => {
  const bytes = await Deno.readFile(path);
  if (path.endsWith(".woff2")) return bytes.length;
  const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream("gzip"));
  return (await new Response(stream).arrayBuffer()).byteLength;
};

/** What a first visit may load, in bytes. */
const BUDGET = 300 * 1024;

Deno.test({
  name: "without a question it shows the suppliers of electronics, within 300 KB",
  ...inChromium,
  fn: () =>
    asked("", {}, async (page, files) => {
      assertMatch(await title(page), /computer and electronic products/i);
      assertStringIncludes(await page.title(), await title(page));
      assertEquals(await page.locator("figure .wide svg").count(), 1);
      assert(
        await page.evaluate(`document.querySelector("figure").getBoundingClientRect().top < 600`),
      );
      const sizes = await Promise.all([...new Set(files)].map(gzipped));
      const all = sizes.reduce((sum, size) => sum + size, 0);
      assert(
        all <= BUDGET,
        `${all} bytes: ${files.map((it, at) => `${it} ${sizes[at]}`).join(", ")}`,
      );
    }),
});

Deno.test({
  name: "by keyboard: words bring suggestions, arrows walk them, Enter asks, Escape closes",
  ...inChromium,
  fn: () =>
    asked("", {}, async (page) => {
      await field(page).focus();
      await page.keyboard.type("servers");
      const options = page.locator(".ask [role=option]");
      await options.first().waitFor();
      assertEquals(await field(page).getAttribute("aria-expanded"), "true");
      assertMatch(await options.first().innerText(), /server/i);
      await page.keyboard.press("Escape");
      assertEquals(await options.first().isVisible(), false);
      await page.keyboard.press("ArrowDown");
      await options.first().waitFor();
      await page.keyboard.press("ArrowDown");
      const active = await field(page).getAttribute("aria-activedescendant");
      assertEquals(await options.first().getAttribute("id"), active);
      assertEquals(await options.first().getAttribute("aria-selected"), "true");
      await answered(page, () => page.keyboard.press("Enter"));
      assertMatch(await hash(page), /^#hts=8471/);
      assertEquals(await page.evaluate("document.activeElement.role"), "combobox");
      await page.keyboard.type("xyzzy");
      const nothing = page.locator(".ask .nothing");
      await nothing.waitFor();
      assertStringIncludes(await nothing.innerText(), "“xyzzy”");
    }),
});

for (const [width, height] of [[1280, 800], [360, 740]]) {
  Deno.test({
    name: `in three actions, at ${width} px, a first-time reader has Mexico's share of servers`,
    ...inChromium,
    fn: () =>
      asked("", { width }, async (page) => {
        await page.setViewportSize({ width, height });
        await field(page).fill("servers");
        await answered(page, () => page.locator(".ask [role=option]").first().click());
        const said = page.locator("#answer-title + p");
        assertMatch(await said.innerText(), /Mexico’s share of imports of servers.* was \d+\.\d%/);
        await page.waitForTimeout(100);
        const { y, height: own } = (await said.boundingBox())!;
        assert(y > 0 && y + own < height, `read at ${y} to ${y + own}`);
      }),
  });
}

Deno.test({
  name:
    "each question has an address; back and forward lead through them, and the title says which",
  ...inChromium,
  fn: () =>
    asked("#naics=336", {}, async (page) => {
      const seen = [[await hash(page), await page.title()]];
      for (const link of await page.locator(".asking nav a:not([aria-current])").all()) {
        const text = await link.innerText();
        await answered(page, () => page.locator(".asking nav a", { hasText: text }).click());
        assertEquals(await page.locator(".asking nav [aria-current]").innerText(), text);
        seen.push([await hash(page), await page.title()]);
      }
      assertEquals(seen.length, 5);
      assertEquals(seen[1][0], "#changes=336");
      for (const [before, name] of seen.slice(0, -1).reverse()) {
        await answered(page, () => page.goBack());
        assertEquals([await hash(page), await page.title()], [before, name]);
      }
      await answered(page, () => page.goForward());
      assertEquals(await hash(page), "#changes=336");
    }),
});

Deno.test({
  name: "a choice changes the address and nothing else; the focus stays where it is",
  ...inChromium,
  fn: () =>
    asked("#naics=334", {}, async (page) => {
      await choice(page, "Show").focus();
      await choice(page, "Show").selectOption("dollars");
      await choice(page, "From").selectOption("2017");
      await page.waitForURL(/from=2017/);
      assertEquals(await hash(page), "#naics=334&show=dollars&from=2017");
      const partners = choice(page, "Partners");
      await partners.fill("mexi");
      await page.locator(".partners [role=option]", { hasText: "Mexico" }).click();
      await page.waitForURL(/partners=2010/);
      await page.getByRole("button", { name: "Take away Mexico" }).waitFor();
      await partners.fill("viet");
      await page.locator(".partners [role=option]").waitFor();
      await page.keyboard.press("Enter");
      await page.waitForURL(/partners=2010,5520/);
      assertEquals(
        await page.evaluate("document.activeElement.labels?.[0]?.textContent"),
        "Partners",
      );
      await page.getByRole("button", { name: "Take away Mexico" }).click();
      await page.waitForURL(/partners=5520/);
      assertEquals(await hash(page), "#naics=334&partners=5520&show=dollars&from=2017");
    }),
});

Deno.test({
  name: "an address that cannot be had is answered as far as it can, and says what it cannot",
  ...inChromium,
  fn: () =>
    asked("#naics=336&from=1999&to=2020", {}, async (page) => {
      assertStringIncludes(await page.locator("[role=alert]").innerText(), "“1999”");
      assertEquals(await choice(page, "Industry").inputValue(), "336");
      assertEquals(await choice(page, "To").inputValue(), "2020");
      assertMatch(await title(page), /transportation equipment/i);
    }),
});

Deno.test({
  name: "the list of lines is sorted by any heading, numbers as numbers",
  ...inChromium,
  fn: () =>
    asked("#depends=atp", {}, async (page) => {
      const table = page.locator("section table").last();
      const numeric = await table.locator("thead th").evaluateAll((headings) =>
        (headings as HTMLElement[]).findLastIndex((it) => it.style.textAlign === "right")
      );
      const head = table.locator("thead th").nth(numeric);
      const values = async () =>
        (await table.locator(`tbody tr > :nth-child(${numeric + 1})`).allInnerTexts())
          .map((text) => Number(text.replace(/[%,+]/g, "").replace("−", "-")));
      await head.getByRole("button").click();
      assertEquals(await head.getAttribute("aria-sort"), "descending");
      const down = await values();
      assert(down.length > 10);
      assertEquals(down, down.toSorted((a, b) => b - a));
      await head.getByRole("button").press("Enter");
      assertEquals(await head.getAttribute("aria-sort"), "ascending");
      assertEquals(await values(), down.toSorted((a, b) => a - b));
      await table.locator("thead th button").first().click();
      assertEquals(await table.locator("thead [aria-sort]").count(), 1);
    }),
});

const textOf = async (download: Download) => await Deno.readTextFile((await download.path())!);

Deno.test({
  name: "it gives away picture, data and notebook: whole files, in the report's type",
  ...inChromium,
  fn: () =>
    asked("#naics=334&partners=2010", {}, async (page) => {
      const taken = async (name: string) => {
        const [download] = await Promise.all([
          page.waitForEvent("download"),
          page.getByRole("button", { name, exact: true }).click(),
        ]);
        return download;
      };
      const svg = await textOf(await taken("SVG"));
      assertMatch(
        svg,
        /^<svg [^>]*><style>@font-face\{font-family:Inter;font-weight:400;src:url\(data:/,
      );
      assertStringIncludes(svg, "font-weight:600;src:url(data:");
      const png = await Deno.readFile((await (await taken("PNG")).path())!);
      const header = new DataView(png.buffer);
      assertEquals([header.getUint32(0), header.getUint32(16)], [0x89504e47, 1440]);
      const csv = await textOf(await taken("Data (CSV)"));
      assertMatch(csv, /^\uFEFF[a-z_,0-9]+\n/);
      for (const part of ["partner_code", "vintage", "basis", "Mexico"]) {
        assertStringIncludes(csv, part);
      }
      const notebook = JSON.parse(await textOf(await taken("Notebook (.ipynb)")));
      const shown = await page.locator(".computed pre").allInnerTexts();
      const code = notebook.cells.filter((it: { cell_type: string }) => it.cell_type === "code")
        .map(({ source }: { source: string | string[] }) => [source].flat().join(""));
      assertEquals(shown, code);
    }),
});

Deno.test({
  name: "embedded it is the figure, its source and a link to the same view",
  ...inChromium,
  fn: () =>
    asked("#naics=335", { width: 744, search: "?embed" }, async (page) => {
      const visible = await page.evaluate(
        `[...document.querySelectorAll("body > header, body > footer, main > h1, .asking, .computed, button")]
          .filter((it) => it.checkVisibility()).length`,
      );
      assertEquals(visible, 0);
      assertStringIncludes(await page.locator("figure .wide svg").textContent() ?? "", "Source:");
      assertEquals(
        await page.locator(".alone > p a").getAttribute("href"),
        "explore.html#naics=335",
      );
    }),
});

Deno.test({
  name: "without scripts it says so and leads to the chapters; on paper there is the answer alone",
  ...inChromium,
  fn: async () => {
    await asked("", { scripts: false }, async (page) => {
      assertStringIncludes(await page.locator("noscript").innerText(), "chapters");
      assertMatch(await title(page), /computer and electronic products/i);
      assertEquals(await page.locator("figure svg").count(), 2);
      assertEquals(await page.locator("button:visible, select:visible, .ask:visible").count(), 0);
    });
    await asked("#naics=334", {}, async (page) => {
      await page.emulateMedia({ media: "print" });
      const parts = (selector: string) =>
        page.evaluate(
          `[...document.querySelectorAll("${selector}")].filter((it) => it.checkVisibility()).length`,
        );
      assertEquals(await parts(".asking, .computed, button, main > h1"), 0);
      assertEquals(await parts("#answer-title, figure .wide"), 2);
    });
  },
});

for (const width of [1280, 360]) {
  for (const scheme of ["light", "dark"] as const) {
    Deno.test({
      name: `every question is accessible at ${width} px, ${scheme}, folds and suggestions open`,
      ...inChromium,
      fn: () =>
        asked("#naics=334&partners=2010", { width, scheme }, async (page) => {
          for (const hash of ["", "#changes=334", "#group=04", "#hts=8471.50", "#depends=atp"]) {
            if (hash) await answered(page, () => page.evaluate(`location.hash = "${hash}"`));
            await page.evaluate(
              `document.querySelectorAll("details").forEach((it) => it.open = true)`,
            );
            await field(page).fill("comp");
            await page.locator(".ask [role=option]").first().waitFor();
            assertEquals(await violations(page), [], hash);
            assertEquals(await page.evaluate("document.documentElement.scrollWidth"), width, hash);
            await field(page).press("Escape");
            await field(page).press("Escape");
          }
        }),
    });
  }
}
