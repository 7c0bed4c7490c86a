/** Each gate, passed and refused. */
import { assertEquals, assertStringIncludes } from "@std/assert";
import { difference, figureFindings, outputFindings } from "../../lib/publish/gates.ts";
import { FIGURE_MIME } from "../../lib/notebook/show.ts";
import { parseChapter } from "../../lib/publish/notebook.ts";
import { type CellText, notebook } from "./fixtures.ts";

const chapter = (name: string, ...cells: CellText[]) =>
  parseChapter(name, notebook({ prose: "# A" }, ...cells));
const shown = { output_type: "display_data", data: { "text/plain": "x" }, metadata: {} };
const findings = (cell: CellText) => outputFindings(chapter("1-a", cell));

const figure = (id: string, svg: string, alt = "What it shows") => ({
  output_type: "display_data",
  metadata: {},
  data: { "image/svg+xml": svg, [FIGURE_MIME]: { id, alt, title: "", narrow: "", data: "" } },
});

Deno.test("a cell that awaits show and shows passes, as does one that shows nothing", () => {
  assertEquals(findings({ code: "await show(x);", outputs: [shown] }), []);
  assertEquals(findings({ code: "const a = 1; // show(a) comes later" }), []);
});

Deno.test("errors, printed text, warnings and bare last values are refused", () => {
  const cases: [unknown, string][] = [
    [{ output_type: "error", ename: "TypeError", evalue: "boom" }, "an error: TypeError: boom"],
    [{ output_type: "stream", name: "stderr", text: ["Warning\n", "x"] }, "a warning: Warning"],
    [{ output_type: "stream", name: "stdout", text: "hi\n" }, "printed text or a warning: hi"],
    [{ output_type: "execute_result", data: { "text/plain": "2" } }, "without show: 2"],
  ];
  for (const [output, said] of cases) {
    const [finding] = findings({ code: "f();", outputs: [output] });
    assertStringIncludes(finding, "1-a, cell 2: ");
    assertStringIncludes(finding, said);
  }
});

Deno.test("a cell that calls show must have an output", () => {
  assertStringIncludes(findings({ code: "await show(x);" })[0], "calls show but shows nothing");
});

Deno.test("a show that is not awaited is refused, although it showed", () => {
  const [finding] = findings({ code: "await show(x);\nshow(y);", outputs: [shown] });
  assertStringIncludes(finding, "show is not awaited");
});

Deno.test("a figure needs alternative text", () => {
  const cell = { code: "await show(f);", outputs: [figure("a", "<svg/>", " ")] };
  assertStringIncludes(findings(cell)[0], "without alternative text");
});

Deno.test("an id belongs to one figure over the whole report", () => {
  const of = (name: string, ...outputs: unknown[]) => chapter(name, { code: "f", outputs });
  const [a, b] = [figure("a", "<svg>1</svg>"), figure("b", "<svg>2</svg>")];
  assertEquals(figureFindings([of("1-x", a, b), of("2-y", a)]), []);
  const [twice] = figureFindings([of("1-x", a, a)]);
  assertStringIncludes(twice, "figure a is shown twice");
  const [taken] = figureFindings([of("1-x", a), of("2-y", figure("a", "<svg>3</svg>"))]);
  assertStringIncludes(taken, "2-y: figure id a is taken by another figure, in 1-x");
});

Deno.test("different outputs name the cell and show where they part", () => {
  const text = (value: string) =>
    notebook({ prose: "# A" }, {
      code: "f",
      outputs: [{ ...shown, data: { "text/plain": value } }],
    });
  assertEquals(difference("1-a", text("5.1"), text("5.1")), null);
  const said = difference("1-a", text("it is 5.1 %"), text("it is 5.2 %"))!;
  assertStringIncludes(said, "1-a, cell 2");
  assertStringIncludes(said, "5.1 %");
  assertStringIncludes(said, "5.2 %");
});

Deno.test("a difference outside the cells is told too", () => {
  const text = notebook({ prose: "# A" });
  const said = difference("1-a", text, text.replace("Deno", "Dino"))!;
  assertStringIncludes(said, "differs from what execution writes");
});
