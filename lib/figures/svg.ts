/**
 * From Plot's SVG to ours: nothing but shapes and attributes, so that a browser in dark mode, a
 * typesetter and a reader of the file all see the same picture.
 */
import { attributeText, markupIn } from "./document.ts";
import { LIGHT_COLOURS, tone } from "./palette.ts";
import { textWidth, type Weight } from "./text.ts";

const COLOUR_ATTRIBUTES = ["fill", "stroke", "stop-color"];
/** Plot's classes and roles mean nothing inside a picture that has one role and one description. */
const DROPPED = /^(class|aria-.*|font-variant|xmlns.*)$/;
/** The option of Plot, `ariaDescription`, by which a mark says which line it is of. */
const SERIES = "aria-description";
const NUMBER = /-?\d+\.\d{3,}(e-?\d+)?/g;

/** `textLength` of a line: its width in Inter, so that a wider type is squeezed and not cut. */
export const lengthOf = (line: string, size: number, weight: Weight): number =>
  Math.round(textWidth(line, size, weight) * 10) / 10;

/** Where a plot stands in its figure. */
interface Place {
  /** Of all ids, unique on a page that holds every figure. */
  prefix: string;
  x: number;
  y: number;
  /** Of type where the plot sets none. */
  size: number;
}

/**
 * The content of a plot as one group at a place in the figure.
 *
 * @param svg what `Plot.plot` returned; it is changed.
 * @throws Error when Plot warned, returned HTML, or drew a colour that is not of the palette.
 */
export function plotGroup(svg: Element, { prefix, x, y, size }: Place): string {
  if (svg.tagName.toLowerCase() !== "svg") {
    throw new Error(`${prefix}: Plot made <${svg.tagName}>; titles and legends are drawn by hand`);
  }
  if (svg.textContent?.includes("\u26a0")) throw new Error(`${prefix}: Plot warned; see above`);
  for (const style of [...svg.querySelectorAll("style")]) style.remove();
  const ids = new Map([...svg.querySelectorAll("[id]")].map((element, index) => {
    return [element.id, `${prefix}-${index + 1}`];
  }));
  for (const element of svg.querySelectorAll("*")) clean(element, ids, prefix);
  for (const text of svg.querySelectorAll("text")) fit(text, size);
  return `<g transform="translate(${x},${y})" text-anchor="middle" fill="${tone("ink")}">${
    markupIn(svg)
  }</g>`;
}

function clean(element: Element, ids: Map<string, string>, prefix: string): void {
  for (const { name, value } of [...element.attributes]) {
    if (name === SERIES) element.setAttribute("data-series", attributeText(value));
    if (DROPPED.test(name)) element.removeAttribute(name);
    else if (name === "id") element.setAttribute(name, ids.get(value)!);
    else if (value.startsWith("url(#")) {
      element.setAttribute(name, `url(#${ids.get(value.slice(5, -1)) ?? missing(prefix, value)})`);
    } else if (COLOUR_ATTRIBUTES.includes(name)) checkColour(value, prefix);
    else if (name === "style") throw new Error(`${prefix}: style="${value}" on ${element.tagName}`);
    else if (NUMBER.test(value)) {
      element.setAttribute(name, value.replace(NUMBER, (long) => String(rounded(Number(long)))));
    }
  }
}

/** Gives each line of a text its length. */
function fit(text: Element, size: number): void {
  const [ownSize, weight] = ["font-size", "font-weight"].map((name) => inherited(text, name));
  const lines = [...text.querySelectorAll("tspan")];
  for (const line of lines.length ? lines : [text]) {
    const length = lengthOf(
      line.textContent ?? "",
      Number(ownSize ?? size),
      Number(weight ?? 400) as Weight,
    );
    if (length === 0) continue;
    line.setAttribute("textLength", String(length));
    line.setAttribute("lengthAdjust", "spacingAndGlyphs");
  }
}

/** An attribute of the text, or of the nearest group around it that has one. */
function inherited(text: Element, name: string): string | null {
  for (let each: Element | null = text; each; each = each.parentElement) {
    if (/^(g|text)$/i.test(each.tagName) && each.hasAttribute(name)) return each.getAttribute(name);
  }
  return null;
}

const rounded = (value: number): number => Math.round(value * 100) / 100 || 0;

function missing(prefix: string, value: string): never {
  throw new Error(`${prefix}: ${value} points to nothing in this plot`);
}

function checkColour(value: string, prefix: string): void {
  if (value !== "none" && !LIGHT_COLOURS.has(value)) {
    throw new Error(`${prefix}: colour ${value} is not in the palette; name a tone`);
  }
}
