/** What a pointer reads lies on what is drawn and says what is in the data. */
import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import * as Plot from "@observablehq/plot";
import fc from "fast-check";
import { drawnTable } from "../../lib/figures/drawn.ts";
import { percentAxis } from "../../lib/figures/axes.ts";
import { figure } from "../../lib/figures/frame.ts";
import { lineChart } from "../../lib/figures/line_chart.ts";
import type { Figure } from "../../lib/figures/mod.ts";
import { tone } from "../../lib/figures/palette.ts";
import type { Panel } from "../../lib/figures/readings.ts";
import { billions, monthName, number, ordinal, percent, periodName } from "../../lib/format.ts";
import { rowsOf } from "./data_faults.ts";
import { drawing, xmlFault } from "./drawing.ts";
import { gallery } from "./gallery.ts";

const figures = await gallery();
const data = drawnTable({
  rows: [{ year: "2024", role: "part", basis: "general_imports", vintage: "2025" }],
  units: {},
  tables: ["import_lines"],
});
const pages = (each: Figure) =>
  [[each.svg, each.readings.wide], [each.narrow, each.readings.narrow]] as const;
const overTime = figures.filter(({ readings }) => readings.wide.length > 0);

interface Drawn {
  /** Of which line; null where a shape says none. */
  series: string | null;
  kind: "line" | "area";
  points: [number, number][];
}

/** Paths and bars of a picture with their points in px of the picture: ends of their pieces. */
function shapesOf(svg: string): Drawn[] {
  return [...drawing(svg).root.querySelectorAll("path, rect")].map((shape) => {
    let [left, top] = [0, 0];
    for (let at: Element | null = shape; at; at = at.parentElement) {
      const [, x, y] = /translate\(([^,]+),([^)]+)\)/.exec(at.getAttribute("transform") ?? "") ??
        ["", "0", "0"];
      [left, top] = [left + Number(x), top + Number(y)];
    }
    const fill = shape.getAttribute("fill") ?? shape.parentElement!.getAttribute("fill");
    return {
      series: shape.closest("[data-series]")?.getAttribute("data-series") ?? null,
      kind: fill === "none" ? "line" : "area",
      points: pointsOf(shape).map(([x, y]) => [x + left, y + top]),
    };
  });
}

function pointsOf(shape: Element): [number, number][] {
  if (shape.tagName.toLowerCase() === "rect") {
    const [x, y, width, height] = ["x", "y", "width", "height"]
      .map((name) => Number(shape.getAttribute(name)));
    return [[x + width / 2, y], [x + width / 2, y + height]];
  }
  return (shape.getAttribute("d")!.match(/[MLC][^MLCZHV]*/g) ?? []).map((piece) => {
    const [x, y] = piece.slice(1).split(/[\s,]+/).map(Number).slice(-2);
    return [x, y];
  });
}

const isIn = ({ box: [left, top, right, bottom] }: Panel, [x, y]: [number, number]) =>
  x >= left - 0.2 && x <= right + 0.2 && y >= top - 0.2 && y <= bottom + 0.2;

Deno.test("the figures over time can be read, those that print all their values cannot", () => {
  const names = overTime.map(({ id }) => id.replace(/-\d+$/, ""));
  assertEquals([...new Set(names)].sort(), [
    "atp-balance-history",
    "chosen-dollars",
    "chosen-ranks",
    "chosen-shares",
    "concentration",
    "duty-rates",
    "duty-rates-by-year",
    "duty-rates-by-year-chosen",
    "monthly-shares",
    "preference",
    "preference-use",
    "supplier-dollars",
    "supplier-ranks",
    "supplier-shares",
  ]);
  assertEquals(
    overTime.filter(({ readings }) => readings.wide.length !== readings.narrow.length),
    [],
  );
});

