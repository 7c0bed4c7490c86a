/** What a pointer over a chart reads: the values of every line at a place of the axis, in words. */

/** One panel of a figure whose lines or areas run over time. */
export interface Panel {
  /** Above the panel, where a figure has several. */
  heading?: string;
  /** Edges of the drawing area in px of the picture: left, top, right, bottom. */
  box: [left: number, top: number, right: number, bottom: number];
  /** Places along the axis, from left to right: px in the picture, and the period in words. */
  places: { x: number; name: string }[];
  /** The lines, in the order in which they are read. */
  series: Reading[];
}

export interface Reading {
  /** As the label calls it, without a value: `Mexico`. In the picture `data-series` names its marks. */
  name: string;
  /** Hex of the light palette, so that the page can turn it dark. */
  colour: string;
  /** At each place: px in the picture, or null where there is no value. */
  y: (number | null)[];
  /** At each place: the value, rounded once, with its unit: `20.4%`; null where there is none. */
  values: (string | null)[];
}

/** The panels of a picture from top to bottom; none where the picture prints all its values. */
export type Readings = Panel[];

/** What is read of one plot: as a panel, but with places and heights in the units of its axes. */
export type PlotReadings = Omit<Panel, "box">;

interface Scale {
  apply(value: number): number;
  range: [number, number];
}
/** What `Plot.plot` returns: it knows its scales. */
type Scaled = Element & { scale(name: "x" | "y"): Scale };

const ofPlots = new WeakMap<Element, Panel>();

/** Says what is read of a plot; its own scales turn places and heights into px. */
export function readable(plot: Element, { heading, places, series }: PlotReadings): Element {
  const [x, y] = (["x", "y"] as const).map((name) => (plot as Scaled).scale(name));
  ofPlots.set(plot, {
    ...(heading ? { heading } : {}),
    box: [x.range[0], y.range[1], x.range[1], y.range[0]],
    places: places.map((place) => ({ ...place, x: x.apply(place.x) })),
    series: series.map((one) => ({
      ...one,
      y: one.y.map((value) => value === null ? null : y.apply(value)),
    })),
  });
  return plot;
}

/** The panel of a plot whose corner lies at a place of the picture; none where nothing is read. */
export function panelsAt(plot: Element, left: number, top: number): Readings {
  const panel = ofPlots.get(plot);
  if (!panel) return [];
  const [right, down] = [(px: number) => tenths(px + left), (px: number) => tenths(px + top)];
  const { box, places, series } = panel;
  return [{
    ...panel,
    box: [right(box[0]), down(box[1]), right(box[2]), down(box[3])],
    places: places.map(({ x, name }) => ({ x: right(x), name })),
    series: series.map((one) => ({ ...one, y: one.y.map((px) => px === null ? null : down(px)) })),
  }];
}

const tenths = (px: number): number => Math.round(px * 10) / 10;
