/** What a source brings to a table of the data package: rows without vintage, and where from. */
import pl from "nodejs-polars";
import type { RawFile, Tables, Vintage } from "../../data/mod.ts";
import type { Sidecar } from "../transfer/snapshot.ts";

export type TableName = keyof Tables;
/** A row of a table before it gets its vintage. */
export type Row = Record<string, string | number>;
/** Rows as objects where they are few, as a frame where they are hundreds of thousands. */
export type Rows = Row[] | pl.DataFrame;

export interface Contribution {
  table: TableName;
  rows: Rows;
  vintage: Vintage;
}

export interface Origin {
  /** What was retrieved, in the publisher's words. */
  title: string;
  /** Public address of the data set or file. */
  path: string;
  /** Date of publication, where the publisher says it. */
  published?: string | null;
  /** The vintage's label where it is not the day of retrieval: the date of a release. */
  vintage?: string;
  /** What the rows cover, where they name no month. */
  coverage?: string;
  files: Sidecar[];
}

const DIRECT = "the publisher itself, by `deno task refresh`";

const MONTHS = ["month", "period_start", "period_end"];

/** How many rows there are. */
export const countOf = (rows: Rows): number => Array.isArray(rows) ? rows.length : rows.height;

/** First and last month that rows name. */
function coverageOf(rows: Rows): string {
  const months = Array.isArray(rows)
    ? rows.flatMap((row) => MONTHS.flatMap((name) => name in row ? [String(row[name])] : []))
    : MONTHS.filter((name) => rows.columns.includes(name))
      .flatMap((name) => rows.getColumn(name).unique().toArray() as string[]);
  months.sort();
  return `${months[0]} to ${months.at(-1)}`;
}

/**
 * The description of a vintage: its label is the day of retrieval, the latest of its raw files, or
 * the date of a release where the origin says so.
 */
function vintageOf(rows: Rows, { title, path, published, files, ...known }: Origin): Vintage {
  const retrieved = files.map((file) => file.retrieved_at.slice(0, 10)).sort().at(-1)!;
  const producer = "U.S. Census Bureau";
  return {
    vintage: known.vintage ?? retrieved,
    title,
    producer,
    path,
    published: published ?? null,
    retrieved,
    carried_by: DIRECT,
    coverage: known.coverage ?? coverageOf(rows),
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
export function contribution(table: TableName, rows: Rows, origin: Origin): Contribution[] {
  return countOf(rows) > 0 ? [{ table, rows, vintage: vintageOf(rows, origin) }] : [];
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
    const label = vintage.vintage === vintage.retrieved ? undefined : vintage.vintage;
    const coverage = group.length > 1 ? undefined : vintage.coverage;
    const rows = joined(group.map((each) => each.rows));
    return contribution(table, rows, {
      title,
      path,
      published,
      vintage: label,
      coverage,
      files: sidecars,
    });
  });
}

/** Rows of one table, end to end. */
function joined(all: Rows[]): Rows {
  const lists = all.filter((rows) => Array.isArray(rows));
  return lists.length === all.length ? lists.flat() : pl.concat(all as pl.DataFrame[]);
}
