/** Files that a reader takes away: a figure as SVG and PNG in the report's type, an answer's data as CSV. */
import { csvOf } from "../../csv.ts";
import type { DrawnTable } from "../../figures/drawn.ts";
import type { Figure } from "../../figures/figure.ts";
import { runScript } from "../pieces/script.ts";
import { namedRows } from "./sources.ts";

/** The report's type as `data:` addresses, by weight, from a script of its own. */
type Fonts = Record<string, string>;
declare global {
  var explorerFonts: Fonts | undefined;
}

const FONTS = "explore/fonts.js";
/** Pixels of a PNG for each px of the figure. */
const ZOOM = 2;

export const saveCsv = (id: string, data: DrawnTable): void =>
  save(`${id}.csv`, new Blob([csvOf(namedRows(data))], { type: "text/csv;charset=utf-8" }));

export const saveSvg = async (figure: Figure): Promise<void> =>
  save(`${figure.id}.svg`, svgBlob(await withFonts(figure.svg)));

export async function savePng(figure: Figure): Promise<void> {
  const picture = new Image();
  picture.src = `data:image/svg+xml,${encodeURIComponent(await withFonts(figure.svg))}`;
  await picture.decode();
  const canvas = document.createElement("canvas");
  canvas.width = ZOOM * picture.naturalWidth;
  canvas.height = ZOOM * picture.naturalHeight;
  canvas.getContext("2d")!.drawImage(picture, 0, 0, canvas.width, canvas.height);
  const png = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/png"));
  if (png) save(`${figure.id}.png`, png);
}

export const saveText = (name: string, text: string, type: string): void =>
  save(name, new Blob([text], { type }));

const svgBlob = (svg: string): Blob => new Blob([svg], { type: "image/svg+xml" });

function save(name: string, content: Blob): void {
  const href = URL.createObjectURL(content);
  Object.assign(document.createElement("a"), { href, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(href), 60_000);
}

/** The picture with the type that it is set in: a file has no style sheet beside it. */
async function withFonts(svg: string): Promise<string> {
  const faces = Object.entries(await fonts()).map(([weight, address]) =>
    `@font-face{font-family:Inter;font-weight:${weight};src:url(${address}) format("woff2")}`
  );
  return svg.replace(/^<svg\b[^>]*>/, (opening) => `${opening}<style>${faces.join("")}</style>`);
}

let loading: Promise<Fonts> | undefined;

/** Without their script, which a broken copy of the site may lack, the picture takes what type there is. */
const fonts = (): Promise<Fonts> =>
  loading ??= runScript(FONTS).then(() => globalThis.explorerFonts ?? {});
