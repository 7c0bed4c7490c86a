/** The plan as a page, in the style of the report's site. */
import { escapeHtml } from "../../html.ts";
import { exercisesOf, type Goals, goalsOf } from "../../publish/chapters/exercises.ts";
import type { Chapter } from "../../publish/chapters/notebook.ts";
import { raw } from "../../publish/markup/markdown.ts";
import { convert } from "../../publish/markup/pandoc.ts";
import { head } from "../../publish/site/head.ts";
import { REPORT } from "../../report.ts";
import { scrolling } from "../../publish/site/scrolling.ts";
import { colorsSwitch } from "../../publish/site/navigation.ts";
import { addressed, sectionList, sectionsOf } from "../../publish/site/sections.ts";
import { typographic } from "../../publish/site/typography.ts";
import { PLAN, planMarkdown } from "./plan.ts";
import { REFERENCES, type Setting } from "../references.ts";

const TITLE = "Teach with it";
const LEAD =
  "A course on evidence from trade data: notebooks to answer in, slides, three lessons and a semester.";

/**
 * The page of the plan.
 *
 * @throws PublishError where the plan names what no chapter has.
 */
export async function planPage(chapters: Chapter[], { pandoc, imprint }: Setting): Promise<string> {
  const plan = await Deno.readTextFile(PLAN);
  const lists = { chapters: chapterList(chapters), references: referenceList };
  const markdown = planMarkdown(plan, chapters, lists);
  const body = addressed(typographic(scrolling(await convert(pandoc, markdown, "html"))));
  const sections = sectionsOf(body);
  return `<!doctype html>
<html lang="en">
${head({ title: `${TITLE} · ${REPORT.title}`, description: LEAD })}
<body class="text course">
<a class="skip" href="#content">Skip to the content</a>
<header>
<a class="home" href="index.html" aria-current="page">${escapeHtml(REPORT.title)}: the course</a>
<div class="tools">${colorsSwitch}</div>
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

const referenceList = REFERENCES.map(({ href, label }) => `[${label}](${href})`).join(", ");

/** A chapter, what it teaches, and how long it takes. */
interface Row {
  chapter: Chapter;
  goals: Goals | undefined;
  reading: number;
  exercises: number;
  work: number;
}

/** The chapters at a glance, their minutes added up, and below what each teaches and its files. */
function chapterList(chapters: Chapter[]): string {
  const rows = chapters.map((chapter): Row => {
    const [goals, exercises] = [goalsOf(chapter), exercisesOf(chapter)];
    return {
      ...{ chapter, goals },
      reading: goals?.minutes.chapter ?? 0,
      exercises: exercises.length,
      work: exercises.reduce((all, { minutes }) => all + minutes, 0),
    };
  });
  const sum = (of: "reading" | "exercises" | "work") => rows.reduce((all, row) => all + row[of], 0);
  const lines = rows.map(({ chapter: { number, title }, reading, exercises, work }) =>
    `| [${number}. ${title}](#chapter-${number}) | ${reading} | ${exercises || "none"} | ${
      work || ""
    } |`
  );
  return [
    "## The chapters",
    [
      "| chapter | minutes to read | exercises | minutes for them |",
      "|:----|--:|--:|--:|",
      ...lines,
      `| **Together** | **${sum("reading")}** | **${sum("exercises")}** | **${sum("work")}** |`,
    ].join("\n"),
    ...rows.map(chapterSection),
  ].join("\n\n");
}

function chapterSection({ chapter: { name, number, title }, goals }: Row): string {
  const link = (label: string, href: string, more = "") =>
    `<a href="${href}"${more}>${label}<span class="hidden"> of Chapter ${number}</span></a>`;
  const files = [
    link("Student’s notebook", `student/${name}.ipynb`, " download"),
    link("Teacher’s notebook", `teacher/${name}.ipynb`, " download"),
    link("Slides", `slides/${name}.html`),
  ];
  return [
    `### ${number}. ${title} {#chapter-${number}}`,
    ...(goals ? [`You can ${goals.goals.join("; ")}.`, `**Before it.** ${goals.before}`] : []),
    raw("html", `<p>${files.join(" · ")}</p>`),
  ].join("\n\n");
}
