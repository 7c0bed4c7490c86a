/** Texts of figures: how much room one needs in Inter, where it breaks into lines, how XML writes it. */

export type Weight = 400 | 600;

/** Advance widths of Inter from space to `~`, in thousandths of the type size; its kerning is left out. */
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

/** The few other characters that the figures use: in the two weights. */
const OTHERS: Record<string, [number, number]> = {
  "\u00a0": [281, 252],
  "\u2212": [662, 673],
  "–": [500, 500],
  "—": [1000, 1000],
  "’": [261, 294],
  "“": [440, 507],
  "”": [440, 501],
  "·": [288, 319],
  "…": [864, 956],
  "→": [954, 954],
  "÷": [662, 673],
  "×": [662, 673],
  "■": [914, 914],
};

const UNKNOWN = 1000;

/** Width of one line of text in Inter, in px. */
export function textWidth(text: string, size: number, weight: Weight = 400): number {
  let thousandths = 0;
  for (const character of text) thousandths += advance(character, weight);
  return thousandths * size / 1000;
}

/** Advance widths that have been looked up: every line of every text asks for them, many times. */
const known: Record<Weight, Map<string, number>> = { 400: new Map(), 600: new Map() };

function advance(character: string, weight: Weight): number {
  const before = known[weight].get(character);
  if (before !== undefined) return before;
  const base = character.normalize("NFD")[0];
  const width = WIDTHS[weight][base.charCodeAt(0) - 32] ??
    OTHERS[character]?.[weight === 400 ? 0 : 1] ?? UNKNOWN;
  known[weight].set(character, width);
  return width;
}

/** Text and attribute values in XML. */
export const escapeXml = (text: string): string =>
  text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);

const MONTH = "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*";
/** A space that no line may end at: before a code, a unit, or the time that a small word brings. */
const HELD = new RegExp(
  [
    "(?<=\\b(?:NAICS|HTS|group|vintages?|in|by|to|from|and)) (?=[+−]?\\d)",
    `(?<=\\b(?:in|by|to|from)) (?=${MONTH}\\b)`,
    `(?<=\\b${MONTH}) (?=\\d{4}\\b)`,
    "(?<=\\d) (?=(?:points?|billion|million|thousand)\\b)",
    "(?<=\\b(?:billion|million)) (?=dollars\\b)",
    "(?<=\\b(?:customs|f\\.a\\.s\\.)) (?=value\\b)",
    "(?<=\\b(?:19|20)\\d\\d) (?=to (?:19|20)\\d\\d\\b)",
  ].join("|"),
  "g",
);

/** The text with no-break spaces where words belong together: `NAICS 334`, `in November 2025`. */
export const held = (text: string): string => text.replace(HELD, "\u00a0");

/**
 * Breaks a text at its spaces into lines no wider than `width` px. A word that is wider breaks after an
 * en dash, else it gets a line of its own. No-break spaces hold.
 */
export function wrap(text: string, width: number, size: number, weight: Weight = 400): string[] {
  const lines: string[] = [];
  const fits = (line: string) => textWidth(line, size, weight) <= width;
  for (const word of text.split(" ").filter((part) => part !== "")) {
    const longer = lines.length ? `${lines.at(-1)} ${word}` : word;
    if (lines.length && fits(longer)) lines[lines.length - 1] = longer;
    else lines.push(...fits(word) ? [word] : word.split(/(?<=–)(?=.)/));
  }
  return lines;
}

/**
 * As few lines as `wrap` makes, narrowed until the last is at least a part of the longest: neither a
 * last word alone, nor more room left at the right than need be.
 *
 * @param last that part: 1 makes lines as equal in length as can be.
 */
export function wrapEvenly(
  text: string,
  width: number,
  size: number,
  weight: Weight = 400,
  last = 1,
): string[] {
  let lines = wrap(text, width, size, weight);
  const long = (line: string) => textWidth(line, size, weight);
  for (let narrower = width - 4; narrower > 0; narrower -= 4) {
    if (long(lines.at(-1)!) >= last * Math.max(...lines.map(long))) break;
    const next = wrap(text, narrower, size, weight);
    if (next.length > lines.length) break;
    lines = next;
  }
  return lines;
}
