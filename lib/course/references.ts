/** What students look things up in: the methods, the cheat sheet and the library's reference, beside the plan. */
import { writeApiReference } from "../methods/api.ts";
import { cheatSheet } from "../methods/cheat_sheet.ts";
import { documented } from "../methods/docs.ts";
import { methodsChapter } from "../methods/text.ts";
import type { Chapter } from "../publish/chapters/notebook.ts";
import { figureNumbers } from "../publish/downloads/figures.ts";
import { chapterMarkdown } from "../publish/markup/markdown.ts";
import { convert } from "../publish/markup/pandoc.ts";
import { withReferences } from "../publish/markup/references.ts";
import { htmlWriter } from "../publish/site/html.ts";
import type { Imprint } from "../publish/site/imprint.ts";
import { page, type PageLink } from "../publish/site/page.ts";
import { referenceEntries, searchIndex } from "../publish/site/search.ts";

/** Addresses of these pages beside the plan, and what each is. */
export const REFERENCES: readonly PageLink[] = [
  { href: "cheat-sheet.html", label: "Cheat sheet" },
  { href: "methods.html", label: "Methods" },
  { href: "api/index.html", label: "The library" },
];

const PLAN: PageLink = { href: "index.html", label: "Teach with it" };

export interface Setting {
  pandoc: string;
  imprint: Imprint;
}

/**
 * Writes them into the course's folder; what they say of a chapter leads to its slides.
 *
 * @throws PublishError when the docstrings cannot be read.
 */
export async function writeReferences(
  folder: string,
  chapters: Chapter[],
  { pandoc, imprint }: Setting,
): Promise<void> {
  const docs = await documented();
  const numbers = figureNumbers(chapters);
  const own = withReferences([...chapters, cheatSheet(docs), methodsChapter(docs)], numbers)
    .slice(chapters.length);
  const link = (to: string, anchor?: string) => {
    if (chapters.some(({ name }) => name === to)) return `slides/${to}.html`;
    return own.some(({ name }) => name === to) ? `${to}.html${anchor ? `#${anchor}` : ""}` : null;
  };
  const texts = await Promise.all(
    own.map((each) =>
      convert(pandoc, chapterMarkdown(each, { ...htmlWriter({ numbers }), link }), "html")
    ),
  );
  await Promise.all([
    writeApiReference({ folder: `${folder}/api`, docs, pandoc, imprint }),
    Deno.writeTextFile(
      `${folder}/search-index.js`,
      searchIndex(own.flatMap((each, at) => referenceEntries(each, texts[at]))),
    ),
    ...own.map(({ name, title }, at) =>
      Deno.writeTextFile(
        `${folder}/${name}.html`,
        page({
          ...{ title, body: texts[at], imprint, href: `${name}.html`, looks: name, apart: true },
          ...{ description: title, kicker: "For reference", chapters: [PLAN, ...REFERENCES] },
        }),
      )
    ),
  ]);
}
