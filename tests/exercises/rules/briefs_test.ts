/** Rules for texts: a sound one passes, and each thing that it lacks is named, alone. */
import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { industryBrief } from "../../../lib/exercises/rules/industry_brief.ts";
import { usmcaSentence } from "../../../lib/exercises/rules/usmca_sentence.ts";
import { causeIn, leavesOpen, sentencesOf } from "../../../lib/exercises/rules/text.ts";

const BRIEF =
  `China supplied 28.6% of U.S. imports of furniture (NAICS 337) in 2024, more than anyone else.
  Since 2017 its share fell by 27.7 percentage points and Vietnam's rose by 16.1. The data do not say
  why, nor how many pieces were sold.`;

const SENTENCE = `In January 2026 96% of U.S. imports of electronics from Mexico entered under the
  USMCA, after 10% a year before, before there were new duties. How much of them is made
  in North America the data do not show.`;

/** That a text with one thing changed is found to lack that thing, and no other. */
function lacks(
  rule: (answer: unknown) => string[],
  text: string,
  changes: [RegExp, string, string][],
) {
  assertEquals(rule(text), []);
  for (const [part, instead, say] of changes) {
    assert(part.test(text), `${part} is in the text`);
    const said = rule(text.replace(part, instead));
    assertEquals(said.length, 1, `${part}: ${said.join(" ")}`);
    assertStringIncludes(said[0], say);
  }
}

Deno.test("a brief of an industry speaks of size, change, denominator, years and what is not known", () => {
  lacks(industryBrief, BRIEF, [
    [/\(NAICS 337\) /, "", "Name the industry with its code"],
    [/337/, "336", "that the chapter does not show"],
    [/337/, "999", "Name the industry with its code"],
    [/Since 2017/, "Since then", "Name both years"],
    [/U\.S\. imports of/, "all", "A share of what?"],
    [/28\.6%/, "most", "in percent"],
    [/percentage points/, "%", "is 10 points, not 10%"],
    [/Vietnam's rose/, "Vietnam's rose thanks to low wages", '"thanks to" names a cause'],
    [/do not say\s+why, nor how many/, "count how many", "Say what the data do not show"],
    [/$/, " Chairs matter.", "yours has 4"],
  ]);
  assertEquals(industryBrief(28.6), ["Give a text, in quotes or backticks."]);
});

Deno.test("a sentence on the agreement claims no content and credits no agreement", () => {
  lacks(usmcaSentence, SENTENCE, [
    [/entered under/, "fell under", "Say what is counted"],
    [/96%([\s\S]*)10%/, "most$1few", "in percent"],
    [/2026/, "this year", "of which months"],
    [/electronics/, "goods", "of which goods"],
    [/new duties\./, "new duties. They are made there.", "A claim is not content"],
    [/entered under the\s+USMCA/, "entered free thanks to the USMCA", "in force since 2020"],
    [/duties/, "rules", "what was new"],
    [/How much[\s\S]*/, "", "what the data leave open"],
    [/$/, " word".repeat(60), "Be brief"],
  ]);
  assertEquals(usmcaSentence(0.96), ["Give a text, in quotes or backticks."]);
});

Deno.test("a text that lacks much is told the first three things", () => {
  assertEquals(industryBrief("Chairs.").length, 3);
  assertEquals(usmcaSentence("It was made in Mexico thanks to the USMCA.").length, 3);
});

Deno.test("a decimal and an abbreviation end no sentence", () => {
  assertEquals(sentencesOf("Of U.S. Imports 34.4% came. More? No!").length, 3);
  assertEquals(sentencesOf("  … ").length, 0);
});

Deno.test("a cause counts where it is asserted, an open question where it is said", () => {
  assertEquals(causeIn("It fell due to duties."), "due to");
  assertEquals(causeIn("It did not fall because of duties."), undefined);
  for (
    const open of ["The data don't show why.", "Whether it is so is unknown.", "Nothing is known."]
  ) {
    assert(leavesOpen(open), open);
  }
  for (const closed of ["China did not gain.", "It shows a gain."]) {
    assert(!leavesOpen(closed), closed);
  }
});
