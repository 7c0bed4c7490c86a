/**
 * What the publisher brings in a month after those of data/, made from the rows of data/ so that it fits
 * them: country.xlsx with one month more, and an FT-900 release that has the whole of 2024 by group.
 */
import {
  ATP_GROUPS,
  ATP_TOTAL,
  CANADA,
  MEXICO,
  WORLD_IN_COUNTRY_FILE,
} from "../../../lib/codes/mod.ts";
import { records } from "../../../lib/frame.ts";
import { readTable } from "../../../lib/data/mod.ts";
import { monthsBetween } from "../../../lib/census/terms/months.ts";
import { AREAS, WORLD_AREA } from "../../../lib/census/workbook/exhibit_labels.ts";
import { EXHIBITS_PATH } from "../../../lib/census/workbook/exhibits.ts";
import { TOTALS_PATH } from "../../../lib/census/workbook/totals.ts";
import { zipped } from "../../census/archive/archive_fixture.ts";
import type { Fake } from "../../census/server.ts";
import { type Line, workbook } from "../../census/workbook.ts";
import { type Cells, nameOf, sheetBytes } from "../../census/workbook/exhibit_fixture.ts";
import { KNOWN } from "../../known.ts";

/** The month that is new, when it is published, and by how much more is traded than a year before. */
export const NEW_MONTH = "2026-08", PUBLISHED = "2026-10-06";
const GROWTH = 1.1;
/** A month whose ATP imports are revised, and by how much. */
const REVISED_MONTH = "2026-07", REVISION = 2e9;
const YEARS = [2025, 2026], LAST_RELEASE = "2025-12";
const MILLION = 1e6;

const NORTH_AMERICA = "0010";

type Flow = "imports" | "exports";
const FLOWS: Flow[] = ["imports", "exports"];
const yearBefore = (month: string) => `${Number(month.slice(0, 4)) - 1}${month.slice(4)}`;

/** Puts both files where a refresh asks for them, and dates them. */
export async function publishMonth(fake: Fake): Promise<void> {
  fake.date = new Date(`${PUBLISHED}T12:30:00Z`).toUTCString();
  fake.files.set(TOTALS_PATH, await workbook(await linesWithNewMonth()));
  const members = { "exh16a.xlsx": await sheetBytes(await exhibitCells()) };
  fake.files.set(EXHIBITS_PATH, await zipped(members));
}

/** Millions by code, flow and month: all that data/ has of the two years, and the new month. */
async function linesWithNewMonth(): Promise<Line[]> {
  const names = new Map([["0007", "Advanced Technology Products"]]);
  const dollars = new Map<string, number>();
  const set = (code: string, flow: Flow, month: string, value: number) =>
    dollars.set(`${code} ${flow} ${month}`, value);
  for (const row of records(await readTable("goods_by_partner_monthly", KNOWN))) {
    names.set(row.partner_code, row.partner);
    set(row.partner_code, row.flow, row.month, row.value_usd);
  }
  for (const row of records(await readTable("atp_world_monthly", KNOWN))) {
    const isRevised = row.month === REVISED_MONTH && row.flow === "imports";
    set("0007", row.flow, row.month, row.value_usd + (isRevised ? REVISION : 0));
  }
  const claims: Record<string, string> = { "2010": "0021", "1220": "0022" };
  for (const row of records(await readTable("agreement_imports_monthly", KNOWN))) {
    if (row.agreement !== "USMCA") continue;
    names.set(claims[row.partner_code], `USMCA with ${row.partner_code} (Consump)`);
    set(claims[row.partner_code], "imports", row.month, row.value_usd);
  }
  const at = (code: string, flow: Flow, month: string): number | undefined => {
    const known = dollars.get(`${code} ${flow} ${month}`);
    if (known !== undefined) return known;
    if (code === NORTH_AMERICA) return at(CANADA, flow, month)! + at(MEXICO, flow, month)!;
    // Of the world in all goods data/ has no month between two of its sources.
    const isNew = month === NEW_MONTH || code === WORLD_IN_COUNTRY_FILE;
    const before = isNew ? at(code, flow, yearBefore(month)) : undefined;
    return before && tenth(before * GROWTH);
  };
  return YEARS.flatMap((year) =>
    [...names].sort().map(([code, name]): Line => {
      const months = monthsBetween(`${year}-01`, `${year}-12`);
      const of = (flow: Flow) =>
        months.map((month) => month > NEW_MONTH ? null : millions(at(code, flow, month)));
      return { year, code, name, imports: of("imports"), exports: of("exports") };
    })
  );
}

