/** Partners and industries that the project has no name for: they count in every sum, and it is said. */
import { NAICS3, PARTNERS } from "../../codes/mod.ts";
import type { Contribution } from "../terms/contribution.ts";

/** Where a column's codes get their names, and where these are published. */
const NAMES = [
  {
    column: "partner_code",
    what: "partner",
    known: PARTNERS,
    home: "lib/codes/schedule_c.ts (names: https://www.census.gov/foreign-trade/schedules/c/)",
  },
  {
    column: "naics",
    what: "industry",
    known: { ...NAICS3, "00": "" } as Record<string, string>,
    home: "lib/codes/naics.ts",
  },
];

/** Says every code of a partner or a three-digit industry that is new, with where its name belongs. */
export function sayNewCodes(contributions: Contribution[], say: (line: string) => void): void {
  for (const { column, what, known, home } of NAMES) {
    const codes = new Set(contributions.flatMap(({ rows }) => codesOf(rows, column)));
    const unknown = [...codes].filter((code) => !(code in known) && code.length < 5).sort();
    for (const code of unknown.filter((each) => column !== "naics" || each.length === 3)) {
      say(`  ${what} ${code} is new here: it counts in all sums; give it a name in ${home}`);
    }
  }
}

function codesOf(rows: Contribution["rows"], column: string): string[] {
  if (Array.isArray(rows)) return rows.flatMap((row) => column in row ? [String(row[column])] : []);
  return rows.columns.includes(column) ? rows.getColumn(column).unique().toArray() as string[] : [];
}
