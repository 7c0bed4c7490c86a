/**
 * Classes for tariff lines that a refresh brings and that have none yet. The archives carry their own
 * concordance; the interface gives lines without a class, so that a code of the year under way is
 * classed by its relatives, as the embedded table does, and the method is named: it is derived.
 */
import type pl from "nodejs-polars";
import { readTable } from "../../data/mod.ts";
import type { Contribution, Row } from "../terms/contribution.ts";
import { NOT_ATP } from "../../codes/mod.ts";

interface Class {
  hts10: string;
  atp_group: string;
  naics6: string;
}

const LINES = ["import_lines", "preference_lines"];

/**
 * A row for each new code: the ATP group that all known codes of its eight digits share
 * (`hs8_unanimous`), else none (`undetermined_not_atp`); the commonest industry of its eight digits
 * (`hs8_mode`), or of the longest beginning that is known (`longest_prefix_mode`).
 *
 * A derived class is dated at the beginning of the lines' first year: whenever an archive brings the
 * class that the publisher gives, that one is the newer and counts.
 *
 * @returns a contribution to `import_line_classes`, or none when every line has a class.
 */
export async function classesOfNewLines(
  dir: string,
  contributions: Contribution[],
  say: (line: string) => void,
): Promise<Contribution[]> {
  const brought = contributions.filter(({ table }) => LINES.includes(table));
  if (brought.length === 0) return [];
  const codes = new Set(
    brought.flatMap(({ rows }) =>
      (rows as pl.DataFrame).getColumn("hts10").unique().toArray() as string[]
    ),
  );
  const known = [
    ...(await readTable("import_line_classes", { dir })).toRecords() as unknown as Class[],
    ...contributions.filter(({ table }) => table === "import_line_classes")
      .flatMap(({ rows }) => rows as unknown as Class[]),
  ];
  for (const { hts10 } of known) codes.delete(hts10);
  if (codes.size === 0) return [];
  const families = [8, 6, 4, 2, 0].map((digits): [number, Map<string, Class[]>] => [
    digits,
    Map.groupBy(known, ({ hts10 }) => hts10.slice(0, digits)),
  ]);
  const rows = [...codes].sort().map((hts10): Row => {
    const [digits, relatives] = families
      .map(([digits, family]) => [digits, family.get(hts10.slice(0, digits))] as const)
      .find(([, found]) => found)!;
    const groups = new Set(relatives!.map(({ atp_group }) => atp_group));
    const agree = digits === 8 && groups.size === 1;
    return {
      hts10,
      atp_group: agree ? [...groups][0] : NOT_ATP,
      atp_method: agree ? "hs8_unanimous" : "undetermined_not_atp",
      naics6: commonest(relatives!.map(({ naics6 }) => naics6)),
      naics_method: digits === 8 ? "hs8_mode" : "longest_prefix_mode",
    };
  });
  say(
    `  ${rows.length} new tariff lines are classed by their relatives (derived, as atp_method says)`,
  );
  const { vintage } = brought[0];
  const title = "New tariff lines, classed by the known codes that begin alike (derived)";
  return [{
    table: "import_line_classes",
    rows,
    vintage: {
      ...vintage,
      vintage: `${vintage.coverage.slice(0, 4)}-01-01`,
      published: null,
      title,
      coverage: `new lines of ${vintage.coverage}`,
      citation: `${title}, ${vintage.retrieved}`,
    },
  }];
}

/** The commonest of some texts; of several, the first in order. */
function commonest(texts: string[]): string {
  const counted = [...Map.groupBy(texts, (each) => each)];
  return counted.sort(([a, as], [b, bs]) => bs.length - as.length || a.localeCompare(b))[0][0];
}
