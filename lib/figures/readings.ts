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
