/** Reads an SVG of ours back: is it well-formed, what text stands where, which colours and ids it has. */
import { parseHTML } from "linkedom";
import type { Weight } from "../../lib/figures/text.ts";
import { interWidth } from "./typefaces.ts";

export interface TextBox {
  text: string;
  left: number;
  right: number;
  top: number;
  bottom: number;
  /** Of the type, in px. */
  size: number;
  /** To what the line is squeezed or stretched in another type; null where it is not. */
  textLength: number | null;
}

export interface Drawing {
  root: Element;
  width: number;
  height: number;
  texts: TextBox[];
  colours: Set<string>;
  ids: string[];
}

export function drawing(svg: string): Drawing {
  const { document } = parseHTML(`<html><body>${svg}</body></html>`);
  const root = document.querySelector("svg") as unknown as Element;
  const [, , width, height] = root.getAttribute("viewBox")!.split(" ").map(Number);
  const all = [...root.querySelectorAll("*")];
  const colours = new Set(
    all.flatMap((element) => ["fill", "stroke"].map((name) => element.getAttribute(name)))
      .filter((value): value is string => value !== null && value !== "none"),
  );
  return {
    root,
    width,
    height,
    texts: [...root.querySelectorAll("text")].flatMap(boxesOf),
    colours,
    ids: all.map((element) => element.id).filter((id) => id !== ""),
  };
}

/** One box for each line of a text element, in Inter. */
function boxesOf(text: Element): TextBox[] {
  const size = Number(inherited(text, "font-size"));
  const weight = Number(inherited(text, "font-weight") ?? 400) as Weight;
  const anchor = inherited(text, "text-anchor") ?? "start";
  let [x, y] = [number(text, "x", size), number(text, "y", size)];
  for (let at: Element | null = text; at; at = at.parentElement) {
    const [, dx, dy] = /translate\(([^,]+),([^)]+)\)/.exec(at.getAttribute("transform") ?? "") ??
      ["", "0", "0"];
    x += Number(dx);
    y += Number(dy);
  }
  const lines = text.querySelectorAll("tspan").length
    ? [...text.querySelectorAll("tspan")]
    : [text];
  let baseline = y;
  return lines.map((line) => {
    if (line !== text) {
      baseline = line.hasAttribute("y")
        ? y + number(line, "y", size)
        : baseline + number(line, "dy", size);
    }
    const content = line.textContent ?? "";
    const width = interWidth(content, size, weight);
    const left = anchor === "end" ? x - width : anchor === "middle" ? x - width / 2 : x;
    const [top, bottom] = [baseline - 0.73 * size, baseline + 0.2 * size];
    const fixed = line.getAttribute("lengthAdjust") === "spacingAndGlyphs";
    const textLength = fixed ? Number(line.getAttribute("textLength")) : null;
    return { text: content, left, right: left + width, top, bottom, size, textLength };
  });
}

function number(element: Element, name: string, size: number): number {
  const value = element.getAttribute(name) ?? "0";
  return value.endsWith("em") ? Number(value.slice(0, -2)) * size : Number(value);
}

function inherited(element: Element, name: string): string | null {
  for (let at: Element | null = element; at; at = at.parentElement) {
    const value = at.getAttribute(name);
    if (value !== null) return value;
  }
  return null;
}

/**
 * What is wrong with the text of a drawing: without a color, outside of the picture, over another text,
 * or free to be wider than in Inter where another type stands in.
 */
export function textFaults({ root, width, height, texts }: Drawing): string[] {
  const unseen = [...root.querySelectorAll("text")]
    .filter((text) => inherited(text, "fill") === "none")
    .map(({ textContent }) => `without a color: ${textContent}`);
  const free = texts.filter(({ left, right, textLength }) =>
    textLength === null || Math.abs(textLength - (right - left)) > 0.01 * (right - left) + 0.1
  ).map(({ text, textLength }) => `free: ${text} (${textLength})`);
  const outside = texts.filter(({ left, right, top, bottom }) =>
    left < 0 || right > width || top < 0 || bottom > height
  ).map((box) => `outside: ${box.text} (${Math.round(box.left)} to ${Math.round(box.right)})`);
  const over = texts.flatMap((one, index) =>
    texts.slice(index + 1).filter((other) =>
      overlap(one.left, one.right, other.left, other.right) > 0.5 &&
      overlap(one.top, one.bottom, other.top, other.bottom) > 1
    ).map((other) => `over each other: ${one.text} | ${other.text}`)
  );
  return [...unseen, ...outside, ...over, ...free];
}

const overlap = (a: number, b: number, c: number, d: number): number =>
  Math.min(b, d) - Math.max(a, c);

const TOKEN = /<(\/?)([a-zA-Z]+)((?:\s+[a-zA-Z:0-9-]+="[^"<&]*(?:&#?\w+;[^"<&]*)*")*)\s*(\/?)>/y;

/** The first place where a text is not well-formed XML, or null. */
export function xmlFault(xml: string): string | null {
  const open: string[] = [];
  for (let place = 0; place < xml.length;) {
    if (xml[place] !== "<") {
      const text = /[^<]*/y;
      text.lastIndex = place;
      const [content] = text.exec(xml)!;
      if (/&(?!#?\w+;)/.test(content)) return `bare & in ${content}`;
      place += content.length;
      continue;
    }
    TOKEN.lastIndex = place;
    const tag = TOKEN.exec(xml);
    if (!tag) return `no tag at ${xml.slice(place, place + 60)}`;
    const [whole, closing, name, , empty] = tag;
    if (closing && open.pop() !== name) return `</${name}> closes nothing`;
    if (!closing && !empty) open.push(name);
    place += whole.length;
  }
  return open.length ? `<${open.at(-1)}> is not closed` : null;
}

/** SVG as it is kept in snapshots: one element a line, indented, numbers to 3 decimals. */
export function normalised(svg: string): string {
  let depth = 0;
  return svg.replace(/-?\d+\.\d{4,}/g, (long) => String(Number(Number(long).toFixed(3))))
    .replace(/></g, ">\n<").split("\n").map((line) => {
      if (line.startsWith("</")) depth--;
      const indented = "  ".repeat(depth) + line;
      if (/^<[a-zA-Z]/.test(line) && !line.endsWith("/>") && !line.includes("</")) depth++;
      return indented;
    }).join("\n");
}
