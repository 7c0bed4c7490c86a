/** The classes of tariff lines (ATP group, NAICS industry) from the concordances of the archives. */
import { type Contribution, contribution } from "../terms/contribution.ts";
import type { Sidecar } from "../transfer/snapshot.ts";
import { ATP_CLASSES, type Classes } from "./concord.ts";
import { COMMODITY, type Tally } from "./tally.ts";

/** How a class was found that an archive's own concordance gives. */
const METHOD = "archive_concordance";

/** The classes of every tariff line that was imported in the year so far. */
export function lineClasses(tally: Tally): Map<string, Classes> {
  const codes = new Set(tally.lines.keys().map((key) => Math.floor(key / COMMODITY)));
  return new Map([...codes].map((code) => [
    String(code).padStart(10, "0"),
    tally.classes.get(code)!,
  ]));
}

/** What the archives of a year, or of one month of it, say of its tariff lines. */
export interface ClassedYear {
  /** Last month that the archives cover. */
  month: string;
  /** Classes of the tariff lines that were imported. */
  classes: Map<string, Classes>;
  imports: Sidecar;
}

/**
 * The classes of the lines of several years as one table without repetition. The Bureau revises the
 * list of ATP from year to year and the table has one class for a code: that of the last whole year
 * counts, then that of earlier ones, and the year under way only for codes that are new in it. So the
 * ATP of whole years stays what was published.
 *
 * @returns the table, and the codes whose class differs between the years.
 */
function classRows(years: ClassedYear[]) {
  const isWhole = (month: string) => month.endsWith("-12");
  const order = years.toSorted((a, b) =>
    Number(isWhole(b.month)) - Number(isWhole(a.month)) || b.month.localeCompare(a.month)
  );
  const chosen = new Map<string, Classes>();
  const differing = new Set<string>();
  for (const { classes } of order) {
    for (const [code, each] of classes) {
      const known = chosen.get(code);
      if (!known) chosen.set(code, each);
      else if (known.atp !== each.atp || known.naics6 !== each.naics6) differing.add(code);
    }
  }
  const rows = [...chosen].sort(([a], [b]) => a.localeCompare(b)).map(([hts10, classes]) => ({
    hts10,
    atp_group: ATP_CLASSES[classes.atp],
    atp_method: METHOD,
    naics6: classes.naics6,
    naics_method: METHOD,
  }));
  return { rows, differing: [...differing].sort() };
}

/**
 * The classes of the tariff lines of some years, as the archives' own concordances give them. Says how
 * many codes have another class in another year.
 */
export function classesFromArchives(
  years: ClassedYear[],
  say: (line: string) => void,
): Contribution[] {
  if (years.length === 0) return [];
  const { rows, differing } = classRows(years);
  if (differing.length > 0) {
    const some = differing.slice(0, 5).join(", ");
    say(
      `  ${differing.length} tariff lines have another class in another year (${some}): ` +
        "the last whole year counts",
    );
  }
  return contribution("import_line_classes", rows, {
    title: "U.S. Imports of Merchandise, concordance of the monthly archives (HTS-10, ATP, NAICS)",
    path: years[0].imports.url,
    coverage: `the lines of the years to ${years.map(({ month }) => month).join(", ")}`,
    files: years.map(({ imports }) => imports),
  });
}
