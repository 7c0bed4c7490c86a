/** A figure of two lines over three years, and what is read of it, by hand. */
import { tone } from "../../../lib/figures/palette.ts";
import type { Readings } from "../../../lib/figures/readings.ts";
import type { FigureBundle } from "../../../lib/publish/chapters/notebook.ts";

const LINES = [
  {
    name: "Mexico",
    colour: tone("mexico"),
    values: ["10.0%", "15.0%", "20.4%"],
    heights: [90, 80, 60],
  },
  {
    name: "Côte d’Ivoire",
    colour: tone("china"),
    values: [null, "40.0%", "9.1%"],
    heights: [null, 20, 82],
  },
];
const PLACES = [[60, "2023"], [180, "2024"], [300, "January–November 2025"]] as const;

/** What is read of a picture of a width, its panel from 10 to 100 px below its top. */
export function readings(width: number, heading?: string): Readings {
  const places = PLACES.map(([x, name]) => ({ x: x * width / 360, name }));
  return [{
    ...(heading === undefined ? {} : { heading }),
    box: [places[0].x, 10, places[2].x, 100],
    places,
    series: LINES.map(({ name, colour, values, heights }) => ({
      name,
      colour,
      values: [...values],
      y: heights,
    })),
  }];
}

const picture = (width: number) => {
  const lines = LINES.map(({ name, colour, heights }) => {
    const points = PLACES.flatMap(([x], at) =>
      heights[at] === null ? [] : [`${x * width / 360},${heights[at]}`]
    );
    return `<g data-series="${name}" stroke="${colour}" fill="none"><path d="M${
      points.join("L")
    }"/></g>` +
      `<g data-series="${name}" fill="${colour}"><text x="${310 * width / 360}" y="${
        heights[2]
      }" ` +
      `font-size="11">${name}</text></g>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="120" ` +
    `viewBox="0 0 ${width} 120" role="img" aria-label="Two lines">` +
    `<rect width="${width}" height="120" fill="#ffffff"/>${lines.join("")}</svg>`;
};

type Both = { wide: Readings; narrow: Readings };

/** The figure as a page takes it from a notebook; `own` takes the place of what it has. */
export const figure = (own: Partial<FigureBundle> & { readings?: Both } = {}): FigureBundle => {
  const readingsOfBoth: Both = { wide: readings(720), narrow: readings(360) };
  return {
    ...{ id: "shares", title: "Mexico’s share rose", subtitle: "Share of imports" },
    ...{ source: "Source: Bureau.", alt: "Two lines.", svg: picture(720), narrow: picture(360) },
    ...{ data: "", readings: readingsOfBoth },
    ...own,
  };
};
