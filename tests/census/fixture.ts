/** A refresh in temporary folders, against the fake publisher, that never waits long. */
import { archiveOf } from "../../lib/census/archive/archives.ts";
import type { RefreshOptions } from "../../lib/census/options.ts";
import { type RevisionReport } from "../../lib/census/vintage/revisions.ts";
import { refresh } from "../../lib/census/refresh.ts";
import type { Source } from "../../lib/census/addresses.ts";
import { TOTALS_PATH } from "../../lib/census/workbook/totals.ts";
import { fingerprint } from "../data/fixture.ts";
import { DATA_DIR } from "../../lib/data/mod.ts";
import { membersOf, zipped } from "./archive/archive_fixture.ts";
import { makeModel } from "./model.ts";
import { type Fake, KEY, startFake } from "./server.ts";
import { linesOf, workbook } from "./workbook.ts";

export const TODAY = "2026-11-24";

export interface Place {
  fake: Fake;
  dataDir: string;
  cacheDir: string;
  /** What was said so far. */
  said: string[];
  refresh: (source: Source | Source[], more?: Partial<RefreshOptions>) => Promise<RevisionReport[]>;
}

/** Runs a test on a copy of data/ with a fake that holds 2024, archives of December and totals. */
export async function withPlace(test: (place: Place) => Promise<void>): Promise<void> {
  const root = await Deno.makeTempDir();
  const fake = startFake([makeModel(2024)]);
  const dataDir = `${root}/data`, cacheDir = `${root}/cache`;
  const said: string[] = [];
  try {
    await Deno.mkdir(dataDir);
    for await (const { name, isFile } of Deno.readDir(DATA_DIR)) {
      if (isFile) await Deno.copyFile(`${DATA_DIR}/${name}`, `${dataDir}/${name}`);
    }
    await test({
      fake,
      dataDir,
      cacheDir,
      said,
      refresh: (source, more) =>
        refresh({
          sources: [source].flat(),
          years: [2024],
          industries: ["334", "335"],
          dryRun: false,
          apiBase: fake.apiBase,
          archiveBase: fake.base,
          dataDir,
          cacheDir,
          key: KEY,
          now: () => new Date(`${TODAY}T12:00:00Z`),
          say: (line) => said.push(line),
          progress: () => ({ update: () => {}, end: () => {} }),
          patience: { timeoutMs: 400, paceMs: 0, attempts: 3, backoffMs: 5, longestWaitMs: 2_000 },
          ...more,
        }),
    });
  } finally {
    await fake.stop();
    await Deno.remove(root, { recursive: true });
  }
}

const PACKED = new Map<string, Uint8Array>();

/** Gives the fake the archives of a month of 2024, made once. */
export async function publishArchives(fake: Fake, year = 2024, month = 12): Promise<void> {
  for (const flow of ["imports", "exports"] as const) {
    const { name, url } = archiveOf(flow, `${year}-${String(month).padStart(2, "0")}`, "");
    if (!PACKED.has(name)) {
      PACKED.set(name, await zipped(membersOf(makeModel(year), flow, month)));
    }
    fake.files.set(url, PACKED.get(name)!);
  }
}

/** Gives the fake country.xlsx for some years. */
export async function publishTotals(fake: Fake, years = [2024]): Promise<void> {
  fake.files.set(TOTALS_PATH, await workbook(years.flatMap((year) => linesOf(year))));
}

/** Asserts that a refresh fails with these words, and that the data folder is as before. */
export async function failsWith(
  place: Place,
  run: () => Promise<unknown>,
  ...words: string[]
): Promise<string> {
  const before = await fingerprint(place.dataDir);
  let message: string | undefined;
  try {
    await run();
  } catch (error) {
    message = (error as Error).message;
  }
  if (message === undefined) throw new Error(`nothing failed; expected ${words.join(" … ")}`);
  for (const word of words) {
    if (!message.includes(word)) throw new Error(`expected "${word}" in: ${message}`);
  }
  const after = await fingerprint(place.dataDir);
  if (
    JSON.stringify(Object.entries(before).sort()) !== JSON.stringify(Object.entries(after).sort())
  ) {
    throw new Error("the data folder has changed");
  }
  for await (const { name } of Deno.readDir(place.dataDir)) {
    if (!(name in before)) throw new Error(`${name} was left in the data folder`);
  }
  return message;
}
