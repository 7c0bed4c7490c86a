/** The heart of a proof: what is left of *within* when a shift-share decomposition is turned round. */
import { given } from "../../given.ts";
import type { Rule } from "./mod.ts";

type Term = (w0: number, w1: number, s0: number, s1: number) => unknown;

/** Weights and shares of an industry in the first and in the second year. */
const INDUSTRIES: [number, number, number, number][] = [
  [0.2, 0.3, 0.1, 0.5],
  [0.3, 0.1, 0.4, 0.2],
  [0.05, 0.25, 0.6, 0.55],
];

/** Terms that students give instead, each with the way back. */
const INSTEAD: [Term, string][] = [
  [
    () => 0,
    "That is so of the midpoint form. Here the weight is that of the year that comes first.",
  ],
  [
    (w0, w1, s0, s1) => (w1 - w0) * (s1 - s0),
    "The size is right, the sign is not: back, s₁ comes first.",
  ],
  [
    (w0, _w1, s0, s1) => w0 * (s1 - s0),
    "That is *within* forward. What does *within* back add to it?",
  ],
  [
    (_w0, w1, s0, s1) => w1 * (s0 - s1),
    "That is *within* back. What does *within* forward add to it?",
  ],
  [
    (w0, w1, s0, s1) => (w0 + w1) * (s1 - s0),
    "Back, the change of the share has the other sign: *within* back is added, not taken off.",
  ],
];

const same = (a: Term, b: Term) =>
  INDUSTRIES.every((it) => Math.abs(Number(a(...it)) - Number(b(...it))) < 1e-12);

const leftOver: Term = (w0, w1, s0, s1) => w0 * (s1 - s0) + w1 * (s0 - s1);

/** A function of the weights and shares of one industry: *within* forward plus *within* back. */
export const crossTerm: Rule = (answer) => {
  const form = "Give a function of four numbers: (w0, w1, s0, s1) => a number.";
  if (typeof answer !== "function") return [`${form} It was given ${given(answer)}.`];
  const term = answer as Term;
  const [industry] = INDUSTRIES;
  let value;
  try {
    value = term(...industry);
  } catch (error) {
    return [`Your function fails: ${error}.`];
  }
  if (!Number.isFinite(value)) return [`${form} It gave ${given(value)}.`];
  if (same(term, leftOver)) return [];
  const known = INSTEAD.find(([other]) => same(term, other));
  if (known) return [known[1]];
  const [w0, w1, s0, s1] = industry;
  return [
    `With w₀ = ${w0}, w₁ = ${w1}, s₀ = ${s0} and s₁ = ${s1} it gives ${value}: work out *within* ` +
    "forward and *within* back for these numbers by hand, and add them.",
  ];
};
