/** A sentence on cause: what a referee would miss, and what claims more than figures show. */
import { assertEquals, assertStringIncludes } from "@std/assert";
import { sentenceOnCause } from "../../../lib/exercises/rules/sentence_on_cause.ts";

const said = (text: unknown) => sentenceOnCause(text).join(" ");

const GOOD =
  "From 2024 to 2025 China's share of computer imports fell by 12 percentage points while " +
  "its duty rate rose; imports of servers boomed in the same months, so that the figures fit an " +
  "effect of duties and cannot show one.";

Deno.test("size, time, what else moved and what is left open make a sentence that passes", () => {
  assertEquals(sentenceOnCause(GOOD), []);
  const denied = GOOD.replace(
    "the figures fit an effect of duties and cannot show one",
    "it cannot be said that the duties caused the fall",
  );
  assertEquals(sentenceOnCause(denied), []);
});

Deno.test("what is missing is asked for", () => {
  assertStringIncludes(said("China's share fell."), "3 of at least 25 words");
  assertStringIncludes(said(GOOD.replace("12 percentage points", "much")), "Give the size");
  assertStringIncludes(said(GOOD.replace("From 2024 to 2025", "Lately")), "Say when");
  assertStringIncludes(said(GOOD.replace("servers boomed", "all goods rose")), "something else");
  assertStringIncludes(said(12), "Give a text");
});

Deno.test("a cause that is claimed is named, unless the sentence takes it back", () => {
  const claim =
    "China's share of computers fell by 12 points from 2024 to 2025 because of the duties. " +
    "Imports of servers grew at the same time, and the figures do not tell the two apart.";
  assertStringIncludes(said(claim), "“because” claims a cause");
  assertEquals(
    said(claim.replace("because of the duties", "and not because of the duties alone")),
    "",
  );
  for (
    const words of ["drove the share down", "led to a lower share", "resulted in a lower share"]
  ) {
    assertStringIncludes(said(`${GOOD} Duties ${words}.`), "claims a cause", words);
  }
});
