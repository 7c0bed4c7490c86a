/** Reads a PDF back: its text as somebody copies it. */
import { getDocument, type PDFDocumentProxy } from "pdfjs-dist/legacy/build/pdf.mjs";

export const openPdf = (data: Uint8Array): Promise<PDFDocumentProxy> =>
  getDocument({ data: new Uint8Array(data), verbosity: 0 }).promise;

export async function textOf(pdf: PDFDocumentProxy): Promise<string> {
  const pages: string[] = [];
  for (let number = 1; number <= pdf.numPages; number++) {
    const { items } = await (await pdf.getPage(number)).getTextContent();
    pages.push(
      items.map((item) => "str" in item ? item.str + (item.hasEOL ? " " : "") : "").join(""),
    );
  }
  return pages.join(" ").replace(/\s+/g, " ");
}
