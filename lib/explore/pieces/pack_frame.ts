/** From polars frames to packed columns. */
import pl from "nodejs-polars";
import { type Frame, literal, records } from "../../frame.ts";
import { type Column, packColumns, type PackedRows, type PackOptions } from "./columns.ts";

export interface FramePackOptions<Row> extends PackOptions {
  /** Columns by which the rows are sorted. They hold words. */
  order: (keyof Row & string)[];
}

/** A frame, sorted and packed. */
export const packFrame = <Row>(rows: Frame<Row>, options: FramePackOptions<Row>): PackedRows =>
  packParts(rows, literal(""), options).get("") ?? packColumns({}, 0);

/**
 * The parts of a frame, each sorted and packed, by the word that `part` finds in their rows.
 */
export function packParts<Row>(
  rows: Frame<Row>,
  part: pl.Expr,
  { order, over }: FramePackOptions<Row>,
): Map<string, PackedRows> {
  const { frame, words } = coded(rows.withColumn(part.alias(PART)));
  const sorted = frame.withColumn(sortKey([PART, ...order], words).alias("key")).sort("key");
  const columns = rows.columns.map((name) => ({
    name,
    whole: sorted.getColumn(name).cast(pl.Float64).toTypedArray() as Float64Array,
  }));
  const heights = sorted.groupBy(PART).agg(pl.col(PART).count().alias("height")).sort(PART);
  let end = 0;
  return new Map(
    records(heights as Frame<{ part: number; height: number }>).map(({ part, height }) => {
      const start = end;
      end += height;
      const cut = columns.map(({ name, whole }): [string, Column] => {
        const at = whole.subarray(start, end);
        return [name, words[name] ? { words: words[name], at } : at];
      });
      return [words[PART][part], packColumns(Object.fromEntries(cut), height, { over })];
    }),
  );
}

const PART = "part";

/**
 * The words of each column, sorted, and the frame with their places in their stead: numbers sort, and
 * cross to JavaScript, several times as fast.
 */
function coded(rows: pl.DataFrame): { frame: pl.DataFrame; words: Record<string, string[]> } {
  const names = rows.columns.filter((name) =>
    String(rows.getColumn(name).dtype) === String(pl.String)
  );
  const words = Object.fromEntries(
    names.map((name) => [name, rows.getColumn(name).unique().sort().toArray() as string[]]),
  );
  const columns = rows.columns.map((name) => {
    if (!words[name]) return rows.getColumn(name);
    const places = pl.DataFrame({ [name]: words[name], at: words[name].map((_, at) => at) });
    return rows.select(name).join(places, { on: name, how: "left" }).getColumn("at").rename(name);
  });
  return { frame: pl.DataFrame(columns), words };
}

/** One number by which rows sort as by several columns of places. */
const sortKey = (names: string[], words: Record<string, string[]>): pl.Expr =>
  names.map((name) => pl.col(name)).reduce((key, place, index) =>
    key.mul(literal(words[names[index]].length)).plus(place)
  );
