/** Text from data stays text in Markdown and HTML, dollar signs above all. */
import { assertEquals, assertStringIncludes } from "@std/assert";
import { check, md, type Shown, table } from "../../lib/notebook/mod.ts";
import { htmlText, markdownText } from "../../lib/notebook/escape.ts";

const text = (shown: Shown, mime: string) => shown.data[mime] as string;
const PAIR = "over $100, not over $200";

Deno.test("a dollar sign stands in an element of its own, other signs are escaped", () => {
  assertEquals(htmlText('a $ "b" <c>'), "a <span>$</span> &quot;b&quot; &lt;c&gt;");
  assertEquals(markdownText("$5 *b* <c>|"), "<span>\\$</span>5 \\*b\\* \\<c\\>\\|");
});

Deno.test("money in a table's cells, headings, caption and source is money in every form", () => {
  const shown = table([{ name: PAIR }], {
    caption: "In $ and $",
    source: "$ of $",
    columns: [{ label: "$ or $", value: ({ name }) => name }],
    bold: () => true,
  });
  const bare = { "text/html": /(?<!<span>)\$/, "text/markdown": /(?<!<span>\\)\$/ };
  for (const [mime, pattern] of Object.entries(bare)) {
    assertEquals(pattern.test(text(shown, mime)), false, mime);
    assertEquals(text(shown, mime).match(/\$/g)?.length, 8, mime);
  }
  assertStringIncludes(text(shown, "text/plain"), PAIR);
});

Deno.test("money in a computed value of prose or a check is money, a formula of the author stays", () => {
  const prose = md`The share $s^2$ of goods ${PAIR}.`;
  assertEquals(
    text(prose, "text/markdown"),
    "The share $s^2$ of goods over <span>\\$</span>100, not over <span>\\$</span>200.",
  );
  assertEquals(text(prose, "text/plain"), `The share $s^2$ of goods ${PAIR}.`);
  const checked = check(PAIR, true);
  assertEquals(/(?<!<span>\\)\$/.test(text(checked, "text/markdown")), false);
  assertEquals(text(checked, "text/plain"), `✓ ${PAIR}`);
});
