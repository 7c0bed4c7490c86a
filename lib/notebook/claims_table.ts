/** The claims at a glance: a table for readers, and the rows behind it for `build/claims.json`. */
import type { JudgedClaim } from "../claims/claim.ts";
import { CLAIMS_MIME, type Shown } from "./show.ts";
import { table } from "./table.ts";

/** Claims with their verdicts, as `await show(claimsTable(await judgeClaims()))`. */
export function claimsTable(claims: JudgedClaim[]): Shown {
  const shown = table(claims, {
    caption: "The note's claims and what the figures say of them",
    columns: [
      { label: "No.", value: ({ id }) => id },
      { label: "Claim", value: ({ claim }) => claim },
      { label: "Verdict", value: ({ verdict }) => verdict },
      { label: "What the figures say", value: ({ finding }) => finding.replaceAll("`", "") },
    ],
  });
  return { ...shown, data: { ...shown.data, [CLAIMS_MIME]: claims } };
}

/** Claims and verdicts alone, for the front page: `await show(claimsGlance(claims))`. */
export function claimsGlance(claims: JudgedClaim[]): Shown {
  return table(claims, {
    caption: "The note's claims and our verdicts",
    columns: [
      { label: "No.", value: ({ id }) => id },
      { label: "Claim", value: ({ claim }) => claim },
      { label: "Verdict", value: ({ verdict }) => verdict },
    ],
  });
}
