/** What a student is told: right, not yet and why, no answer yet; and that keys hold no answer. */
import { assert, assertEquals, assertStringIncludes, assertThrows } from "@std/assert";
import fc from "fast-check";
import {
  ANSWER_MIME,
  answerKey,
  argument,
  checkAnswer,
  listOf,
  numberWithin,
  oneOf,
  type Outcome,
} from "../../lib/exercises/mod.ts";
import { KEY_MIME } from "../../lib/exercises/key.ts";

function outcome(exercise: string, answer: () => unknown): Outcome {
  return checkAnswer(exercise, answer).data[ANSWER_MIME] as Outcome;
}

const SHARE = numberWithin(0.001, "a share between 0 and 1");

Deno.test("a number is right within a step of the rounded answer, and not beyond", () => {
  answerKey("99.1", 0.1634, SHARE);
  for (const right of [0.1634, 0.163, 0.1639, 0.16234]) {
    assertEquals(outcome("99.1", () => right).state, "right", `${right}`);
  }
  for (const wrong of [0.16199, 0.16401, 0, -0.1634]) {
    assertEquals(outcome("99.1", () => wrong).state, "not yet", `${wrong}`);
  }
});

Deno.test("whatever the number, itself is right and two steps off is not", () => {
  let exercise = 0;
  fc.assert(
    fc.property(
      fc.double({ min: -1e3, max: 1e3, noNaN: true }),
      fc.constantFrom(0.001, 0.05, 1, 10),
      (value, step) => {
        const id = `98.${exercise++}`;
        answerKey(id, value, numberWithin(step, "a number"));
        assertEquals(outcome(id, () => value).state, "right");
        assertEquals(outcome(id, () => value + 2 * step).state, "not yet");
      },
    ),
    { numRuns: 15 },
  );
});

Deno.test("a number says what is wrong with it: unit, sign, nearness, kind", () => {
  answerKey("99.2", 0.1634, SHARE, [[0.28, "That is the share in all goods."]]);
  const said = (answer: () => unknown) => outcome("99.2", answer).say;
  assertStringIncludes(said(() => 16.34), "the unit is not: give a share between 0 and 1");
  assertStringIncludes(said(() => -0.1634), "the sign is not");
  assertStringIncludes(said(() => 0.1655), "Close. Round only at the end");
  assertEquals(said(() => 0.28), "That is the share in all goods.");
  assertStringIncludes(
    said(() => "0.1634"),
    'Give a number: a share between 0 and 1. It was given the text "0.1634"',
  );
  assertStringIncludes(said(() => NaN), "Give a number");
  assertStringIncludes(said(() => Promise.resolve(0.1634)), "put await before");
  assertStringIncludes(said(() => 0.9), "open the hint");
});

Deno.test("no answer yet is no error, whatever is missing", () => {
  answerKey("99.3", "b", oneOf());
  assertEquals(outcome("99.3", () => undefined), {
    exercise: "99.3",
    state: "no answer",
    say: "Set answer99_3 in the cell above, run that cell, then this one.",
  });
  const missing = outcome("99.3", () => eval("answer99_3"));
  assertEquals(missing.state, "no answer");
  assertStringIncludes(missing.say, "answer99_3 is not defined. Run the cell that sets answer99_3");
  const fails = outcome("99.3", () => (undefined as unknown as string[]).length);
  assertStringIncludes(fails.say, "Your answer fails: TypeError");
  const changed = outcome("99.3", "b" as unknown as () => unknown);
  assertStringIncludes(changed.say, 'write: await show(checkAnswer("99.3", () => answer99_3));');
});

Deno.test("words and lists do not depend on case, accents, order", () => {
  answerKey("99.4", "México", oneOf(), [["China", "Its share fell."]]);
  for (const right of ["México", "mexico", " MEXICO ", "Mexico."]) {
    assertEquals(outcome("99.4", () => right).state, "right", right);
  }
  assertEquals(outcome("99.4", () => "CHINA").say, "Its share fell.");
  answerKey("99.5", ["2010", "5700"], listOf());
  assertEquals(outcome("99.5", () => ["5700", "2010"]).state, "right");
  assertEquals(outcome("99.5", () => ["5700"]).say, "The list has 2 entries, yours 1.");
  answerKey("99.6", ["2010", "5700"], listOf({ ordered: true }));
  assertEquals(outcome("99.6", () => ["5700", "2010"]).state, "not yet");
});

Deno.test("a text must be long enough and speak of what matters; whether it convinces, a reader says", () => {
  const form = argument({ words: 6, mention: { "the size of the total": ["total", "weight"] } });
  answerKey("99.7", "The share falls because the total grows faster.", form);
  const short = outcome("99.7", () => "The share falls.");
  assertEquals(
    short.say,
    "Say more: 3 of at least 6 words. It does not speak of the size of the total yet.",
  );
  const good = outcome("99.7", () => "The weight of others in it grew much faster.");
  assertEquals(good.state, "right");
  assertStringIncludes(good.say, "a reader decides");
});

Deno.test("a key holds no answer, and equal answers do not look alike", () => {
  const kept = (id: string, answer: unknown) =>
    JSON.stringify(answerKey(id, answer, oneOf()).data[KEY_MIME]);
  const [one, two] = [kept("99.8", "servers"), kept("99.9", "servers")];
  assert(!one.includes("servers"));
  const hash = (text: string) => /"hash":"([^"]+)"/.exec(text)![1];
  assert(hash(one) !== hash(two));
});

Deno.test("a key that cannot be is refused", () => {
  assertThrows(
    () => answerKey("99.1", "0.2", SHARE),
    TypeError,
    "the key of exercise 99.1: Give a number",
  );
  const form = argument({ words: 10 });
  assertThrows(
    () => answerKey("99.1", "Too short.", form),
    Error,
    "does not pass: Say more: 2 of at least 10",
  );
});

Deno.test("a mistake that newer figures make right is no mistake", () => {
  answerKey("99.11", 0.2, SHARE, [[0.2, "That is the share of 2017."], [0.3, "Too late."]]);
  assertEquals(outcome("99.11", () => 0.2).state, "right");
  assertEquals(outcome("99.11", () => 0.3).say, "Too late.");
});

Deno.test("an unknown exercise names those that there are", () => {
  assertThrows(() => checkAnswer("77.1", () => 1), Error, "no exercise 77.1; there are");
});