for (const each of overTime) {
  Deno.test(`${each.id}: every reading lies on its line, every line has its reading`, () => {
    for (const [svg, panels] of pages(each)) {
      const shapes = shapesOf(svg);
      for (const panel of panels) {
        const inPanel = shapes.filter(({ points }) => points.every((point) => isIn(panel, point)));
        for (const { name, y, colour } of panel.series) {
          assert(svg.includes(`"${colour}"`), name);
          const own = inPanel.filter(({ series }) => series === name);
          const tops = new Map<number, number[]>();
          for (const [x, top] of own.flatMap(({ points }) => points)) {
            tops.set(Math.round(x), [...tops.get(Math.round(x)) ?? [], top]);
          }
          const isArea = own.every(({ kind, points }) => kind === "area" || points.length < 3);
          panel.places.forEach(({ x }, place) => {
            const px = y[place];
            if (px === null) return;
            const near = [-1, 0, 1].flatMap((by) => tops.get(Math.round(x) + by) ?? []);
            const distance = Math.min(...near.map((top) => Math.abs(top - px)));
            const within = Math.min(...near) <= px + 0.1 && Math.max(...near) >= px - 0.1;
            assert(isArea ? within : distance < 0.2, `${name} at ${x}: ${px} of ${near}`);
          });
        }
        const names = panel.series.map(({ name }) => name);
        const lines = inPanel.filter(({ kind, points }) => kind === "line" && points.length > 2);
        assertEquals(lines.filter(({ series }) => !names.includes(series ?? "")), []);
      }
    }
  });

  Deno.test(`${each.id}: every value is that of the data, rounded once`, () => {
    const rows = rowsOf(each);
    const times = rows.map((row) =>
      row.month
        ? monthName(String(row.month))
        : row.period_start
        ? periodName(String(row.period_start), String(row.period_end))
        : String(row.year)
    );
    const written = (value: number) => [
      percent(value),
      percent(value, 0),
      number(value, 1),
      billions(value),
      ...(Number.isInteger(value) && value > 0 ? [ordinal(value)] : []),
    ];
    const isNamed = rows.some((row) => typeof row.partner === "string");
    const known = new Map<string, Set<string>>();
    rows.forEach((row, index) => {
      const key = `${times[index]} ${isNamed ? row.partner : ""}`;
      const values = Object.values(row).filter((cell) => typeof cell === "number");
      known.set(key, new Set([...known.get(key) ?? [], ...values.flatMap(written)]));
    });
    for (const { places, series } of each.readings.wide) {
      for (const { name, values } of series) {
        assert(values.some((value) => value !== null), `${name} says nothing`);
        values.forEach((value, place) => {
          if (value === null) return;
          const key = `${places[place].name} ${isNamed ? name : ""}`;
          assert(known.get(key)?.has(value), `${key}: ${value}`);
        });
      }
    }
  });

  Deno.test(`${each.id}: panels share their edges, places run to the right, names are told apart`, () => {
    for (const [svg, panels] of pages(each)) {
      const { width, height } = drawing(svg);
      for (const { box: [left, top, right, bottom], places, series } of panels) {
        assertEquals([left, right], [panels[0].box[0], panels[0].box[2]]);
        assert(0 < left && left < right && right < width && 0 < top && bottom < height);
        const xs = places.map(({ x }) => x);
        assertEquals(xs, xs.toSorted((a, b) => a - b));
        assert(xs[0] >= left && xs.at(-1)! <= right);
        assertEquals(new Set(places.map(({ name }) => name)).size, places.length);
        assertEquals(new Set(series.map(({ name }) => name)).size, series.length);
        for (const { y, values } of series) {
          assertEquals([y.length, values.length], [places.length, places.length]);
          assertEquals(y.map((px) => px === null), values.map((value) => value === null));
          assert(y.every((px) => px === null || top <= px && px <= bottom), "above the top line");
        }
      }
    }
  });
}

Deno.test("the numbers of a title stand in the picture, at least as exact", () => {
  for (const each of overTime) {
    for (const [svg] of pages(each)) {
      const texts = [...drawing(svg).root.querySelectorAll("g text")]
        .map(({ textContent }) => textContent!);
      const shown = texts.flatMap((text) => text.match(/\d+(?:\.\d+)?%?/g) ?? []);
      for (const said of each.title.match(/\d+(?:\.\d+)?%|\d+\.\d+/g) ?? []) {
        const decimals = said.replace("%", "").split(".")[1]?.length ?? 0;
        assert(
          shown.some((text) =>
            text.endsWith("%") === said.endsWith("%") &&
            number(parseFloat(text), decimals) === said.replace("%", "")
          ),
          `${said} of: ${each.title}`,
        );
      }
    }
  }
});

Deno.test("a mark says of which line it is, whatever the name holds", () => {
  const name = 'Tools & "parts" <new>';
  const { svg } = figure({
    ...{ id: "one", title: "Rose", subtitle: "Share", source: "Source.", alt: "A line.", data },
    draw: (layout) =>
      layout.plot({
        height: 60,
        axis: null,
        marks: [Plot.dotX([1], { fill: tone("rest"), ariaDescription: name })],
      }),
  });
  assertEquals(xmlFault(svg), null);
  const named = drawing(svg).root.querySelectorAll("[data-series]");
  assertEquals([...named].map((each) => each.getAttribute("data-series")), [name]);
  assert(!svg.includes("aria-description"));
});

const value = fc.double({ min: 0, max: 1, noNaN: true });

Deno.test("a reading is as far up its box as its value is up the axis, whatever is drawn", () => {
  fc.assert(
    fc.property(fc.array(fc.option(value), { minLength: 2, maxLength: 9 }), (shares) => {
      fc.pre(shares.some((share) => share !== null));
      const axis = percentAxis(Math.max(0.01, ...shares.map((share) => share ?? 0)));
      const { readings } = figure({
        ...{ id: "one", title: "Rose", subtitle: "Share", source: "Source.", alt: "A line.", data },
        draw: (layout) =>
          lineChart(layout, {
            series: [{
              name: "Côte d’Ivoire",
              look: { colour: tone("rest"), strokeWidth: 1, fontWeight: 400 },
              points: shares.map((y, place) => ({ x: 2000 + place, y })),
            }],
            height: 200,
            y: { ...axis, write: (share) => percent(share) },
            x: { ticks: [2000], format: String, name: String },
          }),
      });
      for (const [panel] of [readings.wide, readings.narrow]) {
        const [, top, , bottom] = panel.box;
        const [{ y, values }] = panel.series;
        shares.forEach((share, place) => {
          assertEquals(values[place], share === null ? null : percent(share));
          if (share === null) return assertEquals(y[place], null);
          const up = (bottom - y[place]!) / (bottom - top);
          assertAlmostEquals(up, share / axis.domain[1], 0.002);
        });
      }
    }),
    { numRuns: 25 },
  );
});
