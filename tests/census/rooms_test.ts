/** The order of the rooms of lib/census: a room imports only what stands below it. */
import { assert, assertEquals } from "@std/assert";
import { type Floors, forbidden, imports } from "../rooms.ts";

const FLOORS: Floors = [["transfer"], ["terms"], ["api", "archive", "workbook", "vintage"], [""]];

Deno.test("a room of lib/census imports only rooms below it, and siblings never each other", async () => {
  const { modules, wrong } = await imports("census", FLOORS);
  assert(modules > 40);
  assertEquals(wrong, []);
});

Deno.test("an import of a sibling, of a room above, or of the door is seen", () => {
  const of = (room: string, source: string) => forbidden(FLOORS, room, source);
  assertEquals(of("api", 'import { x } from "../archive/tally.ts";').length, 1);
  assertEquals(of("transfer", 'import type { x } from "../terms/months.ts";').length, 1);
  assertEquals(of("vintage", 'export { x } from "../options.ts";').length, 1);
  assertEquals(of("terms", 'const x = await import("../refresh.ts");').length, 1);
  assertEquals(of("api", 'import { x } from "../terms/sums.ts";'), []);
  assertEquals(of("api", 'import { x } from "./client.ts";'), []);
  assertEquals(of("vintage", 'import { x } from "../../frame.ts";'), []);
});
