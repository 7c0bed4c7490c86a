/** Exhibit 16a: read by its words wherever they stand, checked sum by sum, dated by its release. */
import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import fc from "fast-check";
import { columnOf, labelOf, periodOf } from "../../../lib/census/workbook/exhibit_labels.ts";
import { readExhibit } from "../../../lib/census/workbook/exhibit_sheet.ts";
import { readPackage, reconcile } from "../../../lib/data/mod.ts";
import {
  failsWith,
  PART_CHECKS,
  publishExhibits,
  publishTotals,
  rowsOf,
  withPlace,
} from "../fixture.ts";
import { makeModel } from "../model.ts";
import { type Cells, exhibitCells, nameOf } from "./exhibit_fixture.ts";

const RELEASE = "2026-11-03", RELEASED = "Tue, 03 Nov 2026 13:30:00 GMT";
const rowOf = (cells: Cells, label: string) =>
  cells.findIndex((row) => String(row[0]).trim() === label);
const periodsOf = (rows: { period_start: string; period_end: string }[]) =>
  [...new Set(rows.map((row) => `${row.period_start} ${row.period_end}`))].sort();

Deno.test("a release enters both tables under its own date, and every sum holds", async () => {
  await withPlace(async ({ refresh, fake, dataDir, said }) => {
    fake.date = RELEASED;
    await publishExhibits(fake);
    const reports = await refresh("exhibits");
    assertEquals(reports.map(({ table, vintage }) => `${table} ${vintage}`), [
      `atp_by_group ${RELEASE}`,
      `atp_by_area ${RELEASE}`,
    ]);
    const groups = await rowsOf(dataDir, "atp_by_group", RELEASE);
    const areas = await rowsOf(dataDir, "atp_by_area", RELEASE);
    for (const rows of [groups, areas]) {
      assertEquals(periodsOf(rows), [
        "2025-01 2025-09",
        "2026-01 2026-09",
        "2026-08 2026-08",
        "2026-09 2026-09",
      ]);
    }
    assertEquals([groups.length, areas.length], [11 * 4 * 2, 31 * 4 * 2]);
    const cells = exhibitCells("2026-09");
    const dollars = (label: string, column: number) =>
      Number(cells[rowOf(cells, label)][column]) * 1e6;
    const ict = groups.find((row) =>
      row.atp_group === "04" && row.flow === "imports" && row.period_start === "2025-01"
    )!;
    assertEquals(ict.value_usd, dollars("Information and Communications", 12));
    assertEquals([ict.rounding_usd, ict.basis], [1_000_000, "general_imports"]);
    const korea = areas.find((row) =>
      row.area === "Korea, South" && row.flow === "exports" && row.period_start === "2026-08"
    )!;
    assertEquals(korea.value_usd, dollars("Korea, South", 5));
    for (const { statement, passed, compared } of await reconcile(dataDir, PART_CHECKS)) {
      assert(passed && compared > 0, statement);
    }
    const pkg = await readPackage(dataDir);
    const { vintages } = pkg.resources.find(({ name }) => name === "atp_by_area")!;
    assertEquals([vintages.at(-1)!.vintage, vintages.at(-1)!.published], [RELEASE, RELEASE]);
    assertStringIncludes(vintages.at(-1)!.title, "2026-09, Exhibit 16a");
    assertStringIncludes(
      said.join("\n"),
      "note of the release: (1) Exports of this month are over",
    );
    assertEquals(await refresh("exhibits"), [], "the same release again is nothing new");
  });
});

Deno.test("in January the year to date is the month, and December is the month before", async () => {
  await withPlace(async ({ refresh, fake, dataDir }) => {
    fake.date = RELEASED;
    await publishExhibits(fake, "2026-01");
    await refresh("exhibits");
    assertEquals(periodsOf(await rowsOf(dataDir, "atp_by_group", RELEASE)), [
      "2025-01 2025-01",
      "2025-12 2025-12",
      "2026-01 2026-01",
    ]);
  });
});

Deno.test("columns that moved are read by their headers", () => {
  const plain = exhibitCells("2026-09");
  const read = (cells: Cells) => {
    const { columns, rows } = readExhibit([cells], "https://example.org/exh16a.xlsx");
    return new Map(
      rows.flatMap(({ kind, name, values }) =>
        columns.map((column, at): [string, number] => {
          const { period_start, period_end } = periodOf(column, 9);
          return [`${kind} ${name} ${column.flow} ${period_start} ${period_end}`, values[at]];
        })
      ),
    );
  };
  const expected = read(plain);
  assertEquals(expected.size, 42 * 12);
  // With every header cell written out a column can stand anywhere.
  const written = plain.map((row) => [...row]);
  for (let at = 1; at < 13; at++) written[3][at] = written[3][at] ?? written[3][at - 1];
  const columns = Array.from({ length: 12 }, (_, at) => at + 1);
  fc.assert(
    fc.property(fc.shuffledSubarray(columns, { minLength: 12 }), (order) => {
      const moved = written.map((row) =>
        row.length > 1 ? [row[0], ...order.map((at) => row[at])] : row
      );
      assertEquals(read(moved), expected);
    }),
    { numRuns: 25 },
  );
  // Further down and to the right, and the flow above its period.
  const [flows, periods] = [written[4], written[3]];
  const turned = [[null], ...written.with(3, flows).with(4, periods)]
    .map((row) => row.length > 1 ? [row[0], null, ...row.slice(1)] : row);
  assertEquals(read(turned), expected);
});

