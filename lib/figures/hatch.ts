/** A hatched ground: it marks what is several countries drawn as one, in grey and in print alike. */
import type { Markish } from "@observablehq/plot";
import { tone, type ToneName } from "./palette.ts";

const SVG = "http://www.w3.org/2000/svg";
const SIZE = 6;

/** Fill of a mark that is to be hatched; `hatchPattern` must be among the marks of the plot. */
export const HATCHED = "url(#hatch)";

/** Defines the pattern: slanted lines of a tone on paper. */
export function hatchPattern(name: ToneName): Markish {
  return (_index, _scales, _values, _dimensions, context) => {
    const make = (tag: string, attributes: Record<string, string | number>) => {
      const element = context!.document.createElementNS(SVG, tag);
      for (const [key, value] of Object.entries(attributes)) {
        element.setAttribute(key, String(value));
      }
      return element;
    };
    const pattern = make("pattern", {
      id: "hatch",
      width: SIZE,
      height: SIZE,
      patternUnits: "userSpaceOnUse",
    });
    const slant = `M-1,1L1,-1M0,${SIZE}L${SIZE},0M${SIZE - 1},${SIZE + 1}L${SIZE + 1},${SIZE - 1}`;
    pattern.append(
      make("rect", { width: SIZE, height: SIZE, fill: tone("paper") }),
      make("path", { d: slant, stroke: tone(name), "stroke-width": 1.5, fill: "none" }),
    );
    const defs = make("defs", {});
    defs.append(pattern);
    return defs as unknown as SVGElement;
  };
}
