/** What the source says of a name: a function's signature, a type with the comments of its fields. */
import { ROOT } from "../root.ts";
import type { Documented } from "./docs.ts";

/** Lines of the files that were asked for. */
const files = new Map<string, Promise<string[]>>();

function linesOf(file: string): Promise<string[]> {
  const known = files.get(file) ??
    Deno.readTextFile(`${ROOT}/lib/${file}`).then((text) => text.split("\n"));
  files.set(file, known);
  return known;
}

/** A longer value than this, in lines, is left to the source. */
const LONGEST_VALUE = 12;

/**
 * The declaration as the source has it, as `deno fmt` breaks its lines: of a function without its body, of a
 * constant with a short value only.
 */
export async function declaration({ file, line, kind }: Documented): Promise<string> {
  const lines = (await linesOf(file)).slice(line - 1);
  const text = (count: number) => lines.slice(0, count).join("\n").replace(/^export /, "");
  // A declaration ends where a line that is not indented ends it.
  const endOf = (end: RegExp) => lines.findIndex((each) => /^\S/.test(each) && end.test(each)) + 1;
  if (kind === "function") return text(endOf(/( \{| =>|;)$/)).replace(/( \{| =>|;)$/, "");
  if (kind === "variable") {
    const isFunction = endOf(/ =>/);
    const whole = endOf(/;$/);
    if (isFunction > 0 && isFunction <= whole) return text(isFunction).replace(/ =>[\s\S]*$/, "");
    return whole <= LONGEST_VALUE ? text(whole) : `${text(1).replace(/ = .*$/, "")} = …`;
  }
  return text(endOf(/(^\}|;$|^export (interface|class).*\}$)/));
}
