/** What stands on the front page: the claims at a glance, the contents, what can be taken away. */
import type { JudgedClaim } from "../../claims/claim.ts";
import { escapeHtml } from "../../html.ts";
import { measureInWords, valueInWords } from "../../notebook/claims_table.ts";
import { WORKBOOK } from "../downloads/figures.ts";
import type { Chapter, FigureBundle } from "../chapters/notebook.ts";

/** What the report is, in one paragraph. */
export const LEAD =
  "What official U.S. data say about trade in advanced technology, and about the part that " +
  "Mexico and Canada have in it. The report follows a note by the think tank México, ¿cómo vamos? " +
  "of 13 March 2025, checks each of its claims and goes beyond it. Every number is computed in the " +
  "notebooks from published figures of the U.S. Census Bureau.";

/** Claims with their verdicts; the numbers behind each are folded under what the data say. */
export function claimsTable(claims: JudgedClaim[]): string {
  if (claims.length === 0) return "";
  const rows = claims.map((each) =>
    `<tr><th scope="row">${text(each.id)}</th><td>${text(each.claim)}</td>` +
    `<td class="verdict"><strong>${text(each.verdict)}</strong></td>` +
    `<td>${text(each.finding)}${evidence(each)}</td></tr>`
  );
  return `<h2 id="claims">The claims at a glance</h2>\n` +
    `<table class="claims"><caption>The note’s claims and what the data say of them</caption>` +
    `<thead><tr><th scope="col">No.</th><th scope="col">Claim</th><th scope="col">Verdict</th>` +
    `<th scope="col">What the data say</th></tr></thead><tbody>${rows.join("")}</tbody></table>`;
}

function evidence({ id, evidence, sensitivity }: JudgedClaim): string {
  const items = evidence.map((each) =>
    `<li>${text(measureInWords(each))}: ${text(valueInWords(each))} ` +
    `<small>(${text(each.period)}; ${text(each.basis)}; vintage ${text(each.vintage)})</small></li>`
  );
  return `<details><summary>Evidence<span class="hidden"> on ${text(id)}</span></summary>` +
    `<p>${text(sensitivity)}</p><ul>${items.join("")}</ul></details>`;
}

/** Chapters with the first paragraph of each. */
export function contents(chapters: Chapter[], bodies: string[]): string {
  const items = chapters.map(({ name, number, title }, index) => {
    const question = /<p>(.*?)<\/p>/s.exec(bodies[index])?.[1] ?? "";
    return `<li value="${number}"><a href="${name}.html">${escapeHtml(title)}</a><p>${
      question.replace(/<\/?a\b[^>]*>/g, "")
    }</p></li>`;
  });
  return `<h2 id="contents">Contents</h2>\n<ol class="contents">${items.join("\n")}</ol>`;
}

const PDF_NAMES: Record<string, string> = {
  "technology-frontier.pdf": "The report (PDF, US Letter)",
  "technology-frontier-a4.pdf": "The report (PDF, A4)",
  "technology-frontier-teaching.pdf": "Teaching edition, with code and solutions (PDF)",
};

/** PDFs, the claims as data, the data of all figures, and each figure with its data. */
export function downloads(
  pdfs: string[],
  figures: FigureBundle[],
  numbers: Map<string, string>,
): string {
  const files = [
    ...pdfs.map((name) => `<li><a href="${name}">${PDF_NAMES[name] ?? name}</a></li>`),
    `<li><a href="claims.json">The claims and their evidence (JSON)</a></li>`,
    ...(figures.length > 0
      ? [
        `<li><a href="figures/${WORKBOOK}" download>The data behind all figures (Excel workbook)</a>: ` +
        `codes and months such as 04 and 2025-11 stay text, numbers are numbers. A spreadsheet that ` +
        `opens a CSV may turn such a code into a number or a date. The tables of the chapters are for ` +
        `reading: they are rounded, with a minus sign (−) that no program computes with.</li>`,
      ]
      : []),
  ];
  const rows = figures.map(({ id, title }) => {
    const of = `<span class="hidden"> of figure ${numbers.get(id)}</span>`;
    return `<tr><td>${numbers.get(id)}</td><th scope="row">${escapeHtml(title)}</th>` +
      `<td><a href="figures/${id}.svg" download>SVG${of}</a></td>` +
      `<td><a href="figures/${id}.csv" download>CSV${of}</a></td></tr>`;
  });
  const table = `<table><caption>The figures and the data behind them</caption><thead><tr>` +
    `<th scope="col">No.</th><th scope="col">Figure</th><th scope="col">Picture</th>` +
    `<th scope="col">Data</th></tr></thead><tbody>${rows.join("")}</tbody></table>`;
  return `<h2 id="downloads">To take away</h2>\n<ul>${files.join("\n")}</ul>\n${
    rows.length > 0 ? table : ""
  }`;
}

const text = (value: string): string => escapeHtml(value.replaceAll("'", "’"));
