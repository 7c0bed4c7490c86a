/** What a function was given, in words: for the messages to someone who writes a cell. */

/** Whether a value is a polars frame or a lazy scan. A frame says `in` of its columns only. */
export function isFrame(value: unknown): boolean {
  const { getColumn, collectSync } = (value ?? {}) as Record<string, unknown>;
  return typeof getColumn === "function" || typeof collectSync === "function";
}

/** A value as a reader would call it: `the text "hello"`, `a frame (month, usd)`. */
export function given(value: unknown): string {
  if (value === undefined) return "undefined: is a name misspelt, or not computed yet?";
  if (value === null) return "null";
  if (value instanceof Promise) return "a promise: put await before what gives it";
  if (typeof value === "string") return `the text ${JSON.stringify(shortened(value))}`;
  if (typeof value === "function") return `the function ${value.name}: call it`;
  if (typeof value !== "object") return String(value);
  if (isFrame(value)) return `a frame (${(value as { columns: string[] }).columns.join(", ")})`;
  if (Array.isArray(value)) return `a list of ${value.length}`;
  return `an object (${shortened(Object.keys(value).join(", "))})`;
}

const shortened = (text: string): string => text.length > 60 ? `${text.slice(0, 59)}…` : text;

/**
 * Refuses a code that is no text: as a number it equals nothing in the figures.
 *
 * @param what what the code is of: "a NAICS code"
 * @throws TypeError showing how it is written.
 */
export function requireCode(code: unknown, what: string): void {
  if (typeof code === "string") return;
  const mend = typeof code === "number" ? `write "${code}", in quotes` : "it is written in quotes";
  throw new TypeError(`${what} is text: ${mend}; it was given ${given(code)}`);
}
