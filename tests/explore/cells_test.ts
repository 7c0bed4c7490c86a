/** Cells of a view: the question, where they come from, and what a student would write. */
import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { cellsOf, QUESTIONS } from "../../lib/explore/cells/mod.ts";
import { importLine } from "../../lib/explore/cells/notebook.ts";
import type { View } from "../../lib/explore/view.ts";
import { views } from "./views.ts";

const codeOf = (view: View) => cellsOf(view).filter(({ type }) => type === "code");
const NAMES = /import \{([^}]*)\} from "\.\.\/lib\/mod\.ts";/;

Deno.test("the first cell asks the question and says where the notebook goes and whence it came", () => {
  const view: View = { ask: "changes", naics: "334", from: "2024", to: "2025" };
  const [{ type, source }] = cellsOf(view, "explore.html#changes=334");
  assertEquals(type, "markdown");
  assertStringIncludes(source, "# Who gained and who lost share in U.S. imports of computer");
  assertStringIncludes(source, "`explore.html#changes=334`");
  assertStringIncludes(source, "`notebooks/` of a copy of the project");
  assert(!cellsOf(view)[0].source.includes("The view in the explorer"));
});

Deno.test("code imports from the library alone, what it uses and nothing else, in narrow lines", () => {
  for (const view of views(QUESTIONS, 20)) {
    const [first, ...rest] = codeOf(view).map(({ source }) => source);
    const body = rest.join("\n");
    const names = NAMES.exec(first)![1].split(",").map((name) => name.trim()).filter(Boolean);
    assertEquals(names.filter((name) => !new RegExp(`\\b${name}\\b`).test(body)), []);
    assert(!/\bimport\b/.test(body) && !first.includes("explore"), first);
    assert(body.includes("await show("), "figures and tables are shown");
    const lines = [first, body].join("\n").split("\n");
    assertEquals(lines.filter((line) => line.length > 76), []);
  }
});

Deno.test("the choices of a view stand in its cells, as text", () => {
  const view: View = {
    ...{ ask: "suppliers", naics: "00", measure: "rank", partners: ["2010", "5700"] },
    ...{ from: "2017", to: "2024" },
  } as View;
  const code = codeOf(view).map(({ source }) => source).join("\n");
  for (const said of ['naics: "00"', '["2010", "5700"]', '"2017-01", "2024-12"', '"rank"']) {
    assertStringIncludes(code, said);
  }
});

Deno.test("names are imported in order, on several lines where one is too long", () => {
  assertEquals(importLine(["show", "keep"]), 'import { keep, show } from "../lib/mod.ts";');
  const names = Array.from({ length: 20 }, (_, place) => `nameOfNumber${place}`);
  const lines = importLine(names).split("\n");
  assert(lines.length > 3 && lines.every((line) => line.length <= 76));
  assertEquals(lines.slice(1, -1).join(" ").split(",").filter((it) => it.trim()).length, 20);
});
