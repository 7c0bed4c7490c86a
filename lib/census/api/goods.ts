/**
 * All goods by partner from imports/hs: imports for consumption and duties of each month, and the year
 * to date of the world that the tariff lines must add to. Without a commodity in the query the data
 * set gives the sum of all.
 */
import { WORLD } from "../../codes/mod.ts";
import { type Contribution, contribution, type Row } from "../terms/contribution.ts";
import { mustAdd } from "../terms/sums.ts";
import { figuresOf, mustRunUp } from "./figures.ts";
import type { Fetch } from "./replies.ts";
import { asAsked, partnerOf } from "./reply.ts";

/** Year to date, in the order of `LINE_MEASURES`: general, for consumption, dutiable, duty. */
export const TO_DATE = ["GEN_VAL_YR", "CON_VAL_YR", "DUT_VAL_YR", "CAL_DUT_YR"];
const VALUE = "CON_VAL_MO", DUTY = "CAL_DUT_MO";

export interface Goods {
  contributions: Contribution[];
  /** The world, year to date at the last month, by the variables of `TO_DATE`. */
  world: number[];
}

/**
 * Imports for consumption with duty by every country and the world (`-`), month by month.
 *
 * @param months the published months of one year, from January.
 * @throws CensusError when the world is missing, countries do not add to it, or months not to the year
 * to date.
 */
export async function goodsFromApi(fetch: Fetch, months: string[]): Promise<Goods> {
  const variables = [VALUE, DUTY, ...TO_DATE];
  const reply = await fetch("imports/hs", ["CTY_CODE", ...variables], [
    ["SUMMARY_LVL", "DET"],
    ["time", `from ${months[0]} to ${months.at(-1)}`],
  ]);
  const { url } = reply;
  const countries = new Set<string>();
  const { find, valueOf } = figuresOf(reply, variables, (row) => {
    const partner = partnerOf(row.CTY_CODE, url);
    if (partner !== WORLD) countries.add(partner);
    return [partner, asAsked(row.time, months, "time", url)];
  });
  const partners = [WORLD, ...[...countries].sort()];
  for (const month of months) {
    for (const name of variables) {
      const parts = [...countries].map((country) => valueOf(name, country, month));
      const statement = `countries add to the world, ${name}, all goods, ${month}`;
      mustAdd(parts, find(name, WORLD, month), statement, url);
    }
  }
  for (const [name, toDate] of [[VALUE, "CON_VAL_YR"], [DUTY, "CAL_DUT_YR"]]) {
    for (const partner of partners) {
      mustRunUp(
        months,
        (month) => valueOf(name, partner, month),
        (month) => valueOf(toDate, partner, month),
        `${toDate}, all goods, ${partner}`,
        url,
      );
    }
  }
  const rows = partners.flatMap((partner_code) =>
    months.map((month): Row => ({
      month,
      basis: "imports_for_consumption",
      partner_code,
      value_usd: valueOf(VALUE, partner_code, month),
      duty_usd: valueOf(DUTY, partner_code, month),
    })).filter(({ value_usd, duty_usd }) =>
      partner_code === WORLD || Number(value_usd) + Number(duty_usd) > 0
    )
  );
  return {
    contributions: contribution("goods_consumption_monthly", rows, {
      title: "International Trade API, imports/hs, imports for consumption and calculated duty, " +
        "all goods",
      path: url.split("?")[0],
      files: [reply.sidecar!],
    }),
    world: TO_DATE.map((name) => valueOf(name, WORLD, months.at(-1)!)),
  };
}
