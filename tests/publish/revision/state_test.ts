/** What a report says, and what differs from one time to another. */
import { assertEquals } from "@std/assert";
import { parseChapter } from "../../../lib/publish/chapters/notebook.ts";
import { compare, retitled, turned } from "../../../lib/publish/revision/compare.ts";
import { sentencesOf, type State, stateOf } from "../../../lib/publish/revision/state.ts";
import { notebook } from "../fixtures.ts";

const shown = (data: Record<string, unknown>, tags?: string[]) => ({
  code: "await show()",
  tags,
  outputs: [{ output_type: "display_data", data, metadata: {} }],
});
const said = (markdown: string, tags?: string[]) =>
  shown({ "text/markdown": markdown, "text/plain": markdown }, tags);
const drawn = (id: string, title: string, picture: string) =>
  shown({
    "application/vnd.technology-frontier.figure+json": { id, title, alt: title },
    "image/svg+xml": `<svg id="${id}">${picture}</svg>`,
    "text/html": "<img>",
    "text/markdown": title,
  });
const judged = (verdict: string) =>
  shown({
    "application/vnd.technology-frontier.claims+json": [
      { id: "C1", claim: "It fell", verdict, finding: `It is ${verdict}.`, evidence: [] },
    ],
    "text/html": "<table>",
    "text/markdown": "| C1 |",
  });
const state = (...cells: Parameters<typeof notebook>): State =>
  stateOf([parseChapter("1-trade", notebook({ prose: "# Trade\n\nNot computed." }, ...cells))]);

Deno.test("a state has the claims, the figures and the computed sentences, without tables and checks", () => {
  const { claims, figures, chapters } = state(
    said("Exports **rose** to 5. Imports fell."),
    shown({ "text/html": "<table>", "text/markdown": "| a |" }),
    said("right", ["check"]),
    drawn("balance", "It fell", "<g/>"),
    judged("confirmed"),
  );
  assertEquals(claims.map(({ id, verdict }) => [id, verdict]), [["C1", "confirmed"]]);
  assertEquals(figures.map(({ id, name, title }) => [id, name, title]), [
    ["balance", "Figure 1", "It fell"],
  ]);
  assertEquals(chapters, [{
    name: "1-trade",
    title: "1. Trade",
    sentences: ["Exports rose to 5.", "Imports fell."],
  }]);
});

Deno.test("sentences are what a reader sees: no mark-up, no line ends, no points of lists", () => {
  assertEquals(
    sentencesOf(
      "The U.S. deficit\nrose by <span>\\$</span>5 ([Chapter 4](4-x.ipynb)). *México, ¿cómo vamos?* says so.\n" +
        "- **24.7 points** lost\n  1. `month` one\n\n> **In brief.**\n>\n> - Confirmed: C1\\_a",
    ),
    [
      "The U.S. deficit rose by $5 (Chapter 4).",
      "México, ¿cómo vamos? says so.",
      "24.7 points lost",
      "month one",
      "In brief.",
      "Confirmed: C1_a",
    ],
  );
});

Deno.test("nothing differs between a state and itself", () => {
  const one = state(said("A. B."), drawn("balance", "It fell", "<g/>"), judged("confirmed"));
  const { verdicts, ...changes } = compare(one, one);
  assertEquals(changes, { figures: [], chapters: [] });
  assertEquals(verdicts.map(({ before, after }) => [before, after]), [["confirmed", "confirmed"]]);
});

Deno.test("verdicts that turn, figures that are new, gone, redrawn or retitled, sentences one by one", () => {
  const before = state(
    said("Exports were 4. Imports were 9. The year is not over. It is so."),
    drawn("kept", "It stays", "<g/>"),
    drawn("redrawn", "It stays", "<g/>"),
    drawn("retitled", "It fell", "<g/>"),
    drawn("gone", "It went", "<b/>"),
    judged("confirmed"),
  );
  const after = state(
    said("Exports were 5. Imports were 9. It is so. It is new."),
    drawn("kept", "It stays", "<g/>"),
    drawn("redrawn", "It stays", "<h/>"),
    drawn("retitled", "It rose", "<i/>"),
    drawn("came", "It came", "<c/>"),
    judged("not confirmed"),
  );
  const changes = compare(before, after);
  assertEquals(turned(changes), [{
    id: "C1",
    claim: "It fell",
    before: "confirmed",
    after: "not confirmed",
    finding: "It is not confirmed.",
  }]);
  const titles = changes.figures.map(({ id, before, after }) => [id, before?.title, after?.title]);
  assertEquals(titles, [
    ["redrawn", "It stays", "It stays"],
    ["retitled", "It fell", "It rose"],
    ["came", undefined, "It came"],
    ["gone", "It went", undefined],
  ]);
  assertEquals(retitled(changes).map(({ id }) => id), ["retitled", "came", "gone"]);
  assertEquals(changes.chapters, [{
    title: "1. Trade",
    sentences: [
      { before: "Exports were 4.", after: "Exports were 5." },
      { before: "The year is not over.", after: null },
      { before: null, after: "It is new." },
    ],
  }]);
});

Deno.test("a picture that two chapters show under two ids is told once", () => {
  const of = (picture: string) =>
    state(drawn("first", "It fell", picture), drawn("again", "It fell", picture));
  assertEquals(compare(of("<g/>"), of("<h/>")).figures.map(({ id }) => id), ["first"]);
});

Deno.test("a chapter that is new, and one that is gone, are told whole", () => {
  const one = (name: string) =>
    stateOf([parseChapter(name, notebook({ prose: "# Trade" }, said("It is so.")))]);
  assertEquals(compare(one("1-a"), one("2-b")).chapters, [
    { title: "2. Trade", sentences: [{ before: null, after: "It is so." }] },
    { title: "1. Trade", sentences: [{ before: "It is so.", after: null }] },
  ]);
});
