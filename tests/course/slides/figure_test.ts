/** Figures on slides: cut to what they draw, in the form that can be read from the last row. */
import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { SLIDE, slideFigure, slideFigureHtml } from "../../../lib/course/slides/figure.ts";
import { chapterNames, figuresOf, readChapter } from "../../../lib/publish/chapters/notebook.ts";
import { ROOT } from "../../publish/fixtures.ts";

const names = await chapterNames(`${ROOT}/notebooks`);
const figures = (await Promise.all(
  names.map((name) => readChapter(`${ROOT}/notebooks/${name}.ipynb`)),
)).flatMap(figuresOf);

Deno.test("each figure keeps what it draws and loses the lines around it, which the slide says", () => {
  assert(figures.length > 0);
  for (const figure of figures) {
    const { svg, slim, notes } = slideFigure(figure);
    const drawn = (it: string) => it.slice(it.indexOf("<g "), it.lastIndexOf("</g>"));
    assert([figure.svg, figure.narrow].map(drawn).includes(drawn(svg)), figure.id);
    assertEquals(drawn(slim), drawn(figure.narrow), figure.id);
    for (const it of [svg, slim]) {
      assertStringIncludes(it, "<title ", figure.id);
      assertStringIncludes(it, "<desc ", figure.id);
      const around = it.replace(drawn(it), "");
      assertEquals([...around.matchAll(/<text/g)].length, 0, figure.id);
    }
    assertStringIncludes(notes, "Source: ", figure.id);
    assertStringIncludes(slideFigureHtml(figure, slideFigure(figure)), `<p class="subtitle">`);
  }
});

Deno.test("no mark is cut off: the box of a picture holds all of its groups' heights", () => {
  for (const figure of figures) {
    const { svg } = slideFigure(figure);
    const [, x, y, width, height] = /viewBox="([\d.]+) ([\d.]+) ([\d.]+) ([\d.]+)"/.exec(svg)!
      .map(Number);
    assert(x < 12 && width > 336, figure.id);
    const first = Number(/<g transform="translate\([\d.]+,([\d.]+)\)/.exec(svg)![1]);
    assert(y < first && first - y < 14, `${figure.id}: ${first - y} px above`);
    assert(height > 100, figure.id);
  }
});

Deno.test("letters are as large as a slide allows: most can be read from the last row", () => {
  const labels = figures.map((figure) => slideFigure(figure).label);
  assert(Math.min(...labels) >= 13.4, `${Math.min(...labels)}`);
  assert(labels.filter((label) => label >= 17.5).length > 0.6 * labels.length);
  assertEquals(SLIDE, { width: 1280, height: 720 });
});

Deno.test("a picture of another make stays whole", () => {
  const svg = `<svg xmlns="x" width="720" height="80" viewBox="0 0 720 80"><rect/></svg>`;
  const { svg: made, notes } = slideFigure({ ...figures[0], svg, narrow: svg, source: "A & B" });
  assertEquals([made, notes], [svg, "A &amp; B"]);
});
