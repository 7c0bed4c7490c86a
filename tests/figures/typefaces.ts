/** The type of the figures: how wide each text is in the carried Inter. */
import type { Weight } from "../../lib/figures/text.ts";

/** Width of a character as a part of the type size; null where the font has none. */
export type Advance = (character: string) => number | null;

const FONTS = new URL("../../lib/publish/fonts/", import.meta.url);

/** The carried Inter. */
export const INTER: Record<Weight, Advance> = {
  400: advances(Deno.readFileSync(new URL("Inter-Regular.ttf", FONTS))),
  600: advances(Deno.readFileSync(new URL("Inter-SemiBold.ttf", FONTS))),
};

/** Width in px of one line of text in Inter, its kerning left out. */
export function interWidth(text: string, size: number, weight: Weight): number {
  const parts = [...text].map((character) => INTER[weight](character) ?? missing(character));
  return size * parts.reduce((sum, part) => sum + part, 0);
}

function missing(character: string): never {
  throw new Error(`Inter has no «${character}»`);
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
