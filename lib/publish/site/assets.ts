/** What every page loads from beside it: style sheet, scripts, fonts, icon. */
import { FONT, PALETTE } from "../../figures/palette.ts";
import { REPORT } from "../../report.ts";
import { ROOT } from "../../root.ts";
import { paletteCss } from "./colours.ts";

const HERE = `${ROOT}/lib/publish/site/`;
const FONTS = `${ROOT}/lib/publish/fonts`;

/** Files that go into the site as they are. */
const AS_THEY_ARE = ["scripts/page.js", "scripts/readings.js", "scripts/search.js", "icon.svg"];

/** What the parts of the style sheet dress, in the order in which they stand: a later one may overrule. */
const PARTS = ["base", "navigation", "front", "figures", "tables", "code", "methods", "media"];

/** The style sheet without the palette. */
export async function styleSheet(): Promise<string> {
  const parts = PARTS.map((part) => Deno.readTextFile(`${HERE}style/${part}.css`));
  // As a text of CSS, which escapes what JSON does.
  return (await Promise.all(parts)).join("\n")
    .replaceAll(`"{title}"`, () => JSON.stringify(REPORT.title));
}

/** Writes style sheet, scripts, icon and fonts into a folder of the site. */
export async function writeAssets(folder: string): Promise<void> {
  await Deno.mkdir(`${folder}/fonts`, { recursive: true });
  const palette = paletteCss(PALETTE) + `:root { --font: ${FONT}; }\n`;
  await Deno.writeTextFile(`${folder}/style.css`, `${palette}${await styleSheet()}`);
  for (const file of AS_THEY_ARE) {
    await Deno.copyFile(`${HERE}${file}`, `${folder}/${file.split("/").at(-1)}`);
  }
  for await (const { name } of Deno.readDir(FONTS)) {
    if (!/\.(woff2|txt)$/.test(name)) continue;
    await Deno.copyFile(`${FONTS}/${name}`, `${folder}/fonts/${name}`);
  }
}
