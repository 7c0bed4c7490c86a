/** The marks of a drawing: which colours they have, and which bars touch. */

const inherited = (element: Element, name: string): string | null =>
  element.closest(`[${name}]`)?.getAttribute(name) ?? null;

const isColour = (value: string | null): value is string => value?.startsWith("#") ?? false;

/** Colours of shapes, not of text. */
export const markColours = (root: Element): Set<string> =>
  new Set(
    [...root.querySelectorAll("rect, path, line, circle")].flatMap((mark) =>
      ["fill", "stroke"].map((name) => inherited(mark, name)).filter(isColour)
    ),
  );

/** A bar in px of the figure. */
export interface Bar {
  left: number;
  right: number;
  top: number;
  height: number;
  fill: string;
}

/** The bars of a drawing; the ground of the figure and what lies in a pattern are none. */
export function barsOf(root: Element): Bar[] {
  return [...root.querySelectorAll("g rect")].filter((rect) => !rect.closest("pattern"))
    .map((rect) => {
      let [left, top] = ["x", "y"].map((name) => Number(rect.getAttribute(name) ?? 0));
      for (let at: Element | null = rect; at; at = at.parentElement) {
        const [, dx, dy] =
          /translate\(([^,]+),([^)]+)\)/.exec(at.getAttribute("transform") ?? "") ?? [];
        left += Number(dx ?? 0);
        top += Number(dy ?? 0);
      }
      const right = left + Number(rect.getAttribute("width"));
      const height = Number(rect.getAttribute("height"));
      return { left, right, top, height, fill: inherited(rect, "fill") ?? "" };
    });
}

/** Fills of bars that lie end to end in one row. */
export function touching(root: Element): [string, string][] {
  const bars = barsOf(root);
  return bars.flatMap((one) =>
    bars.filter((other) =>
      other.fill !== one.fill && Math.abs(other.top - one.top) < 0.5 &&
      Math.abs(other.left - one.right) < 1
    ).map((other): [string, string] => [one.fill, other.fill])
  );
}
