/** Loads pieces of data in the browser: each once, by a script, so that a page opened as a file can. */
import type { Pieces } from "./layout.ts";
import { unpackPiece } from "./unpack.ts";

declare global {
  /** What the script of a piece calls: its name, and the packed piece as JSON. */
  var explorerPiece: (name: string, json: string) => void;
}

/** Where the pieces are, from the page. */
const FOLDER = "explore";

const arrived = new Map<string, string>();
const loaded = new Map<string, Promise<unknown>>();
globalThis.explorerPiece = (name, json) => void arrived.set(name, json);

/**
 * A piece, unpacked. A chapter of the tariff that the tables do not have is empty: nothing is imported
 * under it.
 *
 * @throws Error when the file of a piece is missing; it can be asked for again. RangeError when there is
 * no such piece.
 */
export function load<Name extends keyof Pieces>(name: Name): Promise<Pieces[Name]> {
  const before = loaded.get(name) as Promise<Pieces[Name]> | undefined;
  if (before) return before;
  const piece = read(name);
  loaded.set(name, piece);
  piece.catch(() => loaded.delete(name));
  return piece;
}

async function read<Name extends keyof Pieces>(name: Name): Promise<Pieces[Name]> {
  if (name === "contents" || await isListed(name)) {
    return unpackPiece<Name>(JSON.parse(await jsonOf(name)));
  }
  if (/^chapter-\d\d$/.test(name)) {
    return { lines: [], preference: [], months: [] } as unknown as Pieces[Name];
  }
  throw new RangeError(`the explorer has no data called ${name}`);
}

const isListed = async (name: string): Promise<boolean> =>
  (await load("contents")).some(({ piece }) => piece === name);

/** Adds the script of a piece to the page and waits for what it brings. */
function jsonOf(name: string): Promise<string> {
  const file = `${FOLDER}/${name}.js`;
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = file;
    script.onload = () => {
      const json = arrived.get(name);
      arrived.delete(name);
      script.remove();
      if (json !== undefined) resolve(json);
      else reject(new Error(`${file} holds no data of ${name}: build the report again`));
    };
    script.onerror = () => {
      script.remove();
      reject(new Error(`${file} is missing beside this page`));
    };
    document.head.append(script);
  });
}
