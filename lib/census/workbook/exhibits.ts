/**
 * The source `exhibits`: Exhibit 16a of the current FT-900 release, the ten ATP groups and the selected
 * countries and areas, in millions of dollars. Keyless. The release's workbooks come as one ZIP file,
 * exh16a.xlsx among them; it holds the current release alone.
 */
import { ATP_GROUP_CODES, ATP_TOTAL } from "../../codes/mod.ts";
import { type Contribution, contribution, type Row } from "../terms/contribution.ts";
import { CensusError, REPORT_REPLY } from "../transfer/errors.ts";
import type { Sidecar } from "../transfer/snapshot.ts";
import { openArchive } from "../transfer/zip.ts";
import { AREA_NAMES, AREAS, periodOf, WORLD_AREA } from "./exhibit_labels.ts";
import { type Exhibit, readExhibit } from "./exhibit_sheet.ts";
import { readCells } from "./sheet.ts";

/** Path of the release's workbooks on the publisher's site, and the file of the exhibit in it. */
export const EXHIBITS_PATH = "/foreign-trade/Press-Release/current_press_release/ft900xlsx.zip";
const MEMBER = "exh16a.xlsx", LARGEST = 64 * 1024 * 1024;
const MILLION = 1_000_000;
const BASES = { exports: "total_exports", imports: "general_imports" } as const;

interface Figure {
  period_start: string;
  period_end: string;
  flow: "exports" | "imports" | "balance";
  millions: number;
}

/**
 * ATP by group and by area of the release: the month, the month before, the year to date and that of
 * the year before. The date of the file is that of the release.
 *
 * @throws CensusError when the exhibit is not in the file, is laid out otherwise, lacks a group or an
 * area, or does not add up within its rounding.
 */
export async function exhibitsFromRelease(
  path: string,
  sidecar: Sidecar,
  say: (line: string) => void,
): Promise<Contribution[]> {
  const { url } = sidecar;
  const archive = await openArchive(path);
  const chunks: Uint8Array[] = [];
  try {
    for await (const chunk of archive.read(MEMBER, LARGEST)) chunks.push(chunk.slice());
  } finally {
    archive.close();
  }
  const bytes = new Uint8Array(await new Blob(chunks as BlobPart[]).arrayBuffer());
  const exhibit = readExhibit(await readCells(bytes, `${url} ${MEMBER}`), `${url} ${MEMBER}`);
  exhibit.notes.forEach((note) => say(`  note of the release: ${note}`));
  const month = lastMonth(exhibit, url);
  const groups = figuresOf(exhibit, "group", [...ATP_GROUP_CODES, ATP_TOTAL], month, url);
  const areas = figuresOf(exhibit, "area", AREA_NAMES, month, url);
  checkSums(groups, ATP_TOTAL, ATP_GROUP_CODES, url);
  checkSums(areas, WORLD_AREA, Object.keys(AREAS), url);
  checkSame(groups.get(ATP_TOTAL)!, areas.get(WORLD_AREA)!, url);
  const origin = {
    title: `FT-900 U.S. International Trade in Goods and Services, ${month}, Exhibit 16a`,
    path: url,
    files: [sidecar],
  };
  return [
    ...contribution("atp_by_group", rowsOf(groups, "atp_group"), origin),
    ...contribution("atp_by_area", rowsOf(areas, "area"), origin),
  ];
}

const fault = (url: string, problem: string) =>
  new CensusError(`${url} ${MEMBER}: ${problem}`, REPORT_REPLY);

/** The month of the release, YYYY-MM: the latest that stands alone. */
function lastMonth({ columns }: Exhibit, url: string): string {
  const months = columns.filter(({ toDate }) => !toDate)
    .map((column) => periodOf(column, 0).period_end).sort();
  if (months.length === 0) throw fault(url, "names no month");
  return months.at(-1)!;
}

/** Figures of one half of the exhibit by name. */
function figuresOf(
  { columns, rows }: Exhibit,
  kind: "group" | "area",
  names: readonly string[],
  month: string,
  url: string,
): Map<string, Figure[]> {
  return new Map(names.map((name) => {
    const row = rows.find((each) => each.kind === kind && each.name === name);
    if (!row) throw fault(url, `has no row ${name}`);
    const figures = new Map<string, Figure>();
    columns.forEach((column, at) => {
      const period = periodOf(column, Number(month.slice(5)));
      const key = `${column.flow} ${period.period_start} ${period.period_end}`;
      const figure = { ...period, flow: column.flow, millions: row.values[at] };
      const known = figures.get(key);
      // In January the year to date is the month.
      if (known && known.millions !== figure.millions) throw fault(url, `${name}: two of ${key}`);
      figures.set(key, figure);
    });
    checkBalance([...figures.values()], name, url);
    return [name, [...figures.values()]];
  }));
}

const place = ({ flow, period_start, period_end }: Figure) =>
  `${flow} ${period_start} ${period_end}`;

/** Exports less imports are the printed balance, up to rounding; every period has both flows. */
function checkBalance(figures: Figure[], name: string, url: string): void {
  const at = new Map(figures.map((each) => [place(each), each.millions]));
  for (const figure of figures) {
    const [exports, imports, balance] = (["exports", "imports", "balance"] as const)
      .map((flow) => at.get(place({ ...figure, flow })));
    const where = `${name}, ${figure.period_start} to ${figure.period_end}`;
    if (exports === undefined || imports === undefined) {
      throw fault(url, `${where}: a flow is missing`);
    }
    if (balance !== undefined && Math.abs(exports - imports - balance) > 1.5) {
      throw fault(url, `${where}: ${exports} less ${imports} is not the balance ${balance}`);
    }
  }
}

/** Parts add to their whole within half a million for each of them. */
function checkSums(
  figures: Map<string, Figure[]>,
  whole: string,
  parts: readonly string[],
  url: string,
): void {
  figures.get(whole)!.forEach((figure, at) => {
    if (figure.flow === "balance") return;
    const sum = parts.reduce((all, part) => all + figures.get(part)![at].millions, 0);
    if (Math.abs(sum - figure.millions) > (parts.length + 1) / 2) {
      throw fault(
        url,
        `${place(figure)}: the parts of ${whole} are ${sum}, it is ${figure.millions}`,
      );
    }
  });
}

function checkSame(total: Figure[], world: Figure[], url: string): void {
  const wrong = total.find(({ millions }, at) => millions !== world[at].millions);
  if (wrong) throw fault(url, `${place(wrong)}: the total of the groups is not the world's`);
}

function rowsOf(figures: Map<string, Figure[]>, column: "atp_group" | "area"): Row[] {
  return [...figures].flatMap(([name, each]) =>
    each.flatMap(({ flow, millions, ...period }): Row[] =>
      flow === "balance" ? [] : [{
        ...period,
        flow,
        basis: BASES[flow],
        [column]: name,
        rounding_usd: MILLION,
        value_usd: Math.round(millions) * MILLION,
      }]
    )
  );
}
