/** Imports by tariff line, column by column: hundreds of thousands of rows without an object for each. */
import pl from "nodejs-polars";
import { yearToDate } from "./months.ts";

/** Measures of a line, in the order in which `add` takes them. */
export const LINE_MEASURES = [
  "general_imports_usd",
  "imports_for_consumption_usd",
  "dutiable_usd",
  "duty_usd",
];

export interface Lines {
  /** Adds a line; one without any value is left out, as no row means no trade. */
  add: (hts10: string, partner_code: string, values: number[]) => void;
  /** The columns of `import_lines`, without vintage. Whole dollars below 2^53 stay exact. */
  frame: () => pl.DataFrame;
}

/** An empty table of lines for the year to date that ends with a month. */
export function linesOf(month: string): Lines {
  const { period_start, period_end } = yearToDate(month);
  const codes: string[] = [], partners: string[] = [];
  const measures: number[][] = LINE_MEASURES.map(() => []);
  return {
    add(hts10, partner, values) {
      if (values.every((value) => value === 0)) return;
      codes.push(hts10);
      partners.push(partner);
      values.forEach((value, index) => measures[index].push(value));
    },
    frame() {
      const constant = (value: string) => Array<string>(codes.length).fill(value);
      return pl.DataFrame([
        pl.Series("period_start", constant(period_start), pl.String),
        pl.Series("period_end", constant(period_end), pl.String),
        pl.Series("hts10", codes, pl.String),
        pl.Series("partner_code", partners, pl.String),
        ...LINE_MEASURES.map((name, index) =>
          pl.Series(name, measures[index], pl.Float64).cast(pl.Int64)
        ),
      ]);
    },
  };
}
