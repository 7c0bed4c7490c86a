/** The cross term of a proof: any right form passes, and what students give instead is told apart. */
import { assertEquals, assertStringIncludes } from "@std/assert";
import { crossTerm } from "../../../lib/exercises/rules/cross_term.ts";

type Term = (w0: number, w1: number, s0: number, s1: number) => unknown;
const said = (term: Term) => crossTerm(term).join(" ");

Deno.test("every way to write the cross term is right", () => {
  const right: Term[] = [
    (w0, w1, s0, s1) => -(w1 - w0) * (s1 - s0),
    (w0, w1, s0, s1) => (w0 - w1) * (s1 - s0),
    (w0, w1, s0, s1) => w0 * (s1 - s0) + w1 * (s0 - s1),
  ];
  for (const term of right) assertEquals(crossTerm(term), [], `${term}`);
});

Deno.test("what students give instead is told apart, without the answer", () => {
  assertStringIncludes(said(() => 0), "so of the midpoint form");
  assertStringIncludes(said((w0, w1, s0, s1) => (w1 - w0) * (s1 - s0)), "the sign is not");
  assertStringIncludes(said((w0, _, s0, s1) => w0 * (s1 - s0)), "forward");
  assertStringIncludes(said((_, w1, s0, s1) => w1 * (s0 - s1)), "back");
  assertStringIncludes(said((w0, w1, s0, s1) => (w0 + w1) * (s1 - s0)), "added, not taken off");
  assertStringIncludes(said((w0, w1) => w1 - w0), "work out *within* forward");
});

Deno.test("what is no function of four numbers is told so", () => {
  assertStringIncludes(crossTerm(-0.04)[0], "Give a function of four numbers");
  assertStringIncludes(said(() => "0"), 'It gave the text "0"');
  assertStringIncludes(said(() => undefined), "It gave undefined");
  assertStringIncludes(
    said(() => {
      throw new RangeError("no weight");
    }),
    "Your function fails: RangeError: no weight",
  );
});
