/** The frame: what it makes of a picture, and what it refuses. */
import { assert, assertEquals, assertStringIncludes, assertThrows } from "@std/assert";
import * as Plot from "@observablehq/plot";
import { drawnTable } from "../../lib/figures/drawn.ts";
import { type Composition, figure } from "../../lib/figures/frame.ts";
import { HATCHED, hatchPattern } from "../../lib/figures/hatch.ts";
import { tone } from "../../lib/figures/palette.ts";
import { drawing, textFaults, xmlFault } from "./drawing.ts";

const data = drawnTable({
  rows: [{ year: "2024", role: "part", imports_usd: 1, basis: "general_imports", vintage: "2025" }],
  units: { imports_usd: "US dollars" },
  tables: ["import_lines"],
});

const composition = (marks: Plot.Markish[], more: Partial<Composition> = {}): Composition => ({
  id: "small",
  title: "Imports & exports rose <much>",
  subtitle: "Billion dollars, 2024",
  source: 'Source: the "Bureau".',
  alt: "Two bars & nothing else.",
  data,
  draw: (layout) => layout.plot({ height: 60, axis: null, marks }),
  ...more,
});
const bars = [Plot.barX([3, 5], { fill: tone("rest") })];

/** Runs with the console's warnings kept away from the output. */
function quietly<Result>(run: () => Result): Result {
  const { warn } = console;
  console.warn = () => {};
  try {
    return run();
  } finally {
    console.warn = warn;
  }
}

Deno.test("a figure is XML with its title, description, role and namespace", () => {
  const { svg, narrow } = figure(composition(bars));
  for (const [text, page, width] of [[svg, "wide", 720], [narrow, "narrow", 360]] as const) {
    assertEquals(xmlFault(text), null);
    const { root } = drawing(text);
    assertEquals(root.getAttribute("xmlns"), "http://www.w3.org/2000/svg");
    assertEquals(root.getAttribute("role"), "img");
    assertEquals(root.getAttribute("width"), String(width));
    assertEquals(
      root.getAttribute("aria-labelledby"),
      `small-${page}-title small-${page}-desc`,
    );
    const [title, desc] = ["title", "desc"].map((name) => root.querySelector(name)!);
    assertEquals([title.id, desc.id], [`small-${page}-title`, `small-${page}-desc`]);
    assertEquals(title.textContent, "Imports & exports rose <much>");
    assertEquals(desc.textContent, "Two bars & nothing else.");
  }
});

Deno.test("what is said stands in the picture, in lines that fit", () => {
  const long = "One of the longest findings that anyone could state about imports ".repeat(4);
  const { narrow } = figure(composition(bars, { title: long, notes: [long] }));
  const { texts } = drawing(narrow);
  assertEquals(textFaults(drawing(narrow)), []);
  assertStringIncludes(texts.map(({ text }) => text).join(" "), long.trim());
});

Deno.test("nothing of Plot's style is left: attributes and palette colours only", () => {
  const { svg } = figure(composition(bars));
  for (const gone of ["<style", "style=", "class=", "currentColor", "var(", "aria-label="]) {
    assert(!svg.includes(gone), gone);
  }
});

Deno.test("ids are those of the figure and the page, and references follow them", () => {
  const clipped = [...bars, Plot.barX([2], { fill: HATCHED, clip: true }), hatchPattern("ink")];
  const two = composition(clipped, {
    draw: (layout) => [1, 2].map(() => layout.plot({ height: 60, axis: null, marks: clipped })),
  });
  const { svg, narrow } = figure(two);
  const ids = [svg, narrow].flatMap((each) => drawing(each).ids);
  assertEquals(new Set(ids).size, ids.length);
  for (const each of [svg, narrow]) {
    const known = drawing(each).ids;
    const used = [...each.matchAll(/url\(#([^)]+)\)/g)].map(([, id]) => id);
    assertEquals(used.length, 4);
    for (const id of used) assert(known.includes(id), id);
    for (const id of known) assert(id.startsWith("small-"), id);
  }
});

Deno.test("the same figure is the same text, whatever was drawn before", () => {
  const clipped = [...bars, Plot.barX([2], { fill: tone("rest"), clip: true })];
  const first = figure(composition(clipped)).svg;
  figure(composition(clipped, { id: "another" }));
  assertEquals(figure(composition(clipped)).svg, first);
});

Deno.test("coordinates have two decimals at most", () => {
  const { svg } = figure(composition([Plot.dotX([1, 2, 3.3333], { fill: tone("rest") })]));
  assertEquals(svg.match(/\d\.\d{3,}/), null);
});

Deno.test("a warning of Plot is an error that names the figure", () => {
  const dates = ["2024-01-01", "2024-02-01"].map((date) => ({ date }));
  const warns = composition([Plot.dot(dates, { x: "date", y: "date" })], {
    draw: (layout) => layout.plot({ marks: [Plot.dot(dates, { x: "date", fill: tone("rest") })] }),
  });
  quietly(() => assertThrows(() => figure(warns), Error, "small-wide-2: Plot warned"));
});

Deno.test("a colour outside the palette is an error that names it", () => {
  const red = composition([Plot.barX([1], { fill: "red" })]);
  assertThrows(() => figure(red), Error, "red");
  const inherited = composition([Plot.ruleX([1])]);
  assertThrows(() => figure(inherited), Error, "currentColor");
});

Deno.test("a plot that became HTML is an error", () => {
  const legend = composition([], {
    draw: (layout) => layout.plot({ title: "No", marks: bars }),
  });
  assertThrows(() => figure(legend), Error, "drawn by hand");
});

Deno.test("a reference to nothing is an error", () => {
  const lost = composition([Plot.barX([1], { fill: HATCHED })]);
  assertThrows(() => figure(lost), Error, "#hatch");
});
