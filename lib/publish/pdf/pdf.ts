/** The PDFs: chapters through pandoc into Typst, set by `report.typ`, tagged as PDF/UA-1. */
import { dirname } from "node:path";
import { PublishError } from "../system/errors.ts";
import { uniqueFigures, writePictures } from "../downloads/figures.ts";
import { chapterMarkdown } from "../markup/markdown.ts";
import type { Chapter } from "../chapters/notebook.ts";
import { convert } from "../markup/pandoc.ts";
import { run } from "../system/process.ts";
import type { Tools } from "../setup/setup.ts";
import { balanceTables } from "../markup/tables.ts";
import { type Front, frontTypst } from "./front.ts";
import { besideWords, bound, quoted, spoken, typstWriter } from "./typst.ts";
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
  "technology-frontier.pdf": { teaching: false, paper: "us-letter" },
  "technology-frontier-a4.pdf": { teaching: false, paper: "a4" },
  "technology-frontier-teaching.pdf": { teaching: true, paper: "us-letter" },
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
  /** What the first page says besides the title; without it the only chapter begins there. */
  front?: Front;
  editions: Edition[];
}

const HERE = `${ROOT}/lib/publish/pdf/`;
const FONTS = `${ROOT}/lib/publish/fonts`;

/**
 * Typesets a document in each of its editions, in a temporary folder beside the first.
 *
 * @throws PublishError with what Typst says, on a warning too.
 */
export async function writePdfs(document: Document, tools: Tools): Promise<void> {
  const folder = await Deno.makeTempDir({
    dir: dirname(document.editions[0].output),
    prefix: "typst-",
  });
  try {
    const { chapters, numbers, editions } = document;
    const texts = textsOf(document);
    const writer = typstWriter(numbers, texts.map(({ name }) => name));
    await Promise.all([
      Deno.copyFile(`${HERE}report.typ`, `${folder}/report.typ`),
      writePictures(`${folder}/figures`, uniqueFigures(chapters)),
      mainText(document, tools.pandoc).then((text) =>
        Deno.writeTextFile(`${folder}/main.typ`, text)
      ),
      ...texts.map(async (chapter) => {
        const looks = chapter === document.appendix ? "#show: appendix\n\n" : "";
        const heading = `# ${numbered(chapter, chapters)} {#${chapter.name}}`;
        const markdown = `${heading}\n\n${chapterMarkdown(chapter, writer)}`;
        const typst = await convert(tools.pandoc, balanceTables(markdown), "typst");
        await Deno.writeTextFile(
          `${folder}/${chapter.name}.typ`,
          `${IMPORT}${looks}${spoken(besideWords(bound(typst)))}`,
        );
      }),
    ]);
    const job = {
      root: folder,
      fonts: FONTS,
      documents: editions.map(({ output, teaching, paper }) => ({
        input: `${folder}/main.typ`,
        output,
        inputs: { edition: teaching ? "teaching" : "reader", paper },
      })),
    };
    const { success, stderr } = await run(tools.python, [`${HERE}compile.py`], {
      input: JSON.stringify(job),
      env: tools.env,
    });
    if (!success) throw new PublishError(`Typst could not set the PDF:\n${stderr.trim()}`);
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
  const { title, subtitle, published, front, chapters } = document;
  const [year, month, day] = published.split("-").map(Number);
  const first = front ? await frontTypst(front, chapters, pandoc) : "none";
  return `${IMPORT}#show: report.with(
  title: ${quoted(title)},
  subtitle: ${quoted(subtitle)},
  published: datetime(year: ${year}, month: ${month}, day: ${day}),
  first: ${first},
)
${textsOf(document).map(({ name }) => `#include ${quoted(`${name}.typ`)}`).join("\n")}
`;
}
