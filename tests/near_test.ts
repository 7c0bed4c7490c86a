/** Names near to one that is not known. */
import { assertEquals } from "@std/assert";
import { near } from "../lib/near.ts";

const KNOWN = ["annualBalance", "percent", "percentagePoints", "readTable", "show", "MEXICO"];

Deno.test("a slip of the finger, or the same first word, is near; the most similar comes first", () => {
  assertEquals(near("readTabel", KNOWN), ["readTable"]);
  assertEquals(near("shwo", KNOWN), ["show"]);
  assertEquals(near("percnt", KNOWN), ["percent"]);
  assertEquals(near("annualTotals", KNOWN), ["annualBalance"]);
  assertEquals(near("MEXIKO", KNOWN), ["MEXICO"]);
});

Deno.test("what is far, and the name itself, is not; no more than asked for", () => {
  assertEquals(near("variance", KNOWN), []);
  assertEquals(near("show", KNOWN), []);
  assertEquals(near("x", KNOWN), []);
  assertEquals(near("rowA", ["rowB", "rowC", "rowD", "rowE"], 2).length, 2);
});
