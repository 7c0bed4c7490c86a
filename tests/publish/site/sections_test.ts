/** Headings as addresses, the lists of them, and what the search finds. */
import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { FIGURE_MIME } from "../../../lib/notebook/show.ts";
import { parseChapter } from "../../../lib/publish/chapters/notebook.ts";
import { page } from "../../../lib/publish/site/page.ts";
import { searchEntries, searchIndex } from "../../../lib/publish/site/search.ts";
import { addressed, sectionsOf } from "../../../lib/publish/site/sections.ts";
import { plainText, sentences, shortened } from "../../../lib/publish/site/text.ts";
import { IMPRINT, notebook } from "../fixtures.ts";

const BODY = `<p>Why?</p><h2 id="a-1">A <em>&amp;</em> $&amp;</h2><h3 id="b">B</h3>` +
  `<h2 class="x" id="c"><a href="d.html">C</a></h2><h2>No address</h2>`;

Deno.test("a heading with an address is a link to itself, unless it leads elsewhere", () => {
  const html = addressed(BODY);
  assertStringIncludes(html, `<h2 id="a-1"><a href="#a-1">A <em>&amp;</em> $&amp;</a></h2>`);
  assertStringIncludes(html, `<h3 id="b"><a href="#b">B</a></h3>`);
  assertStringIncludes(html, `<h2 class="x" id="c"><a href="d.html">C</a></h2>`);
  assertStringIncludes(html, `<h2>No address</h2>`);
  assertEquals(sectionsOf(html), sectionsOf(BODY));
});

Deno.test("a page lists its sections beside its text and below its first paragraph", () => {
  const chapters = [{ href: "1.html", label: "1" }, { href: "2.html", label: "2" }];
  const given = { title: "T", description: "", chapters, href: "2.html", imprint: IMPRINT };
  const list = `<ul><li><a href="#a-1">A &amp; $&amp;</a></li><li><a href="#c">C</a></li></ul>`;
  const html = page({ ...given, body: BODY });
  assertStringIncludes(html, `<a href="2.html" aria-current="page">2</a>${list}</li></ol></nav>`);
  assertStringIncludes(
    html,
    `<p>Why?</p>\n<details class="on-page"><summary>On this page</summary><nav aria-label="On this page">${list}`,
  );
  const short = page({ ...given, body: `<p>Why?</p><h2 id="a">A</h2>` });
  assert(!short.includes("on-page"), "one section needs no list");
});

Deno.test("the kicker names the chapter, its notebook and the switch for its code, where there are", () => {
  const given = { title: "T", description: "", chapters: [], href: "a.html", imprint: IMPRINT };
  const fold = `<details class="code"><summary>Code</summary></details>`;
  const html = page({ ...given, body: fold, kicker: "Chapter 3", notebook: "notebooks/3.ipynb" });
  assertStringIncludes(html, `<span>Chapter 3</span> <a href="notebooks/3.ipynb" download>`);
  assertStringIncludes(html, `data-code aria-pressed="false">Show code</button></p><h1>T</h1>`);
  assert(!page({ ...given, body: "" }).includes(`class="kicker"`));
});

Deno.test("text is read out of HTML: entities, spaces, no pictures", () => {
  assertEquals(
    plainText("<p>A&nbsp;&amp; <b>B</b>\n&#8217;<svg><title>no</title></svg></p>"),
    "A & B ’",
  );
  const text = "The U.S. fell. ¿Cómo vamos? It rose by 5.5%. México fell.";
  const all = ["The U.S. fell.", "¿Cómo vamos?", "It rose by 5.5%.", "México fell."];
  assertEquals(sentences(text), all);
  assertEquals(shortened(text, 30), "The U.S. fell. ¿Cómo vamos?");
  assertEquals([shortened(text, 3), shortened("", 3)], ["The U.S. fell.", ""]);
});

Deno.test("the search has chapters, claims, each figure once, and sections, with their addresses", () => {
  const figure = (id: string, svg: string) => ({
    output_type: "display_data",
    data: { "image/svg+xml": svg, [FIGURE_MIME]: { id, title: `Title of ${id}` } },
  });
  const outputs = [figure("f", `<svg id="f"/>`), figure("f-again", `<svg id="f-again"/>`)];
  const chapter = parseChapter("1-a", notebook({ prose: "# México" }, { code: "f;", outputs }));
  const claims = [{
    ...{ id: "C1", claim: "It fell", rule: "", verdict: "confirmed" as const },
    ...{ finding: "", evidence: [], sensitivity: "" },
  }];
  const entries = searchEntries({
    ...{ chapters: [chapter], bodies: [`<h2 id="x">X</h2>`], claims },
    ...{ address: () => "6.html#c1", numbers: new Map([["f", "1"], ["f-again", "1, again"]]) },
  });
  assertEquals(entries, [
    ["Chapter", "México", "1-a.html", "Chapter 1"],
    ["Claim", "C1. It fell", "6.html#c1", "confirmed"],
    ["Figure 1", "Title of f", "1-a.html#f", "Chapter 1"],
    ["Section", "X", "1-a.html#x", "Chapter 1"],
  ]);
  const given = JSON.parse(searchIndex(entries).replace(/^globalThis.searchIndex = |;\n$/g, ""));
  assertEquals(given, entries);
});
