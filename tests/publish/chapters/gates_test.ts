/** Each gate, passed and refused. */
import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { difference, figureFindings, outputFindings } from "../../../lib/publish/chapters/gates.ts";
import { FIGURE_MIME } from "../../../lib/notebook/show.ts";
import { parseChapter } from "../../../lib/publish/chapters/notebook.ts";
import { type CellText, notebook } from "../fixtures.ts";

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

/** A chapter as execution writes it, every kind of cell in it. */
const EXECUTED = `${
  JSON.stringify(
    {
      cells: [
        { cell_type: "markdown", id: "a", metadata: {}, source: ["# México\n", "\n", "Why?"] },
        {
          cell_type: "code",
          execution_count: 1,
          id: "b",
          metadata: { tags: ["solution"] },
          outputs: [{
            output_type: "display_data",
            metadata: {},
            data: { "text/markdown": ["It is\n", "5.1 %"], "text/plain": "It is 5.1 %" },
          }],
          source: ["const a = 5;\n", "await show(a);"],
        },
        { cell_type: "raw", id: "c", metadata: {}, source: "raw" },
        ...["", "// Only a remark", "const b = 6;"].map((source, index) => ({
          cell_type: "code",
          execution_count: index + 2,
          id: `d${index}`,
          metadata: {},
          outputs: [],
          source,
        })),
      ],
      metadata: {
        kernelspec: { display_name: "Deno", language: "typescript", name: "deno" },
        language_info: { file_extension: ".ts", mimetype: "text/x.typescript", name: "typescript" },
      },
      nbformat: 4,
      nbformat_minor: 5,
    },
    null,
    1,
  )
}\n`;

// deno-lint-ignore no-explicit-any
type Notebook = any;

/** The chapter as another program may write it. */
const saved = (change: (notebook: Notebook) => void) => {
  const notebook = JSON.parse(EXECUTED);
  change(notebook);
  return JSON.stringify(notebook, null, 1);
};
const everyCell = (change: (cell: Notebook) => void) =>
  saved(({ cells }: Notebook) => cells.forEach(change));

const ascii = (text: string) =>
  text.replace(/[^ -~\n]/g, (it) => `\\u${it.charCodeAt(0).toString(16).padStart(4, "0")}`);
const time = { "iopub.execute_input": "2026-11-25T10:00:00Z" };

const EDITED: Record<string, string> = {
  "version of the kernel": saved(({ metadata }) => metadata.language_info.version = "6.0.3"),
  "four keys that JupyterLab adds": saved(({ metadata }) =>
    Object.assign(metadata.language_info, { codemirror_mode: "typescript", pygments_lexer: "ts" })
  ),
  "name of the kernel": saved(({ metadata }) => metadata.kernelspec.display_name = "My Deno"),
  "state of widgets": saved(({ metadata }) => metadata.widgets = { state: {} }),
  "one execution count": saved(({ cells }) => cells[1].execution_count = 17),
  "no execution counts, as never run": everyCell((cell) => {
    if (cell.cell_type === "code") cell.execution_count = null;
  }),
  "times": everyCell(({ metadata }) => metadata.execution = time),
  "no ids": saved((notebook) => {
    notebook.nbformat_minor = 4;
    for (const cell of notebook.cells) delete cell.id;
  }),
  "metadata of VS Code and of Jupyter": everyCell(({ metadata }) =>
    Object.assign(metadata, { vscode: {}, collapsed: true, scrolled: false })
  ),
  "transient of outputs": saved(({ cells }) => cells[1].outputs[0].transient = {}),
  "outputs and sources in one string or in lines": saved(({ cells }) => {
    cells[1].source = "const a = 5;\nawait show(a);";
    cells[1].outputs[0].data = { "text/plain": ["It is 5.1 %"], "text/markdown": "It is\n5.1 %" };
  }),
  "line ends of Windows in cells": saved(({ cells }) => {
    cells[0].source = "# México\r\n\r\nWhy?";
    cells[1].source = ["const a = 5;\r\n", "await show(a);"];
  }),
  "line ends of Windows in the file": EXECUTED.replaceAll("\n", "\r\n"),
  "indentation": JSON.stringify(JSON.parse(EXECUTED), null, 2),
  "no indentation": JSON.stringify(JSON.parse(EXECUTED)),
  "escapes": ascii(EXECUTED),
  "no last line end": EXECUTED.trimEnd(),
};

for (const [what, text] of Object.entries(EDITED)) {
  Deno.test(`what an editor owns is no difference: ${what}`, () => {
    assert(text !== EXECUTED);
    assertEquals(difference("1-a", text, EXECUTED), null);
  });
}

Deno.test("different outputs name the cell and show where they part", () => {
  assertEquals(difference("1-a", EXECUTED, EXECUTED), null);
  const other = EXECUTED.replace('"It is 5.1 %"', '"It is 5.2 %"');
  assertEquals(
    difference("1-a", other, EXECUTED),
    "1-a, cell 2: outputs differ from the committed ones\n" +
      "    committed  text/plain: It is 5.2 %\n    now        text/plain: It is 5.1 %",
  );
});

Deno.test("any difference in what is shown is one: kind, MIME type, one more, one less, nothing", () => {
  const output = (change: (output: Notebook, outputs: Notebook[]) => void) =>
    saved(({ cells }) => change(cells[1].outputs[0], cells[1].outputs));
  const changes = [
    output((it) => it.output_type = "execute_result"),
    output((it) => it.data["text/html"] = "<p>It is 5.1 %</p>"),
    output((it) => delete it.data["text/markdown"]),
    output((it) => it.data["text/markdown"] = "It is\n\n5.1 %"),
    output((it, all) => all.push(it)),
    output((_, all) => all.unshift({ output_type: "stream", name: "stdout", text: "5.1" })),
    saved(({ cells }) => cells[5].outputs = cells[1].outputs.splice(0)),
  ];
  for (const text of changes) {
    assertStringIncludes(difference("1-a", text, EXECUTED)!, "outputs differ");
    assertStringIncludes(difference("1-a", EXECUTED, text)!, "1-a");
  }
});

Deno.test("a chapter without any outputs is told to be new or cleared", () => {
  const cleared = saved(({ cells }) => cells[1].outputs = []);
  assertEquals(
    difference("3-mine", cleared, EXECUTED),
    "3-mine: has no outputs yet: a new chapter, or one whose outputs were cleared",
  );
});

Deno.test("cells in another order, of another kind or with another source are told", () => {
  const changes = [
    saved(({ cells }) => cells.push(cells.splice(1, 1)[0])),
    saved(({ cells }) => cells[2].cell_type = "markdown"),
    saved(({ cells }) => cells[1].source = "await show(6);"),
    saved(({ cells }) => cells.pop()),
    saved(({ cells }) => cells.push(cells[5])),
  ];
  for (const text of changes) {
    assertStringIncludes(difference("1-a", text, EXECUTED)!, "is not the cell that was executed");
  }
});
