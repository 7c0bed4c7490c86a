/**
 * Exports of chips by six-digit code (8523.51, and all of 8541 and 8542), by month, from exports/hs.
 *
 * What is not established: no reply to a query that mixes whole codes and wildcards was seen; both are
 * known singly. The sums by heading are checked.
 */
import { WORLD } from "../../codes/mod.ts";
import { type Contribution, contribution, type Row } from "../terms/contribution.ts";
import { MEASURES } from "../terms/measures.ts";
import { mustAdd } from "../terms/sums.ts";
import { CensusError, REPORT_REPLY } from "../transfer/errors.ts";
import { figuresOf, mustRunUp } from "./figures.ts";
import type { Fetch } from "./replies.ts";
import { asAsked, partnerOf } from "./reply.ts";

/** Solid-state storage alone, and the headings that are taken whole. */
const STORAGE = "852351", HEADINGS = ["8541", "8542"];
const [{ basis, month: VALUE, toDate: TO_DATE }] = MEASURES.exports;

/**
 * Total exports to the world.
 *
 * @throws CensusError when the codes of a heading do not add to it, or months not to the year to date.
 */
export async function semiconductorsFromApi(
  fetch: Fetch,
  months: string[],
): Promise<Contribution[]> {
  const ask = (level: string, wanted: string[]) =>
    fetch("exports/hs", ["E_COMMODITY", VALUE, TO_DATE], [
      ["COMM_LVL", level],
      ...wanted.map((code): [string, string] => ["E_COMMODITY", code]),
      ["CTY_CODE", WORLD],
      ["time", `from ${months[0]} to ${months.at(-1)}`],
    ]);
  const detail = await ask("HS6", [STORAGE, ...HEADINGS.map((code) => `${code}*`)]);
  const headings = await ask("HS4", HEADINGS);
  const { url } = detail;
  const codes = new Set<string>();
  const six = figuresOf(detail, [VALUE, TO_DATE], (row) => {
    asAsked(partnerOf(row.CTY_CODE, url), [WORLD], "CTY_CODE", url);
    const code = row.E_COMMODITY;
    const isOurs = code === STORAGE || HEADINGS.includes(code.slice(0, 4));
    if (!/^\d{6}$/.test(code) || !isOurs) {
      throw new CensusError(`${url}: "${code}" is no six-digit code of the query`, REPORT_REPLY);
    }
    codes.add(code);
    return [code, asAsked(row.time, months, "time", url)];
  });
  const four = figuresOf(headings, [VALUE, TO_DATE], (row) => [
    asAsked(row.E_COMMODITY, HEADINGS, "E_COMMODITY", headings.url),
    asAsked(row.time, months, "time", headings.url),
  ]);
  for (const heading of HEADINGS) {
    const members = [...codes].filter((code) => code.startsWith(heading));
    for (const month of months) {
      const parts = members.map((code) => six.valueOf(VALUE, code, month));
      const statement = `six-digit codes add to ${heading}, ${VALUE}, ${month}`;
      mustAdd(parts, four.find(VALUE, heading, month), statement, url);
    }
  }
  for (const code of codes) {
    const at = (name: string) => (month: string) => six.valueOf(name, code, month);
    mustRunUp(months, at(VALUE), at(TO_DATE), `${TO_DATE}, ${code}`, url);
  }
  const rows = [...codes].sort().flatMap((hs6) =>
    months.map((month): Row => ({ month, basis, hs6, value_usd: six.valueOf(VALUE, hs6, month) }))
  );
  return contribution("semiconductor_exports_monthly", rows, {
    title: "International Trade API, exports/hs",
    path: url.split("?")[0],
    files: [detail, headings].map((reply) => reply.sidecar!),
  });
}
