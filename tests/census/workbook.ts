/** country.xlsx as the publisher lays it out, of made-up figures. */
import { Buffer } from "node:buffer";
import writeExcelFile from "write-excel-file";
import { type Cell, COUNTRIES, groupOf, type Model, sumOf } from "./model.ts";

const MONTHS = "JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC".split(" ");

export interface Line {
  year: number;
  code: string;
  name: string;
  /** Millions of dollars by month; a month that is not published is null. */
  imports: (number | null)[];
  exports: (number | null)[];
}

/** Months that are all alike but for a small difference, the same up to the last published one. */
export function steady(base: number, published = 12): (number | null)[] {
  return Array.from({ length: 12 }, (_, at) => at < published ? base + at / 8 : null);
}

/** The lines that a refresh needs: the world of Canada, Mexico and China, ATP, four claims. */
export function linesOf(year: number, published = 12): Line[] {
  const line = (code: string, name: string, imports: number, exports: number): Line => ({
    year,
    code,
    name,
    imports: steady(imports, published),
    exports: steady(exports, published),
  });
  const members = [
    line("1220", "Canada", 35_000.125, 29_000.5),
    line("2010", "Mexico", 42_000.25, 28_000),
    line("5700", "China", 36_000, 12_000.375),
  ];
  const add = (code: string, name: string, lines: Line[]): Line => {
    const total = (flow: "imports" | "exports") =>
      MONTHS.map((_, at) =>
        lines[0][flow][at] === null ? null : lines.reduce((sum, each) => sum + each[flow][at]!, 0)
      );
    return { year, code, name, imports: total("imports"), exports: total("exports") };
  };
  return [
    add("0015", "World, Not Seasonally Adjusted", members),
    add("0010", "North America", members.slice(0, 2)),
    ...members,
    line("0007", "Advanced Technology Products", 63_603.123456, 38_690.5),
    line("0005", "NAFTA with Mexico (Consump)", 0, 0),
    line("0021", "USMCA with Mexico (Consump)", 11_000.5, 4),
    line("0022", "USMCA with Canada (Consump)", 9_000.75, 4),
  ];
}

/**
 * The lines of a model's year, so that the workbook says what the other sources say: every country, the
 * world, ATP, and what entered under the USMCA.
 */
export function linesOfModel({ year, imports, exports }: Model, published = 12): Line[] {
  const months = (cells: Cell[], measure: string, fits: (cell: Cell) => boolean) =>
    Array.from(
      { length: 12 },
      (_, at) => at < published ? sumOf(cells, measure, at + 1, at + 1, fits) / 1e6 : null,
    );
  const line = (code: string, name: string, fits: (cell: Cell) => boolean): Line => ({
    year,
    code,
    name,
    imports: months(imports, "gen", fits),
    exports: months(exports, "all", fits),
  });
  const claims = (code: string, name: string, partner: string): Line => ({
    ...line(code, name, () => false),
    imports: months(
      imports,
      "con",
      (cell) => cell.partner === partner && /^S/.test(cell.programme),
    ),
  });
  const isNear = ({ partner }: Cell) => ["1220", "2010"].includes(partner);
  return [
    line("0015", "World, Not Seasonally Adjusted", () => true),
    line("0010", "North America", isNear),
    ...COUNTRIES.map((code) => line(code, `Country ${code}`, ({ partner }) => partner === code)),
    line("0007", "Advanced Technology Products", (cell) => groupOf(cell) !== "00"),
    claims("0021", "USMCA with Mexico (Consump)", "2010"),
    claims("0022", "USMCA with Canada (Consump)", "1220"),
  ];
}

/** The workbook's bytes. `change` may spoil the cells before they are written. */
export async function workbook(
  lines: Line[],
  change: (cells: (string | number | null)[][]) => void = () => {},
): Promise<Uint8Array> {
  const flows = ["I", "E"];
  const header = ["year", "CTY_CODE", "CTYNAME"].concat(
    flows.flatMap((flow) => [...MONTHS, "YR"].map((name) => flow + name)),
  );
  const cells = [
    header,
    ...lines.map(({ year, code, name, imports, exports }) => [
      String(year),
      code,
      name,
      ...[imports, exports].flatMap((months) => [
        ...months,
        months.reduce((sum: number, value) => sum + (value ?? 0), 0),
      ]),
    ]),
  ] as (string | number | null)[][];
  change(cells);
  const sheet = cells.map((row) => row.map((value) => value === null ? null : { value }));
  const buffer = await writeExcelFile(sheet as never).toBuffer();
  return new Uint8Array(buffer as Buffer);
}
