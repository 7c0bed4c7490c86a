/** `deno task look` on few figures: every way of looking, on sheets that a viewer opens. */
import { assert, assertEquals } from "@std/assert";
import type { Figure } from "../../lib/figures/mod.ts";
import { PALETTE } from "../../lib/figures/palette.ts";
import { inChromium } from "../browser/chromium.ts";
import { lookAtFigures } from "./run.ts";
import { dealt, type Look, LOOKS, sizeOf } from "./sheets.ts";

const svg = (width: number, height: number, color: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" ` +
  `viewBox="0 0 ${width} ${height}"><rect width="${width}" height="${height}" fill="${color}"/></svg>`;

const figure = (id: string, height: number): Figure => ({
  ...{ id, title: id, subtitle: "", source: "", alt: id, data: {} as Figure["data"] },
  readings: { wide: [], narrow: [] },
  svg: svg(720, height, PALETTE.paper.light),
  narrow: svg(360, height, PALETTE.paper.light),
});

const look: Look = LOOKS[0];

Deno.test("figures are dealt out in order, no column taller than a viewer opens", () => {
  const figures = Array.from({ length: 23 }, (_, index) => figure(`f${index}`, 300 + 70 * index));
  const sheets = dealt(figures, look);
  assertEquals(sheets.flat(2).map(({ id }) => id), figures.map(({ id }) => id));
  assert(sheets.length > 1 && sheets.every((columns) => columns.length === look.columns));
  for (const column of sheets.flat()) {
    const height = column.reduce((sum, { svg }) => sum + sizeOf(svg).height, 0);
    assert(height <= 2200, `${height}`);
  }
});

Deno.test("each way of looking gives a sheet, the dark one dark", inChromium, async () => {
  const folder = await Deno.makeTempDir();
  const names = await lookAtFigures([figure("a", 100), figure("b", 100)], folder, () => {});
  assertEquals(names, LOOKS.map(({ name }) => `${name}-1.png`));
  const sizes = await Promise.all(names.map((name) => sizeOfPng(`${folder}/${name}`)));
  for (const { width, height } of sizes) assert(width > 360 && height > 200, `${width}×${height}`);
  const [light, dark] = await Promise.all(
    ["wide", "dark"].map((name) => Deno.readFile(`${folder}/${name}-1.png`)),
  );
  assert(light.toBase64() !== dark.toBase64());
  await Deno.remove(folder, { recursive: true });
});

async function sizeOfPng(path: string): Promise<{ width: number; height: number }> {
  const { buffer } = await Deno.readFile(path);
  const view = new DataView(buffer);
  return { width: view.getUint32(16), height: view.getUint32(20) };
}
