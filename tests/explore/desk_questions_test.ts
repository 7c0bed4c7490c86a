/** Ten questions of a trade desk: the answer says what the tables say. The page itself is tried in a browser. */
import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import type { Answer } from "../../lib/explore/answer.ts";
import { answerOf } from "../../lib/explore/answers/mod.ts";
import { DESK_QUESTIONS } from "./desk_questions.ts";
import { load } from "./views.ts";

/** All that a reader can read: words, titles and labels of figures, tables. */
const textOf = ({ title, said, figures, tables }: Answer): string =>
  [
    ...[title, ...said],
    ...figures.flatMap((figure) => [figure.title, figure.alt]),
    ...tables.map(({ data }) => data["text/plain"]),
  ].join("\n");

for (const { asked, view, shows } of DESK_QUESTIONS) {
  Deno.test(asked, async () => {
    const text = textOf(await answerOf(view, load));
    const expected = shows();
    assert(expected.length > 0);
    for (const each of expected) assertStringIncludes(text, each);
  });
}

Deno.test("ten questions, over all five kinds, each with an address and steps of its own", () => {
  assertEquals(DESK_QUESTIONS.length, 10);
  assertEquals(new Set(DESK_QUESTIONS.map(({ view }) => view.ask)).size, 5);
  assertEquals(new Set(DESK_QUESTIONS.map(({ address }) => address)).size, 10);
  assert(DESK_QUESTIONS.every(({ steps }) => steps.length > 0));
});

Deno.test("servers: the first sentence begins with Mexico's share, then Canada's", async () => {
  const [{ view, shows }] = DESK_QUESTIONS;
  const [begins, share] = shows();
  const [first] = (await answerOf(view, load)).said;
  assert(first.startsWith(begins), first);
  assert(first.indexOf(share) < first.indexOf("Canada"), first);
});
