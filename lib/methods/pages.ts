/** The methods and the cheat sheet as pages of a folder that is not the site's, such as the course's. */
import { withReferences } from "../publish/markup/references.ts";
import type { Imprint } from "../publish/site/imprint.ts";
import { referenceEntries, searchIndex } from "../publish/site/search.ts";
import { chapterBody, linkTo, referencePage } from "../publish/site/site.ts";
import { cheatSheet } from "./cheat_sheet.ts";
import { documented } from "./docs.ts";
import { methodsChapter } from "./text.ts";

export interface MethodsPages {
  /** A folder with the site's style, scripts and type (`writeAssets`), and an `index.html` of its own. */
  folder: string;
  pandoc: string;
  imprint: Imprint;
}

/**
 * Writes `methods.html` and `cheat-sheet.html`, and what their search looks through. Chapters, which do not
 * lie beside them, are only named.
 *
 * @throws PublishError when the docstrings cannot be read, or pandoc refuses a text.
 */
export async function writeMethods({ folder, pandoc, imprint }: MethodsPages): Promise<void> {
  const all = await documented();
  const texts = withReferences([methodsChapter(all), cheatSheet(all)], new Map());
  const bodies = await Promise.all(texts.map((text) => chapterBody(text, new Map(), pandoc)));
  const links = texts.map(linkTo);
  const entries = texts.flatMap((text, index) => referenceEntries(text, bodies[index]));
  await Promise.all([
    Deno.writeTextFile(`${folder}/search-index.js`, searchIndex(entries)),
    ...texts.map((text, index) =>
      Deno.writeTextFile(
        `${folder}/${text.name}.html`,
        referencePage(text, bodies[index], links, imprint, { apart: true }),
      )
    ),
  ]);
}
