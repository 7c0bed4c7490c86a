/** How much room a text needs, whatever type it is set in, and where it breaks into lines. */

export type Weight = 400 | 600;

/**
 * Advance widths of the characters from space to `~`, in thousandths of the type size: in Inter or in
 * DejaVu Sans, whichever is wider. Where Inter is missing DejaVu Sans may stand in; its bold is a sixth
 * wider, and words that were laid out for Inter would leave the picture.
 */
const WIDTHS: Record<Weight, readonly number[]> = {
  // deno-fmt-ignore
  400: [
    318, 401, 466, 838, 642, 982, 780, 300, 390, 390, 501, 838, 318, 460, 318, 360, 636, 636, 636,
    636, 646, 636, 636, 636, 636, 636, 337, 337, 838, 838, 838, 531, 1000, 690, 686, 730, 770, 632,
    590, 775, 752, 295, 571, 672, 565, 903, 753, 787, 639, 787, 695, 642, 646, 744, 690, 989, 685,
    679, 685, 390, 360, 390, 838, 500, 500, 613, 635, 571, 635, 615, 370, 635, 634, 278, 278, 579,
    278, 974, 634, 612, 635, 635, 411, 528, 392, 634, 592, 818, 592, 592, 552, 636, 337, 636, 838,
  ],
  // deno-fmt-ignore
  600: [
    348, 456, 523, 838, 696, 1004, 872, 326, 457, 457, 540, 838, 380, 465, 380, 379, 696, 696, 696,
    696, 696, 696, 696, 696, 696, 696, 400, 400, 838, 838, 838, 580, 1000, 774, 762, 737, 830, 683,
    683, 821, 837, 372, 580, 775, 637, 995, 837, 850, 733, 850, 770, 720, 682, 812, 774, 1103, 771,
    724, 725, 457, 379, 457, 838, 500, 500, 675, 716, 593, 716, 678, 435, 716, 712, 343, 343, 665,
    343, 1042, 712, 687, 716, 716, 493, 595, 478, 712, 652, 924, 645, 652, 582, 712, 365, 712, 838,
  ],
};

/** The few other characters that the figures use; no-break space first. */
const OTHERS: Record<string, number> = {
  "\u00a0": 348,
  "\u2212": 838,
  "–": 500,
  "—": 1000,
  "’": 380,
  "“": 657,
  "”": 657,
  "·": 380,
  "…": 1000,
  "→": 954,
  "÷": 838,
  "■": 945,
};

const UNKNOWN = 1000;

/** Room that one line of text needs, in px: its width in the widest type that it may be set in. */
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
