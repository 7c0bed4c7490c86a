/** Type on pages: apostrophes, whole tokens, tables of sentences as cards. */
import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import fc from "fast-check";
import { table } from "../../../lib/notebook/table.ts";
import { carded } from "../../../lib/publish/site/cards.ts";
import { typographic } from "../../../lib/publish/site/typography.ts";
import { OF_LIBRARY } from "../../known.ts";

Deno.test("apostrophes curl between letters, never in code, attributes or pictures", () => {
  assertEquals(
    typographic(`<h2 title="note's">México's <em>note's</em> 'so' 5'</h2>`),
    `<h2 title="note's">México’s <em>note’s</em> 'so' 5'</h2>`,
  );
  for (
    const kept of [
      `<pre class="a"><code>it's <span>x's</span></code></pre>`,
      `<code class="b">it's</code>`,
      `<svg><title>it's 2025-04-04</title></svg>`,
    ]
  ) assertEquals(typographic(kept), kept);
  assertEquals(typographic("<code>a's</code> b's"), "<code>a's</code> b’s");
});

Deno.test("dates, months and options stay whole; longer numbers and words are left", () => {
  const whole = (text: string) => `<span class="whole">${text}</span>`;
  assertEquals(
    typographic("<p>2025-04-04, 2024-12; 2017-2024 12025-04-04 well--known</p>"),
    `<p>${whole("2025-04-04")}, ${whole("2024-12")}; 2017-2024 12025-04-04 well--known</p>`,
  );
  assertEquals(
    typographic("<code>refresh --dry-run 2024</code>"),
    `<code>refresh ${whole("--dry-run")} 2024</code>`,
  );
});

Deno.test(
  "Spanish is marked as such; names of files may break at their underscores",
  OF_LIBRARY,
  () => {
    assertEquals(
      typographic("<em>México, ¿cómo vamos?</em> on México: import_lines.csv <code>a_b</code>"),
      `<em><span lang="es">México, ¿cómo vamos?</span></em> on México: import_<wbr>lines.csv <code>a_b</code>`,
    );
  },
);

Deno.test("what can be copied stays the same but for apostrophes", () => {
  const plain = (html: string) => html.replace(/<[^>]*>/g, "").replaceAll("’", "'");
  const piece = fc.constantFrom(
    "a's",
    "2025-04-04",
    "--from",
    "a_b",
    " ",
    "<b>",
    "</b>",
    "<code>",
    "é",
  );
  fc.assert(fc.property(fc.array(piece), (pieces) => {
    const html = pieces.join("");
    assertEquals(plain(typographic(html)), plain(html));
  }));
});

const sentences = (text: string) =>
  `<table class="claims"><caption>C</caption><thead><tr><th scope="col">No.</th>` +
  `<th scope="col">Say &amp; <em>"so"</em></th></tr></thead>` +
  `<tbody><tr><th scope="row">C1</th><td>${text}</td></tr></tbody></table>`;

Deno.test("a table of sentences can be cards and stays a table for a screen reader", () => {
  const cards = carded(sentences("word ".repeat(30)));
  for (
    const part of [
      `<table role="table" class="claims cards">`,
      `<thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">`,
      `<tbody role="rowgroup"><tr role="row"><th role="rowheader" data-label="No." scope="row">`,
      `<td role="cell" data-label="Say &amp; &quot;so&quot;">word`,
    ]
  ) assertStringIncludes(cards, part);
  assertStringIncludes(
    carded(sentences("word ".repeat(30)).replace(` class="claims"`, "")),
    `<table role="table" class="cards">`,
  );
});

Deno.test("a table may ask for cards; what its rows have in common is a card's heading", () => {
  const cards = carded(String(
    table([{ name: "a", usd: "5" }, { name: "b", usd: "6" }], {
      caption: "C",
      looks: "cards",
      group: ({ name }) => `Group ${name}`,
      columns: [
        { label: "Name", value: ({ name }) => name },
        { label: "Dollars", value: ({ usd }) => usd },
      ],
    }).data["text/html"],
  ));
  for (
    const part of [
      `<table role="table" class="cards">`,
      `</tbody><tbody role="rowgroup"><tr role="row"><th scope="rowgroup" colspan="2" style="text-align:left" role="rowheader">Group b`,
      `<th role="rowheader" data-label="Name" scope="row"`,
      `<td role="cell" data-label="Dollars"`,
    ]
  ) assertStringIncludes(cards, part);
});

Deno.test("a table of short cells stays as it is", () => {
  assertEquals(carded(sentences("5")), sentences("5"));
  assert(
    !carded(`<table><tbody><tr><th>${"long ".repeat(40)}</th></tr></tbody></table>`).includes(
      "cards",
    ),
  );
});
