/**
 * What refreshes brought and no report has told yet, kept in the cache folder until `refresh --report` has
 * told it: what a run brought before it failed is told by the next.
 */
import { records } from "../../frame.ts";
import { writeWhole } from "../transfer/snapshot.ts";
import type { RevisedFigure, RevisionReport } from "./revisions.ts";

/** What a vintage brought to a table. */
export interface Refreshed extends Omit<RevisionReport, "revised"> {
  /** How many figures differ from what was known, and the largest of these, with their keys. */
  revised: number;
  largest: Record<string, string | number>[];
}

/** How many of the largest revisions are kept. */
const LARGEST = 5;

const fileIn = (cacheDir: string) => `${cacheDir}/refreshed.json`;

/** What was brought and not told; none where nothing is kept. */
export async function readRefreshed(cacheDir: string): Promise<Refreshed[]> {
  try {
    return JSON.parse(await Deno.readTextFile(fileIn(cacheDir)));
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return [];
    throw error;
  }
}

/**
 * Keeps what a refresh brought beside what earlier ones did; of a vintage of a table that came again the
 * later one counts.
 */
export async function keepRefreshed(cacheDir: string, reports: RevisionReport[]): Promise<void> {
  if (reports.length === 0) return;
  const brought = reports.map(({ revised, ...each }): Refreshed => ({
    ...each,
    revised: revised.height,
    largest: records<RevisedFigure & Record<string, string>>(revised.head(LARGEST)),
  }));
  const name = ({ table, vintage }: Refreshed) => `${table} ${vintage}`;
  const all = new Map([...await readRefreshed(cacheDir), ...brought].map((it) => [name(it), it]));
  const text = JSON.stringify([...all.values()], null, 2) + "\n";
  await writeWhole(fileIn(cacheDir), new TextEncoder().encode(text));
}

/** Forgets what was kept: it has been told. */
export const forgetRefreshed = (cacheDir: string): Promise<void> =>
  Deno.remove(fileIn(cacheDir)).catch((error) => {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
  });
