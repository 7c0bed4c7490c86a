/** The figures' palette as CSS: variables for the page, and dark mode for the pictures in it. */
export interface Tone {
  light: string;
  dark: string;
}

const ATTRIBUTES = ["fill", "stroke", "stop-color"];

/** Style rules for a palette: `--ink` and so on, and each light colour in an SVG turned dark. */
export function paletteCss(palette: Record<string, Tone>): string {
  const tones = Object.entries(palette);
  const variables = (mode: keyof Tone) =>
    `:root { ${tones.map(([name, tone]) => `--${name}: ${tone[mode]};`).join(" ")} }`;
  const recolour = tones.flatMap(([, { light, dark }]) =>
    ATTRIBUTES.map((name) => `figure svg [${name}="${light}" i] { ${name}: ${dark}; }`)
  );
  return `${variables("light")}
@media screen and (prefers-color-scheme: dark) {
${variables("dark")}
${recolour.join("\n")}
}
`;
}
