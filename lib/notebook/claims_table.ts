/** The claims as tables for readers; the rows behind them go out for `build/claims.json`. */
import { claimsInWords } from "../about.ts";
import type { JudgedClaim, Measure, Unit } from "../claims/claim.ts";
import { billions, number, percent, percentagePoints } from "../format.ts";
import { CLAIMS_MIME, type Shown } from "./show.ts";
import { type Column, table } from "./table.ts";

const NUMBER: Column<JudgedClaim> = { label: "No.", value: ({ id }) => id };
const CLAIM: Column<JudgedClaim> = { label: "Claim", value: ({ claim }) => claim };
const VERDICT: Column<JudgedClaim> = { label: "Verdict", value: ({ verdict }) => verdict };

/** Claims with verdicts and findings, as `await show(claimsTable(await judgeClaims()))`. */
export function claimsTable(claims: JudgedClaim[]): Shown {
  const shown = table(claims, {
    caption: `${claimsInWords()} and what the data say of them`,
    looks: "claims",
    columns: [
      NUMBER,
      CLAIM,
      VERDICT,
      { label: "What the data say", value: ({ finding }) => finding },
    ],
  });
  return { ...shown, data: { ...shown.data, [CLAIMS_MIME]: claims } };
}

/** Claims and verdicts alone: `await show(claimsGlance(claims))`. */
export function claimsGlance(claims: JudgedClaim[]): Shown {
  return table(claims, {
    caption: `${claimsInWords()} and our verdicts`,
    columns: [NUMBER, CLAIM, VERDICT],
  });
}

/** The numbers that one verdict rests on: `await show(evidenceTable(claim))`. */
export function evidenceTable({ id, evidence }: JudgedClaim): Shown {
  return table(evidence, {
    caption: `The evidence on ${id}`,
    looks: "cards",
    group: ({ basis }) => `${basis[0].toUpperCase()}${basis.slice(1)}`,
    columns: [
      { label: "What is measured", value: measureInWords },
      {
        label: "Value",
        align: "right",
        value: (each) => valueInWords(each).replaceAll(" ", "\u00a0"),
      },
      { label: "Period", value: ({ period }) => period },
      { label: "Vintage", value: ({ vintage }) => vintage },
    ],
  });
}

/** What a number measures, the partner and whether it is an estimate included. */
export const measureInWords = ({ measure, partner, estimate }: Measure): string =>
  `${measure}${partner ? `, ${partner}` : ""}${estimate ? " (an estimate)" : ""}`;

/** The number itself, by its unit. */
export const valueInWords = ({ value, unit }: Measure): string => WRITTEN[unit](value);

const WRITTEN: Record<Unit, (value: number) => string> = {
  USD: billions,
  share: percent,
  "change of a share": percentagePoints,
  index: (value) => number(value, 2),
  ratio: (value) => number(value, 2),
  count: number,
};
