/** What a source brings to a table of the data package: rows without vintage, and where from. */
import type { RawFile, Tables, Vintage } from "../../data/mod.ts";
import type { Sidecar } from "../transfer/snapshot.ts";

export type TableName = keyof Tables;
/** A row of a table before it gets its vintage. */
export type Row = Record<string, string | number>;

export interface Contribution {
  table: TableName;
  rows: Row[];
  vintage: Vintage;
}

export interface Origin {
  /** What was retrieved, in the publisher's words. */
  title: string;
  /** Public address of the data set or file. */
  path: string;
  /** Date of publication, where the publisher says it. */
  published?: string | null;
  files: Sidecar[];
}

const DIRECT = "the publisher itself, by `deno task refresh`";

/**
 * The description of a vintage: its label is the day of retrieval, the latest of its raw files.
 *
 * @param rows their periods or months give the coverage.
 */
function vintageOf(rows: Row[], { title, path, published, files }: Origin): Vintage {
  const retrieved = files.map((file) => file.retrieved_at.slice(0, 10)).sort().at(-1)!;
  const months = rows.flatMap(({ month, period_start, period_end }) =>
    (month ? [month] : [period_start, period_end]) as string[]
  ).sort();
  const producer = "U.S. Census Bureau";
  return {
    vintage: retrieved,
    title,
    producer,
    path,
    published: published ?? null,
    retrieved,
    carried_by: DIRECT,
    coverage: `${months[0]} to ${months.at(-1)}`,
    citation: `${producer}, ${title}, retrieved ${retrieved}. ${path}`,
    files: files.map(({ url, bytes, sha256, retrieved_at }): RawFile => ({
      path: url,
      bytes,
      hash: sha256,
      retrieved: retrieved_at,
    })),
  };
}

/** A contribution, dated. None when there is no row. */
export function contribution(table: TableName, rows: Row[], origin: Origin): Contribution[] {
  return rows.length > 0 ? [{ table, rows, vintage: vintageOf(rows, origin) }] : [];
}

/** Contributions of one source to one table as one: one vintage, all rows, all raw files. */
export function combined(contributions: Contribution[]): Contribution[] {
  const groups = Map.groupBy(
    contributions,
    ({ table, vintage }) => `${table} ${vintage.title} ${vintage.path}`,
  );
  return [...groups.values()].flatMap((group) => {
    const [{ table, vintage }] = group;
    const files = new Map(
      group.flatMap((each) => each.vintage.files!).map((file) => [file.path, file]),
    );
    const sidecars = [...files.values()].map(({ path, bytes, hash, retrieved }): Sidecar => ({
      url: path,
      bytes,
      sha256: hash,
      retrieved_at: retrieved,
      status: 200,
    }));
    const { title, path, published } = vintage;
    const rows = group.flatMap((each) => each.rows);
    return contribution(table, rows, { title, path, published, files: sidecars });
  });
}
