/** The site: a front page, a page per chapter, and beside them style, fonts and claims. */
import { FONT, PALETTE } from "../../figures/palette.ts";
import type { JudgedClaim } from "../../claims/claim.ts";
import { paletteCss } from "./colours.ts";
import { downloads } from "./downloads.ts";
import { firstFigures, firstShowings } from "../downloads/figures.ts";
import { writeEmbeds } from "./embed.ts";
import { claimsTable, contents, LEAD } from "./front.ts";
import { htmlWriter } from "./html.ts";
import { chapterMarkdown } from "../markup/markdown.ts";
import { type Chapter, claimsOf } from "../chapters/notebook.ts";
import { page, type PageLink } from "./page.ts";
import { convert } from "../markup/pandoc.ts";
import { ROOT } from "../../root.ts";

export interface Site {
  folder: string;
  chapters: Chapter[];
  /** What each figure is called, by its id. */
  numbers: Map<string, string>;
  pandoc: string;
  /** File names of PDFs that lie in the folder. */
  pdfs: string[];
}

const HERE = `${ROOT}/lib/publish/site/`;
const FONTS = `${ROOT}/lib/publish/fonts`;

/** Writes the site into its folder, but for the figures that can be taken away: `writeDownloads`. */
export async function writeSite(site: Site): Promise<void> {
  const { folder, chapters, numbers, pdfs } = site;
  await Deno.mkdir(folder, { recursive: true });
  const links = chapters.map(linkTo);
  const first = earlierShowings(chapters);
  const bodies = await Promise.all(
    chapters.map((it) => chapterBody(it, numbers, site.pandoc, { first })),
  );
  const claims = chapters.flatMap(claimsOf);
  await Promise.all([
    writeAssets(folder),
    writeEmbeds(folder, chapters, numbers),
    ...chapters.map((chapter, index) =>
      Deno.writeTextFile(
        `${folder}/${chapter.name}.html`,
        chapterPage(chapter, bodies[index], links),
      )
    ),
    Deno.writeTextFile(`${folder}/claims.json`, claimsJson(claims)),
    Deno.writeTextFile(
      `${folder}/index.html`,
      page({
        title: "Technology frontier",
        description: LEAD,
        body: [
          `<p class="lead">${LEAD}</p>`,
          claimsTable(claims),
          contents(chapters, bodies),
          downloads(pdfs, firstFigures(chapters), numbers),
        ].join("\n"),
        chapters: links,
        href: "index.html",
      }),
    ),
  ]);
}

/** A page of one chapter, its text already HTML. */
export function chapterPage(
  chapter: Chapter,
  body: string,
  chapters: PageLink[],
  { href = `${chapter.name}.html`, kicker = `Chapter ${chapter.number}` } = {},
): string {
  const description = /<p>(.*?)<\/p>/s.exec(body)?.[1].replace(/<[^>]+>/g, "") ?? chapter.title;
  return page({ title: chapter.title, kicker, description, body, chapters, href });
}

export const linkTo = ({ name, number, title }: Chapter): PageLink => ({
  href: `${name}.html`,
  label: `${number}. ${title}`,
});

/**
 * The text of a chapter as HTML, without its title. `folder` is that of its figures' files, and `first`
 * the addresses of figures that draw the same earlier.
 */
export function chapterBody(
  chapter: Chapter,
  numbers: Map<string, string>,
  pandoc: string,
  { folder, first }: { folder?: string; first?: Map<string, string> } = {},
): Promise<string> {
  return convert(pandoc, chapterMarkdown(chapter, htmlWriter(numbers, folder, first)), "html");
}

/** Addresses of figures that draw what a later one draws, by the id of the later one. */
const earlierShowings = (chapters: Chapter[]): Map<string, string> =>
  new Map(
    [...firstShowings(chapters)].filter(([id, first]) => first.id !== id)
      .map(([id, first]) => [id, `${first.chapter}.html#${first.id}`]),
  );

/** Style sheet, the figures' script, and fonts. */
export async function writeAssets(folder: string): Promise<void> {
  await Deno.mkdir(`${folder}/fonts`, { recursive: true });
  const style = await Deno.readTextFile(`${HERE}style.css`);
  const palette = paletteCss(PALETTE) + `:root { --font: ${FONT}; }\n`;
  await Deno.writeTextFile(`${folder}/style.css`, `${palette}${style}`);
  await Deno.copyFile(`${HERE}readings.js`, `${folder}/readings.js`);
  for await (const { name } of Deno.readDir(FONTS)) {
    await Deno.copyFile(`${FONTS}/${name}`, `${folder}/fonts/${name}`);
  }
}

export const claimsJson = (claims: JudgedClaim[]): string => `${JSON.stringify(claims, null, 2)}\n`;
