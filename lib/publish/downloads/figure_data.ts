/** The data behind a figure as files give them away: rows of text and numbers. */
import type { Cell, NamedRows } from "../../csv.ts";
import { PublishError } from "../system/errors.ts";
import type { FigureBundle } from "../chapters/notebook.ts";

/**
 * The data that a figure carries.
 *
 * @throws PublishError when it carries none: its chapter was executed by an earlier version.
 */
export function dataOf({ id, data }: Pick<FigureBundle, "id" | "data">): NamedRows {
  if (typeof data !== "string") {
    throw new PublishError(
      `figure ${id} carries no data; execute its chapter again: deno task report --accept`,
    );
  }
  const { rows, columns } = JSON.parse(data) as {
    rows: number;
    columns: [string, Cell | Cell[]][];
  };
  return {
    names: columns.map(([name]) => name),
    rows: Array.from(
      { length: rows },
      (_, row) => columns.map(([, cells]) => Array.isArray(cells) ? cells[row] : cells),
    ),
  };
}
