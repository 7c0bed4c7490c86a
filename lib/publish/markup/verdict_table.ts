/** The verdicts as a table of Markdown, for texts that are read outside the report. */
import type { JudgedClaim } from "../../claims/claim.ts";
import { markdownText } from "../../notebook/escape.ts";
import { REPORT } from "../../report.ts";

/** Claims with their verdicts. */
export const verdictTable = (claims: JudgedClaim[]): string =>
  [
    `| | claim of ${REPORT.claimant}, in our words | verdict |`,
    "|---|---|---|",
    ...claims.map(({ id, claim, verdict }) =>
      `| ${[id, claim, verdict].map(markdownText).join(" | ")} |`
    ),
  ].join("\n");
