/** The files in which it is told what a refresh did. */
import { picturesOf } from "../downloads/pictures.ts";
import { pictureOf, PICTURES, revisionMarkdown } from "./markdown.ts";
import { type Revision, summaryOf, titleOf } from "./words.ts";

/** The report as Markdown and as JSON, and the pictures before and after. */
export async function writeRevision(folder: string, revision: Revision): Promise<void> {
  for (const side of PICTURES) {
    await Deno.mkdir(`${folder}/${side}`);
    const shown = revision.figures.flatMap(({ id, [side]: figure }) =>
      figure ? [{ id, figure }] : []
    );
    const pictures = await picturesOf(shown.map(({ figure }) => figure.svg));
    for (const [at, { id }] of shown.entries()) {
      await Deno.writeFile(`${folder}/${pictureOf(side, id)}`, pictures[at].png);
    }
  }
  await Deno.writeTextFile(`${folder}/revision.md`, revisionMarkdown(revision));
  // The pictures lie beside it.
  const withoutSvg = (name: string, value: unknown) => name === "svg" ? undefined : value;
  const json = { title: titleOf(revision), summary: summaryOf(revision), ...revision };
  await Deno.writeTextFile(`${folder}/revision.json`, JSON.stringify(json, withoutSvg, 2) + "\n");
}
