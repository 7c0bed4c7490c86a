/** The order of the rooms of lib/publish: a room imports only what stands below it. */
import { assert, assertEquals } from "@std/assert";
import { type Floors, imports } from "../rooms.ts";

const FLOORS: Floors = [
  ["system"],
  ["setup"],
  ["chapters"],
  ["markup", "downloads"],
  ["site", "pdf", "edit"],
  ["revision"],
  [""],
];

Deno.test("a room of lib/publish imports only rooms below it, and siblings never each other", async () => {
  const { modules, wrong } = await imports("publish", FLOORS);
  assert(modules > 35, `${modules}`);
  assertEquals(wrong, []);
});
