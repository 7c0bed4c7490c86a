/**
 * The data folder as it would stand with a month as the newest, in a folder outside `data/`.
 *
 * Until the last published month the tables are cut; after it published rows come again under later
 * months (`calendar.ts` says which), through the writer that a refresh uses. Figures that must agree come
 * from the same months, so that every reconciliation holds. Each vintage says that it was generated.
 */
import { addVintages } from "../../lib/census/vintage/vintage.ts";
import { MONTHS } from "./calendar.ts";
import { writeCut } from "./cut.ts";
import { extensions } from "./extend.ts";
import { lines } from "./lines.ts";
import { release } from "./releases.ts";

/**
 * Makes the data of a month in an empty folder.
 *
 * @throws RangeError for a month that is not one of `MONTHS`; DataError or CensusError when the result
 * breaks a table's contract. Whether sums hold is `reconcile`'s to say.
 */
export async function makeData(month: string, folder: string): Promise<void> {
  if (!MONTHS.includes(month)) {
    throw new RangeError(`no data for ${month}; there are: ${MONTHS[0]} to ${MONTHS.at(-1)}`);
  }
  await writeCut(month, folder);
  const options = { say: () => {}, checks: [] };
  await addVintages(folder, await extensions(month, folder), options);
  const more = [...await release(month, folder), ...await lines(month, folder)];
  await addVintages(folder, more, options);
}
