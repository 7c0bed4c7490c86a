/** Notebook cells of a view, and a notebook file of them. */
import type { AnswerCell } from "../answer.ts";

/** How wide a line of code may be, so that the page's column holds it. */
const WIDTH = 76;

/** The line that brings the names of the library that the cells use, in order. */
export function importLine(names: string[]): string {
  const sorted = names.toSorted((a, b) => a.toLowerCase() < b.toLowerCase() ? -1 : 1);
  const line = `import { ${sorted.join(", ")} } from "../lib/mod.ts";`;
  if (line.length <= WIDTH) return line;
  const lines = [""];
  for (const name of sorted) {
    const longer = `${lines.at(-1)}${lines.at(-1) && " "}${name},`;
    if (longer.length > WIDTH - 2) lines.push(`${name},`);
    else lines[lines.length - 1] = longer;
  }
  return `import {\n${lines.map((each) => `  ${each}`).join("\n")}\n} from "../lib/mod.ts";`;
}

/** What shows a figure or a table of some rows, with its options. */
export function showLine(made: string, rows: string, options: string[]): string {
  const line = `await show(${made}(${rows}, { ${options.join(", ")} }));`;
  return line.length <= WIDTH
    ? line
    : `await show(${made}(${rows}, {\n  ${options.join(", ")},\n}));`;
}

/** A code cell. */
export const code = (...lines: string[]): AnswerCell => ({
  type: "code",
  source: lines.join("\n"),
});

/** A text as it stands in code: `"334"`; a list of them: `["2010", "5700"]`, in lines where it is long. */
export function quoted(value: string | string[]): string {
  if (!Array.isArray(value)) return JSON.stringify(value);
  const [texts, own] = [value.map(quoted), 6];
  if (texts.length <= own) return `[${texts.join(", ")}]`;
  const lines = texts.map((text, at) => `${text},${(at + 1) % own ? " " : "\n  "}`).join("");
  return `[\n  ${lines.trimEnd()}\n]`;
}

/** A notebook of the cells: the text of an .ipynb file, the same for the same cells. */
export function notebookText(cells: AnswerCell[]): string {
  const notebook = {
    cells: cells.map(({ type, source }, place) => ({
      cell_type: type,
      ...(type === "code" ? { execution_count: null } : {}),
      id: `cell-${String(place + 1).padStart(2, "0")}`,
      metadata: {},
      ...(type === "code" ? { outputs: [] } : {}),
      source: source.split(/(?<=\n)/),
    })),
    metadata: {
      kernelspec: { display_name: "Deno", language: "typescript", name: "deno" },
      language_info: { file_extension: ".ts", mimetype: "text/x.typescript", name: "typescript" },
    },
    nbformat: 4,
    nbformat_minor: 5,
  };
  return `${JSON.stringify(notebook, null, 1)}\n`;
}
