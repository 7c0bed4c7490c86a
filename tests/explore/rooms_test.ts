/** The order of the rooms of lib/explore: a room imports only what stands below it. */
import { assert, assertEquals } from "@std/assert";
import { type Floors, imports } from "../rooms.ts";

/** What is asked and what is answered: types and addresses on which all stands. */
const GROUND = ["answer.ts", "fields.ts", "view.ts"];

const FLOORS: Floors = [
  ["pieces"],
  ["answers", "cells"],
  ["page"],
  [""],
];

Deno.test("a room of lib/explore imports only rooms below it, or what is asked and answered", async () => {
  const { modules, wrong } = await imports("explore", FLOORS, GROUND);
  assert(modules > 30, `${modules}`);
  assertEquals(wrong, []);
});
