/** The order of the rooms of lib/census: a room imports only what stands below it, by its import lines. */
import { assert, assertEquals } from "@std/assert";
import { ROOT } from "../../lib/root.ts";

/** From the lowest floor up; rooms of one floor are siblings. The door is the top. */
const FLOORS = [["transfer"], ["terms"], ["api", "archive", "workbook", "vintage"], [""]];
const CENSUS = `${ROOT}/lib/census`;

const floorOf = (room: string) => FLOORS.findIndex((rooms) => rooms.includes(room));

/** Imports of a module within lib/census that its room may not make. */
function forbidden(room: string, source: string): string[] {
  const imported = [...source.matchAll(/\bfrom "(\.[^"]+)"|\bimport\(?\s*"(\.[^"]+)"/g)]
    .map(([, named, bare]) => named ?? bare);
  return imported.filter((path) => {
    const { pathname } = new URL(path, `file:///census/${room ? `${room}/` : ""}module.ts`);
    const [, inside] = /^\/census\/(.*)$/.exec(pathname) ?? [];
    if (inside === undefined) return false;
    const other = inside.includes("/") ? inside.split("/")[0] : "";
    return other !== room && floorOf(other) >= floorOf(room);
  });
}

async function modules(): Promise<{ room: string; name: string; source: string }[]> {
  const found = [];
  const rooms = ["", ...FLOORS.flat().filter(Boolean)];
  for (const room of rooms) {
    for await (const { name, isFile, isDirectory } of Deno.readDir(`${CENSUS}/${room}`)) {
      if (isDirectory) assert(!room && rooms.includes(name), `${room}/${name} is no known room`);
      if (!isFile || !name.endsWith(".ts")) continue;
      found.push({ room, name, source: await Deno.readTextFile(`${CENSUS}/${room}/${name}`) });
    }
  }
  return found;
}

Deno.test("a room of lib/census imports only rooms below it, and siblings never each other", async () => {
  const all = await modules();
  assert(all.length > 40);
  const wrong = all.flatMap(({ room, name, source }) =>
    forbidden(room, source).map((path) => `${room}/${name} imports ${path}`)
  );
  assertEquals(wrong, []);
});

Deno.test("an import of a sibling, of a room above, or of the door is seen", () => {
  assertEquals(forbidden("api", 'import { x } from "../archive/tally.ts";').length, 1);
  assertEquals(forbidden("transfer", 'import type { x } from "../terms/months.ts";').length, 1);
  assertEquals(forbidden("vintage", 'export { x } from "../options.ts";').length, 1);
  assertEquals(forbidden("terms", 'const x = await import("../refresh.ts");').length, 1);
  assertEquals(forbidden("api", 'import { x } from "../terms/sums.ts";'), []);
  assertEquals(forbidden("api", 'import { x } from "./client.ts";'), []);
  assertEquals(forbidden("vintage", 'import { x } from "../../frame.ts";'), []);
});
