/** country.xlsx: what is read from it, and what is refused. */
import { assertEquals } from "@std/assert";
import type { Row } from "../../../lib/census/terms/contribution.ts";
import { TOTALS_PATH, totalsFromFile } from "../../../lib/census/workbook/totals.ts";
import { failsWith, publishTotals, withPlace } from "../fixture.ts";
import { linesOf, workbook } from "../workbook.ts";

type Cells = (string | number | null)[][];
const rowOf = (cells: Cells, code: string) => cells.find((row) => row[1] === code)!;
const columnOf = (cells: Cells, name: string) => cells[0].indexOf(name);

const FAULTS: { what: string; change: (cells: Cells) => void; says: string[] }[] = [
  {
    what: "a column missing",
    change: (cells) => cells[0][columnOf(cells, "EJUN")] = "JUNE",
    says: ["lacks the columns EJUN"],
  },
  {
    what: "another sheet",
    change: (cells) => cells[0][1] = "COUNTRY",
    says: ["has no sheet with a column CTY_CODE"],
  },
  {
    what: "no row of ATP",
    change: (cells) => cells.splice(cells.indexOf(rowOf(cells, "0007")), 1),
    says: ["has no row 0007 of 2024"],
  },
  {
    what: "a row twice",
    change: (cells) => cells.push(rowOf(cells, "5700")),
    says: ["the row 5700 of 2024 comes twice"],
  },
  {
    what: "months that do not add to their year",
    change: (cells) => {
      const at = columnOf(cells, "IMAR");
      rowOf(cells, "0007")[at] = Number(rowOf(cells, "0007")[at]) + 1;
    },
    says: ["I of 0007: the months of 2024 miss the year by 1000000 USD"],
  },
  {
    what: "a month missing",
    change: (cells) => rowOf(cells, "0015")[columnOf(cells, "IDEC")] = null,
    says: ["2024-12 of 2024 is not there"],
  },
  {
    what: "a word for a value",
    change: (cells) => rowOf(cells, "5700")[columnOf(cells, "IMAR")] = "n/a",
    says: ['IMAR is "n/a", no number'],
  },
  {
    what: "a value below zero",
    change: (cells) => rowOf(cells, "5700")[columnOf(cells, "EMAR")] = -5,
    says: ["5700 2024-03 is -5"],
  },
  ...['<script src="//x">', '=HYPERLINK("http://x";"China")', "+1", "@SUM(1)", "-2", "a\tb", ""]
    .map(
      (name) => ({
        what: `the name ${JSON.stringify(name)}`,
        change: (cells: Cells) => {
          rowOf(cells, "5700")[columnOf(cells, "CTYNAME")] = name;
        },
        says: ["CTYNAME is", "no name (letters"],
      }),
    ),
  {
    what: "a code that is none",
    change: (cells) => rowOf(cells, "5700")[1] = "CHN1",
    says: ['"CHN1" is no year and partner'],
  },
];

for (const { what, change, says } of FAULTS) {
  Deno.test(`totals: ${what} is refused, and data/ is unchanged`, async () => {
    await withPlace(async (place) => {
      place.fake.files.set(TOTALS_PATH, await workbook(linesOf(2024), change));
      await failsWith(place, () => place.refresh("totals"), ...says);
    });
  });
}

Deno.test("totals: a file that is no workbook, a year that it lacks, no file at all", async () => {
  await withPlace(async (place) => {
    await failsWith(place, () => place.refresh("totals"), "country.xlsx: not found");
    place.fake.files.set(TOTALS_PATH, new TextEncoder().encode("PK but no workbook"));
    const says = "country.xlsx: the workbook: is no whole ZIP archive";
    await failsWith(place, () => place.refresh("totals"), says);
  });
  await withPlace(async (place) => {
    await publishTotals(place.fake);
    const run = () => place.refresh("totals", { years: [2023] });
    const words = "rows 0015 and 0007: has nothing of 2023; it begins with 2024";
    const message = await failsWith(place, run, words, "choose --year 2024 or a later one");
    assertEquals(/interface|five weeks/.test(message), false);
    const next = () => place.refresh("totals", { years: [2026] });
    await failsWith(place, next, "no month of 2026 is published", "five weeks");
  });
});

Deno.test("totals: a year under way ends with its last month; rounding is found, not assumed", async () => {
  const sidecar = {
    url: "u",
    retrieved_at: "2026-11-24T00:00:00Z",
    sha256: "",
    bytes: 1,
    status: 200,
    last_modified: "Tue, 03 Nov 2026 13:30:00 GMT",
  };
  const rounded = linesOf(2026, 7).map((line) => ({
    ...line,
    imports: line.imports.map((value) => value === null ? null : Math.round(value)),
  }));
  const found = await totalsFromFile(
    await workbook(rounded),
    [2026],
    new Date("2026-11-24T00:00:00Z"),
    sidecar,
  );
  const [atp] = found;
  assertEquals([atp.table, atp.vintage.published, atp.vintage.coverage], [
    "atp_world_monthly",
    "2026-11-03",
    "2026-01 to 2026-07",
  ]);
  const roundings = new Set((atp.rows as Row[]).map((row) => `${row.flow} ${row.rounding_usd}`));
  assertEquals(roundings, new Set(["imports 100000", "exports 1"]));
});
