/** What is done to pandoc's Typst text before it is set. */
import { assertEquals } from "@std/assert";
import { besideWords, spoken } from "../../../lib/publish/pdf/typst.ts";

Deno.test("formulas are given to the function that says them; money and code are left alone", () => {
  assertEquals(
    spoken("A share $s$ of \\$5:\n\n$ s = M_p / M $\n\n`${x} $y$` and\n\n```js\n`${a} $b$`\n```\n"),
    "A share #equation($s$); of \\$5:\n\n#equation($ s = M_p / M $);\n\n" +
      "`${x} $y$` and\n\n```js\n`${a} $b$`\n```\n",
  );
});

Deno.test("a meaning stands on the line of its word", () => {
  assertEquals(
    besideWords("/ vintage: #block[\nWhen it was\npublished.\n]\n\n/ b: c\n"),
    "/ vintage: When it was published.\n\n/ b: c\n",
  );
});
