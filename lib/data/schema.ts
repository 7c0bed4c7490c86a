/** Does a frame keep the contract of its table: columns, types, constraints, unique keys? */
import pl from "nodejs-polars";
import { literal } from "../frame.ts";
import { DataError, restore } from "./errors.ts";
import type { Field, Resource } from "./package.ts";

const POLARS_TYPE = { string: pl.String, integer: pl.Int64 } as const;

/** Column types for reading a CSV: codes stay text (`0003` must not become 3). */
export function columnTypes(resource: Resource): Record<string, pl.DataType> {
  return Object.fromEntries(
    resource.schema.fields.map((field) => [field.name, POLARS_TYPE[field.type]]),
  );
}

function columnProblem(frame: pl.DataFrame, field: Field): string | undefined {
  const series = frame.getColumn(field.name);
  if (series.nullCount() > 0) return `has ${series.nullCount()} empty values`;
  const { pattern, enum: allowed, minimum } = field.constraints ?? {};
  const distinct = pattern || allowed ? series.unique().toArray() as string[] : [];
  const shape = new RegExp(pattern ?? "");
  const isBad = (value: string) => allowed ? !allowed.includes(value) : !shape.test(value);
  const bad = distinct.find(isBad);
  if (bad !== undefined) return `has the unknown value "${bad}"`;
  if (minimum !== undefined && Number(series.min()) < minimum) {
    return `has ${series.min()}, below ${minimum}`;
  }
}

/**
 * Refuses a frame whose columns or their types are not those of its table. Reads no row.
 *
 * @throws DataError naming the file and what was found.
 */
export function checkColumns(frame: pl.DataFrame, resource: Resource): void {
  const file = `data/${resource.path}`;
  const expected = resource.schema.fields.map((field) => field.name).join(", ");
  if (frame.columns.join(", ") !== expected) {
    throw new DataError(
      file,
      `has the columns ${frame.columns.join(", ")}; expected ${expected}`,
      restore(file),
    );
  }
  for (const { name, type } of resource.schema.fields) {
    const found = String(frame.getColumn(name).dtype), wanted = String(POLARS_TYPE[type]);
    if (found !== wanted) {
      throw new DataError(file, `column ${name} is ${found}, expected ${wanted}`, restore(file));
    }
  }
}

/** The keys of more than one row; nothing at once where the keys, written as one text each, all differ. */
function repeatedKeys(frame: pl.DataFrame, keys: string[]): pl.DataFrame | undefined {
  const written = frame.select(
    pl.concatString(keys.map((name) => pl.col(name)), "\n").alias("key"),
  );
  if (written.getColumn("key").nUnique() === frame.height) return undefined;
  return frame.groupBy(...keys).agg(pl.len().alias("rows"))
    .filter(pl.col("rows").gt(literal(1))).sort(keys);
}

/**
 * Checks a frame against the schema of its table.
 *
 * @throws DataError naming the file, the column or key, and what was found.
 */
export function checkSchema(frame: pl.DataFrame, resource: Resource): void {
  const file = `data/${resource.path}`;
  checkColumns(frame, resource);
  if (frame.height === 0) throw new DataError(file, "has no rows", restore(file));
  for (const field of resource.schema.fields) {
    const problem = columnProblem(frame, field);
    if (problem) throw new DataError(file, `column ${field.name} ${problem}`, restore(file));
  }
  const { primaryKey } = resource.schema;
  const repeated = repeatedKeys(frame, primaryKey);
  if (repeated && repeated.height > 0) {
    const first = repeated.row(0).slice(0, primaryKey.length).join(", ");
    throw new DataError(
      file,
      `has ${repeated.height} duplicate keys (${primaryKey.join(", ")}), the first: ${first}`,
      restore(file),
    );
  }
  const described = resource.vintages.map((each) => each.vintage);
  const unknown = (frame.getColumn("vintage").unique().toArray() as string[])
    .find((vintage) => !described.includes(vintage));
  if (unknown) {
    throw new DataError(file, `has the vintage ${unknown}, not in datapackage.json`, restore(file));
  }
}
