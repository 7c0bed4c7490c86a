/** The sums of an import and an export archive as rows of the project's tables. */
import {
  ALL_INDUSTRIES,
  EU27_MEMBERS,
  EUROPEAN_UNION,
  isCountry,
  NAICS3_CODES,
  USMCA,
  WORLD,
} from "../../codes/mod.ts";
import type { Basis, Flow } from "../../data/mod.ts";
import { ATP_CLASSES } from "./concord.ts";
import type { Row, TableName } from "../terms/contribution.ts";
import { withTotal } from "../terms/measures.ts";
import { yearToDate } from "../terms/months.ts";
import { total } from "../terms/sums.ts";
import type { Tally } from "./tally.ts";
import type { Sums } from "./tally_sums.ts";

/** Measures that are summed, by flow; the first of the imports is that of the FT-900. */
export const SUMMED = {
  imports: ["gen_val", "con_val", "dut_val", "cal_dut"],
  exports: ["all_val"],
};
const BASES: Record<string, Basis> = {
  gen_val: "general_imports",
  con_val: "imports_for_consumption",
  all_val: "total_exports",
};
const UNITED_KINGDOM = "4120";
/** Until this month the published European Union included the United Kingdom. */
const LAST_MONTH_OF_28 = "2017-12";

type ValueOf = (code: string, partner: string) => number;

/**
 * One measure by class and partner; `-` is the sum of all countries.
 *
 * @param place the number of a class in the keys of the sums.
 */
function valuesOf(
  sums: Sums,
  place: (code: string) => number,
  column: number,
  countries: string[],
): ValueOf {
  const valueOf: ValueOf = (code, partner) =>
    partner === WORLD
      ? total(countries.map((country) => valueOf(code, country)))
      : sums.get(place(code) * 10_000 + Number(partner))[column];
  return valueOf;
}

const countriesOf = ({ countries }: Tally) => countries.keys().map(String);

/** ATP by group with the world, and by group and partner, year to date. */
export function atpRows(flow: Flow, tally: Tally, month: string): [TableName, Row[]][] {
  const world: Row[] = [], byPartner: Row[] = [];
  const countries = countriesOf(tally);
  SUMMED[flow].filter((measure) => measure in BASES).forEach((measure, place) => {
    const basis = BASES[measure];
    const column = tally.measures.indexOf(`${measure}_yr`);
    const valueOf = valuesOf(tally.atp, (code) => ATP_CLASSES.indexOf(code), column, countries);
    for (const partner_code of [WORLD, ...countries]) {
      for (const [atp_group, value_usd] of withTotal((group) => valueOf(group, partner_code))) {
        const row = { ...yearToDate(month), flow, basis, atp_group };
        if (partner_code === WORLD && place === 0) {
          world.push({ ...row, rounding_usd: 1, value_usd });
        }
        if (value_usd === 0 && partner_code !== WORLD) continue;
        byPartner.push({ ...row, partner_code, value_usd });
      }
    }
  });
  return [["atp_by_group", world], ["atp_by_group_and_partner", byPartner]];
}

/** The 32 industries, and any other that has figures: all goods are the sum of them. */
function industriesOf({ industries }: Tally): string[] {
  const found = industries.keys().map((key) => String(Math.floor(key / 10_000)));
  return [...new Set([...NAICS3_CODES, ...found])].sort();
}

/** Values of industries and their sum `00`. */
function withAllIndustries(
  codes: string[],
  valueOf: (code: string) => number,
): [code: string, value: number][] {
  const values = codes.map((code): [string, number] => [code, valueOf(code)]);
  return [...values, [ALL_INDUSTRIES, total(values.map(([, value]) => value))]];
}

/** All goods for consumption and their duty in the archive's month, by country and the world. */
export function consumptionRows(tally: Tally, month: string): [TableName, Row[]] {
  const [value, duty] = ["con_val_mo", "cal_dut_mo"].map((name) => tally.measures.indexOf(name));
  const sums = tally.countries.keys().map((key) => {
    const all = tally.countries.get(key);
    return { partner_code: String(key), value_usd: all[value], duty_usd: all[duty] };
  });
  const world = {
    partner_code: WORLD,
    value_usd: total(sums.map(({ value_usd }) => value_usd)),
    duty_usd: total(sums.map(({ duty_usd }) => duty_usd)),
  };
  const rows = [world, ...sums.filter(({ value_usd, duty_usd }) => value_usd + duty_usd > 0)]
    .map((row): Row => ({ month, basis: "imports_for_consumption", ...row }));
  return ["goods_consumption_monthly", rows];
}

/** Imports by industry and partner, year to date on both bases. */
export function industryRows(tally: Tally, month: string): [TableName, Row[]] {
  const countries = countriesOf(tally), codes = industriesOf(tally);
  const rows = ["gen_val", "con_val"].flatMap((measure) => {
    const column = tally.measures.indexOf(`${measure}_yr`);
    const valueOf = valuesOf(tally.industries, Number, column, countries);
    return [WORLD, ...countries].flatMap((partner_code) =>
      withAllIndustries(codes, (code) => valueOf(code, partner_code))
        .filter(([, value]) => value > 0 || partner_code === WORLD)
        .map(([naics, value_usd]): Row => ({
          ...yearToDate(month),
          basis: BASES[measure],
          naics,
          partner_code,
          value_usd,
        }))
    );
  });
  return ["naics3_imports_by_partner", rows];
}

/** Imports for consumption and duties of the archive's month, for the partners of that table. */
export function monthlyIndustryRows(
  tally: Tally,
  month: string,
  listed: string[],
): [TableName, Row[]] {
  const countries = countriesOf(tally), codes = industriesOf(tally);
  const members: Record<string, string[]> = {
    [EUROPEAN_UNION]: [...EU27_MEMBERS, ...month <= LAST_MONTH_OF_28 ? [UNITED_KINGDOM] : []],
    [USMCA]: ["1220", "2010"],
    [WORLD]: countries,
  };
  const [value, duty] = ["con_val_mo", "cal_dut_mo"].map((name) => {
    const valueOf = valuesOf(
      tally.industries,
      Number,
      tally.measures.indexOf(name),
      countries,
    );
    return (code: string, partner: string) =>
      total((members[partner] ?? [partner]).map((country) => valueOf(code, country)));
  });
  const rows = listed.filter((partner) => isCountry(partner) || partner in members)
    .flatMap((partner_code) => {
      const duties = new Map(withAllIndustries(codes, (code) => duty(code, partner_code)));
      return withAllIndustries(codes, (code) => value(code, partner_code))
        .map(([naics, value_usd]): Row => ({
          month,
          basis: "imports_for_consumption",
          naics,
          partner_code,
          value_usd,
          duty_usd: duties.get(naics)!,
        }))
        .filter((row) => row.value_usd !== 0 || row.duty_usd !== 0);
    });
  return ["naics3_imports_by_partner_monthly", rows];
}
