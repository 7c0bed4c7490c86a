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
  const text = (await linesOf(file)).slice(line - 1).join("\n").replace(/^export /, "");
  const isConstant = text.startsWith("const ");
  if (kind === "function") return upTo(text, isConstant ? / =>/g : /( \{|;)$/gm);
  if (!isConstant) return upTo(text, /[;}]$/gm, true);
  const whole = upTo(text, /;$/gm, true);
  return whole.split("\n").length <= LONGEST_VALUE ? whole : `${upTo(text, / =( |$)/gm)} = …`;
}

/** The text before the first such end, or with it, at which all brackets are closed. */
function upTo(text: string, end: RegExp, included = false): string {
  for (const found of text.matchAll(end)) {
    const part = text.slice(0, found.index + (included ? found[0].length : 0));
    if (isClosed(part)) return part;
  }
  return text.split("\n")[0];
}

function isClosed(code: string): boolean {
  const bare = code.replace(/\/\*\*[\s\S]*?\*\//g, "").replace(/"[^"]*"|`[^`]*`|'[^']*'/g, "");
  return ["()", "{}", "[]"].every(([open, close]) =>
    bare.split(open).length === bare.split(close).length
  );
}
