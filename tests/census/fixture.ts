/** A refresh in temporary folders, against the fake publisher, that never waits long. */
import { archiveOf } from "../../lib/census/archive/files.ts";
import type { RefreshOptions } from "../../lib/census/options.ts";
import { type RevisionReport } from "../../lib/census/vintage/revisions.ts";
import { refresh } from "../../lib/census/refresh.ts";
import type { Source } from "../../lib/census/addresses.ts";
import { EXHIBITS_PATH } from "../../lib/census/workbook/exhibits.ts";
import { TOTALS_PATH } from "../../lib/census/workbook/totals.ts";
import pl from "nodejs-polars";
import { fingerprint, rewriteParquet } from "../data/fixture.ts";
import { literal, records } from "../../lib/frame.ts";
import {
  type Check,
  CHECKS,
  DATA_DIR,
  readPackage,
  readTable,
  type Tables,
  withTables,
} from "../../lib/data/mod.ts";
import { madeOnce } from "../shared.ts";
import { membersOf, zipped } from "./archive/archive_fixture.ts";
import { makeModel } from "./model.ts";
import { type Fake, KEY, startFake } from "./server.ts";
import { linesOf, linesOfModel, workbook } from "./workbook.ts";
import { type Cells, exhibitCells, sheetBytes } from "./workbook/exhibit_fixture.ts";

export const TODAY = "2026-11-24";

export interface Place {
  fake: Fake;
  dataDir: string;
  cacheDir: string;
  /** What was said so far. */
  said: string[];
  refresh: (source: Source | Source[], more?: Partial<RefreshOptions>) => Promise<RevisionReport[]>;
}

/** Tables of real tariff lines and months: large, and at odds with a made-up year. */
const LARGE: (keyof Tables)[] = ["import_lines", "preference_lines"];
const REAL: (keyof Tables)[] = [...LARGE, "goods_consumption_monthly", "naics4_imports_monthly"];

/**
 * The reconciliations that hold for one made-up source beside the embedded figures: all but those that
 * compare tariff lines or industries of real months with another table. With `whole` those are kept too.
 */
export const PART_CHECKS: Check[] = CHECKS.filter(({ statement, tables }) =>
  tables.length === 1 || !tables.some((name) => REAL.includes(name)) ||
  statement === "Every tariff line that was imported has a class"
);

/** data/ with the large tables cut to their first chapters, to be read alone. */
const cutData = (): Promise<string> =>
  madeOnce("cut-data", async (dir) => {
    await Deno.mkdir(dir);
    await copyFiles(DATA_DIR, dir);
    for (const name of LARGE) {
      await rewriteParquet(dir, name, (all) => all.filter(pl.col("hts10").str.contains("^0[1-3]")));
    }
    const codebook = await Deno.readTextFile(`${dir}/README.md`);
    await Deno.writeTextFile(`${dir}/README.md`, withTables(codebook, await readPackage(dir)));
  });

/** Runs a test on a copy of data/ whose large tables are cut. */
export async function withCutCopy(test: (dir: string) => Promise<void>): Promise<void> {
  const dir = await Deno.makeTempDir();
  try {
    await copyFiles(await cutData(), dir);
    await test(dir);
  } finally {
    await Deno.remove(dir, { recursive: true });
  }
}

async function copyFiles(from: string, to: string): Promise<void> {
  for await (const { name, isFile } of Deno.readDir(from)) {
    if (isFile) await Deno.copyFile(`${from}/${name}`, `${to}/${name}`);
  }
}

/**
 * Runs a test on a copy of data/ with a fake that holds 2024.
 *
 * @param whole keep the large tables whole, and every reconciliation.
 */
export async function withPlace(
  test: (place: Place) => Promise<void>,
  { whole = false }: { whole?: boolean } = {},
): Promise<void> {
  const root = await Deno.makeTempDir();
  const fake = startFake([makeModel(2024)]);
  const dataDir = `${root}/data`, cacheDir = `${root}/cache`;
  const said: string[] = [];
  try {
    await Deno.mkdir(dataDir);
    await copyFiles(whole ? DATA_DIR : await cutData(), dataDir);
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
          report: false,
          pdf: true,
          apiBase: fake.apiBase,
          archiveBase: fake.base,
          dataDir,
          cacheDir,
          key: KEY,
          now: () => new Date(`${TODAY}T12:00:00Z`),
          say: (line) => said.push(line),
          progress: () => ({ update: () => {}, end: () => {} }),
          patience: {
            timeoutMs: 30_000,
            paceMs: 0,
            attempts: 3,
            backoffMs: 5,
            longestWaitMs: 2_000,
          },
          checks: whole ? undefined : PART_CHECKS,
          ...more,
        }),
    });
  } finally {
    await fake.stop();
    await Deno.remove(root, { recursive: true });
  }
}

/** Rows that a refresh brought to a table on the day of the tests. */
export async function rowsOf<Name extends keyof Tables>(
  dir: string,
  name: Name,
  vintage = TODAY,
): Promise<Tables[Name][]> {
  const all = await readTable(name, { dir, vintage: "all" });
  return records<Tables[Name]>(all.filter(pl.col("vintage").eq(literal(vintage))));
}

const PACKED = new Map<string, Uint8Array>();

/** Gives the fake the archives of a month, of 2024 unless told, made once. */
export async function publishArchives(
  fake: Fake,
  year = 2024,
  month = 12,
  model = makeModel(year),
): Promise<void> {
  for (const flow of ["imports", "exports"] as const) {
    const { name, url } = archiveOf(flow, `${year}-${String(month).padStart(2, "0")}`, "");
    if (!PACKED.has(name)) {
      PACKED.set(name, await zipped(membersOf(model, flow, month)));
    }
    fake.files.set(url, PACKED.get(name)!);
  }
}

/** Gives the fake country.xlsx for some years: plain lines, or those of the models. */
export async function publishTotals(fake: Fake, years = [2024], ofModels = false): Promise<void> {
  const lines = years.flatMap((year) =>
    ofModels ? linesOfModel(fake.models.get(year)!) : linesOf(year)
  );
  fake.files.set(TOTALS_PATH, await workbook(lines));
}

/** Gives the fake the workbooks of a release; a change spoils the exhibit's cells before. */
export async function publishExhibits(
  fake: Fake,
  month = "2026-09",
  change: (cells: Cells) => void = () => {},
): Promise<void> {
  const cells = exhibitCells(month);
  change(cells);
  const members = { "exh16.xlsx": new Uint8Array([1]), "exh16a.xlsx": await sheetBytes(cells) };
  fake.files.set(EXHIBITS_PATH, await zipped(members));
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
