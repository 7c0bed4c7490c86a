/** What stands on the front page: the claims at a glance, and the contents. */
import type { JudgedClaim } from "../../claims/claim.ts";
import { escapeHtml } from "../../html.ts";
import { measureInWords, valueInWords } from "../../notebook/claims_table.ts";
import type { Chapter } from "../chapters/notebook.ts";

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

const text = (value: string): string => escapeHtml(value.replaceAll("'", "’"));
