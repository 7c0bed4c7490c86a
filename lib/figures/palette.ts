/**
 * The colours and the type of all figures. Mexico and Canada have an accent each, China the darkest
 * grey, two more large suppliers a muted tone; whatever else is drawn is grey.
 *
 * Every colour in an SVG is the `light` hex of one tone, written in an attribute, so that a page can
 * recolour it for dark mode (`[fill="#…"]`). Hence no two tones share a light hex.
 */

export interface Tone {
  light: string;
  dark: string;
}

export const PALETTE = {
  /** Ground of every figure. */
  paper: { light: "#ffffff", dark: "#15181b" },
  /** Titles and values. */
  ink: { light: "#1b1e22", dark: "#eceef0" },
  /** Subtitles, axis labels, sources. */
  muted: { light: "#5a6169", dark: "#a8b0b8" },
  /** Zero lines and axes. */
  axis: { light: "#81888f", dark: "#7f878f" },
  /** Grid lines and row rules: decoration, not a mark. */
  grid: { light: "#e1e4e7", dark: "#2e3338" },
  mexico: { light: "#005f4e", dark: "#2fbf9f" },
  canada: { light: "#c4420e", dark: "#ff8d5f" },
  china: { light: "#30353b", dark: "#d3d8dd" },
  taiwan: { light: "#3a6089", dark: "#7fabd9" },
  vietnam: { light: "#8b6a1c", dark: "#d6b765" },
  /** Other suppliers that are drawn by name. */
  country: { light: "#697179", dark: "#98a0a8" },
  /** What is not drawn by name. */
  rest: { light: "#878e96", dark: "#757d85" },
  /** Parts of a whole that are no supplier: rates, and shifts between suppliers or goods. */
  partOne: { light: "#553c7b", dark: "#b79be6" },
  partTwo: { light: "#a2588e", dark: "#dd94c8" },
  /** Text on a dark mark: the paper, of its own tone so that it keeps its contrast in dark mode. */
  onMark: { light: "#fefefe", dark: "#0e1012" },
} as const satisfies Record<string, Tone>;

export type ToneName = keyof typeof PALETTE;

/** Hex of a tone on light paper: the one that is written into the SVG. */
export const tone = (name: ToneName): string => PALETTE[name].light;

/** Light hexes of the whole palette. */
export const LIGHT_COLOURS: ReadonlySet<string> = new Set(
  Object.values(PALETTE).map(({ light }) => light),
);

/**
 * Type of all figures; the site and the PDF carry Inter. Where it is missing another type stands in, and
 * `textLength` squeezes or stretches each line to the room that Inter would take.
 */
export const FONT = "Inter, Helvetica Neue, Arial, Liberation Sans, system-ui, sans-serif";

/** Sizes of type in px, on wide (720 px) and narrow (360 px) figures. */
export const TYPE = {
  title: { wide: 20, narrow: 18 },
  subtitle: { wide: 13.5, narrow: 13 },
  label: { wide: 12, narrow: 12.5 },
  note: { wide: 11, narrow: 12 },
} as const;
