/** `deno task look`: every figure and every page of the PDFs on contact sheets, to be looked at. */
import type { Browser } from "playwright-core";
import { readArguments, UsageError } from "../../lib/command.ts";
import type { Figure } from "../../lib/figures/mod.ts";
import { EDITIONS } from "../../lib/publish/pdf/pdf.ts";
import { setUp } from "../../lib/publish/setup/setup.ts";
import { exitCodeOf, PublishError } from "../../lib/publish/system/errors.ts";
import { exists } from "../../lib/publish/system/files.ts";
import { ROOT } from "../../lib/root.ts";
import { chromiumPath, withChromium } from "../browser/chromium.ts";
import { drawSheets } from "../publish/pdf/read.ts";
import { dealt, type Look, LOOKS, sheetHtml } from "./sheets.ts";

const FOLDER = `${ROOT}/build/look`;

const HELP = `deno task look: contact sheets of all figures and of all pages of the PDFs, to look at

Writes build/look/: the figures as the code draws them now, wide, on a phone, in dark mode, in grey and
as a person without the cones for green sees them; and the pages of the PDFs that deno task report
built last.

  --only <text>   the figures alone whose id holds the text, such as duty-rates
  -h, --help      this text

The figures need Chromium: Debian's package, or CHROMIUM=/path/to/chromium.
`;

/**
 * Writes the sheets of figures into a folder; gives the names of the files.
 *
 * @throws PublishError where there is no Chromium.
 */
export async function lookAtFigures(
  figures: Figure[],
  folder: string,
  say: (line: string) => void,
): Promise<string[]> {
  if (chromiumPath === undefined) {
    throw new PublishError(
      "there is no Chromium to draw the figures with. Debian: apt install chromium; elsewhere name " +
        "one: CHROMIUM=/path/to/chromium deno task look",
    );
  }
  const names: string[] = [];
  await withChromium(async (browser) => {
    for (const look of LOOKS) {
      for (const [index, columns] of dealt(figures, look).entries()) {
        const name = `${look.name}-${index + 1}.png`;
        await draw(browser, look, columns, `${folder}/${name}`);
        names.push(name);
        say(`  ${name}`);
      }
    }
  });
  return names;
}

async function draw(browser: Browser, look: Look, columns: Figure[][], path: string) {
  const page = await browser.newPage({ colorScheme: look.dark ? "dark" : "light" });
  await page.setContent(await sheetHtml(columns, look));
  await page.evaluate("document.fonts.ready");
  await page.locator("body").screenshot({ path });
  await page.close();
}

async function look(only: string | undefined): Promise<void> {
  const tools = await setUp({ root: ROOT });
  console.log("Drawing the figures");
  const { gallery } = await import("../figures/gallery.ts");
  const all = await gallery();
  const figures = all.filter(({ id }) => id.includes(only ?? ""));
  if (figures.length === 0) {
    throw new UsageError(
      `no figure ${only}; there are:\n  ${all.map(({ id }) => id).join("\n  ")}`,
    );
  }
  if (await exists(FOLDER)) await Deno.remove(FOLDER, { recursive: true });
  await Deno.mkdir(FOLDER, { recursive: true });
  await lookAtFigures(figures, FOLDER, console.log);
  if (only !== undefined) return;
  console.log("Drawing the pages of the PDFs");
  for (const name of Object.keys(EDITIONS)) {
    const path = `${ROOT}/build/${name}`;
    if (await exists(path)) {
      for (const sheet of await drawSheets(path, FOLDER, tools)) console.log(`  ${sheet}`);
    } else console.log(`  ${name} is not in build/: deno task report`);
  }
}

if (import.meta.main) {
  Deno.exitCode = await exitCodeOf(async () => {
    const options = { only: { type: "string" } } as const;
    const { help, only } = readArguments(Deno.args, options, HELP);
    if (help) return console.log(HELP);
    await look(only);
    console.log("Look at build/look/");
  });
}
