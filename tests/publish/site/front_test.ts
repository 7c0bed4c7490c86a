/** The front page: the answer, the verdicts, the chapters, how to cite; and what is left out. */
import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { type JudgedClaim, type Verdict, VERDICT_SIGNS } from "../../../lib/claims/mod.ts";
import { parseChapter } from "../../../lib/publish/chapters/notebook.ts";
import { claimsTable, contents, opening, questionOf } from "../../../lib/publish/site/front.ts";
import { citeSection, footer, jsonLd } from "../../../lib/publish/site/imprint.ts";
import { chapterPage } from "../../../lib/publish/site/site.ts";
import { sign, verdictStrip } from "../../../lib/publish/site/verdicts.ts";
import { IMPRINT, notebook } from "../fixtures.ts";

const claim = (id: string, verdict: Verdict): JudgedClaim => ({
  ...{
    id,
    verdict,
    claim: `"It" fell`,
    rule: "",
    finding: "It's 5.",
    sensitivity: "",
    evidence: [],
  },
});
const CLAIMS = [
  claim("C1", "confirmed in part"),
  claim("C2", "confirmed"),
  claim("C5a", "confirmed in part"),
];
const address = (id: string) => `6.html#${id.toLowerCase()}`;

Deno.test("the strip counts each verdict that was reached, firmest first, and links its claims", () => {
  const strip = verdictStrip(CLAIMS, address);
  const rows = [...strip.matchAll(/<li>.*?<\/li>/gs)].map(([row]) => row);
  assertEquals(rows.map((row) => row.replace(/<[^>]+>/g, "")), [
    "1 confirmed C2",
    "2 confirmed in part C1 C5a",
  ]);
  assertStringIncludes(rows[1], `<a href="6.html#c5a" title="&quot;It&quot; fell">C5a</a>`);
  assertStringIncludes(rows[0], `data-sign="✓"`);
  assertEquals(verdictStrip([], address), "");
});

Deno.test("every verdict has a sign and a drawing of its own, hidden from those who hear the word", () => {
  const verdicts = Object.keys(VERDICT_SIGNS) as Verdict[];
  assertEquals(new Set(Object.values(VERDICT_SIGNS)).size, verdicts.length);
  const drawn = verdicts.map(sign);
  assertEquals(new Set(drawn.map((it) => it.replace(/data-sign="."/, ""))).size, verdicts.length);
  for (const it of drawn) assert(it.includes(`aria-hidden="true"`) && it.includes("<path "), it);
});

Deno.test("the first words of the answer stand beside the question; what a build lacks is left out", () => {
  const given = {
    question: "Is it <so>?",
    numbers: "<ul></ul>",
    claims: CLAIMS,
    figure: "<figure/>",
  };
  const whole = opening({
    ...given,
    address,
    answer: "<p><strong>In part.</strong> Some $& is.</p>",
  });
  assertStringIncludes(whole, "<h1>Is it &lt;so&gt;? <em>In part.</em></h1>");
  assertStringIncludes(whole, `<p class="lead">Some $& is.</p>`);
  assertStringIncludes(whole, `<div class="numbers"><ul></ul></div>`);
  const plain = opening({ ...given, address, answer: "<p>It is.</p>" });
  assertStringIncludes(plain, "<h1>Is it &lt;so&gt;?</h1>");
  assertStringIncludes(plain, `<p class="lead">It is.</p>`);
  const bare = opening({ ...given, address, answer: "", numbers: "", claims: [], figure: "" });
  assertStringIncludes(bare, `<p class="lead">What official U.S. data say`);
  for (const none of ["numbers", "verdicts", "<figure", "undefined"]) assert(!bare.includes(none));
});

Deno.test("a chapter is listed with its question, the last sentence of its first paragraph", () => {
  const body =
    "<p><strong>Question.</strong> The <em>¿cómo vamos?</em> note says A &amp; more. Is it so in the U.S. market?</p>";
  assertEquals(questionOf(body), "Is it so in the U.S. market?");
  const chapter = parseChapter("2-b", notebook({ prose: "# B & C" }));
  assertStringIncludes(
    contents([chapter], [body]),
    `<li value="2"><a href="2-b.html">B &amp; C</a><p>Is it so in the U.S. market?</p></li>`,
  );
  assertStringIncludes(contents([chapter], [""]), "<p></p>");
});

Deno.test("the table of claims leads to the section of each, its verdict with a sign", () => {
  const table = claimsTable(CLAIMS, address);
  assertStringIncludes(table, `<th scope="row"><a href="6.html#c5a">C5a</a></th>`);
  assertStringIncludes(table, `</svg><strong>confirmed in part</strong>`);
  assertStringIncludes(table, "It’s 5.");
  assertEquals(claimsTable([], address), "");
});

Deno.test("the foot names the day of the figures; the references can be copied", () => {
  assertStringIncludes(
    footer(IMPRINT),
    "published to October 1, 2026. Text and code: MIT license.",
  );
  assertStringIncludes(citeSection(IMPRINT), "<pre>The authors. (2026). Trade &amp; more.</pre>");
  assertStringIncludes(citeSection(IMPRINT), "<pre>@misc{trade}</pre>");
});

Deno.test("the data set for machines is JSON that ends no script", () => {
  const html = jsonLd({ ...IMPRINT, abstract: "</script><b>" });
  const [, text] = /^<script type="application\/ld\+json">(.*)<\/script>$/s.exec(html)!;
  assert(!text.includes("<"));
  const { description, dateModified, license, creator } = JSON.parse(text);
  assertEquals(
    [description, dateModified, license, creator[0].name],
    ["</script><b>", "2026-10-01", "https://spdx.org/licenses/MIT.html", "The authors"],
  );
});

Deno.test("a page is described by what its chapter finds, without the marks of Markdown", () => {
  const described = (prose: string) => {
    const one = parseChapter(
      "1-a",
      notebook({ prose: "# A\n\nWhy?" }, { prose, tags: ["findings"] }),
    );
    return /name="description" content="(.*?)"/.exec(chapterPage(one, "", [], IMPRINT))?.[1];
  };
  assertEquals(
    described("> **In brief, 2024.**\n>\n> - *China* lost 5.\n> - [Taiwan](to:1-a) gained."),
    "In brief, 2024. China lost 5. Taiwan gained.",
  );
  assertEquals(described("1. **A deficit.** So.\n2. *Both* ways."), "A deficit. So. Both ways.");
  assertEquals(described("**In part.** So."), "In part. So.");
});
