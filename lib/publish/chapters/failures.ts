/** Says what a cell that failed did: chapter, cell, its source and the error, readably. */
import { urlOf } from "../../platform.ts";
import { checkCells } from "./code.ts";
import type { Failed } from "./execute.ts";
import { type Chapter, readChapter } from "./notebook.ts";

/**
 * Explains a failure. The kernel says only "Execution failed" for a syntax error or a refused
 * import: then the cells are type-checked, which names the line.
 *
 * @param path the notebook that failed
 * @param folder where its kernel ran
 * @param root the project's folder
 */
export async function explain(
  failed: Failed,
  path: string,
  folder: string,
  root: string,
): Promise<string> {
  const chapter = await readChapter(path);
  if (failed.ename === "OSError") {
    return `${chapter.name}: its outputs could not be written: ${failed.evalue}`;
  }
  if (failed.cell === null) {
    return `${chapter.name}: the Deno kernel did not start: ${failed.evalue}`;
  }
  const heading = `${chapter.name}, cell ${failed.cell + 1}`;
  const source = quoted(chapter, failed.cell);
  if (failed.ename === "CellTimeoutError") {
    return `${heading}: took too long and was stopped\n${source}`;
  }
  if (failed.ename === "DeadKernelError") {
    return `${heading}: ended the kernel; a cell must not call Deno.exit\n${source}`;
  }
  if (failed.evalue === "Execution failed") {
    const found = await checkCells([chapter], folder, root);
    const reason = found.join("\n") || "the cell could not be compiled, or an import was refused";
    return `${heading}: could not be run\n${source}\n${indented(reason)}`;
  }
  return `${heading}: ${failed.ename}: ${failed.evalue}\n${source}${stackOf(failed, root)}`;
}

function quoted(chapter: Chapter, index: number): string {
  const lines = chapter.cells[index].source.split("\n");
  const shown = lines.length > 12 ? [...lines.slice(0, 11), "…"] : lines;
  return shown.map((line, number) => `    ${String(number + 1).padStart(2)} | ${line}`).join("\n");
}

/** Frames in the library; those in the cell count lines of the compiled code, not of the source. */
function stackOf({ traceback }: Failed, root: string): string {
  const frames = traceback.split("\n").filter((line) => /^\s+at .*file:\/\//.test(line));
  return frames.map((line) => `\n    ${line.trim().replace(urlOf(`${root}/`), "")}`).join("");
}

const indented = (text: string): string => text.replace(/^/gm, "    ");
