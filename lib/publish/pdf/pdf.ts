/** The PDFs: chapters through pandoc into Typst, set by `report.typ`, tagged as PDF/UA-1. */
import { dirname, resolve } from "node:path";
import { PublishError } from "../system/errors.ts";
import { uniqueFigures } from "../downloads/figures.ts";
import { chapterMarkdown } from "../markup/markdown.ts";
import type { Chapter } from "../chapters/notebook.ts";
import { convert } from "../markup/pandoc.ts";
import { filesKey, stampsKey } from "../system/code_key.ts";
import { kept } from "../system/kept.ts";
import { inRoom, run } from "../system/process.ts";
import type { Tools } from "../setup/setup.ts";
import { balanceTables } from "../markup/tables.ts";
import { type Front, frontTypst, noteTypst } from "./front.ts";
import { besideWords, bound, quoted, spoken, typstWriter } from "./typst.ts";
import { REPORT } from "../../report.ts";
import { ROOT } from "../../root.ts";

export interface Edition {
  /** Where the PDF goes. */
  output: string;
  /** With code, exercises and solutions. */
  teaching: boolean;
  paper: "us-letter" | "a4";
}

/** The report's editions, by file name. Classes print little of theirs, and most of them on Letter. */
export const EDITIONS: Record<string, Omit<Edition, "output">> = {
  [`${REPORT.file}.pdf`]: { teaching: false, paper: "us-letter" },
  [`${REPORT.file}-a4.pdf`]: { teaching: false, paper: "a4" },
  [`${REPORT.file}-teaching.pdf`]: { teaching: true, paper: "us-letter" },
};

export interface Document {
  title: string;
  subtitle: string;
  chapters: Chapter[];
  /** What stands after the chapters, without a number. */
  appendix?: Chapter;
  /** What each figure is called, by its id. */
  numbers: Map<string, string>;
  /** When the latest of the figures was published: `2026-10-01`. */
  published: string;
  authors: string[];
  /** What the first page says besides the title; without it the only chapter begins there. */
  front?: Front;
  editions: Edition[];
}

const HERE = `${ROOT}/lib/publish/pdf/`;
const FONTS = `${ROOT}/lib/publish/fonts`;
const SCRIPT = `${HERE}compile.py`;

/** What Typst takes for an edition, in MB: the code is as long as the text. */
const MEMORY = { teaching: 540, reader: 300 };

/**
 * Typesets a document in each of its editions, each in a program of its own: one that has set a document
 * gives none of its memory back. An edition that was set before from the same is taken.
 *
 * @throws PublishError with what Typst says, on a warning too.
 */
export async function writePdfs(document: Document, tools: Tools): Promise<void> {
  const sources = await sourcesOf(document, tools.pandoc);
  const typst = resolve(dirname(tools.pandoc), "../../typst");
  const keys = [
    await stampsKey([tools.python, typst]),
    await filesKey([SCRIPT, FONTS]),
    ...sources.flat(),
  ];
  // The teaching edition takes longest.
  const editions = document.editions.toSorted((a, b) => Number(b.teaching) - Number(a.teaching));
  await Promise.all(editions.map(async ({ output, teaching, paper }) => {
    const edition = teaching ? "teaching" : "reader";
    const inputs = { edition, paper };
    const pdf = await kept(
      "pdf",
      [...keys, JSON.stringify(inputs)],
      () => inRoom(MEMORY[edition], () => typeset(sources, inputs, tools, dirname(output))),
    );
    await Deno.writeFile(output, pdf);
  }));
}

/** A text of the document, by its place in the folder that Typst sees. */
type Source = [path: string, text: string];

async function sourcesOf(document: Document, pandoc: string): Promise<Source[]> {
  const { chapters, numbers } = document;
  const texts = textsOf(document);
  const writer = typstWriter(numbers, texts.map(({ name }) => name));
  return await Promise.all([
    Deno.readTextFile(`${HERE}report.typ`).then((text): Source => ["report.typ", text]),
    mainText(document, pandoc).then((text): Source => ["main.typ", text]),
    ...texts.map(async (chapter): Promise<Source> => {
      const looks = chapter === document.appendix ? "#show: appendix\n\n" : "";
      const heading = `# ${numbered(chapter, chapters)} {#${chapter.name}}`;
      const markdown = `${heading}\n\n${chapterMarkdown(chapter, writer)}`;
      const typst = await convert(pandoc, balanceTables(markdown), "typst");
      return [`${chapter.name}.typ`, `${IMPORT}${looks}${spoken(besideWords(bound(typst)))}`];
    }),
    // Their letters are text: Typst has the font.
    ...uniqueFigures(chapters).map(({ id, svg }): Source => [`figures/${id}.svg`, svg]),
  ]);
}

/** One edition, set in a temporary folder of `place`. */
async function typeset(
  sources: Source[],
  inputs: Record<string, string>,
  tools: Tools,
  place: string,
): Promise<Uint8Array<ArrayBuffer>> {
  const folder = await Deno.makeTempDir({ dir: place, prefix: "typst-" });
  try {
    await Deno.mkdir(`${folder}/figures`);
    await Promise.all(sources.map(([path, text]) => Deno.writeTextFile(`${folder}/${path}`, text)));
    const [input, output] = [`${folder}/main.typ`, `${folder}/main.pdf`];
    const { success, stderr } = await run(tools.python, [SCRIPT], {
      input: JSON.stringify({ root: folder, fonts: FONTS, input, output, inputs }),
      env: tools.env,
    });
    if (!success) throw new PublishError(`Typst could not set the PDF:\n${stderr.trim()}`);
    return await Deno.readFile(output);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

const IMPORT = `#import "report.typ": *\n\n`;

const textsOf = ({ chapters, appendix }: Document): Chapter[] =>
  appendix ? [...chapters, appendix] : chapters;

/** A single chapter needs no number, an appendix has none. */
const numbered = ({ number, title }: Chapter, chapters: Chapter[]): string =>
  chapters.length > 1 && number !== "" ? `${number}  ${title}` : title;

async function mainText(
  document: Document,
  pandoc: string,
): Promise<string> {
  const { title, subtitle, published, authors, front, chapters } = document;
  const [year, month, day] = published.split("-").map(Number);
  const first = front ? await frontTypst(front, chapters, pandoc) : "none";
  return `${IMPORT}#show: report.with(
  title: ${quoted(title)},
  subtitle: ${quoted(subtitle)},
  name: ${quoted(REPORT.title)},
  authors: (${authors.map((each) => `${quoted(each)},`).join(" ")}),
  note: ${noteTypst()},
  published: datetime(year: ${year}, month: ${month}, day: ${day}),
  first: ${first},
)
${textsOf(document).map(({ name }) => `#include ${quoted(`${name}.typ`)}`).join("\n")}
`;
}
