/** What `deno task refresh --help` says. */
import { API_BASE, BRINGS, SITE, SOURCES } from "./addresses.ts";
import { SIGN_UP } from "./api/judge.ts";

export const HELP = `deno task refresh [options]

Brings official figures into data/ as a new vintage, dated by the day on which they were published.
Earlier vintages stay, and what is older than the figures in data/ never replaces them. Raw files are
kept verbatim in .cache/census.

  --source ${SOURCES.join("|")}
                                 One or more, with commas. api: International Trade API, needs
                                 CENSUS_API_KEY, about 110 queries a year, from 2010. archives:
                                 monthly archives, no key, about 450 MB a year, from 2010. totals:
                                 country.xlsx, no key, 3 MB, all ATP from 1989. exhibits: the
                                 current FT-900 release, no key. A key is free:
                                 ${SIGN_UP}
                                 Default: api, totals and exhibits with a key; archives, totals and
                                 exhibits without.
  --year 2024, --years 2020-2024 Default: the report's year, the last and the current one.
                                 A year that fails takes no other with it.
  --months 2026-03..2026-08      For archives: the import archive of each month, for the monthly
                                 tables alone; without --year nothing else is asked for.
  --industry 336 | all           For api: NAICS-3 industries, with commas. Default: 334,335.
  --from DIR                     Archives, country.xlsx, ft900xlsx.zip that are already downloaded.
  --report                       Then build the report, take its outputs into notebooks/ and README.md,
                                 and tell in build/revision/ what changed: verdicts, headlines and
                                 pictures of figures, sentences, rows (revision.md, revision.json,
                                 before/, after/). Where nothing new came, nothing is built. Where a
                                 part fails, the next --report goes on from what came.
                                 deno task propose makes a branch of it.
  --no-pdf                       With --report: leave the PDFs out.
  --dry-run                      Say what would be asked; ask and write nothing.
  --api-base URL                 Another address of the API. Default: ${API_BASE}
  --archive-base URL             Another site of the files. Default: ${SITE}
  --data DIR, --cache DIR        Other folders than data/ and .cache/census. Relative folders count
                                 from where you stand.
  -h, --help

Exit code 0: all that was asked for is in data/, and told of with --report. 1: it failed, and data/
is as before; or some of the years failed, all others are in data/; or the report failed, and the last
lines say what state it left. 2: an option makes no sense. 130: interrupted.

What each source brings:
${SOURCES.map((source) => `  ${source}\n    ${BRINGS[source].join("\n    ")}`).join("\n")}
preference_lines, goods_consumption_monthly and naics3_imports_by_partner_monthly come from an archive
for its own month: a refresh after each release, or --months, fills them month by month.`;