Deno.test("headers and labels mean what they say, and nothing else", () => {
  const exports = { flow: "exports" as const, year: 2026, month: undefined, toDate: true };
  assertEquals(columnOf("Year-to-Date 2026 Exports"), exports);
  assertEquals(columnOf("January - August 2021 Imports")?.month, 8);
  assertEquals(periodOf(columnOf("Cumulative 2025 Balance")!, 3), {
    period_start: "2025-01",
    period_end: "2025-03",
  });
  for (
    const wrong of [
      "Exports",
      "2026 Exports",
      "May 2026",
      "May 2026 Exports Imports",
      "May - June 2026 Exports",
      "",
    ]
  ) {
    assertEquals(columnOf(wrong), undefined, wrong);
  }
  assertEquals(labelOf("  Information & Communications (2)", [])?.name, "04");
  const union = { kind: "area" as const, name: "European Union" };
  assertEquals(labelOf("Other", [union])?.name, "European Union - other");
  assertEquals([labelOf("Other", []), labelOf("Atlantis", [])], [undefined, undefined]);
  assertEquals(nameOf("2026-03"), "March 2026");
});

Deno.test("an exhibit that lacks a row, does not add up or says something new changes nothing", async () => {
  await withPlace(async (place) => {
    const { fake, refresh } = place;
    const spoilt = async (change: (cells: Cells) => void, ...words: string[]) => {
      await publishExhibits(fake, "2026-09", change);
      await Deno.remove(place.cacheDir, { recursive: true }).catch(() => {});
      await failsWith(place, () => refresh("exhibits"), ...words);
    };
    const drop = (label: string) => (cells: Cells) => void cells.splice(rowOf(cells, label), 1);
    await spoilt(drop("Aerospace"), "exh16a.xlsx: has no row 08");
    await spoilt(drop("Total (1)"), "has no row World");
    await spoilt(drop("Brazil"), "has no row Brazil");
    const add = (label: string) => (cells: Cells) => {
      const row = cells[rowOf(cells, label)];
      for (const at of [1, 2]) row[at] = Number(row[at]) + 9;
    };
    await spoilt(add("Aerospace"), "exports 2026-09 2026-09: the parts of total are");
    await spoilt(add("North America"), "the parts of World are");
    const put = (label: string, at: number, value: string | number) => (cells: Cells) =>
      void (cells[rowOf(cells, label)][at] = value);
    await spoilt(put("Weapons", 1, 5), "is not the balance 5");
    await spoilt(put("Brazil", 0, "Atlantis"), '"Atlantis" is no known');
    await spoilt(put("Brazil", 0, "Canada"), "Canada comes twice");
    await spoilt(put("Brazil", 4, "(D)"), '"(D)" is no figure');
    await spoilt((cells) => void (cells[3][7] = "Third quarter"), "flow and period are not clear");
    await spoilt(
      (cells) => void cells.splice(4, 1),
      "no sheet with columns of exports and imports",
    );
    await spoilt((cells) => void cells.splice(6), "no row of figures under its header");
    const head = (at: number, text: string) => (cells: Cells) => void (cells[3][at] = text);
    await spoilt(head(4, "September 2026"), "01: two of balance 2026-09 2026-09");
    await spoilt((cells) => {
      for (const row of cells) if (row.length > 1) row.splice(2, 1);
    }, "a flow is missing");
    await spoilt((cells) => {
      head(1, "Year-to-Date 2024")(cells);
      head(4, "Year-to-Date 2023")(cells);
    }, "names no month");
    await spoilt((cells) => {
      const world = cells.findLastIndex(([label]) => label === "Total");
      for (const at of [1, 2]) cells[world][at] = Number(cells[world][at]) + 1;
    }, "the total of the groups is not the world's");
    fake.files.clear();
    await Deno.remove(place.cacheDir, { recursive: true });
    await failsWith(place, () => refresh("exhibits"), "ft900xlsx.zip: not found");
  });
});

Deno.test("a release and the exact figures of one day stand side by side: the exact ones stay", async () => {
  await withPlace(async ({ refresh, fake, dataDir }) => {
    fake.models.set(2026, makeModel(2026));
    fake.published.set(2026, 9);
    await publishExhibits(fake);
    const now = () => new Date(`${RELEASE}T15:00:00Z`);
    await refresh(["api", "exhibits"], { years: [2026], now });
    const groups = await rowsOf(dataDir, "atp_by_group", RELEASE);
    const roundings = (start: string, end: string) => [
      ...new Set(
        groups.filter((row) => row.period_start === start && row.period_end === end)
          .map(({ rounding_usd }) => rounding_usd),
      ),
    ];
    assertEquals(roundings("2026-01", "2026-09"), [1]);
    assertEquals(roundings("2025-01", "2025-09"), [1_000_000]);
    assertEquals((await rowsOf(dataDir, "atp_by_area", RELEASE)).length, 31 * 4 * 2);
    for (const { statement, passed } of await reconcile(dataDir, PART_CHECKS)) {
      assert(passed, statement);
    }
  });
});

Deno.test("a release laid out anew, not asked for by name, stops no other source", async () => {
  await withPlace(async ({ refresh, fake, said }) => {
    await publishTotals(fake);
    await publishExhibits(fake, "2026-09", (cells) => void cells.splice(4, 1));
    const reports = await refresh("api", { sources: undefined });
    assert(reports.some(({ table }) => table === "atp_world_monthly"));
    assertStringIncludes(said.join("\n"), "columns of exports and imports: exhibits left out");
  });
});
