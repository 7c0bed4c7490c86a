/**
 * Imports by tariff line (HTS-10) and country from imports/hs, year to date, chapter by chapter so that
 * no reply is large.
 *
 * What is not established: no reply of this data set with `COMM_LVL=HS10` and a chapter's wildcard
 * (`I_COMMODITY=84*`) could be seen whole. The variables are those of independent clients
 * (GEN_VAL_YR, CON_VAL_YR, DUT_VAL_YR, CAL_DUT_YR); every sum below is checked, so that a reply of
 * another kind is refused and never taken for less trade. The interface gives no class of a line.
 */
import { WORLD } from "../../codes/mod.ts";
import { type Contribution, contribution } from "../terms/contribution.ts";
import { linesOf } from "../terms/lines.ts";
import { mustAdd } from "../terms/sums.ts";
import { CensusError, REPORT_REPLY } from "../transfer/errors.ts";
import { type Figures, figuresOf } from "./figures.ts";
import { TO_DATE } from "./goods.ts";
import type { Fetch, Reply } from "./replies.ts";
import { ALL_COMMODITIES, asAsked, partnerOf } from "./reply.ts";

/**
 * Every tariff line from every country for the year to date that ends with a month.
 *
 * @param world what the lines must add to, by the variables of `TO_DATE`.
 * @throws CensusError when a total is missing or does not add up: countries to their line, lines to
 * their chapter, chapters to all goods.
 */
export async function linesFromApi(
  fetch: Fetch,
  at: string,
  world: number[],
): Promise<Contribution[]> {
  const chapters = await chaptersOf(fetch, at, world);
  const lines = linesOf(at);
  const replies = [chapters.reply];
  for (const chapter of chapters.codes) {
    const reply = await fetch("imports/hs", ["I_COMMODITY", "CTY_CODE", ...TO_DATE], [
      ["COMM_LVL", "HS10"],
      ["I_COMMODITY", `${chapter}*`],
      ["SUMMARY_LVL", "DET"],
      ["time", at],
    ]);
    addChapter(reply, chapter, at, chapters.figures, lines.add);
    replies.push(reply);
  }
  return contribution("import_lines", lines.frame(), {
    title: "International Trade API, imports/hs, by HTS-10 and partner",
    path: chapters.reply.url.split("?")[0],
    files: replies.map((reply) => reply.sidecar!),
  });
}

/** The chapters that were imported, with the world; all together are all goods. */
async function chaptersOf(fetch: Fetch, at: string, world: number[]) {
  const reply = await fetch("imports/hs", ["I_COMMODITY", ...TO_DATE], [
    ["COMM_LVL", "HS2"],
    ["CTY_CODE", WORLD],
    ["time", at],
  ]);
  const { url } = reply;
  const codes: string[] = [];
  const figures = figuresOf(reply, TO_DATE, (row) => {
    asAsked(row.time, [at], "time", url);
    asAsked(partnerOf(row.CTY_CODE, url), [WORLD], "CTY_CODE", url);
    const chapter = row.I_COMMODITY || ALL_COMMODITIES;
    if (chapter !== ALL_COMMODITIES) codes.push(codeAt(chapter, 2, "", url));
    return [chapter];
  });
  TO_DATE.forEach((name, index) => {
    const parts = codes.map((chapter) => figures.valueOf(name, chapter));
    mustAdd(parts, world[index], `chapters add to all goods, ${name}, ${at}`, url);
  });
  return { reply, codes: codes.sort(), figures };
}

/** Checks the sums of one chapter, line by line, and adds its lines. */
function addChapter(
  reply: Reply,
  chapter: string,
  at: string,
  chapters: Figures,
  add: (hts10: string, partner: string, values: number[]) => void,
): void {
  const { url } = reply;
  const partners = new Map<string, Set<string>>();
  const figures = figuresOf(reply, TO_DATE, (row) => {
    asAsked(row.time, [at], "time", url);
    const code = codeAt(row.I_COMMODITY, 10, chapter, url), partner = partnerOf(row.CTY_CODE, url);
    if (!partners.has(code)) partners.set(code, new Set());
    if (partner !== WORLD) partners.get(code)!.add(partner);
    return [code, partner];
  });
  const codes = [...partners.keys()].sort();
  for (const name of TO_DATE) {
    for (const code of codes) {
      const parts = [...partners.get(code)!].map((each) => figures.valueOf(name, code, each));
      const statement = `countries add to the world, ${name}, tariff line ${code}, ${at}`;
      mustAdd(parts, figures.find(name, code, WORLD), statement, url);
    }
    const parts = codes.map((code) => figures.valueOf(name, code, WORLD));
    const statement = `tariff lines add to their chapter, ${name}, chapter ${chapter}, ${at}`;
    mustAdd(parts, chapters.find(name, chapter), statement, url);
  }
  for (const code of codes) {
    for (const partner of [...partners.get(code)!].sort()) {
      add(code, partner, TO_DATE.map((name) => figures.valueOf(name, code, partner)));
    }
  }
}

/** A commodity code of some digits, under a chapter. */
function codeAt(text: string, digits: number, chapter: string, url: string): string {
  if (new RegExp(`^\\d{${digits}}$`).test(text) && text.startsWith(chapter)) return text;
  const under = chapter && ` of chapter ${chapter}`;
  throw new CensusError(`${url}: "${text}" is no code of ${digits} digits${under}`, REPORT_REPLY);
}
