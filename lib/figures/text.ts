/** How wide a text is in Inter, and where it breaks into lines. */

export type Weight = 400 | 600;

/** Advance widths of the characters from space to `~`, in thousandths of the type size. */
const WIDTHS: Record<Weight, readonly number[]> = {
  // deno-fmt-ignore
  400: [
    281, 288, 466, 633, 642, 982, 644, 300, 365, 365, 501, 662, 288, 460, 288, 360, 631, 407, 610,
    618, 646, 593, 620, 566, 619, 620, 288, 302, 662, 662, 662, 511, 966, 690, 654, 730, 722, 601,
    590, 746, 743, 269, 571, 672, 565, 903, 753, 765, 639, 765, 644, 642, 646, 744, 690, 985, 682,
    679, 629, 365, 360, 365, 471, 456, 323, 562, 612, 571, 612, 583, 370, 613, 591, 242, 242, 549,
    242, 876, 591, 600, 612, 612, 376, 528, 327, 591, 562, 818, 546, 562, 552, 426, 333, 426, 662,
  ],
  // deno-fmt-ignore
  600: [
    252, 321, 523, 644, 650, 1004, 663, 326, 373, 373, 540, 673, 319, 465, 319, 379, 660, 423, 623,
    636, 666, 612, 640, 576, 640, 640, 319, 329, 673, 673, 673, 543, 999, 728, 659, 737, 722, 605,
    588, 749, 746, 277, 580, 703, 565, 922, 759, 769, 645, 773, 652, 650, 660, 736, 728, 1020, 720,
    713, 652, 373, 379, 373, 481, 469, 351, 574, 624, 583, 624, 591, 389, 625, 612, 262, 262, 569,
    262, 900, 612, 609, 624, 624, 397, 549, 353, 612, 587, 839, 569, 588, 566, 455, 359, 455, 673,
  ],
};

/** The few other characters that the figures use; no-break space first. */
const OTHERS: Record<string, number> = {
  "\u00a0": 281,
  "\u2212": 673,
  "–": 500,
  "—": 1000,
  "’": 294,
  "“": 507,
  "”": 501,
  "·": 319,
  "…": 956,
  "→": 954,
};

const UNKNOWN = 700;

/** Width of one line of text in px. Kerning aside, exact for Inter. */
export function textWidth(text: string, size: number, weight: Weight = 400): number {
  let thousandths = 0;
  for (const character of text) {
    const base = character.normalize("NFD")[0];
    thousandths += WIDTHS[weight][base.charCodeAt(0) - 32] ?? OTHERS[character] ?? UNKNOWN;
  }
  return thousandths * size / 1000;
}

const MONTH = "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*";
/** A space that no line may end at: before a code, a unit, or the time that a small word brings. */
const HELD = new RegExp(
  [
    "(?<=\\b(?:NAICS|group|in|by|to|from)) (?=\\d)",
    `(?<=\\b(?:in|by|to|from)) (?=${MONTH}\\b)`,
    `(?<=\\b${MONTH}) (?=\\d{4}\\b)`,
    "(?<=\\d) (?=points?\\b)",
  ].join("|"),
  "g",
);

/** The text with no-break spaces where words belong together: `NAICS 334`, `in November 2025`. */
export const held = (text: string): string => text.replace(HELD, "\u00a0");

/**
 * Breaks a text at its spaces into lines no wider than `width` px. A single word that is wider gets
 * a line of its own. No-break spaces hold.
 */
export function wrap(text: string, width: number, size: number, weight: Weight = 400): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ").filter((part) => part !== "")) {
    const longer = lines.length ? `${lines.at(-1)} ${word}` : word;
    if (lines.length && textWidth(longer, size, weight) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

/** The same count of lines, as equal in length as can be: no last line of a single word. */
export function wrapEvenly(text: string, width: number, size: number, weight: Weight = 400) {
  const count = wrap(text, width, size, weight).length;
  let narrowest = width;
  while (narrowest > 0 && wrap(text, narrowest - 4, size, weight).length === count) narrowest -= 4;
  return wrap(text, narrowest, size, weight);
}
