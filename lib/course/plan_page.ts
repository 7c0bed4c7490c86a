/** The plan as a page, in the style of the report's site. */
import { escapeHtml } from "../html.ts";
import { exercisesOf, goalsOf } from "../publish/chapters/exercises.ts";
import type { Chapter } from "../publish/chapters/notebook.ts";
import { raw } from "../publish/markup/markdown.ts";
import { convert } from "../publish/markup/pandoc.ts";
import { head, SITE } from "../publish/site/head.ts";
import { scrolling } from "../publish/site/html.ts";
import type { Imprint } from "../publish/site/imprint.ts";
import { addressed, sectionList, sectionsOf } from "../publish/site/sections.ts";
import { typographic } from "../publish/site/typography.ts";
import { PLAN, planMarkdown } from "./plan.ts";

const TITLE = "Teach with it";
const LEAD =
  "A course on evidence from trade data: notebooks to answer in, slides, three lessons and a semester.";

interface Setting {
  pandoc: string;
  imprint: Imprint;
}

/**
 * The page of the plan.
 *
 * @throws PublishError where the plan names what no chapter has.
 */
export async function planPage(chapters: Chapter[], { pandoc, imprint }: Setting): Promise<string> {
  const plan = await Deno.readTextFile(PLAN);
  const markdown = planMarkdown(plan, chapters, chapterList(chapters));
  const body = addressed(typographic(scrolling(await convert(pandoc, markdown, "html"))));
  const sections = sectionsOf(body);
  return `<!doctype html>
<html lang="en">
${head({ title: `${TITLE} · ${SITE}`, description: LEAD })}
<body class="text course">
<a class="skip" href="#content">Skip to the content</a>
<header>
<a class="home" href="index.html" aria-current="page">${SITE}: the course</a>
<div class="tools">${COLORS}</div>
</header>
<div class="columns">
<nav class="beside" aria-label="Contents">${sectionList(sections)}</nav>
<div>
<main id="content" tabindex="-1">
<h1>${TITLE}</h1>
${body}
</main>
</div>
</div>
<footer><p>Figures: U.S. Census Bureau, in the public domain, published to ${imprint.day}. Text and code: ${
    escapeHtml(imprint.license)
  } license.</p><p class="address" hidden></p></footer>
</body>
</html>
`;
}

const COLORS =
  `<button type="button" class="by-script" data-colors><svg viewBox="0 0 16 16" aria-hidden="true">` +
  `<circle cx="8" cy="8" r="6.2"/><path d="M8 1.8a6.2 6.2 0 0 1 0 12.4z"/></svg>` +
  `<span><span class="hidden">Colors: </span><span data-choice>Auto</span></span></button>`;

/** The chapters with what they teach, how long they take, and their files. */
function chapterList(chapters: Chapter[]): string {
  const rows = chapters.map((chapter) => ({
    chapter,
    goals: goalsOf(chapter),
    exercises: exercisesOf(chapter),
  }));
  const sum = (of: (row: typeof rows[number]) => number) =>
    rows.reduce((all, row) => all + of(row), 0);
  const reading = ({ goals }: typeof rows[number]) => goals?.minutes.chapter ?? 0;
  const work = ({ exercises }: typeof rows[number]) =>
    exercises.reduce((all, { minutes }) => all + minutes, 0);
  const counted = (count: number, minutes: number) =>
    count > 0 ? `${count}, ${minutes} min` : "none";
  return `## The chapters

${
    rows.map((row) => {
      const { chapter: { name, number, title }, goals, exercises } = row;
      const files = [
        ["Student’s notebook", `student/${name}.ipynb`, " download"],
        ["Teacher’s notebook", `teacher/${name}.ipynb`, " download"],
        ["Slides", `slides/${name}.html`, ""],
      ].map(([label, href, more]) =>
        `<a href="${href}"${more}>${label}<span class="hidden"> of Chapter ${number}</span></a>`
      );
      return [
        `### ${number}. ${title} {#chapter-${number}}`,
        goals ? `You can ${goals.goals.join("; ")}.` : "",
        goals ? `**Before it.** ${goals.before}` : "",
        raw(
          "html",
          `<p class="files">${
            [
              ...(goals ? [`${reading(row)} min to read`] : []),
              `exercises: ${counted(exercises.length, work(row))}`,
              ...files,
            ].join(" · ")
          }</p>`,
        ),
      ].filter((it) => it !== "").join("\n\n");
    }).join("\n\n")
  }

**Together.** ${sum(reading)} minutes to read, ${
    sum(({ exercises }) => exercises.length)
  } exercises of ${sum(work)} minutes.`;
}
