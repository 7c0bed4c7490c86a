/** The official sources, each as a list of contributions to the tables. */
import { readTable } from "../data/mod.ts";
import { apiClient } from "./api/client.ts";
import type { Source } from "./addresses.ts";
import { monthFromArchive, yearFromArchives } from "./archive/archives.ts";
import { type ClassedYear, classesFromArchives } from "./archive/line_classes.ts";
import { combined, type Contribution } from "./terms/contribution.ts";
import { CensusError, REPORT_REPLY } from "./transfer/errors.ts";
import { endUseFromApi } from "./api/end_use.ts";
import { goodsFromApi } from "./api/goods.ts";
import { atpFromApi } from "./api/hitech.ts";
import { linesFromApi } from "./api/lines.ts";
import { naicsFromApi } from "./api/naics.ts";
import { naics4FromApi } from "./api/naics4.ts";
import { semiconductorsFromApi } from "./api/semiconductors.ts";
import { type Each, eachOf, type Gathered } from "./gathered.ts";
import type { RefreshOptions } from "./options.ts";
import { cachedReplies } from "./api/replies.ts";
import { retriever } from "./transfer/retrieve.ts";
import { EXHIBITS_PATH, exhibitsFromRelease } from "./workbook/exhibits.ts";
import { TOTALS_PATH, totalsFromFile } from "./workbook/totals.ts";

/**
 * All that a source says of some years. A year arrives whole or not at all, and one that fails takes no
 * other with it. One that was not asked for by name and of which nothing is published yet is said and
 * left out. Throws `Unreachable` where all would fail alike, and what concerns no single year.
 */
export async function gather(
  source: Source,
  years: number[],
  options: RefreshOptions,
): Promise<Gathered> {
  const asked = [...years, ...source === "archives" ? options.months ?? [] : []];
  options.say([source, asked.join(", ")].filter(Boolean).join(": "));
  const failed: Gathered["failed"] = [];
  const each = eachOf(source, options, failed);
  return { contributions: combined(await GATHER[source](years, options, each)), failed };
}

const GATHER: Record<
  Source,
  (years: number[], options: RefreshOptions, each: Each) => Promise<Contribution[]>
> = {
  async api(years, options, each) {
    const { apiBase: base, key = "", patience, signal, say, now, industries } = options;
    const listed = await listedPartners(options.dataDir);
    const day = now().toISOString().slice(0, 10);
    const ask = apiClient({ base, key, patience, signal, say });
    const folder = `${options.cacheDir}/api/${day}`;
    return await each(years, async (year) => {
      const { fetch, setAside } = cachedReplies({ ask, base, folder, now, say });
      try {
        const { contributions, months } = await atpFromApi(fetch, year, now());
        const industry = await naicsFromApi(fetch, industries, months, listed);
        const goods = await goodsFromApi(fetch, months);
        return [
          ...contributions,
          ...industry,
          ...goods.contributions,
          ...await linesFromApi(fetch, months.at(-1)!, goods.world),
          ...await naics4FromApi(fetch, months),
          ...await endUseFromApi(fetch, months),
          ...await semiconductorsFromApi(fetch, months),
        ];
      } catch (error) {
        // A reply that breaks a guard may be mended on the server: the next run must ask again.
        if (error instanceof CensusError && error.mend === REPORT_REPLY) await setAside();
        throw error;
      }
    });
  },

  async archives(years, options, each) {
    const { say, progress, signal, archiveBase: base } = options;
    const listed = await listedPartners(options.dataDir);
    const retrieve = retriever("archives", options);
    const now = options.now();
    const reading = { base, retrieve, now, listed, say, progress, signal };
    const found: ClassedYear[] = [];
    const ofYears = await each(years, async (year) => {
      const read = await yearFromArchives(year, reading);
      found.push(read);
      return read.contributions;
    });
    const others = (options.months ?? []).filter((month) =>
      !found.some((year) => year.month === month)
    );
    const ofMonths = await each(others, async (month) => {
      const read = await monthFromArchive(month, reading);
      found.push(read);
      return read.contributions;
    });
    return [...ofYears, ...ofMonths, ...classesFromArchives(found, say)];
  },

  async totals(years, options, each) {
    const url = options.archiveBase + TOTALS_PATH;
    const file = await retriever("totals", options)("country.xlsx", url);
    if (!file) throw notFound("country.xlsx", url, options);
    const bytes = await Deno.readFile(file.path);
    const now = options.now();
    return await each(years, (year) => totalsFromFile(bytes, [year], now, file.sidecar));
  },

  /** The current release, whatever years are asked for. */
  async exhibits(_years, options) {
    const url = options.archiveBase + EXHIBITS_PATH;
    const file = await retriever("exhibits", options)("ft900xlsx.zip", url);
    if (!file) throw notFound("ft900xlsx.zip", url, options);
    return await exhibitsFromRelease(file.path, file.sidecar, options.say);
  },
};

const notFound = (name: string, url: string, { from }: RefreshOptions) =>
  from === undefined
    ? new CensusError(`${url}: not found`, "check --archive-base")
    : new CensusError(`${from} has no ${name}`, `put the file into that folder: ${url}`);

/** Partners that the monthly table by industry lists: it keeps its scope. */
async function listedPartners(dir: string): Promise<string[]> {
  const frame = await readTable("naics3_imports_by_partner_monthly", { dir, vintage: "all" });
  return (frame.getColumn("partner_code").unique().toArray() as string[]).sort();
}
