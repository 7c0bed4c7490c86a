/** What other tools than Typst find in a PDF: its tags, its smallest type, how full its pages are. */
import type { PDFDocumentProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import { run } from "../../../lib/publish/system/process.ts";
import type { Tools } from "../../../lib/publish/setup/setup.ts";

/** What `tags.py` says of a file. */
export interface PdfTags {
  lang: string;
  titleShown: boolean;
  /** In reading order; `content` is whether anything stands in the tag or below it. */
  tags: {
    tag: string;
    depth: number;
    text: string;
    alt: string;
    scope: string | null;
    content: boolean;
  }[];
  links: { target: string | null; tagged: boolean }[];
}

const HERE = `${import.meta.dirname}/`;

/** The tags of PDF files, read by pikepdf. */
export const readTags = (paths: string[], tools: Tools): Promise<PdfTags[]> =>
  python(["tags.py", ...paths], tools);

/** How much of each page of PDF files is blank, drawn by PDFium: shares by file and page. */
export const blankShares = (paths: string[], tools: Tools): Promise<number[][]> =>
  python(["pages.py", "blank", ...paths], tools);

/** Contact sheets of a PDF's pages, into a folder; gives the names of the files. */
export const drawSheets = (path: string, folder: string, tools: Tools): Promise<string[]> =>
  python(["pages.py", "sheets", path, folder], tools);

async function python<Result>([script, ...args]: string[], tools: Tools): Promise<Result> {
  const { success, stdout, stderr } = await run(tools.python, [`${HERE}${script}`, ...args], {
    env: tools.env,
  });
  if (!success) throw new Error(`${script}: ${stderr}`);
  return JSON.parse(stdout);
}

/** An index of an index in a formula, in points. */
const LEAST_INDEX = 4.8;
const INDEX_OF_INDEX = /^[\u{1d400}-\u{1d7ff}\d+−]$/u;

/** The smallest type of a PDF, in points, and a text that is set in it. */
export async function smallestType(
  pdf: PDFDocumentProxy,
): Promise<{ size: number; text: string }> {
  let smallest = { size: Infinity, text: "" };
  for (let number = 1; number <= pdf.numPages; number++) {
    const { items } = await (await pdf.getPage(number)).getTextContent();
    for (const item of items) {
      if (!("str" in item) || item.str.trim() === "") continue;
      const size = Math.hypot(item.transform[2], item.transform[3]);
      if (INDEX_OF_INDEX.test(item.str) && size >= LEAST_INDEX) continue;
      if (size < smallest.size) smallest = { size, text: `page ${number}: ${item.str}` };
    }
  }
  return smallest;
}