const millions = (dollars?: number) => dollars === undefined ? null : dollars / MILLION;

/** Rounded to 0.1 million dollars, as the publisher does. */
const tenth = (dollars: number) => Math.round(dollars / 1e5) * 1e5;

/**
 * Exhibit 16a of the release of December 2025: its totals are the months of data/, of which each group and
 * area has the part that it had in January–March 2024 or 2025.
 */
async function exhibitCells(): Promise<Cells> {
  const months = records(await readTable("atp_world_monthly", KNOWN));
  const [year] = LAST_RELEASE.split("-").map(Number);
  const periods = [
    { name: nameOf(LAST_RELEASE), from: LAST_RELEASE, to: LAST_RELEASE },
    { name: `${nameOf(`${year}-11`)} (R)`, from: `${year}-11`, to: `${year}-11` },
    { name: `Year-to-Date ${year}`, from: `${year}-01`, to: `${year}-12` },
    { name: `Year-to-Date ${year - 1}`, from: `${year - 1}-01`, to: `${year - 1}-12` },
  ];
  const whole = periods.map(({ from, to }) =>
    FLOWS.map((flow) => {
      const own = months.filter((row) => row.flow === flow && row.month >= from && row.month <= to);
      return Math.round(own.reduce((sum, { value_usd }) => sum + value_usd, 0) / MILLION);
    })
  );
  const ofPeriod = <Row extends { period_start: string; period_end: string }>(rows: Row[]) =>
    periods.map(({ to }) =>
      rows.filter((row) =>
        row.period_start === `${to.slice(0, 4)}-01` && row.period_end === `${to.slice(0, 4)}-03`
      )
    );
  const groups = ofPeriod(records(await readTable("atp_by_group", KNOWN)));
  const areas = ofPeriod(records(await readTable("atp_by_area", KNOWN)));
  /** Millions of a period and flow, split as the names were in January–March; the last has the rest. */
  const split = <Row extends { flow: Flow; value_usd: number }>(
    rows: Row[][],
    nameOf: (row: Row) => string,
    total: string,
    names: string[],
    wholes = whole,
  ) =>
    wholes.map((pair, period) =>
      FLOWS.map((flow, side) => {
        const value = (name: string) =>
          rows[period].find((row) => row.flow === flow && nameOf(row) === name)!.value_usd;
        const parts = names.map((name) => Math.round(pair[side] * value(name) / value(total)));
        parts.push(pair[side] - parts.slice(0, -1).reduce((sum, each) => sum + each, 0));
        parts.splice(-2, 1);
        return parts;
      })
    );
  const line = (label: string, of: number[][]) => [
    label,
    ...of.flatMap(([imports, exports]) => [exports - imports, exports, imports]),
  ];
  const codes = Object.keys(ATP_GROUPS).sort();
  const ofGroups = split(groups, (row) => row.atp_group, ATP_TOTAL, codes);
  const lines = (labels: string[], of: number[][][]) =>
    labels.map((label, at) => line(label, of.map((pair) => pair.map((parts) => parts[at]))));
  const areaNames = Object.keys(AREAS);
  const ofAreas = split(areas, (row) => row.area, WORLD_AREA, areaNames);
  const areaLines = areaNames.flatMap((area, at) => {
    const own = ofAreas.map((pair) => pair.map((parts) => parts[at]));
    const rest = area === "North America" ? [] : [`${area} - other`];
    const members = [...AREAS[area], ...rest];
    const parts = split(areas, (row) => row.area, area, members, own);
    const labels = members.map((name) => `  ${name === rest[0] ? "Other" : name}`);
    return [line(area, own), ...lines(labels, parts)];
  });
  return [
    ["Exhibit 16a. U.S. Trade in Advanced Technology Products by Group and Selected Area"],
    ["In millions of dollars. (-) Represents zero or less than one-half of value shown."],
    [null],
    ["Item", ...periods.flatMap(({ name }) => [name, null, null])],
    [null, ...periods.flatMap(() => ["Balance", "Exports", "Imports"])],
    [null],
    line("Total", whole),
    ...lines(codes.map((code) => `  ${ATP_GROUPS[code as keyof typeof ATP_GROUPS]}`), ofGroups),
    [null],
    line("Total", whole),
    ...areaLines,
  ];
}
