/** What a chapter says, in passages: prose, what cells show, the words of figures. */
import { type Cell, type Chapter, figureOf } from "../../lib/publish/chapters/notebook.ts";

export interface Passage {
  chapter: string;
  /** The cell's id in the notebook. */
  cell: string;
  kind: "prose" | "shown" | "figure" | "picture" | "table";
  text: string;
}

/** Everything that a reader of a chapter reads, in order; code left out. */
export const passagesOf = (chapter: Chapter): Passage[] =>
  chapter.cells.flatMap((cell) =>
    textsOf(cell).map(([kind, text]) => ({
      chapter: chapter.name,
      cell: cell.id ?? "",
      kind,
      text,
    }))
  );

function textsOf(cell: Cell): [Passage["kind"], string][] {
  if (cell.kind !== "code") return [["prose", cell.source]];
  return cell.outputs.flatMap((output): [Passage["kind"], string][] => {
    const figure = figureOf(output);
    if (figure) {
      const words = [figure.title, figure.subtitle, figure.source, figure.alt];
      return [
        ...words.map((text): [Passage["kind"], string] => ["figure", text]),
        ["picture", wordsIn(figure.svg)],
      ];
    }
    const text = String(output.data["text/markdown"] ?? output.data["text/plain"] ?? "");
    return paragraphs(text);
  });
}

/** Marks and notes within a picture, which stand in none of its other words. */
function wordsIn(svg: string): string {
  const texts = [...svg.matchAll(/<text[^>]*>(.*?)<\/text>/gs)]
    .map(([, inner]) => inner.replace(/<title>.*?<\/title>/gs, "").replace(/<[^>]+>/g, " ").trim())
    .filter((text) => text !== "");
  return `in the picture: ${texts.join(" | ")}`;
}

/** A cell's Markdown, tables apart from sentences. */
function paragraphs(text: string): [Passage["kind"], string][] {
  return text.split(/\n{2,}/).filter((each) => each.trim() !== "")
    .map((each) => [/^\s*\|/m.test(each) ? "table" : "shown", each]);
}

/** Passages to read and to compare: a sentence a line, each cell and chapter named once. */
export function readable(passages: Passage[]): string {
  const lines: string[] = [];
  let place = "", chapter = "";
  for (const passage of passages) {
    if (passage.chapter !== chapter) lines.push("", `######## ${passage.chapter}`);
    chapter = passage.chapter;
    const now = `${passage.chapter} ${passage.cell}`;
    if (now !== place) lines.push("", `[${passage.cell}]`);
    place = now;
    const isWhole = passage.kind === "table" || passage.kind === "picture";
    lines.push(...isWhole ? [passage.text] : sentences(passage.text));
  }
  return lines.join("\n").trim() + "\n";
}

/** Sentences of a paragraph, with its line ends taken out. */
export function sentences(text: string): string[] {
  return text.split(/\n(?=\s*(?:[-*#>|]|\d+\.)\s)|\n{2,}/)
    .flatMap((paragraph) =>
      paragraph.replace(/\s*\n\s*/g, " ").split(
        /(?<!\bU\.S\.)(?<=[.?!]["”*)]*)\s+(?=[*_“"]*[A-ZÁÉÍÓÚ0-9])/,
      )
    )
    .map((sentence) => sentence.trim()).filter((sentence) => sentence !== "");
}
