/** What stands on the front page: the answer first, then the claims and the contents. */
import { type JudgedClaim } from "../../claims/claim.ts";
import { claimsInWords } from "../../about.ts";
import { escapeHtml } from "../../html.ts";
import { measureInWords, valueInWords } from "../../notebook/claims_table.ts";
import type { Chapter } from "../chapters/notebook.ts";
import { EXPLORER } from "./navigation.ts";
import { REPORT } from "../../report.ts";
import { plainText, sentences } from "./text.ts";
import { sign, verdictStrip } from "./verdicts.ts";

/** Where a reader goes on alone. */
export const ASK =
  `Another industry, other goods, other partners? <a href="${EXPLORER.href}">Ask your own question</a>.`;

/** The report at a glance; what a build does not have is empty. */
export interface Opening {
  /** The question that the report answers. */
  question: string;
  /** The answer, as HTML; its first words, where they are strong, stand beside the question. */
  answer: string;
  /** Three numbers, as an HTML list. */
  numbers: string;
  claims: JudgedClaim[];
  /** The lead figure, as HTML. */
  figure: string;
  /** Where a claim's section is, by the claim's id. */
  address: (id: string) => string;
}

/** The first screen: question and answer, verdicts, three numbers, the lead figure. */
export function opening({ question, answer, numbers, claims, figure, address }: Opening): string {
  const [, short = "", rest] = /^<p><strong>(.*?)<\/strong>\s*(.*)$/s.exec(answer) ??
    [null, "", answer.replace(/^<p>/, "")];
  const title = `<h1>${escapeHtml(question)}${short && ` <em>${short}</em>`}</h1>`;
  const words = rest ? `<p class="lead">${rest}` : `<p class="lead">${escapeHtml(REPORT.lead)}</p>`;
  return `<div class="opening">
<div class="answer">${title}${words}</div>
<div class="evidence">${verdictStrip(claims, address)}
${numbers && `<div class="numbers">${numbers}</div>`}</div>
${figure}
</div>`;
}

/** Claims with their verdicts; the numbers behind each are folded under what the data say. */
export function claimsTable(claims: JudgedClaim[], address: (id: string) => string): string {
  if (claims.length === 0) return "";
  const rows = claims.map((each) =>
    `<tr><th scope="row"><a href="${address(each.id)}">${text(each.id)}</a></th><td>${
      text(each.claim)
    }</td>` +
    `<td class="verdict">${sign(each.verdict)}<strong>${text(each.verdict)}</strong></td>` +
    `<td>${text(each.finding)}${evidence(each)}</td></tr>`
  );
  return `<h2 id="claims">The claims at a glance</h2>\n` +
    `<table class="claims"><caption>${
      text(claimsInWords())
    } and what the data say of them</caption>` +
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

/** Chapters, each with the question that it answers. */
export function contents(chapters: Chapter[], bodies: string[]): string {
  const items = chapters.map(({ name, number, title }, index) =>
    `<li value="${number}"><a href="${name}.html">${escapeHtml(title)}</a>` +
    `<p>${escapeHtml(questionOf(bodies[index]))}</p></li>`
  );
  return `<h2 id="contents">Contents</h2>\n<ol class="contents">${items.join("\n")}</ol>`;
}

/** Texts beside the chapters, named in a line. */
export const beside = (references: Chapter[]): string =>
  references.length === 0
    ? ""
    : `<p class="about">For reference: ${
      references.map(({ name, title }) => `<a href="${name}.html">${escapeHtml(title)}</a>`)
        .join(", ")
    }.</p>`;

/** The question of a chapter: the last sentence of its first paragraph, as plain text. */
export function questionOf(body: string): string {
  const paragraph = plainText(/<p>(.*?)<\/p>/s.exec(body)?.[1] ?? "");
  return sentences(paragraph.replace(/^Question\. /, "")).at(-1) ?? "";
}

const text = (value: string): string => escapeHtml(value.replaceAll("'", "’"));
