/** ATP by technology group, with the world and by partner, from imports/hitech and exports/hitech. */
import { WORLD } from "../../codes/mod.ts";
import type { Basis, Flow } from "../../data/mod.ts";
import { type Contribution, contribution, type Row } from "../terms/contribution.ts";
import { byPartner } from "./hitech_partners.ts";
import { CLASSES, FLOWS, key, MEASURES, withTotal } from "../terms/measures.ts";
import { publishableMonths, publishedMonths, yearToDate } from "../terms/months.ts";
import type { Fetch, Reply } from "./replies.ts";
import { ALL_COMMODITIES, asAsked, byKey, dollars, groupOf, partnerOf } from "./reply.ts";
import { mustAdd } from "../terms/sums.ts";

/** The interface has statistics from January 2010. */
const FIRST_YEAR = 2010;

/**
 * The ten groups and their total, year to date at each month with the world, and by country at the
 * last month.
 *
 * @throws CensusError when a total is missing or does not add up: groups and `00` to all
 * commodities, months to the year to date, countries to the world.
 */
export async function atpFromApi(
  fetch: Fetch,
  year: number,
  now: Date,
): Promise<{ contributions: Contribution[]; months: string[] }> {
  const asked = publishableMonths(year, now);
  if (asked.length === 0) publishedMonths(year, [], now, "International Trade API");
  const contributions: Contribution[] = [];
  let months = asked;
  for (const flow of FLOWS) {
    const world = await worldByGroup(fetch, flow, year, months, now);
    months = world.months;
    const partners = await byPartner(fetch, flow, months.at(-1)!, world.toDate);
    const origin = (replies: Reply[]) => ({
      title: `International Trade API, ${flow}/hitech`,
      path: replies[0].url.split("?")[0],
      files: replies.map((reply) => reply.sidecar!),
    });
    contributions.push(
      ...contribution("atp_by_group", world.rows, origin([world.reply])),
      ...contribution(
        "atp_by_group_and_partner",
        partners.rows,
        origin([partners.reply, world.reply]),
      ),
    );
  }
  return { contributions, months };
}

async function worldByGroup(fetch: Fetch, flow: Flow, year: number, asked: string[], now: Date) {
  const measures = MEASURES[flow];
  const variables = measures.flatMap(({ month, toDate }) => [month, toDate]);
  const reply = await fetch(`${flow}/hitech`, ["HITECH", ...variables], [
    ["CTY_CODE", WORLD],
    ["time", `from ${asked[0]} to ${asked.at(-1)}`],
  ]);
  const { url } = reply;
  const figures = byKey(
    reply.rows.flatMap((row) => {
      asAsked(partnerOf(row.CTY_CODE, url), [WORLD], "CTY_CODE", url);
      const month = asAsked(row.time, asked, "time", url);
      const group = groupOf(row.HITECH, url);
      return variables.map((name): [string, number] => [
        key(name, group, month),
        dollars(row[name], `${name} of ${group} in ${month}`, url),
      ]);
    }),
    url,
  );
  const months = publishedMonths(year, reply.rows.map((row) => row.time), now, url, FIRST_YEAR);
  const valueOf = (...parts: string[]) => figures.get(key(...parts)) ?? 0;
  for (const { month, toDate } of measures) {
    for (const name of [month, toDate]) {
      for (const at of months) {
        const whole = figures.get(key(name, ALL_COMMODITIES, at));
        const parts = CLASSES.map((group) => valueOf(name, group, at));
        mustAdd(parts, whole, `groups and 00 add to the total, ${name}, ${at}`, url);
      }
    }
    for (const group of [ALL_COMMODITIES, ...CLASSES]) {
      months.forEach((at, index) =>
        mustAdd(
          months.slice(0, index + 1).map((each) => valueOf(month, group, each)),
          valueOf(toDate, group, at),
          `months add to the year to date, ${toDate}, group ${group}, ${at}`,
          url,
        )
      );
    }
  }
  const toDate = (basis: Basis, group: string, at: string) =>
    valueOf(measures.find((each) => each.basis === basis)!.toDate, group, at);
  // The table by group has one basis for each flow: general imports, as in the FT-900.
  const rows = months.flatMap((at) =>
    withTotal((group) => toDate(measures[0].basis, group, at)).map((
      [atp_group, value_usd],
    ): Row => ({
      ...yearToDate(at),
      flow,
      basis: measures[0].basis,
      atp_group,
      rounding_usd: 1,
      value_usd,
    }))
  );
  return { reply, rows, months, toDate };
}
