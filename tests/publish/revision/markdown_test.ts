/** What a refresh did, in words: for an editor, for a commit, for a pull request of limited length. */
import { assert, assertEquals, assertStringIncludes, assertThrows } from "@std/assert";
import { revisionMarkdown } from "../../../lib/publish/revision/markdown.ts";
import {
  periodsInWords,
  type Revision,
  summaryOf,
  titleOf,
  vintageWords,
} from "../../../lib/publish/revision/words.ts";
import { convert } from "../../../lib/publish/markup/pandoc.ts";
import { tools } from "../fixtures.ts";

const TABLE: Revision["tables"][number] = {
  table: "atp_world_monthly",
  title: "ATP with the world",
  vintage: "2026-10-06",
  periods: ["2026-08"],
  new: 2,
  unchanged: 30,
  revised: 7,
  largest: [{
    month: "2026-07",
    flow: "imports",
    before_vintage: "2026-10-01",
    before_usd: 1_000_000_000,
    after_usd: 1_050_000_000,
    change_usd: 50_000_000,
  }],
};

const revision = (more: Partial<Revision> = {}): Revision => ({
  vintage: "2026-10-06",
  tables: [TABLE],
  verdicts: [
    {
      id: "C1",
      claim: "It fell",
      before: "confirmed",
      after: "not confirmed",
      finding: "It rose.",
    },
    { id: "C2", claim: "It is", before: "confirmed", after: "confirmed", finding: "It is." },
  ],
  figures: [{
    id: "balance",
    name: "Figure 1",
    before: { title: "It fell by 5", svg: "" },
    after: { title: "It fell by 6", svg: "" },
  }],
  chapters: [{
    title: "1. Trade",
    sentences: [{ before: "It was 96.0% in July.", after: "It was 95.1% in August." }],
  }],
  verified: { holds: true, summary: "41 hold, 0 do not", failed: [] },
  package: "",
  ...more,
});

const QUIET = { verdicts: [], figures: [], chapters: [] };

Deno.test("the first lines say what came, what turned, what changed", () => {
  const [title, , ...lines] = revisionMarkdown(revision()).split("\n");
  assertEquals(title, "# U.S. trade figures to August 2026: 1 verdict turns");
  assertEquals(lines.slice(0, 6), [
    "- The Census Bureau's figures of October 6, 2026 came into 1 table. New: August 2026 in " +
    "atp\\_world\\_monthly. 7 earlier figures were revised.",
    '- 1 verdict turns: C1 from "confirmed" to "not confirmed".',
    "- 1 figure changes, 1 of them in the headline.",
    "- 1 sentence changes in 1 chapter.",
    "- The figures add up (deno task verify: 41 hold, 0 do not).",
    "- Look first at the verdict of C1, the headline of Figure 1 and the sentences.",
  ]);
});

Deno.test("each part has what changed, the words that differ in bold", () => {
  const text = revisionMarkdown(revision());
  for (
    const words of [
      "| C1 | It fell | confirmed | not confirmed | It rose. |\n\nThe other 1 stay as they were.",
      "**Figure 1**\n\n- Was: It fell by **5**<br>Now: It fell by **6**",
      "**1. Trade**\n\n- Was: It was **96.0%** in **July.**<br>Now: It was **95.1%** in **August.**",
      "| ![Figure 1, before: It fell by 5](before/balance.png) | ![Figure 1, after: It fell by 6](after/balance.png) |",
      "| ATP with the world (atp\\_world\\_monthly) | October 6, 2026 | August 2026 | 2 | 7 |",
      "1 of 7:\n\n- July 2026, imports: 1,000.0 → 1,050.0 million dollars (5.00%); was of October 1, 2026",
    ]
  ) assertStringIncludes(text, words);
});

Deno.test("a refresh that changes nothing that is shown says so", () => {
  const tables = [{ ...TABLE, periods: [], revised: 1 }];
  assertEquals(summaryOf(revision({ ...QUIET, tables })), [
    "The Census Bureau's figures of October 6, 2026 came into 1 table. No new month is among them. " +
    "1 earlier figure was revised.",
    "No verdict turns.",
    "No figure changes.",
    "No sentence changes.",
    "The figures add up (deno task verify: 41 hold, 0 do not).",
  ]);
  const title = titleOf(revision({ ...QUIET, tables }));
  assertEquals(title, "U.S. trade figures as published on October 6, 2026");
});

Deno.test("figures that do not add up are told first and last", () => {
  const text = revisionMarkdown(revision({
    verified: { holds: false, summary: "40 hold, 1 do not", failed: ["FAIL the months: gap 5"] },
  }));
  assertStringIncludes(text, "- The figures do NOT add up (deno task verify: 40 hold, 1 do not)");
  assertStringIncludes(text, "\n- FAIL the months: gap 5\n");
});

Deno.test("signs of data and texts are themselves: no mark-up, no mention, no mathematics", async () => {
  const sentence = "<b>@all</b> `x` *y* | $5 and $6 [z](http://a.example/b_c)";
  const text = revisionMarkdown(revision({
    verdicts: [{ id: "C1", claim: sentence, before: null, after: "confirmed", finding: sentence }],
    chapters: [{ title: sentence, sentences: [{ before: null, after: sentence }] }],
  }));
  const html = await convert((await tools()).pandoc, text.replaceAll("<br>", " "), "html");
  assertEquals(html.match(/<(b|code|em|a|math)\b/g), ["<code"], "deno task verify alone");
  assertEquals(text.match(/(?<!\\)[@`]/g), ["`", "`"]);
});

Deno.test("periods and vintages in words", () => {
  assertEquals(
    periodsInWords(["2025-12", "2025-01..2025-12", "2025-11", "2024-01..2024-12"]),
    "2024, November 2025, December 2025 and 2025",
  );
  const many = ["2026-01", "2026-02", "2026-03", "2026-04", "2026-05", "2026-05"];
  assertEquals(periodsInWords(many), "5 periods, January 2026 to May 2026");
  assertEquals(["2026-10-06", "2026-10", "2025"].map(vintageWords), [
    "October 6, 2026",
    "October 2026",
    "2025",
  ]);
});

Deno.test("what has no room is left out, the most numerous first, and that is said", () => {
  const many = revision({
    chapters: [{
      title: "1. Trade",
      sentences: Array.from({ length: 900 }, (_, at) => ({
        before: null,
        after: `Sentence ${at} says a good deal of trade that a month has changed.`,
      })),
    }],
    figures: Array.from({ length: 20 }, (_, at) => ({
      ...revision().figures[0],
      id: `figure-${at}`,
      name: `Figure ${at}`,
    })),
  });
  const text = revisionMarkdown(many, {
    limit: 30_000,
    address: (path) => `https://git.example/x/${path}`,
  });
  assert(text.length <= 30_000 && text.length > 29_800, `${text.length}`);
  const [, out] = /(\d+) more sentences are left out here/.exec(text)!;
  assertEquals(text.match(/- New: Sentence/g)!.length, 900 - Number(out));
  assertStringIncludes(text, "](https://git.example/x/after/figure-19.png)");
  assertEquals(revisionMarkdown(many).includes("left out"), false);
  assertThrows(() => revisionMarkdown(many, { limit: 500 }), RangeError, "more than 500");
});
