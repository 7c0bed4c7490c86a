/** The order of the rooms of lib/course: the plan names slides; grading stands by itself. */
import { assert, assertEquals } from "@std/assert";
import { type Floors, imports } from "../rooms.ts";

/** Pages that the plan links to. */
const GROUND = ["references.ts"];

const FLOORS: Floors = [["slides", "grading"], ["plan"], [""]];

Deno.test("a room of lib/course imports only rooms below it", async () => {
  const { modules, wrong } = await imports("course", FLOORS, GROUND);
  assert(modules > 14, `${modules}`);
  assertEquals(wrong, []);
});
