/** What a refresh would do, in lines: for `--dry-run`. */
import { publishableMonths } from "./terms/months.ts";
import { archiveOf } from "./archive/archives.ts";
import { FLOWS } from "./terms/measures.ts";
import type { RefreshOptions } from "./options.ts";
import type { Source } from "./addresses.ts";
import { TOTALS_PATH } from "./workbook/totals.ts";

const TABLES: Record<Source, string> = {
  api: "atp_by_group, atp_by_group_and_partner, naics3_imports_by_partner_monthly, " +
    "naics3_imports_by_partner",
  archives: "atp_by_group, atp_by_group_and_partner, naics3_imports_by_partner, " +
    "naics3_imports_by_partner_monthly, agreement_imports",
  totals: "atp_world_monthly, agreement_imports_monthly, goods_by_partner_monthly",
};

/** One line for each thing that would be asked, and the tables that would gain a vintage. */
export function plan(sources: Source[], years: number[], options: RefreshOptions): string[] {
  const { apiBase, archiveBase, industries, now, from } = options;
  const whence = from === undefined ? "" : ` in ${from}`;
  return sources.flatMap((source) => {
    const lines = {
      api: () =>
        years.flatMap((year) => [
          ...FLOWS.map((flow) =>
            `  ${apiBase}/${flow}/hitech ${year}: by group, by group and partner`
          ),
          `  ${apiBase}/imports/naics ${year}: ${industries.join(", ")}`,
        ]),
      archives: () =>
        years.map((year) => {
          const last = publishableMonths(year, now()).at(-1);
          if (!last) return `  ${year}: no month can be published yet`;
          const files = FLOWS.map((flow) => archiveOf(flow, last, archiveBase));
          return `  ${files.map((file) => from ? file.name : file.url).join(" and ")}${whence}, ` +
            "or of the month before where they are not published";
        }),
      totals: () => [
        `  ${from ? "country.xlsx" : archiveBase + TOTALS_PATH}${whence}: ${years.join(", ")}`,
      ],
    };
    return [`${source} would bring ${TABLES[source]}:`, ...lines[source]()];
  });
}
