/** Figures' files stand alone: whatever draws them, with or without the font, shows the same picture. */
import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { Resvg } from "@resvg/resvg-js";
import { firstFigures } from "../../../lib/publish/downloads/figures.ts";
import { pictureOf, SOCIAL, socialPicture } from "../../../lib/publish/downloads/pictures.ts";
import { chapterNames, figuresOf, readChapter } from "../../../lib/publish/chapters/notebook.ts";
import { ROOT } from "../../../lib/root.ts";
import { drawing, xmlFault } from "../../figures/drawing.ts";

const notebooks = `${ROOT}/notebooks`;
const chapters = await Promise.all(
  (await chapterNames(notebooks)).map((name) => readChapter(`${notebooks}/${name}.ipynb`)),
);
/** One of each chapter, and one with hatched marks: each takes its time. */
const figures = firstFigures(chapters).filter(({ id, svg }, _, all) =>
  chapters.some((chapter) => figuresOf(chapter)[0]?.id === id) ||
  all.find(({ svg }) => svg.includes("<pattern"))?.svg === svg
);

interface Pixels {
  width: number;
  height: number;
  /** Red, green, blue and opacity of each pixel, row by row. */
  bytes: Uint8Array;
}

const FONTS = ["Regular", "Italic", "SemiBold"].map((it) =>
  `${ROOT}/lib/publish/fonts/Inter-${it}.ttf`
);

function pixelsOf(svg: string, fontFiles: string[] = []): Pixels {
  const image = new Resvg(svg, { font: { fontFiles, loadSystemFonts: false } }).render();
  return { width: image.width, height: image.height, bytes: image.pixels };
}

/** A pixel differs where a color is off by more than what the edges of letters are. */
const OFF = 128;

/** Share of the pixels in which two pictures differ. */
function difference(one: Pixels, other: Pixels): number {
  assertEquals([one.width, one.height], [other.width, other.height]);
  let count = 0;
  for (let at = 0; at < one.bytes.length; at += 4) {
    if ([0, 1, 2].some((part) => Math.abs(one.bytes[at + part] - other.bytes[at + part]) > OFF)) {
      count++;
    }
  }
  return count / (one.bytes.length / 4);
}

/** The same drawing with room around it. */
function withRoom(svg: string, room: number): string {
  const [, width, height] = /viewBox="0 0 (\d+) (\d+)"/.exec(svg)!.map(Number);
  const [wide, high] = [width + 2 * room, height + 2 * room];
  return svg.replace(
    / width="\d+" height="\d+" viewBox="[^"]*"/,
    () => ` width="${wide}" height="${high}" viewBox="${-room} ${-room} ${wide} ${high}"`,
  );
}

/** Pixels in the room around a drawing in which something is drawn. */
function outside({ width, height, bytes }: Pixels, room: number): number {
  let count = 0;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const isInside = x >= room && x < width - room && y >= room && y < height - room;
      if (!isInside && bytes[4 * (y * width + x) + 3] > 0) count++;
    }
  }
  return count;
}

function textAndPng(svg: string): { svg: string; png: Uint8Array } {
  const picture = pictureOf(svg);
  return { ...picture, svg: new TextDecoder().decode(picture.svg) };
}

const outlines = new Map(figures.map(({ id, svg }) => [id, textAndPng(svg)]));

Deno.test("without the font each picture is drawn as with it, and nothing leaves its canvas", () => {
  assert(figures.length > 0);
  for (const { id, svg } of figures) {
    const outlined = outlines.get(id)!.svg;
    assert(difference(pixelsOf(svg, FONTS), pixelsOf(outlined)) < 0.0005, id);
    assertEquals(outside(pixelsOf(withRoom(outlined, 40)), 40), 0, `${id} leaves its canvas`);
  }
});

Deno.test("a picture drawn without its letters would be noticed", () => {
  const [{ svg }] = figures;
  assert(difference(pixelsOf(svg, FONTS), pixelsOf(svg)) > 0.005);
  const leaving = svg.replace("</svg>", `<rect x="-9" width="4" height="4" fill="#1b1e22"/></svg>`);
  assert(outside(pixelsOf(withRoom(textAndPng(leaving).svg, 40)), 40) > 0);
});

const RSVG = "rsvg-convert";
const hasRsvg = await new Deno.Command(RSVG, { args: ["--version"], stdout: "null" }).output()
  .then(({ success }) => success, () => false);
if (!hasRsvg) {
  console.log("No rsvg-convert found: librsvg's drawings are not compared. Debian: librsvg2-bin");
}

Deno.test({
  name: "librsvg, whose letters are the machine's own, draws the same pictures",
  ignore: !hasRsvg,
  fn: async () => {
    const folder = await Deno.makeTempDir();
    for (const { id, svg } of figures) {
      await Deno.writeTextFile(`${folder}/a.svg`, outlines.get(id)!.svg);
      const { success } = await new Deno.Command(RSVG, {
        args: [`${folder}/a.svg`, "--output", `${folder}/a.png`],
      }).output();
      assert(success, id);
      const png = (await Deno.readFile(`${folder}/a.png`)).toBase64();
      const [, width, height] = /viewBox="0 0 (\d+) (\d+)"/.exec(svg)!;
      const image =
        `<image width="${width}" height="${height}" href="data:image/png;base64,${png}"/>`;
      const size = `width="${width}" height="${height}"`;
      const seen = pixelsOf(`<svg xmlns="http://www.w3.org/2000/svg" ${size}>${image}</svg>`);
      assert(difference(pixelsOf(svg, FONTS), seen) < 0.002, id);
    }
    await Deno.remove(folder, { recursive: true });
  },
});

Deno.test("an outlined picture keeps what it says to a reader who does not see it", () => {
  for (const { id, svg, title, alt } of figures) {
    const { svg: outlined, png } = outlines.get(id)!;
    assertEquals(xmlFault(outlined), null, id);
    assert(!/<text|font-family/.test(outlined), id);
    const { root } = drawing(outlined);
    assertEquals(root.getAttribute("role"), "img");
    assertEquals(root.getAttribute("lang"), "en");
    for (const [part, text] of [["title", title], ["desc", alt]]) {
      const element = root.querySelector(part)!;
      assertEquals(element.textContent, text);
      assertStringIncludes(root.getAttribute("aria-labelledby")!, element.id);
    }
    assertEquals(sizeOf(png), [drawing(svg).width, drawing(svg).height].map((px) => 2 * px));
  }
});

Deno.test("the picture for shared addresses has their size, a figure on white", () => {
  const png = socialPicture(figures[0].svg);
  assertEquals(sizeOf(png), [SOCIAL.width, SOCIAL.height]);
  const href = `data:image/png;base64,${png.toBase64()}`;
  const { bytes } = pixelsOf(
    `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="630"><image href="${href}"/></svg>`,
  );
  assertEquals([...bytes.subarray(0, 4)], [255, 255, 255, 255]);
  assert(bytes.some((byte) => byte < 64), "nothing is drawn");
});

/** Width and height of a PNG, from its header. */
function sizeOf(png: Uint8Array): number[] {
  const view = new DataView(png.buffer, png.byteOffset);
  return [view.getUint32(16), view.getUint32(20)];
}
