/** Slides: what the tags make of a chapter, and what becomes of the rest. */
import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { slidesOf } from "../../../lib/course/slides/slides.ts";
import { chapterNames, parseChapter, readChapter } from "../../../lib/publish/chapters/notebook.ts";
import { notebook, ROOT } from "../../publish/fixtures.ts";
import { OF_LIBRARY } from "../../known.ts";

const said = (markdown: string) => ({
  output_type: "display_data",
  data: { "text/markdown": markdown, "text/plain": markdown },
});
const tabled = (html: string) => ({
  output_type: "display_data",
  data: { "text/html": html, "text/markdown": "| a |", "text/plain": "a" },
});
const drawn = {
  output_type: "display_data",
  data: {
    "image/svg+xml": `<svg xmlns="http://www.w3.org/2000/svg" width="720" height="80"></svg>`,
    "application/vnd.technology-frontier.figure+json": {
      ...{ id: "exports", title: "Exports fell", subtitle: "Dollars", source: "Census" },
      ...{ alt: "A bar", narrow: "<svg></svg>", data: "" },
    },
  },
};

const CHAPTER = parseChapter(
  "3-three",
  notebook(
    { prose: "# Three\n\n**Question.** Did it fall?\n\nA word before." },
    {
      prose: "**Goals.** After this chapter you can read it; and judge it.\n\n" +
        "**Before it.** Chapter 2.\n\n**Time.** 30 minutes, and 5 for the exercises.",
      tags: ["goals"],
    },
    { code: "findings", tags: ["findings", "slide"], outputs: [said("It fell.")] },
    { prose: "## Step 1. A section\n\nFirst words." },
    { code: "draw", tags: ["slide"], outputs: [said("It says."), drawn] },
    { prose: "Ask who is missing.", tags: ["teacher"] },
    { code: "check", outputs: [said("*Check.* ✓ it adds up.")] },
    { code: "show", tags: ["slide"], outputs: [said("### It rose"), tabled("<table></table>")] },
    { prose: "Last words.\n\n## Step 2. Another\n\nShown words.", tags: ["slide"] },
    { prose: "**What it means.** It fell. **What it does not mean.** No cause.\n\n## Exercises" },
    {
      prose: "**Exercise 3.1** (computing, easy, 5 minutes). Double it, as `answer3_1`.",
      tags: ["exercise"],
    },
    { prose: "*Hint.* Add it.", tags: ["hint"] },
    { code: "const answer3_1 = 2;", tags: ["solution"], outputs: [said("It is the secret.")] },
    { code: `key`, tags: ["key"] },
    { code: `check`, tags: ["check"], outputs: [said("Right.")] },
  ),
);

Deno.test("slides: title, goals, what is tagged, the meaning, the exercises", () => {
  assertEquals(slidesOf(CHAPTER).map(({ id, section, title }) => [id, section, title]), [
    ["title", "", "Three"],
    ["goals", "", "Goals"],
    ["cell-3", "", "In brief"],
    ["exports", "Step 1. A section", "Exports fell"],
    ["cell-8", "Step 1. A section", "It rose"],
    ["cell-9", "", "Step 2. Another"],
    ["meaning", "", "What it means, and what it does not"],
    ["exercise-3-1", "", "Exercise 3.1"],
  ]);
});

Deno.test("what a section says and its slides do not show is in their notes", () => {
  const notes = slidesOf(CHAPTER).map(({ notes }) => notes);
  assertEquals(notes, [
    ["A word before."],
    [],
    [],
    ["First words.", "It says.", "**To teach.** Ask who is missing."],
    ["Last words."],
    [],
    [],
    ["**Hint.** Add it."],
  ]);
});

Deno.test("a slide shows a figure alone, or what is said, or tables", () => {
  const shown = slidesOf(CHAPTER).map(({ shown }) => shown);
  assertEquals(shown[0], { kind: "title", question: "Did it fall?" });
  assertEquals(shown[2], { kind: "cell", parts: [{ kind: "text", markdown: "It fell." }] });
  assertEquals(shown[3].kind, "figure");
  assertEquals(shown[4], { kind: "cell", parts: [{ kind: "table", html: "<table></table>" }] });
  assertEquals(shown[5], { kind: "cell", parts: [{ kind: "text", markdown: "Shown words." }] });
  assertEquals(shown[6], { kind: "meaning", means: "It fell.", not: "No cause." });
  assertEquals(shown[7].kind === "exercise" && shown[7].exercise.minutes, 5);
});

Deno.test("no solution, key or check comes to a slide", () => {
  const all = JSON.stringify(slidesOf(CHAPTER));
  for (const kept of ["secret", "Right.", "const answer3_1", "adds up"]) {
    assert(!all.includes(kept), kept);
  }
});

Deno.test(
  "each chapter has 8 to 16 slides, with an address each and something on it",
  OF_LIBRARY,
  async () => {
    for (const name of await chapterNames(`${ROOT}/notebooks`)) {
      const slides = slidesOf(await readChapter(`${ROOT}/notebooks/${name}.ipynb`));
      assert(slides.length >= 8 && slides.length <= 16, `${name}: ${slides.length} slides`);
      assertEquals(new Set(slides.map(({ id }) => id)).size, slides.length, name);
      for (const { id, title, shown } of slides) {
        assert(title.trim() !== "", `${name}: ${id} has no title`);
        assert(shown.kind !== "cell" || shown.parts.length > 0, `${name}: ${id} is empty`);
      }
      assertStringIncludes(JSON.stringify(slides.map(({ shown }) => shown.kind)), `"goals"`, name);
    }
  },
);
