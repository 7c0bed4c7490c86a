/**
 * The colours and the type of all figures. A colour has one meaning through the whole report: five
 * suppliers keep theirs, the others are grey; parts of a whole, the two flows and two times have tones
 * that no country has. Tones that meet in a figure stay apart for readers who see no red or no green.
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
  mexico: { light: "#004f62", dark: "#20bac9" },
  canada: { light: "#ad262f", dark: "#ec6c4e" },
  china: { light: "#262a2f", dark: "#dadfe4" },
  taiwan: { light: "#3a77bd", dark: "#6485d2" },
  vietnam: { light: "#9a6e00", dark: "#ead07e" },
  /** Other suppliers that are drawn by name. */
  country: { light: "#646a71", dark: "#8f959b" },
  /** What is not drawn by name. */
  rest: { light: "#8b9198", dark: "#6b7178" },
  /** Lines in the background, and areas of what is not drawn by name: decoration, not a mark. */
  faint: { light: "#b9bfc5", dark: "#4b525a" },
  /** China's area: its tone would glare over half a picture in dark mode. */
  chinaArea: { light: "#282c31", dark: "#b5b0aa" },
  /** Parts of a whole that are no supplier: rates and shifts, own share and mix, industries. */
  partOne: { light: "#553c7b", dark: "#9d7fdb" },
  partTwo: { light: "#ad5896", dark: "#f0a9da" },
  /** The two flows, and which of them is larger: a surplus is of exports, a deficit of imports. */
  exports: { light: "#a0614f", dark: "#b5786a" },
  imports: { light: "#6e2435", dark: "#efb0b4" },
  /** One measure at two times. */
  earlier: { light: "#8592bf", dark: "#7683b4" },
  later: { light: "#2b3a67", dark: "#b4c1f0" },
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
  subtitle: { wide: 13.5, narrow: 13.5 },
  label: { wide: 12, narrow: 12.5 },
  note: { wide: 11, narrow: 12.5 },
} as const;
