/** What a refresh would do, in lines: for `--dry-run`. */
import { publishableMonths } from "./terms/months.ts";
import { archiveOf } from "./archive/files.ts";
import { FLOWS } from "./terms/measures.ts";
import type { RefreshOptions } from "./options.ts";
import { BRINGS, type Source } from "./addresses.ts";
import { EXHIBITS_PATH } from "./workbook/exhibits.ts";
import { TOTALS_PATH } from "./workbook/totals.ts";

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
          `  ${apiBase}/imports/naics ${year}: ${industries.join(", ")}; Mexico, NAICS-4`,
          `  ${apiBase}/imports/hs ${year}: all goods by partner; tariff lines by partner, ` +
          "a query for each chapter",
          ...FLOWS.map((flow) => `  ${apiBase}/${flow}/enduse ${year}: computers, chips`),
          `  ${apiBase}/exports/hs ${year}: chips by six-digit code`,
        ]),
      archives: () => [
        ...(options.months ?? []).map((month) => {
          const { name, url } = archiveOf("imports", month, archiveBase);
          return `  ${from ? name : url}${whence}: the monthly tables of ${month}`;
        }),
        ...years.map((year) => {
          const last = publishableMonths(year, now()).at(-1);
          if (!last) return `  ${year}: no month can be published yet`;
          const files = FLOWS.map((flow) => archiveOf(flow, last, archiveBase));
          return `  ${files.map((file) => from ? file.name : file.url).join(" and ")}${whence}, ` +
            "or of the month before where they are not published";
        }),
      ],
      totals: () => [
        `  ${from ? "country.xlsx" : archiveBase + TOTALS_PATH}${whence}: ${years.join(", ")}`,
      ],
      exhibits: () => [
        `  ${from ? "ft900xlsx.zip" : archiveBase + EXHIBITS_PATH}${whence}: ` +
        "Exhibit 16a of the current release",
      ],
    };
    return [`${source} would bring ${BRINGS[source].join(", ")}:`, ...lines[source]()];
  });
}
