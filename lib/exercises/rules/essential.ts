/**
 * A rule for *essential*: a function of a tariff line's row that says whether the line is. Which bars it
 * sets is its author's choice; what every sound one does is tried here on made lines.
 */
import { dependenceOf, type LineDependence as Line } from "../../arithmetic/mod.ts";
import { dollars, percent } from "../../format.ts";
import { given } from "../../given.ts";

/** Parts of a line's imports that come from the two together: from next to nothing to all. */
const SHARES = [0.02, 0.1, 0.3, 0.45, 0.55, 0.7, 0.85, 0.95, 1];
/** US dollars: from a parcel to the largest lines. */
const VALUES = [1e4, 1e6, 1e7, 1e8, 5e8, 2e9, 1e10, 6e10];
/** Codes that no schedule has. */
const [CODE, OTHER_CODE] = ["8471500199", "3002150099"];

/** A made line, three quarters of whose share come from Mexico. */
const made = (share: number, value_usd: number, hts10 = CODE): Line =>
  dependenceOf([{
    vintage: "2026-01-01",
    basis: "general_imports",
    period_start: "2024-01",
    period_end: "2024-12",
    hts10,
    atp_group: "04",
    value_usd,
    mexico_usd: 0.75 * share * value_usd,
    canada_usd: 0.25 * share * value_usd,
  }])[0];

const inWords = (line: Line): string =>
  `${dollars(line.value_usd)}, ${percent(line.share, 0)} of it from the two`;

interface Judged {
  line: Line;
  essential: boolean;
}

/** What is not yet sound about a rule for *essential*. */
export function essential(answer: unknown): string[] {
  if (typeof answer !== "function") {
    return [`Give a function of a line that returns true or false. It was given ${given(answer)}.`];
  }
  const rule = answer as (line: Line) => unknown;
  const lines = SHARES.flatMap((share) => VALUES.map((value) => made(share, value)));
  const unusable = lines.map((line) => noVerdict(rule, line)).find((fault) => fault !== null);
  if (unusable) return [unusable];
  const judged = lines.map((line) => ({ line, essential: rule({ ...line }) as boolean }));
  if (judged.every((it) => it.essential)) {
    return ["It calls every line essential: a word that fits all of them tells none apart."];
  }
  if (!judged.some((it) => it.essential)) {
    return [
      `It calls no line essential, not even one of ${
        inWords(lines.at(-1)!)
      }. Does it look for a code? Is ` +
      "a share between 0 and 1 taken for percent, or a value in dollars for millions?",
    ];
  }
  return [byName(rule, judged), unordered(judged), bySizeAlone(judged), byShareAlone(judged)]
    .filter((fault) => fault !== null);
}

/** Why a rule gives no verdict on a line. */
function noVerdict(rule: (line: Line) => unknown, line: Line): string | null {
  try {
    const [first, second] = [rule({ ...line }), rule({ ...line })];
    if (typeof first !== "boolean") {
      const gave = first === undefined ? "nothing: is return missing?" : `${given(first)}.`;
      return `Of a line of ${inWords(line)}, it says neither true nor false. It gave ${gave}`;
    }
    return first === second ? null : "Asked twice about one line, it gives two verdicts.";
  } catch (error) {
    return `It fails on a line of ${inWords(line)}: ${error}`;
  }
}

function byName(rule: (line: Line) => unknown, judged: Judged[]): string | null {
  const other = ({ line }: Judged) => rule(made(line.share, line.value_usd, OTHER_CODE));
  const found = judged.find((it) => other(it) !== it.essential);
  return found === undefined ? null : `It judges a line of ${inWords(found.line)}, one way under \
one code and another way under another: say what makes a line essential, not which lines are.`;
}

/** More of the same is never less essential: neither a greater share at one value, nor a larger line at one share. */
function unordered(judged: Judged[]): string | null {
  for (const { line } of judged.filter((it) => it.essential)) {
    const higher = judged.find((it) =>
      !it.essential && it.line.value_usd === line.value_usd && it.line.share > line.share
    );
    if (higher) {
      return `Of two lines of ${dollars(line.value_usd)}, it calls the one with \
${percent(line.share, 0)} from the two essential, and the one with ${
        percent(higher.line.share, 0)
      } not: a \
greater share makes a line of the same size no less essential.`;
    }
    const larger = judged.find((it) =>
      !it.essential && it.line.share === line.share && it.line.value_usd > line.value_usd
    );
    if (larger) {
      return `Of two lines with ${percent(line.share, 0)} from the two, it calls the one of \
${dollars(line.value_usd)} essential, and the one of ${
        dollars(larger.line.value_usd)
      } not: a larger line is \
no less essential.`;
    }
  }
  return null;
}

/** The largest lines are not essential for being large. */
function bySizeAlone(judged: Judged[]): string | null {
  const found = judged.findLast((it) => it.essential && it.line.share === SHARES[0]);
  return found === undefined ? null : `It calls a line of ${inWords(found.line)}, essential: who \
loses the two there loses next to nothing. Size is not dependence; let the share count.`;
}

function byShareAlone(judged: Judged[]): string | null {
  const found = judged.find((it) => it.essential && it.line.value_usd === VALUES[0]);
  return found === undefined
    ? null
    : `It calls a line of ${inWords(found.line)}, essential: such a \
line can be wholly theirs, and nobody would miss it. A share has no weight; let the size count.`;
}
