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

/** The ground: modules beside the door that stand below all rooms, and import no room. */
const GROUND = "the ground";

/** Imports of a module within its part of lib/ that its room may not make, by its import lines. */
export function forbidden(
  floors: Floors,
  room: string,
  source: string,
  ground: string[] = [],
): string[] {
  const floorOf = (room: string) => floors.findIndex((rooms) => rooms.includes(room));
  const folder = room === GROUND ? "" : room;
  const imported = [...source.matchAll(/\bfrom "(\.[^"]+)"|\bimport\(?\s*"(\.[^"]+)"/g)]
    .map(([, named, bare]) => named ?? bare);
  return imported.filter((path) => {
    const { pathname } = new URL(path, `file:///part/${folder ? `${folder}/` : ""}module.ts`);
    const [, inside] = /^\/part\/(.*)$/.exec(pathname) ?? [];
    if (inside === undefined) return false;
    const beside = ground.includes(inside) ? GROUND : "";
    const other = inside.includes("/") ? inside.split("/")[0] : beside;
    return other !== room && floorOf(other) >= floorOf(room);
  });
}

/** How many modules a part of lib/ has, and each import in it that its room may not make. */
export async function imports(
  part: string,
  floors: Floors,
  ground: string[] = [],
): Promise<{ modules: number; wrong: string[] }> {
  const found = await modulesIn(`${ROOT}/lib/${part}`, "");
  const modules = found.map((it) =>
    it.room === "" && ground.includes(it.name) ? { ...it, room: GROUND } : it
  );
  for (const { room, name } of modules) {
    assert([...floors.flat(), GROUND].includes(room), `${room}/${name} lies in no known room`);
  }
  const wrong = modules.flatMap(({ room, name, source }) =>
    forbidden(floors, room, source, ground).map((path) => `${room}/${name} imports ${path}`)
  );
  return { modules: modules.length, wrong };
}

/** The modules of a folder and of those in it; others, with fonts, say, are no rooms. */
async function modulesIn(part: string, room: string): Promise<Module[]> {
  const found = [];
  for await (const { name, isDirectory } of Deno.readDir(`${part}/${room}`)) {
    const path = room ? `${room}/${name}` : name;
    if (isDirectory) found.push(...await modulesIn(part, path));
    if (!/\.tsx?$/.test(name)) continue;
    found.push({ room, name, source: await Deno.readTextFile(`${part}/${path}`) });
  }
  return found;
}
