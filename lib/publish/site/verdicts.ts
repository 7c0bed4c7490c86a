/** The verdicts on the site: a sign beside each word, and the strip that counts them. */
import { byVerdict, type JudgedClaim, type Verdict, VERDICT_SIGNS } from "../../claims/mod.ts";
import { claimsInWords } from "../../about.ts";
import { escapeHtml } from "../../html.ts";
import { REPORT } from "../../report.ts";

/** The signs as lines of a drawing of 16 × 16, since no type that readers have holds all of them. */
const DRAWN: Record<Verdict, string> = {
  "confirmed": `<path d="M3 8.5l3.4 3.4L13 4.6"/>`,
  "confirmed in part":
    `<circle cx="8" cy="8" r="5.6"/><path fill="currentColor" d="M8 2.4a5.6 5.6 0 0 0 0 11.2z"/>`,
  "consistent, by estimate":
    `<path d="M2.5 6.4c2-2 3.6-1.8 5.5-.6s3.5 1.4 5.5-.6M2.5 11c2-2 3.6-1.8 5.5-.6s3.5 1.4 5.5-.6"/>`,
  "depends on the basis":
    `<path d="M3 5.5h10M10.3 2.8L13 5.5l-2.7 2.7M13 10.5H3M5.7 7.8L3 10.5l2.7 2.7"/>`,
  "not confirmed": `<path d="M4 4l8 8M12 4l-8 8"/>`,
  "not decidable on these figures":
    `<path d="M5.2 5.6A2.8 2.8 0 1 1 9.6 8C8.5 8.7 8 9.2 8 10.2M8 13v.1"/>`,
  "interpretation": `<path d="M9 13V3M12 13V3M13 3H7a2.8 2.8 0 0 0 0 5.6h2"/>`,
};

/** A verdict's sign, for the eye alone: its word stands beside it. */
export const sign = (verdict: Verdict): string =>
  `<svg class="sign" viewBox="0 0 16 16" aria-hidden="true" data-sign="${
    VERDICT_SIGNS[verdict]
  }">` +
  `${DRAWN[verdict]}</svg>`;

/**
 * How often each verdict was reached, and on which claims; empty without claims.
 *
 * @param address where a claim's section is, by the claim's id
 */
export function verdictStrip(claims: JudgedClaim[], address: (id: string) => string): string {
  if (claims.length === 0) return "";
  const items = byVerdict(claims).map(({ verdict, claims: of }) => {
    const links = of.map(({ id, claim }) =>
      `<a href="${address(id)}" title="${escapeHtml(claim)}">${escapeHtml(id)}</a>`
    );
    return `<li>${sign(verdict)}<span><b>${of.length}</b> ${verdict}</span> ` +
      `<span class="ids">${links.join(" ")}</span></li>`;
  });
  const count = claims.length === 1
    ? `One claim of ${REPORT.claimant}`
    : claimsInWords(claims.length).replaceAll("'", "’");
  return `<section class="verdicts" aria-label="Verdicts"><p>${
    escapeHtml(count)
  }, checked on the data</p>` +
    `<ul>${items.join("")}</ul></section>`;
}
