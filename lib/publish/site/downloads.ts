/** What a page offers to take away: PDFs, claims, and the figures with their data. */
import { escapeHtml } from "../../html.ts";
import { REPORT } from "../../report.ts";
import type { FigureBundle } from "../chapters/notebook.ts";
import { figureName } from "../downloads/figure_name.ts";
import { ARCHIVE, type Showing, WORKBOOK } from "../downloads/figures.ts";

const PDF_NAMES: Record<string, string> = {
  [`${REPORT.file}.pdf`]: "The report (PDF, US Letter)",
  [`${REPORT.file}-a4.pdf`]: "The report (PDF, A4)",
  [`${REPORT.file}-teaching.pdf`]: "Teaching edition, with code and solutions (PDF)",
};

/**
 * PDFs, the claims as data, the data of all figures, and each figure with its data.
 *
 * @param showings where each figure is shown, by its id
 */
export function downloads(
  pdfs: string[],
  figures: FigureBundle[],
  numbers: Map<string, string>,
  showings: Map<string, Showing>,
): string {
  const files = [
    ...pdfs.map((name) => `<li><a href="${name}">${PDF_NAMES[name] ?? name}</a></li>`),
    `<li><a href="claims.json">The claims and their evidence (JSON)</a></li>`,
    ...(figures.length > 0 ? filesOf("figures") : []),
  ];
  const rows = figures.map(({ id, title }) => {
    const of = `<span class="hidden"> of ${figureName(numbers.get(id))}</span>`;
    const place = `${showings.get(id)!.chapter}.html#${id}`;
    return `<tr><td>${numbers.get(id) ?? "Lead"}</td>` +
      `<th scope="row"><a href="${place}">${escapeHtml(title)}</a></th>` +
      `<td><a href="figures/${id}.png" download>PNG${of}</a>, ` +
      `<a href="figures/${id}.svg" download>SVG${of}</a></td>` +
      `<td><a href="figures/${id}.csv" download>CSV${of}</a></td></tr>`;
  });
  const table = `<table><caption>The figures and the data behind them</caption><thead><tr>` +
    `<th scope="col">No.</th><th scope="col">Figure</th><th scope="col">Picture</th>` +
    `<th scope="col">Data</th></tr></thead><tbody>${rows.join("")}</tbody></table>`;
  return `<h2 id="downloads">To take away</h2>\n<ul>${files.join("\n")}</ul>\n${
    rows.length > 0 ? table : ""
  }`;
}

/** The same of a page that has figures of its own, in a folder beside it. */
export const takeAway = (folder: string): string =>
  `<h2 id="downloads">To take away</h2>\n<ul>${filesOf(folder).join("\n")}</ul>`;

/** All figures of a folder as one archive, and their data as one workbook. */
const filesOf = (folder: string): string[] => [
  `<li><a href="${folder}/${ARCHIVE}" download>All figures and their data (ZIP)</a>: pictures as SVG ` +
  `and PNG, their data as CSV and workbook, how to cite them.</li>`,
  `<li><a href="${folder}/${WORKBOOK}" download>The data behind all figures (Excel workbook)</a>: ` +
  `codes and months such as 04 and 2025-11 stay text, numbers are numbers. A spreadsheet that ` +
  `opens a CSV may turn such a code into a number or a date. The tables of the chapters are for ` +
  `reading: they are rounded, with a minus sign (−) that no program computes with.</li>`,
];
