/** Small frames for tests, worked by hand or drawn at random. */
import fc from "fast-check";
import pl from "nodejs-polars";
import { WORLD } from "../../lib/codes/mod.ts";
import { type Frame, frameOf, records } from "../../lib/frame.ts";

export interface ImportRow {
  vintage: string;
  month: string;
  basis: string;
  naics: string;
  partner_code: string;
  value_usd: number;
  duty_usd: number;
}

const SCHEMA = {
  vintage: pl.String,
  month: pl.String,
  basis: pl.String,
  naics: pl.String,
  partner_code: pl.String,
  value_usd: pl.Int64,
  duty_usd: pl.Int64,
};

/** Monthly imports from rows that name only what matters. */
export function imports(rows: Partial<ImportRow>[]): Frame<ImportRow> {
  const row: ImportRow = {
    vintage: "2025-01",
    month: "2024-01",
    basis: "imports_for_consumption",
    naics: "334",
    partner_code: WORLD,
    value_usd: 0,
    duty_usd: 0,
  };
  return frameOf<ImportRow>(rows.map((each) => ({ ...row, ...each })), SCHEMA);
}

/** Imports of one month: a value, or a value and its duty, for each partner. */
export const ofMonth = (
  month: string,
  values: Record<string, number | [number, number]>,
  rest: Partial<ImportRow> = {},
): Partial<ImportRow>[] =>
  Object.entries(values).map(([partner_code, value]) => {
    const [value_usd, duty_usd] = typeof value === "number" ? [value, 0] : value;
    return { ...rest, month, partner_code, value_usd, duty_usd };
  });

/** Sum of one column. */
export const total = <Row>(frame: Frame<Row>, name: keyof Row & string): number =>
  records(frame).reduce((sum, row) => sum + Number(row[name]), 0);

/** The same rows, in the order of the given keys. */
export const shuffled = <Row>(frame: Frame<Row>, keys: number[]): Frame<Row> =>
  frame.withColumn(
    pl.Series(
      "key",
      Array.from({ length: frame.height }, (_, i) => keys[i % keys.length] * (i + 1)),
    ),
  ).sort(["key"]).drop("key");

/** Country codes that stand for suppliers in random cases. */
export const CODES = ["1220", "2010", "4280", "5330", "5520", "5700", "5830", "5880"];

/** Random imports: a whole number of dollars for each of the codes, not all zero. */
export const arbitraryValues = (codes: string[] = CODES): fc.Arbitrary<Record<string, number>> =>
  fc.tuple(...codes.map(() => fc.integer({ min: 0, max: 1_000_000_000 })))
    .filter((values) => values.some((value) => value > 0))
    .map((values) => Object.fromEntries(values.map((value, i) => [codes[i], value])));

export const arbitraryOrder: fc.Arbitrary<number[]> = fc.array(
  fc.integer({ min: -1000, max: 1000 }),
  { minLength: 7, maxLength: 7 },
);

/** Values with the world row: their sum and what is not listed. */
export const withWorld = (
  values: Record<string, number>,
  unlisted = 0,
): Record<string, number> => ({
  ...values,
  [WORLD]: Object.values(values).reduce((sum, value) => sum + value, unlisted),
});

/** How often a property is tried: enough to find faults, quick enough for every commit. */
export const RUNS = { numRuns: 30 };
