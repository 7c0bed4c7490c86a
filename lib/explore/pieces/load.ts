/** Loads pieces of data in the browser: each once, by a script, so that a page opened as a file can. */
import type { PackedPiece } from "./columns.ts";
import type { Pieces } from "./layout.ts";
import { runScript } from "./script.ts";
import { type PackedPieces, pieceOf } from "./unpack.ts";

declare global {
  /** Where the script of a piece leaves it, packed, as JSON, by its name. */
  var explorerPieces: Record<string, string> | undefined;
}

/** Where the pieces are, from the page. */
const FOLDER = "explore";

/** A value for each name: made at the first call, and again after a failure. */
function once<Value>(make: (name: string) => Promise<Value>) {
  const made = new Map<string, Promise<Value>>();
  return (name: string): Promise<Value> => {
    const before = made.get(name);
    if (before) return before;
    const value = make(name);
    made.set(name, value);
    value.catch(() => made.delete(name));
    return value;
  };
}

const files: PackedPieces = {
  has: async (file) =>
    file === "contents" || (await load("contents")).some(({ piece }) => piece === file),
  read: once(async (file): Promise<PackedPiece> => JSON.parse(await jsonOf(file))),
};

/**
 * A piece, unpacked. A chapter of the tariff that the tables do not have is empty: nothing is imported
 * under it.
 *
 * @throws Error when the file of a piece is missing; it can be asked for again. RangeError when there is
 * no such piece.
 */
export const load = once((name) => pieceOf(name as keyof Pieces, files)) as <
  Name extends keyof Pieces,
>(name: Name) => Promise<Pieces[Name]>;

/** What the script of a piece has brought. It is given once: unpacked it is kept elsewhere. */
function taken(name: string): string | undefined {
  const json = globalThis.explorerPieces?.[name];
  delete globalThis.explorerPieces?.[name];
  return json;
}

/** Adds the script of a piece to the page, unless the page has it, and waits for what it brings. */
async function jsonOf(name: string): Promise<string> {
  const there = taken(name);
  if (there !== undefined) return there;
  const file = `${FOLDER}/${name}.js`;
  if (!await runScript(file)) throw new Error(`${file} is missing beside this page`);
  const json = taken(name);
  if (json === undefined) {
    throw new Error(`${file} holds no data of ${name}: build the report again`);
  }
  return json;
}
