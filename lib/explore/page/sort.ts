/** Tables sorted by the reader: each heading a button, the order said to screen readers. */

const MINUS = /^[−-]/;

/** Makes the headings of a table sort its rows; the rows of a group stay in it. */
export function sortable(table: HTMLTableElement): void {
  const headings = [...table.tHead?.rows[0]?.cells ?? []];
  headings.forEach((heading, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...heading.childNodes);
    heading.append(button);
    button.addEventListener("click", () => {
      const isNumber = heading.style.textAlign === "right";
      const before = heading.ariaSort;
      // Numbers from the largest, words from A.
      const down = before === null ? isNumber : before === "ascending";
      headings.forEach((it) => it.ariaSort = null);
      heading.ariaSort = down ? "descending" : "ascending";
      for (const body of table.tBodies) sortRows(body, column, isNumber, down ? -1 : 1);
    });
  });
}

function sortRows(body: HTMLTableSectionElement, column: number, isNumber: boolean, sign: 1 | -1) {
  // What names the group of the rows has one cell, and stays above them.
  const rows = [...body.rows].filter(({ cells }) => cells[0].scope !== "rowgroup");
  const textOf = ({ cells }: HTMLTableRowElement) => cells[column].textContent!.trim();
  const numbers = new Map(rows.map((row) => [row, isNumber ? numberIn(textOf(row)) : null]));
  const order = (a: HTMLTableRowElement, b: HTMLTableRowElement) => {
    if (!isNumber) return sign * textOf(a).localeCompare(textOf(b), "en", { numeric: true });
    const [one, other] = [numbers.get(a)!, numbers.get(b)!];
    // What has no number stands last, whichever way.
    if (Number.isNaN(one) || Number.isNaN(other)) {
      return Number(Number.isNaN(one)) - Number(Number.isNaN(other));
    }
    return sign * (one - other);
  };
  body.append(...rows.toSorted(order));
}

/** The number that a cell begins with, as the report writes it: `−1,234.5`, `+0.4`, `21.4%`. */
export function numberIn(text: string): number {
  const [digits] = /\d[\d,]*(?:\.\d+)?/.exec(text) ?? [];
  if (digits === undefined) return NaN;
  return Number(digits.replaceAll(",", "")) * (MINUS.test(text) ? -1 : 1);
}
