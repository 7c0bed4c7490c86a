/**
 * Record layouts of the monthly archives: fixed columns, CRLF at the end of each record. `_mo` is the
 * month of the archive, `_yr` the year to date with it. Money is whole dollars.
 * https://www.census.gov/foreign-trade/reference/products/layouts/index.html
 */
import { CensusError } from "../transfer/errors.ts";

export interface Field {
  /** First byte, from 0. */
  start: number;
  /** First byte after the field. */
  end: number;
}

export interface Layout {
  /** Base name of the member in the archive. */
  member: string;
  /** Bytes of a record without its line end. */
  length: number;
  fields: ReadonlyMap<string, Field>;
}

const QUANTITIES = ["con_qy1", "con_qy2", "gen_qy1", "gen_qy2", "qty_1", "qty_2"];
const IMPORT_MEASURES = ("cards con_qy1 con_qy2 con_val dut_val cal_dut con_cha con_cif " +
  "gen_qy1 gen_qy2 gen_val gen_cha gen_cif air_val air_wgt air_cha ves_val ves_wgt ves_cha " +
  "cnt_val cnt_wgt cnt_cha").split(" ");
const EXPORT_MEASURES = "cards qty_1 qty_2 all_val air_val air_wgt ves_val ves_wgt cnt_val cnt_wgt"
  .split(" ");
const withoutQuantities = (measures: string[]) =>
  measures.filter((name) => !QUANTITIES.includes(name));
const MEASURE_WIDTH = 15;

/** A layout from its leading columns, written `name:width`, and its measures, month then year. */
function layout(member: string, columns: string, measures: string[] = []): Layout {
  const widths = [
    ...columns.split(" ").map((each) => each.split(":")),
    ...["mo", "yr"].flatMap((part) =>
      measures.map((name) => [`${name}_${part}`, String(MEASURE_WIDTH)])
    ),
  ];
  let end = 0;
  const fields = new Map(
    widths.map(([name, width]) => [name, { start: end, end: end += Number(width) }]),
  );
  return { member, length: end, fields };
}

/** Imports by commodity, country, programme, districts and rate provision. */
export const IMP_DETL = layout(
  "IMP_DETL.TXT",
  "commodity:10 cty_code:4 cty_subco:2 dist_entry:2 dist_unlad:2 rate_prov:2 year:4 month:2",
  IMPORT_MEASURES,
);
/** Imports by commodity: control totals. */
export const IMP_COMM = layout(
  "IMP_COMM.TXT",
  "commodity:10 comm_desc:50 unit_qy1:3 unit_qy2:3 year:4 month:2",
  IMPORT_MEASURES,
);
/** Imports by country: control totals. */
export const IMP_CTY = layout(
  "IMP_CTY.TXT",
  "cty_code:4 cty_name:30 year:4 month:2",
  withoutQuantities(IMPORT_MEASURES),
);
/** Imports by district of entry: control totals. */
export const IMP_DE = layout(
  "IMP_DE.TXT",
  "dist_entry:2 dist_name:30 year:4 month:2",
  withoutQuantities(IMPORT_MEASURES),
);
/** Exports by domestic or foreign origin, commodity, country and district. */
export const EXP_DETL = layout(
  "EXP_DETL.TXT",
  "df:1 commodity:10 cty_code:4 district:2 year:4 month:2",
  EXPORT_MEASURES,
);
/** Exports by domestic or foreign origin and commodity: control totals. */
export const EXP_COMM = layout(
  "EXP_COMM.TXT",
  "df:1 commodity:10 comm_desc:50 unit_qy1:3 unit_qy2:3 year:4 month:2",
  EXPORT_MEASURES,
);
/** Exports by country: control totals. */
export const EXP_CTY = layout(
  "EXP_CTY.TXT",
  "cty_code:4 cty_name:30 year:4 month:2",
  withoutQuantities(EXPORT_MEASURES),
);
/** What each commodity code is: NAICS industry, ATP group (`hitech`) and other classes. */
export const CONCORD = layout(
  "CONCORD.TXT",
  "commodity:10 descriptn:150 abbreviatn:50 unit_qy1:3 unit_qy2:3 sitc:5 end_use:5 naics:6 " +
    "usda:1 hitech:2",
);

/** A field by name. Throws on a name that the layout lacks. */
export function fieldOf({ member, fields }: Layout, name: string): Field {
  const field = fields.get(name);
  if (!field) throw new RangeError(`${member} has no field ${name}`);
  return field;
}

/**
 * Compares a layout with the `.lay` file of the archive: lines `start-end name`, from 1, inclusive.
 *
 * @throws CensusError naming the first field that differs.
 */
export function compareLayout(layout: Layout, lay: string, file: string): void {
  const found = [...lay.matchAll(/^\s*(\d+)-(\d+)\s+(\S+)/gm)]
    .map(([, start, end, name]) => ({ place: `${start}-${end}`, name: name.toLowerCase() }));
  const expected = [...layout.fields].map(([name, { start, end }]) => ({
    place: `${start + 1}-${end}`,
    name,
  }));
  const plain = (name: string) => name.replaceAll("_", "");
  const known = expected.map(({ name }) => plain(name));
  for (let index = 0; index < Math.max(found.length, expected.length); index++) {
    const [is, should] = [found[index], expected[index]];
    // A name that we do not use may be spelt otherwise; a name of ours in another place may not.
    const isOurs = plain(is?.name ?? "") === plain(should?.name ?? "");
    if (is?.place === should?.place && (isOurs || !known.includes(plain(is.name)))) continue;
    const say = (each?: { place: string; name: string }) =>
      each ? `${each.name} ${each.place}` : "nothing";
    throw new CensusError(
      `${file} describes another layout: field ${index + 1} is ${say(is)}, expected ${say(should)}`,
      "data/ is unchanged; the archive's format has changed and lib/census/archive/layout.ts must follow",
    );
  }
}
