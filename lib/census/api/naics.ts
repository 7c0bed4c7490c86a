/** Imports by industry and partner, both bases, with duties, from imports/naics. */
import {
  ALL_INDUSTRIES,
  CANADA,
  EUROPEAN_UNION,
  MEXICO,
  NAICS3_CODES,
  USMCA,
  WORLD,
} from "../../codes/mod.ts";
import { type Contribution, contribution, type Row } from "../terms/contribution.ts";
import { CensusError, REPORT_REPLY } from "../transfer/errors.ts";
import { key, MEASURES } from "../terms/measures.ts";
import { yearToDate } from "../terms/months.ts";
import type { Fetch, Reply } from "./replies.ts";
import { asAsked, byKey, dollars, partnerOf } from "./reply.ts";
import { mustAdd, total } from "../terms/sums.ts";

const DUTY = "CAL_DUT_MO";
const VARIABLES = [...MEASURES.imports.flatMap(({ month, toDate }) => [month, toDate]), DUTY];
const GROUPS = [EUROPEAN_UNION, USMCA];
const [GENERAL, CONSUMPTION] = MEASURES.imports;

/** Figures of one industry: by variable, partner and month; absent is zero. */
interface Industry {
  valueOf: (variable: string, partner: string, month: string) => number;
  countries: string[];
  replies: Reply[];
}

/**
 * Monthly imports for consumption with duties for the partners that the monthly table lists, and the
 * year to date by every country on both bases.
 *
 * @param industries NAICS-3 codes; with all 32 of them their sum `00` is added.
 * @param months the published months of one year, from January.
 * @param listed partners of the monthly table.
 * @throws CensusError when countries do not add to the world, months to the year to date, or Canada
 * and Mexico to the USMCA.
 */
export async function naicsFromApi(
  fetch: Fetch,
  industries: string[],
  months: string[],
  listed: string[],
): Promise<Contribution[]> {
  const found = new Map<string, Industry>();
  for (const naics of industries) found.set(naics, await industry(fetch, naics, months));
  const replies = [...found.values()].flatMap((each) => each.replies);
  if (NAICS3_CODES.every((code) => found.has(code))) {
    found.set(ALL_INDUSTRIES, sumOf([...found.values()]));
  }
  const monthly: Row[] = [], toDate: Row[] = [];
  for (const [naics, { valueOf, countries }] of found) {
    for (const month of months) {
      for (const partner_code of listed) {
        const value_usd = valueOf(CONSUMPTION.month, partner_code, month);
        const duty_usd = valueOf(DUTY, partner_code, month);
        if (value_usd === 0 && duty_usd === 0) continue;
        monthly.push({ month, basis: CONSUMPTION.basis, naics, partner_code, value_usd, duty_usd });
      }
    }
    const last = months.at(-1)!;
    for (const { basis, toDate: variable } of MEASURES.imports) {
      for (const partner_code of [WORLD, ...countries]) {
        const value_usd = valueOf(variable, partner_code, last);
        if (value_usd === 0 && partner_code !== WORLD) continue;
        toDate.push({ ...yearToDate(last), basis, naics, partner_code, value_usd });
      }
    }
  }
  const origin = {
    title: "International Trade API, imports/naics",
    path: replies[0].url.split("?")[0],
    files: replies.map((reply) => reply.sidecar!),
  };
  return [
    ...contribution("naics3_imports_by_partner_monthly", monthly, origin),
    ...contribution("naics3_imports_by_partner", toDate, origin),
  ];
}

async function industry(fetch: Fetch, naics: string, months: string[]): Promise<Industry> {
  const time: [string, string] = ["time", `from ${months[0]} to ${months.at(-1)}`];
  const columns = ["CTY_CODE", ...VARIABLES];
  const detail = await fetch("imports/naics", columns, [
    ["NAICS", naics],
    ["SUMMARY_LVL", "DET"],
    time,
  ]);
  const groups = await fetch("imports/naics", VARIABLES, [
    ["NAICS", naics],
    ...GROUPS.map((code): [string, string] => ["CTY_CODE", code]),
    time,
  ]);
  const figures = new Map([
    ...figuresOf(detail, naics, months, []),
    ...figuresOf(groups, naics, months, GROUPS),
  ]);
  const countries = [...new Set(detail.rows.map((row) => partnerOf(row.CTY_CODE, detail.url)))]
    .filter((partner) => partner !== WORLD).sort();
  const valueOf = (...parts: string[]) => figures.get(key(...parts)) ?? 0;
  for (const month of months) {
    for (const variable of VARIABLES) {
      const where = `${variable}, NAICS ${naics}, ${month}`;
      const parts = countries.map((country) => valueOf(variable, country, month));
      const whole = figures.get(key(variable, WORLD, month));
      mustAdd(parts, whole, `countries add to the world, ${where}`, detail.url);
      const members = [CANADA, MEXICO].map((country) => valueOf(variable, country, month));
      const usmca = valueOf(variable, USMCA, month);
      mustAdd(members, usmca, `Canada and Mexico are the USMCA, ${where}`, groups.url);
    }
  }
  for (const { month: variable, toDate } of [GENERAL, CONSUMPTION]) {
    for (const partner of [WORLD, ...GROUPS, ...countries]) {
      months.forEach((month, index) =>
        mustAdd(
          months.slice(0, index + 1).map((each) => valueOf(variable, partner, each)),
          valueOf(toDate, partner, month),
          `months add to the year to date, ${toDate}, NAICS ${naics}, ${partner}, ${month}`,
          detail.url,
        )
      );
    }
  }
  return { valueOf, countries, replies: [detail, groups] };
}

function figuresOf(reply: Reply, naics: string, months: string[], groups: string[]) {
  const { url, rows } = reply;
  if (rows.length === 0) {
    throw new CensusError(`${url}: no figures for NAICS ${naics} (204)`, REPORT_REPLY);
  }
  const entries = rows.flatMap((row) => {
    asAsked(row.NAICS, [naics], "NAICS", url);
    const month = asAsked(row.time, months, "time", url);
    const partner = groups.length
      ? asAsked(row.CTY_CODE, groups, "CTY_CODE", url)
      : partnerOf(row.CTY_CODE, url);
    return VARIABLES.map((name): [string, number] => [
      key(name, partner, month),
      dollars(row[name], `${name} of ${partner} in ${month}`, url),
    ]);
  });
  return byKey(entries, url);
}

function sumOf(industries: Industry[]): Industry {
  return {
    valueOf: (...where) => total(industries.map(({ valueOf }) => valueOf(...where))),
    countries: [...new Set(industries.flatMap(({ countries }) => countries))].sort(),
    replies: [],
  };
}
