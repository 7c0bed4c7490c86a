/** What a source brings to a table of the data package: rows without vintage, and where from. */
import pl from "nodejs-polars";
import type { RawFile, Tables, Vintage } from "../../data/mod.ts";
import { publishedOn, type Sidecar } from "../transfer/snapshot.ts";

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
  /** Date of publication where it is not that of the files: of a release of several files. */
  published?: string | null;
  /** What the rows cover, where they name no month. */
  coverage?: string;
  files: Sidecar[];
}

/** Who carried a vintage that a refresh retrieved itself. */
export const DIRECT = "the publisher itself, by `deno task refresh`";

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
 * The description of a vintage. Its label is the day on which the publisher said what it says, and
 * vintages are ordered by it: the date of publication, or, of what bears none (the interface's
 * answers), the day of retrieval. So a file of February that is fetched in July stands before what the
 * interface said in June.
 */
function vintageOf(
  rows: Rows,
  { title, path, coverage }: Pick<Origin, "title" | "path" | "coverage">,
  files: RawFile[],
  published: string | null,
): Vintage {
  const retrieved = latestOf(files.map((file) => file.retrieved.slice(0, 10)));
  const producer = "U.S. Census Bureau";
  return {
    vintage: published ?? retrieved,
    title,
    producer,
    path,
    published,
    retrieved,
    carried_by: DIRECT,
    coverage: coverage ?? coverageOf(rows),
    citation: `${producer}, ${title}, retrieved ${retrieved}. ${path}`,
    files,
  };
}

const latestOf = (days: string[]): string => days.toSorted().at(-1)!;

/** When the last of some files was published. Null unless every one of them bears a date. */
export function publishedOf(files: Sidecar[]): string | null {
  const days = files.map(publishedOn).filter((day) => day !== null);
  return files.length > 0 && days.length === files.length ? latestOf(days) : null;
}

/** A contribution, dated. None when there is no row. */
export function contribution(table: TableName, rows: Rows, origin: Origin): Contribution[] {
  if (countOf(rows) === 0) return [];
  const { files, published = publishedOf(files) } = origin;
  const raw = files.map(({ url, bytes, sha256, retrieved_at }): RawFile => ({
    path: url,
    bytes,
    hash: sha256,
    retrieved: retrieved_at,
  }));
  return [{ table, rows, vintage: vintageOf(rows, origin, raw, published) }];
}

/** Contributions of one source to one table as one: one vintage, all rows, all raw files. */
export function combined(contributions: Contribution[]): Contribution[] {
  const groups = Map.groupBy(
    contributions,
    ({ table, vintage: { title, path, published } }) => `${table} ${title} ${path} ${published}`,
  );
  return [...groups.values()].map((group) => {
    if (group.length === 1) return group[0];
    const [{ table, vintage: { title, path, published } }] = group;
    const files = new Map(
      group.flatMap((each) => each.vintage.files!).map((file) => [file.path, file]),
    );
    const rows = joined(group.map((each) => each.rows));
    return {
      table,
      rows,
      vintage: vintageOf(rows, { title, path }, [...files.values()], published),
    };
  });
}

/** Rows of one table, end to end. */
function joined(all: Rows[]): Rows {
  const lists = all.filter((rows) => Array.isArray(rows));
  return lists.length === all.length ? lists.flat() : pl.concat(all as pl.DataFrame[]);
}
