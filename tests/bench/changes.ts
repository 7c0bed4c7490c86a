/** Changes of a notebook, as an author makes them. */

export interface Cell {
  cell_type: string;
  source: string | string[];
  outputs?: unknown[];
}

export const sourceOf = ({ source }: Cell): string =>
  typeof source === "string" ? source : source.join("");

/** The first cell of code that shows something. */
export const withOutputs = (cells: Cell[]): Cell =>
  cells.find(({ cell_type, outputs }) => cell_type === "code" && outputs?.length)!;

/** Changes the cells of a notebook file, in the form that the report writes it in. */
export async function change(path: string, edit: (cells: Cell[]) => void): Promise<void> {
  const notebook = JSON.parse(await Deno.readTextFile(path));
  edit(notebook.cells);
  await Deno.writeTextFile(path, `${JSON.stringify(notebook, null, 1)}\n`);
}
