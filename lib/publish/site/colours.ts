/** The palette as CSS: variables that follow the system or the reader's choice; pictures use them too. */
export interface Tone {
  light: string;
  dark: string;
}

/** What pages need beyond the figures' palette: links, code, the reader's place, shades. */
const PAGE: Record<string, Tone> = {
  link: { light: "#1a5a96", dark: "#8ab8e8" },
  string: { light: "#4a5f14", dark: "#b3c86a" },
  keyword: { light: "#8a2f62", dark: "#e69bc6" },
  number: { light: "#8a4b08", dark: "#e0a86a" },
  wash: { light: "#f4f5f6", dark: "#1e2226" },
  mark: { light: "#004f62", dark: "#20bac9" },
  shade: { light: "rgba(0, 0, 0, 0.15)", dark: "rgba(255, 255, 255, 0.18)" },
};

const ATTRIBUTES = ["fill", "stroke", "stop-color"];

/**
 * Style rules for a palette: `--ink` and so on, light on paper and wherever nothing else is asked for;
 * dark on a screen, by the system unless `data-theme` says light, or by `data-theme`. Each light colour
 * in an SVG becomes its variable.
 */
export function paletteCss(palette: Record<string, Tone>): string {
  const tones = Object.entries(palette);
  const variables = (mode: keyof Tone) =>
    [...tones, ...Object.entries(PAGE)].map(([name, tone]) => `--${name}: ${tone[mode]};`)
      .join(" ");
  const recolour = tones.flatMap(([name, { light }]) =>
    ATTRIBUTES.map((of) => `figure svg [${of}="${light}" i] { ${of}: var(--${name}); }`)
  );
  return `:root { color-scheme: light; ${variables("light")} }
@media screen and (prefers-color-scheme: dark) {
:root:not([data-theme="light"]) { color-scheme: dark; ${variables("dark")} }
}
@media screen {
:root[data-theme="dark"] { color-scheme: dark; ${variables("dark")} }
}
${recolour.join("\n")}
`;
}
