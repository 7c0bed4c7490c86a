/** What the comparison with other tools rests on; none of them is installed or timed here. */
import { assertEquals, assertStringIncludes, assertThrows } from "@std/assert";
import { ourNumbers, pythonNotebook, requireSame } from "./figures.ts";
import { compared, inPairs } from "./pairs.ts";
import { reason } from "./tools.ts";
import type { Taken } from "../whole_command.ts";

const taken = (seconds: number): Taken => ({
  seconds,
  processorSeconds: 2 * seconds,
  peakMegabytes: null,
  said: "",
});

Deno.test("who runs first alternates, and each pair has both", async () => {
  const order: string[] = [];
  const runs = { theirs: [6, 9, 4], ours: [2, 3, 4] };
  const run = (who: "theirs" | "ours") => () => {
    order.push(who);
    return Promise.resolve(taken(runs[who].shift()!));
  };
  const pairs = await inPairs(3, run("theirs"), run("ours"));
  assertEquals(order, ["theirs", "ours", "ours", "theirs", "theirs", "ours"]);
  const [theirs, ours, ratio] = compared(pairs, { what: "theirs", note: "" }, {
    what: "ours",
    note: "",
  });
  assertEquals(theirs, { what: "theirs", seconds: 6, processorSeconds: 12, note: "" });
  assertEquals(ours, { what: "ours", seconds: 3, processorSeconds: 6, note: "" });
  assertStringIncludes(ratio as string, "wall 3.00 (3.00, 3.00, 1.00)");
});

Deno.test("a script with cells becomes a notebook, prose and code apart", () => {
  const { cells } = JSON.parse(
    pythonNotebook("# %% [markdown]\n# # Title\n#\n# Text.\n\n# %%\nx = 1\n"),
  );
  const [prose, code] = cells;
  assertEquals([prose.cell_type, prose.source], ["markdown", "# Title\n\nText."]);
  assertEquals([code.cell_type, code.source], ["code", "x = 1"]);
});

Deno.test("numbers that differ are named, and a missing one too", async () => {
  const ours = await ourNumbers();
  const theirs = structuredClone(ours);
  assertEquals(requireSame(theirs, ours) > 500, true);
  theirs.shares["334"]["2024"]["2010"] += 1e-6;
  assertStringIncludes(
    assertThrows(() => requireSame(theirs, ours), Error).message,
    "334 2024 2010",
  );
  delete theirs.shares["334"]["2024"]["2010"];
  assertStringIncludes(
    assertThrows(() => requireSame(theirs, ours), Error).message,
    "334 2024 2010",
  );
});

Deno.test("of a long complaint the line that tells is said", () => {
  const said =
    "error: build\n  Error downloading it: <urlopen error no such name>\n  Traceback\nfailed";
  assertEquals(reason(said), "Error downloading it: <urlopen error no such name>");
  assertEquals(reason("one\nlast\n"), "last");
});
