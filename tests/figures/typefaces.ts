/** The type that a figure may be set in: how wide each text is in Inter, and where Inter is missing. */
import type { Weight } from "../../lib/figures/text.ts";

/** Width of a character as a part of the type size; null where the font has none. */
export type Advance = (character: string) => number | null;

const FONTS = new URL("../../lib/publish/fonts/", import.meta.url);

/** The carried Inter. */
export const INTER: Record<Weight, Advance> = {
  400: advances(Deno.readFileSync(new URL("Inter-Regular.ttf", FONTS))),
  600: advances(Deno.readFileSync(new URL("Inter-SemiBold.ttf", FONTS))),
};

/** Advance widths from space to `~` in thousandths of the type size. */
const DEJAVU_WIDTHS: Record<Weight, readonly number[]> = {
  // deno-fmt-ignore
  400: [
    318, 401, 460, 838, 636, 950, 780, 275, 390, 390, 500, 838, 318, 361, 318, 337, 636, 636, 636,
    636, 636, 636, 636, 636, 636, 636, 337, 337, 838, 838, 838, 531, 1000, 684, 686, 698, 770, 632,
    575, 775, 752, 295, 295, 656, 557, 863, 748, 787, 603, 787, 695, 635, 611, 732, 684, 989, 685,
    611, 685, 390, 337, 390, 838, 500, 500, 613, 635, 550, 635, 615, 352, 635, 634, 278, 278, 579,
    278, 974, 634, 612, 635, 635, 411, 521, 392, 634, 592, 818, 592, 592, 525, 636, 337, 636, 838,
  ],
  // deno-fmt-ignore
  600: [
    348, 456, 521, 838, 696, 1002, 872, 306, 457, 457, 523, 838, 380, 415, 380, 365, 696, 696, 696,
    696, 696, 696, 696, 696, 696, 696, 400, 400, 838, 838, 838, 580, 1000, 774, 762, 734, 830, 683,
    683, 821, 837, 372, 372, 775, 637, 995, 837, 850, 733, 850, 770, 720, 682, 812, 774, 1103, 771,
    724, 725, 457, 365, 457, 838, 500, 500, 675, 716, 593, 716, 678, 435, 716, 712, 343, 343, 665,
    343, 1042, 712, 687, 716, 716, 493, 595, 478, 712, 652, 924, 645, 652, 582, 712, 365, 712, 838,
  ],
};
/** Of further characters that the figures use: in DejaVu Sans, and in its bold. */
const DEJAVU_OTHERS: Record<string, [number, number]> = {
  "\u00a0": [318, 348],
  "\u2212": [838, 838],
  "–": [500, 500],
  "—": [1000, 1000],
  "’": [318, 380],
  "“": [518, 657],
  "”": [518, 657],
  "·": [318, 380],
  "…": [1000, 1000],
  "→": [838, 838],
  "÷": [838, 838],
  "■": [945, 945],
};

/**
 * DejaVu Sans and DejaVu Sans Bold 2.37, the widest type that stands in on a usual machine (Debian
 * without Inter, Arial or their like). Read off `DejaVuSans.ttf` and `DejaVuSans-Bold.ttf` of Debian's
 * package `fonts-dejavu-core`, by `advances` below.
 */
export const DEJAVU: Record<Weight, Advance> = { 400: dejavu(400), 600: dejavu(600) };

/** Width in px of one line of text, in whichever of the two types is the wider. */
export function widest(text: string, size: number, weight: Weight): number {
  return Math.max(...[INTER, DEJAVU].map((type) => {
    const parts = [...text].map((character) => type[weight](character) ?? missing(character));
    return size * parts.reduce((sum, part) => sum + part, 0);
  }));
}

function missing(character: string): never {
  throw new Error(`tests/figures/typefaces.ts has no width for «${character}»`);
}

function dejavu(weight: Weight): Advance {
  return (character) => {
    const base = character.normalize("NFD")[0];
    const thousandths = DEJAVU_WIDTHS[weight][base.charCodeAt(0) - 32] ??
      DEJAVU_OTHERS[character]?.[weight === 400 ? 0 : 1];
    return thousandths === undefined ? null : thousandths / 1000;
  };
}

/** Advance widths of a TrueType font by character, as parts of the type size. */
export function advances(bytes: Uint8Array): Advance {
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  const tag = (at: number) => String.fromCharCode(...bytes.subarray(at, at + 4));
  const tables = new Map(
    Array.from({ length: view.getUint16(4) }, (_, index) => {
      const at = 12 + 16 * index;
      return [tag(at), view.getUint32(at + 8)] as const;
    }),
  );
  const [head, hhea, hmtx, cmap] = ["head", "hhea", "hmtx", "cmap"].map((name) =>
    tables.get(name)!
  );
  const em = view.getUint16(head + 18);
  const metrics = view.getUint16(hhea + 34);
  const subtable = Array.from(
    { length: view.getUint16(cmap + 2) },
    (_, index) => cmap + view.getUint32(cmap + 4 + 8 * index + 4),
  ).find((at) => view.getUint16(at) === 4)!;
  const segments = view.getUint16(subtable + 6) / 2;
  const [ends, starts] = [subtable + 14, subtable + 16 + 2 * segments];
  const [deltas, offsets] = [starts + 2 * segments, starts + 4 * segments];
  return (character) => {
    const code = character.codePointAt(0)!;
    for (let index = 0; index < segments; index++) {
      if (view.getUint16(ends + 2 * index) < code) continue;
      const start = view.getUint16(starts + 2 * index);
      if (start > code) return null;
      const at = offsets + 2 * index;
      const offset = view.getUint16(at);
      const delta = view.getUint16(deltas + 2 * index);
      const glyph = offset === 0
        ? (code + delta) & 0xffff
        : (view.getUint16(at + offset + 2 * (code - start)) + delta) & 0xffff;
      return view.getUint16(hmtx + 4 * Math.min(glyph, metrics - 1)) / em;
    }
    return null;
  };
}
