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
  /** Lines in the background, and areas of what is not drawn by name: decoration, not a mark. */
  faint: { light: "#b9bfc5", dark: "#4b525a" },
  /** China's area: its tone would glare over half a picture in dark mode. */
  chinaArea: { light: "#282c31", dark: "#b5b0aa" },
  /** The two flows, and which of them is larger: a surplus is of exports, a deficit of imports. */
  exports: { light: "#a0614f", dark: "#b5786a" },
  imports: { light: "#6e2435", dark: "#efb0b4" },
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
 * Type of all figures; the site and the PDF carry Inter. Where it is missing, types that most machines
 * have and that are narrower; `textWidth` reserves for DejaVu Sans, the widest that may come last.
 */
export const FONT = "Inter, Helvetica Neue, Arial, Liberation Sans, system-ui, sans-serif";

/** Sizes of type in px, on wide (720 px) and narrow (360 px) figures. */
export const TYPE = {
  title: { wide: 18, narrow: 16 },
  subtitle: { wide: 13, narrow: 12 },
  label: { wide: 12, narrow: 11 },
  note: { wide: 10.5, narrow: 10 },
} as const;
