/** The palette as CSS: light unless told, dark by the system or by choice, pictures by the same names. */
import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { paletteCss } from "../../../lib/publish/site/colours.ts";

const css = paletteCss({ ink: { light: "#111111", dark: "#eeeeee" } });

Deno.test("colors are light on paper, and dark on a screen alone: by the system or by choice", () => {
  const [light, ...dark] = css.split("@media screen");
  assertStringIncludes(light, ":root { color-scheme: light; --ink: #111111;");
  assertEquals(dark.length, 2);
  const [bySystem, byChoice] = dark;
  assert(bySystem.startsWith(" and (prefers-color-scheme: dark)"));
  assertStringIncludes(
    bySystem,
    `:root:not([data-theme="light"]) { color-scheme: dark; --ink: #eeeeee;`,
  );
  assertStringIncludes(byChoice, `:root[data-theme="dark"] { color-scheme: dark; --ink: #eeeeee;`);
});

Deno.test("every attribute of a picture that carries a color of the palette takes its variable", () => {
  for (const name of ["fill", "stroke", "stop-color"]) {
    assertStringIncludes(css, `figure svg [${name}="#111111" i] { ${name}: var(--ink); }`);
  }
});

Deno.test("both modes give every variable a value", () => {
  const names = css.split("\n").filter((line) => line.startsWith(":root"))
    .map((line) => [...line.matchAll(/--(\w+):/g)].map(([, name]) => name));
  assertEquals(names.length, 3);
  assert(names[0].includes("link") && names[0].includes("ink"));
  for (const mode of names) assertEquals(mode, names[0]);
});
