/**
 * The data folder as it would stand with a month as the newest, in a folder outside `data/`.
 *
 * Until the last published month the monthly tables are cut; after it published rows come again under
 * later months (`calendar.ts` says which). The tables by period keep what was published, releases and
 * years of lines, and gain what a refresh would bring. Figures that must agree come from the same months,
 * so that every reconciliation holds. Each vintage says that it was cut or generated.
 */
import { type DataPackage, readPackage, type Tables } from "../../lib/data/mod.ts";
import { MONTHS } from "./calendar.ts";
import { lines } from "./lines.ts";
import { isKept, madeRows } from "./monthly.ts";
import { release } from "./releases.ts";
import { writeTable } from "./write.ts";

/**
 * Makes the data of a month in an empty folder.
 *
 * @throws RangeError for a month that is not one of `MONTHS`. Whether the tables keep their contracts and
 * their sums hold is for `reconcile` to say.
 */
export async function makeData(month: string, folder: string): Promise<void> {
  if (!MONTHS.includes(month)) {
    throw new RangeError(`no data for ${month}; there are: ${MONTHS[0]} to ${MONTHS.at(-1)}`);
  }
  const pkg = await readPackage();
  const resources = await Promise.all(pkg.resources.map(async (resource) => {
    const table = resource.name as keyof Tables;
    const isMonthly = resource.schema.fields.some(({ name }) => name === "month");
    return await writeTable(
      resource,
      folder,
      month,
      isMonthly
        ? { kept: isKept(table, month), made: await madeRows(table, month) }
        : { made: await ofPeriods(table, month) },
    );
  }));
  const next: DataPackage = { ...pkg, resources };
  await Deno.writeTextFile(`${folder}/datapackage.json`, JSON.stringify(next, null, 2) + "\n");
}

/** What a table by period gains. */
async function ofPeriods(table: keyof Tables, month: string) {
  if (table === "atp_by_group" || table === "atp_by_area") return await release(table, month);
  return table === "import_lines" ? await lines(month) : undefined;
}
