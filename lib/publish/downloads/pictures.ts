/**
 * Pictures of figures that stand alone: as outlines, which every program draws alike whatever fonts it
 * has, and as PNG.
 */
import { Resvg, type ResvgRenderOptions } from "@resvg/resvg-js";
import { ROOT } from "../../root.ts";
import { codeKey } from "../system/code_key.ts";
import { kept } from "../system/kept.ts";

/** A figure's picture as files. */
export interface Picture {
  /** SVG whose letters are paths; title and description are kept for readers who do not see it. */
  svg: Uint8Array;
  /** Twice the size. */
  png: Uint8Array;
}

const ZOOM = 2;
const FONT_FILES = ["Regular", "Italic", "SemiBold"].map((style) =>
  `${ROOT}/lib/publish/fonts/Inter-${style}.ttf`
);

function drawn(svg: string, fitTo: ResvgRenderOptions["fitTo"] = { mode: "original" }): Resvg {
  const font = { fontFiles: FONT_FILES, loadSystemFonts: false, defaultFontFamily: "Inter" };
  return new Resvg(svg, { fitTo, font });
}

/** The files of a picture whose letters are text in Inter. */
export function pictureOf(svg: string): Picture {
  const drawing = drawn(svg, { mode: "zoom", value: ZOOM });
  const bytes = new TextEncoder().encode(outlined(svg, drawing.toString()));
  return { svg: bytes, png: drawing.render().asPng() };
}

/** The files of pictures, one after the other; what was made before of the same picture is taken. */
export async function picturesOf(svgs: string[]): Promise<Picture[]> {
  const code = await codeKey([import.meta.filename!], FONT_FILES);
  return await Array.fromAsync(
    svgs,
    (svg) => kept("pictures", [code, svg], () => Promise.resolve(pictureOf(svg))),
  );
}

/** What stands before the first thing drawn: the element itself, its title, its description. */
const OPENING = /^<svg\b[^>]*>(?:<title\b[^>]*>[^<]*<\/title>)?(?:<desc\b[^>]*>[^<]*<\/desc>)?/;

/** The drawing within the picture's own element; a hundredth of a pixel is as fine as it gets. */
function outlined(svg: string, drawing: string): string {
  const opening = OPENING.exec(svg)![0]
    .replace(/ font-(?:family|size)="[^"]*"/g, "")
    .replace("<svg", `<svg lang="en" xml:lang="en"`);
  const content = drawing.slice(drawing.indexOf(">") + 1)
    .replace(/\n\s*/g, "")
    .replace(/(\.\d\d)\d+/g, "$1")
    .replace(/ ?([A-Z]) ?(?=[-\d.MLQCZ"])/g, "$1");
  return opening + content;
}

/** Size of the picture that stands for the report where its address is shared. */
export const SOCIAL = { width: 1200, height: 630 };
const MARGIN = 24;

/** A picture on white in the size that social networks show, as PNG. */
export function socialPicture(svg: string): Uint8Array {
  const { width, height } = SOCIAL;
  const [inner] = [width, height].map((length) => length - 2 * MARGIN);
  const place = `x="${MARGIN}" y="${MARGIN}" width="${inner}" height="${height - 2 * MARGIN}"`;
  const picture = svg.replace(
    /^<svg\b([^>]*)>/,
    (_, attributes: string) =>
      `<svg ${place}${attributes.replace(/ (?:width|height|xmlns)="[^"]*"/g, "")}>`,
  );
  return drawn(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">` +
      `<rect width="${width}" height="${height}" fill="#ffffff"/>${picture}</svg>`,
  ).render().asPng();
}
