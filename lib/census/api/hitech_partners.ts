/** ATP by technology group and country, year to date, from imports/hitech and exports/hitech. */
import { WORLD } from "../../codes/mod.ts";
import type { Basis, Flow } from "../../data/mod.ts";
import type { Row } from "../terms/contribution.ts";
import { CLASSES, key, MEASURES, withTotal } from "../terms/measures.ts";
import { yearToDate } from "../terms/months.ts";
import type { Fetch, Reply } from "./replies.ts";
import { ALL_COMMODITIES, asAsked, byKey, dollars, groupOf, partnerOf } from "./reply.ts";
import { mustAdd } from "../terms/sums.ts";

/**
 * Values of each group and country for the year to date that ends with a month.
 *
 * @param worldToDate what the world traded by group, for comparison.
 * @throws CensusError when countries do not add to the world, or groups to all commodities.
 */
export async function byPartner(
  fetch: Fetch,
  flow: Flow,
  at: string,
  worldToDate: (basis: Basis, group: string, at: string) => number,
): Promise<{ reply: Reply; rows: Row[] }> {
  const measures = MEASURES[flow];
  const reply = await fetch(
    `${flow}/hitech`,
    ["HITECH", "CTY_CODE", ...measures.map(({ toDate }) => toDate)],
    [["SUMMARY_LVL", "DET"], ["time", at]],
  );
  const { url } = reply;
  const partners = new Set<string>();
  const figures = byKey(
    reply.rows.flatMap((row) => {
      asAsked(row.time, [at], "time", url);
      asAsked(row.SUMMARY_LVL, ["DET"], "SUMMARY_LVL", url);
      const group = groupOf(row.HITECH, url), partner = partnerOf(row.CTY_CODE, url);
      partners.add(partner);
      return measures.map(({ basis, toDate }): [string, number] => [
        key(basis, group, partner),
        dollars(row[toDate], `${toDate} of ${group} with ${partner}`, url),
      ]);
    }),
    url,
  );
  const countries = [...partners].filter((partner) => partner !== WORLD).sort();
  const rows: Row[] = [];
  for (const { basis } of measures) {
    const valueOf = (group: string, partner: string) =>
      figures.get(key(basis, group, partner)) ?? 0;
    for (const group of [ALL_COMMODITIES, ...CLASSES]) {
      const world = figures.get(key(basis, group, WORLD));
      const parts = countries.map((country) => valueOf(group, country));
      mustAdd(parts, world, `countries add to the world, ${basis}, group ${group}, ${at}`, url);
      const statement =
        `the world by partner is the world by group, ${basis}, group ${group}, ${at}`;
      mustAdd([world!], worldToDate(basis, group, at), statement, url);
    }
    for (const partner of [WORLD, ...countries]) {
      const parts = CLASSES.map((group) => valueOf(group, partner));
      const statement = `groups and 00 add to the total, ${basis}, partner ${partner}, ${at}`;
      mustAdd(parts, valueOf(ALL_COMMODITIES, partner), statement, url);
      for (const [atp_group, value_usd] of withTotal((group) => valueOf(group, partner))) {
        if (value_usd === 0 && partner !== WORLD) continue;
        rows.push({ ...yearToDate(at), flow, basis, atp_group, partner_code: partner, value_usd });
      }
    }
  }
  return { reply, rows };
}
