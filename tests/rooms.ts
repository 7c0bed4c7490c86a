/** The order of the rooms of a part of lib/: a room imports only what stands below it. */
import { assert } from "@std/assert";
import { ROOT } from "../lib/root.ts";

/** Rooms from the lowest floor up; those of one floor are siblings. The door, "", is the top. */
export type Floors = string[][];

interface Module {
  room: string;
  name: string;
  source: string;
}

/** Imports of a module within its part of lib/ that its room may not make, by its import lines. */
export function forbidden(floors: Floors, room: string, source: string): string[] {
  const floorOf = (room: string) => floors.findIndex((rooms) => rooms.includes(room));
  const imported = [...source.matchAll(/\bfrom "(\.[^"]+)"|\bimport\(?\s*"(\.[^"]+)"/g)]
    .map(([, named, bare]) => named ?? bare);
  return imported.filter((path) => {
    const { pathname } = new URL(path, `file:///part/${room ? `${room}/` : ""}module.ts`);
    const [, inside] = /^\/part\/(.*)$/.exec(pathname) ?? [];
    if (inside === undefined) return false;
    const other = inside.includes("/") ? inside.split("/")[0] : "";
    return other !== room && floorOf(other) >= floorOf(room);
  });
}

/** How many modules a part of lib/ has, and each import in it that its room may not make. */
export async function imports(
  part: string,
  floors: Floors,
): Promise<{ modules: number; wrong: string[] }> {
  const modules = await modulesIn(`${ROOT}/lib/${part}`, "");
  for (const { room, name } of modules) {
    assert(floors.flat().includes(room), `${room}/${name} lies in no known room`);
  }
  const wrong = modules.flatMap(({ room, name, source }) =>
    forbidden(floors, room, source).map((path) => `${room}/${name} imports ${path}`)
  );
  return { modules: modules.length, wrong };
}

/** The modules of a folder and of those in it; others, with fonts, say, are no rooms. */
async function modulesIn(part: string, room: string): Promise<Module[]> {
  const found = [];
  for await (const { name, isDirectory } of Deno.readDir(`${part}/${room}`)) {
    const path = room ? `${room}/${name}` : name;
    if (isDirectory) found.push(...await modulesIn(part, path));
    if (!name.endsWith(".ts")) continue;
    found.push({ room, name, source: await Deno.readTextFile(`${part}/${path}`) });
  }
  return found;
}
