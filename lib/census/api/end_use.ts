/**
 * Computers and chips in both directions from exports/enduse and imports/enduse: sums of end-use
 * classes, month by month, with the world.
 *
 * What is not established: no reply with several end-use codes in one query was seen; that a repeated
 * name means "or" is known of other variables of the same interface.
 */
import { WORLD } from "../../codes/mod.ts";
import type { Flow } from "../../data/mod.ts";
import { type Contribution, contribution, type Row } from "../terms/contribution.ts";
import { FLOWS, MEASURES } from "../terms/measures.ts";
import { total } from "../terms/sums.ts";
import { CensusError, REPORT_REPLY } from "../transfer/errors.ts";
import { figuresOf, mustRunUp } from "./figures.ts";
import type { Fetch } from "./replies.ts";
import { asAsked, partnerOf } from "./reply.ts";

/** End-use codes of each category: computers and accessories; semiconductors and telecommunications. */
const CATEGORIES: Record<string, string[]> = {
  computers: ["21300", "21301"],
  chips_telecom: ["21320", "21400"],
};
const COMMODITY: Record<Flow, string> = { exports: "E_ENDUSE", imports: "I_ENDUSE" };

/**
 * The categories by month: total exports and general imports.
 *
 * @throws CensusError when a code or month is missing, or months do not add to the year to date.
 */
export async function endUseFromApi(fetch: Fetch, months: string[]): Promise<Contribution[]> {
  const codes = Object.values(CATEGORIES).flat();
  const rows: Row[] = [], replies = [];
  for (const flow of FLOWS) {
    const [{ basis, month: value, toDate }] = MEASURES[flow];
    const commodity = COMMODITY[flow];
    const reply = await fetch(`${flow}/enduse`, [commodity, value, toDate], [
      ...codes.map((code): [string, string] => [commodity, code]),
      ["CTY_CODE", WORLD],
      ["time", `from ${months[0]} to ${months.at(-1)}`],
    ]);
    const { url } = reply;
    const { find, valueOf } = figuresOf(reply, [value, toDate], (row) => {
      asAsked(partnerOf(row.CTY_CODE, url), [WORLD], "CTY_CODE", url);
      const code = asAsked(row[commodity], codes, commodity, url);
      return [code, asAsked(row.time, months, "time", url)];
    });
    for (const code of codes) {
      const absent = months.find((month) => find(value, code, month) === undefined);
      if (absent) {
        throw new CensusError(`${url}: has no row of end use ${code} in ${absent}`, REPORT_REPLY);
      }
      mustRunUp(
        months,
        (month) => valueOf(value, code, month),
        (month) => valueOf(toDate, code, month),
        `${toDate}, end use ${code}`,
        url,
      );
    }
    for (const [category, members] of Object.entries(CATEGORIES)) {
      for (const month of months) {
        const value_usd = total(members.map((code) => valueOf(value, code, month)));
        const end_use_codes = members.join("+");
        rows.push({ month, flow, basis, category, end_use_codes, value_usd });
      }
    }
    replies.push(reply);
  }
  return contribution("end_use_trade_monthly", rows, {
    title: "International Trade API, exports/enduse and imports/enduse",
    path: replies[0].url.split("?")[0],
    files: replies.map((reply) => reply.sidecar!),
  });
}
