/** Who gained and who lost between two periods, as a table. */
import type { ShareChange } from "../analysis/mod.ts";
import { CANADA, isCountry, MEXICO, OTHER, partnerName, WORLD } from "../codes/mod.ts";
import { industry, industryCode, points } from "../figures/words.ts";
import { percent, shortPeriodName, sourceLine } from "../format.ts";
import { records, requireColumns, type Rows } from "../rows.ts";
import type { Shown } from "./show.ts";
import { table } from "./table.ts";
import { unitOf } from "./years_table.ts";

/**
 * Who gained and who lost between two periods, the largest gain first, the rest and the world below:
 * `await show(shareChangesTable(changes, { naics: "334" }))`.
 *
 * @param changes of one industry, from `shareChanges`, the rest included.
 * @throws RangeError when there are no rows.
 */
export function shareChangesTable(
  changes: Rows<ShareChange>,
  { naics }: { naics: string },
): Shown {
  requireColumns(changes, ["partner_code", "change", "from_usd", "to_usd"], "shareChangesTable");
  const rows = records(changes);
  if (rows.length === 0) throw new RangeError("shareChangesTable: no rows");
  const [first] = rows;
  const sum = (name: "from_usd" | "to_usd") => rows.reduce((all, row) => all + row[name], 0);
  const world: ShareChange = {
    ...{ ...first, partner_code: WORLD, from_share: 1, to_share: 1, change: 0 },
    ...{ from_usd: sum("from_usd"), to_usd: sum("to_usd") },
  };
  const usd = unitOf([world.from_usd, world.to_usd]);
  const [before, after] = [
    shortPeriodName(first.from_start, first.from_end),
    shortPeriodName(first.to_start, first.to_end),
  ];
  const rest = rows.filter((row) => row.partner_code === OTHER);
  return table([...rows.filter((row) => isCountry(row.partner_code)), ...rest, world], {
    caption: `Suppliers’ shares of U.S. imports of ${industry(naics)} (${industryCode(naics)}), ` +
      `${before} and ${after}; the change in percentage points, and imports in ${usd.name}`,
    source: sourceLine(rows),
    bold: (row) => row.partner_code === MEXICO || row.partner_code === CANADA,
    columns: [
      { label: "Supplier", value: (row) => partnerName(row.partner_code) },
      { label: before, align: "right", value: (row) => percent(row.from_share) },
      { label: after, align: "right", value: (row) => percent(row.to_share) },
      { label: "Change", align: "right", value: (row) => points(row.change) },
      ...([[before, "from_usd"], [after, "to_usd"]] as const).map(([name, usdOf]) => ({
        label: `${usd.head}, ${name}`,
        align: "right" as const,
        value: (row: ShareChange) => usd.write(row[usdOf]),
      })),
    ],
  });
}
