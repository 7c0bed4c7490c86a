/** The style sheet for browsers of 2019: what they may not know has a plain form, or stands alone. */
import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { styleSheet } from "../../../lib/publish/site/assets.ts";

const style = (await styleSheet()).replace(/\/\*[\s\S]*?\*\//g, "");

/** Values that an older browser drops, and with them the declaration. */
const NEW_VALUE =
  /\b(?:clamp|min|max|color-mix|light-dark|oklch|oklab|lch|lab)\(|\d[dsl]v[hwb]\b|attr\([^)]*\) \/|: anywhere;/;
/** Selectors that an older browser does not know: it drops the whole rule. */
const NEW_SELECTOR = /:(?:is|where|has|popover-open|user-valid)\(|::details-content|&/;

/** Rules as their selectors and their declarations, whatever they stand in. */
const rules = [...style.matchAll(/([^{};]+)\{([^{}]*)\}/g)].map(([, selectors, body]) => ({
  selectors: selectors.trim(),
  declarations: body.split("\n").map((it) => it.trim()).filter((it) => it !== ""),
}));

Deno.test("a value that an older browser drops has a plain form before it", () => {
  const found: string[] = [];
  for (const { selectors, declarations } of rules) {
    for (const [place, line] of declarations.entries()) {
      if (!NEW_VALUE.test(line)) continue;
      found.push(line);
      const before = declarations[place - 1] ?? "";
      const plain = before.split(":")[0] === line.split(":")[0] && !NEW_VALUE.test(before);
      assert(plain, `${selectors}: no plain form before ${line}`);
    }
  }
  assert(found.some((line) => line.startsWith("content: attr(data-label) /")), `${found}`);
});

Deno.test("a selector that an older browser does not know takes no other one with it", () => {
  const outside = (text: string): string => {
    const less = text.replace(/\([^()]*\)/g, "");
    return less === text ? text : outside(less);
  };
  const shared = rules.map(({ selectors }) => selectors)
    .filter((it) => NEW_SELECTOR.test(it) && outside(it).includes(","));
  assertEquals(shared, []);
});

Deno.test("colors are written as every browser reads them", () => {
  assertEquals(style.match(/rgb\([^,)]*\)|hsl\([^,)]*\)/g), null);
});

Deno.test("where a fold cannot be opened for print its name says where to read on", () => {
  const print = style.slice(style.indexOf("@media print"));
  const plain = print.indexOf(`content: ": on the site and in the teaching edition"`);
  const able = print.indexOf("@supports selector(::details-content)");
  assert(0 < plain && plain < able);
  assertStringIncludes(print.slice(able), "content: none;");
});
