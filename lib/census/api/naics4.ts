/** Mexico's industries of four digits under 334 and 335, month by month, from imports/naics. */
import { MEXICO } from "../../codes/mod.ts";
import { type Contribution, contribution, type Row } from "../terms/contribution.ts";
import { mustAdd } from "../terms/sums.ts";
import { CensusError, REPORT_REPLY } from "../transfer/errors.ts";
import { figuresOf } from "./figures.ts";
import type { Fetch } from "./replies.ts";
import { asAsked } from "./reply.ts";

const VARIABLES = ["CON_VAL_MO", "DUT_VAL_MO", "CAL_DUT_MO"];
const PARENTS = ["334", "335"];

/**
 * Imports for consumption, their dutiable value and duty, from Mexico.
 *
 * @throws CensusError when the industries of four digits do not add to those of three.
 */
export async function naics4FromApi(fetch: Fetch, months: string[]): Promise<Contribution[]> {
  const ask = (predicates: [string, string][]) =>
    fetch("imports/naics", ["NAICS", ...VARIABLES], [
      ...predicates,
      ["CTY_CODE", MEXICO],
      ["time", `from ${months[0]} to ${months.at(-1)}`],
    ]);
  const four = await ask([
    ...PARENTS.map((code): [string, string] => ["NAICS", `${code}*`]),
    ["COMM_LVL", "NA4"],
  ]);
  const three = await ask(PARENTS.map((code): [string, string] => ["NAICS", code]));
  const codes = new Set<string>();
  const detail = figuresOf(four, VARIABLES, (row) => {
    const { url } = four;
    asAsked(row.CTY_CODE, [MEXICO], "CTY_CODE", url);
    if (!PARENTS.includes(row.NAICS.slice(0, 3)) || row.NAICS.length !== 4) {
      throw new CensusError(`${url}: "${row.NAICS}" is no industry of four digits`, REPORT_REPLY);
    }
    codes.add(row.NAICS);
    return [row.NAICS, asAsked(row.time, months, "time", url)];
  });
  const parents = figuresOf(three, VARIABLES, (row) => [
    asAsked(row.NAICS, PARENTS, "NAICS", three.url),
    asAsked(row.time, months, "time", three.url),
  ]);
  for (const month of months) {
    for (const name of VARIABLES) {
      for (const parent of PARENTS) {
        const parts = [...codes].filter((code) => code.startsWith(parent))
          .map((code) => detail.valueOf(name, code, month));
        const statement = `NAICS-4 adds to NAICS ${parent}, Mexico, ${name}, ${month}`;
        mustAdd(parts, parents.find(name, parent, month), statement, four.url);
      }
    }
  }
  const rows = [...codes].sort().flatMap((naics) =>
    months.map((month): Row => {
      const [value_usd, dutiable_usd, duty_usd] = VARIABLES
        .map((name) => detail.valueOf(name, naics, month));
      const basis = "imports_for_consumption";
      return { month, basis, partner_code: MEXICO, naics, value_usd, dutiable_usd, duty_usd };
    })
  );
  return contribution("naics4_imports_monthly", rows, {
    title: "International Trade API, imports/naics, Mexico, NAICS-4",
    path: four.url.split("?")[0],
    files: [four, three].map((reply) => reply.sidecar!),
  });
}
