/** Rows in groups, and their order: the same in a notebook and in a browser. */

/** The rows of each group of equal values in some columns; one group where no column is named. */
export const grouped = <Row extends object>(rows: Row[], by: string[]): Row[][] => {
  const keyOf = (row: Row) => {
    let key = "";
    for (const name of by) key += `${row[name as keyof Row]}\n`;
    return key;
  };
  return [...Map.groupBy(rows, keyOf).values()];
};

/** Sorted by some columns, each from its smallest value up: code points order text, as polars does. */
export const sortedBy = <Row extends object>(rows: Row[], by: string[]): Row[] =>
  rows.toSorted((a, b) => {
    for (const name of by as (keyof Row)[]) {
      if (a[name] !== b[name]) return a[name] < b[name] ? -1 : 1;
    }
    return 0;
  });

/** The largest value first, equal ones by code. */
export const largestFirst = (
  a: { value_usd: number; partner_code: string },
  b: { value_usd: number; partner_code: string },
): number => b.value_usd - a.value_usd || (a.partner_code < b.partner_code ? -1 : 1);
