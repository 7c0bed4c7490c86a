/**
 * The parts of README.md that say what the chapters say: the lead figure, the answer, the verdicts. Each
 * stands between two markers and is written anew when new outputs are accepted; the rest is written by hand.
 */
import { type Chapter, claimsOf, taggedMarkdown } from "./chapters/notebook.ts";
import { uniqueFigures } from "./downloads/figures.ts";
import { verdictTable } from "./markup/verdict_table.ts";
import { PublishError } from "./system/errors.ts";
import { textOf } from "./system/files.ts";

/** What stands between the markers of a part, and what it is made of. */
const PARTS = ["figure", "answer", "verdicts"] as const;
type Part = typeof PARTS[number];
const begin = (part: Part) => `<!-- ${part}: written by deno task report --accept -->`;
const end = (part: Part) => `<!-- end of ${part} -->`;

/** A picture of a chapter, kept beside it for README: its name is the figure's id. */
const PICTURE = /\]\(notebooks\/([\w-]+)\.svg\)/;

/**
 * README.md and its picture as they have to be; none where a project has no README.md.
 *
 * @returns texts by their paths below `root`.
 * @throws PublishError when README.md lacks the markers of a part that the chapters have, or shows a figure
 * that no chapter has.
 */
export async function renewedReadme(
  root: string,
  chapters: Chapter[],
): Promise<Map<string, string>> {
  const readme = await textOf(`${root}/README.md`);
  return readme === null ? new Map() : renewed(readme, chapters);
}

/** The same for a text. */
export function renewed(readme: string, chapters: Chapter[]): Map<string, string> {
  const files = new Map<string, string>();
  const figures = uniqueFigures(chapters);
  const answer = ["answer", "numbers"].flatMap((tag) =>
    chapters.map((chapter) => taggedMarkdown(chapter, tag)).filter(Boolean)
  );
  const claims = chapters.flatMap(claimsOf);
  if (figures.length > 0) {
    readme = withPart(readme, "figure", (earlier) => {
      const [, id] = PICTURE.exec(earlier) ?? [];
      const figure = figures.find((each) => each.id === id);
      if (!figure) {
        throw new PublishError(
          `README.md shows ${id ?? "no figure"}, and no chapter has a figure of that name; put ` +
            `![](notebooks/<figure>.svg) between its markers, with the name of one that a chapter shows`,
        );
      }
      files.set(`notebooks/${id}.svg`, `${figure.svg}\n`);
      const alt = `${figure.title}. ${figure.subtitle}`.replace(/[[\]\\]/g, "\\$&");
      return `![${alt}](notebooks/${id}.svg)`;
    });
  }
  if (answer.length > 0) readme = withPart(readme, "answer", () => answer.join("\n\n"));
  if (claims.length > 0) readme = withPart(readme, "verdicts", () => verdictTable(claims));
  return files.set("README.md", readme);
}

function withPart(readme: string, part: Part, write: (earlier: string) => string): string {
  const [from, to] = [readme.indexOf(begin(part)), readme.indexOf(end(part))];
  if (from < 0 || to < from) {
    const missing = from < 0 ? begin(part) : end(part);
    throw new PublishError(
      `README.md lacks the line ${missing}\nPut it back, with ${begin(part)} before and ` +
        `${end(part)} behind what the chapters say there; nothing was accepted.`,
    );
  }
  const start = from + begin(part).length;
  const text = write(readme.slice(start, to)).trim();
  return `${readme.slice(0, start)}\n\n${text}\n\n${readme.slice(to)}`;
}
