/** The contracts of the tables that begin with the first refresh, as `datapackage.json` will hold them. */
import { ATP_GROUP_CODES, ATP_TOTAL } from "../../codes/mod.ts";
import type { Field, Resource } from "../../data/mod.ts";
import type { TableName } from "../terms/contribution.ts";

const LICENSE = {
  name: "public-domain",
  title: "Work of the U.S. government, public domain (17 U.S.C. § 105)",
  path: "https://www.usa.gov/government-works",
};
const MONTH = "^[0-9]{4}-(0[1-9]|1[0-2])$";
const PARTNER_OR_WORLD = "^(-|[1-8][0-9]{3})$";

const text = (name: string, description: string, constraints: Field["constraints"]): Field => ({
  name,
  type: "string",
  description,
  constraints,
});
const VINTAGE: Field = {
  name: "vintage",
  type: "string",
  description:
    "When the statistics were published: the date of the publisher's file, or the day on " +
    "which its interface was asked. Sorts as text, latest last.",
};
const PERIOD = [
  text("period_start", "First month of the period, YYYY-MM", { pattern: MONTH }),
  text("period_end", "Last month of the period, YYYY-MM", { pattern: MONTH }),
];
const basis = (allowed: string[]) =>
  text(
    "basis",
    "Statistical basis: total_exports (domestic and foreign, f.a.s.), general_imports (all " +
      "arrivals, customs value), imports_for_consumption (entries into consumption channels, " +
      "customs value; the base of duties). Never add two bases",
    { enum: allowed },
  );
const IMPORT_BASES = ["general_imports", "imports_for_consumption"];
const PARTNER = text(
  "partner_code",
  "Census Schedule C code of a country; 8220 unidentified countries, 8500 international organizations; " +
    "- is the world",
  { pattern: PARTNER_OR_WORLD },
);
const VALUE: Field = {
  name: "value_usd",
  type: "integer",
  unit: "USD",
  description: "Nominal US dollars, Census basis, not seasonally adjusted",
  constraints: { minimum: 0 },
};

/** A table of text keys and one value, kept as Parquet. */
function table(name: string, title: string, description: string, keys: Field[]): Resource {
  return {
    name,
    path: "",
    title,
    description,
    format: "parquet",
    mediatype: "application/vnd.apache.parquet",
    bytes: 0,
    hash: "",
    licenses: [LICENSE],
    vintages: [],
    sources: [],
    schema: { fields: [...keys, VALUE], primaryKey: keys.map((field) => field.name) },
  };
}

/** What a refresh adds to the values that a column of an embedded table may have. */
const GROWN: Partial<Record<TableName, Record<string, string[]>>> = {
  import_line_classes: {
    atp_method: ["archive_concordance"],
    naics_method: ["archive_concordance", "longest_prefix_mode"],
  },
};

/** What the description of such a table says of them. */
const GROWN_WORDS: Partial<Record<TableName, string>> = {
  import_line_classes:
    "Methods that a refresh adds: archive_concordance, the class that the monthly archive of the line " +
    "gives itself; longest_prefix_mode, the commonest industry of the known codes that begin alike, " +
    "which is derived.",
};

/** The contract of an embedded table as it is once a refresh brings figures. */
export function grown(resource: Resource): Resource {
  const name = resource.name as TableName;
  const more = GROWN[name] ?? {}, words = GROWN_WORDS[name];
  const next = structuredClone(resource);
  // A table that an earlier version began keeps its figures and gets today's contract.
  next.schema = newResource(name)?.schema ?? next.schema;
  if (words && !next.description.includes(words)) next.description += ` ${words}`;
  for (const { name, constraints } of next.schema.fields) {
    if (!constraints?.enum || !more[name]) continue;
    constraints.enum = [...new Set([...constraints.enum, ...more[name]])];
  }
  return next;
}

/** The description of a table that is not in the data yet. Undefined for any other. */
export function newResource(name: TableName): Resource | undefined {
  return structuredClone(NEW_TABLES.find((each) => each.name === name));
}

const NEW_TABLES: Resource[] = [
  table(
    "atp_by_group_and_partner",
    "U.S. trade in advanced technology products by technology group and partner, year to date",
    "Every country alone (members of the European Union too) and the world (-), the ten groups and " +
      "their total. Imports on both bases: filter one. No row means no trade.",
    [
      VINTAGE,
      ...PERIOD,
      text("flow", "Direction of trade", { enum: ["exports", "imports"] }),
      basis(["total_exports", ...IMPORT_BASES]),
      text("atp_group", "ATP technology group, or total for the sum of the ten", {
        enum: [...ATP_GROUP_CODES, ATP_TOTAL],
      }),
      PARTNER,
    ],
  ),
  table(
    "naics3_imports_by_partner",
    "U.S. imports by industry and partner, year to date, on both bases",
    "Every country alone and the world (-), for the industries that were refreshed; 00 is the sum of " +
      "all of them where all were. Filter one basis. No row means no trade.",
    [
      VINTAGE,
      ...PERIOD,
      basis(IMPORT_BASES),
      text("naics", "NAICS-3 industry; 00 is all of them", { pattern: "^([1-9][0-9]{2}|00)$" }),
      PARTNER,
    ],
  ),
  table(
    "agreement_imports",
    "U.S. imports from Canada and Mexico that claimed NAFTA or USMCA preference, by class of goods",
    "Imports for consumption whose country sub-code is S or S+ (USMCA) or CA, MX (NAFTA), year to " +
      "date: all goods (00), by ATP group, by industry. The classes overlap: choose one " +
      "classification. No row means no such imports.",
    [
      VINTAGE,
      ...PERIOD,
      basis(["imports_for_consumption"]),
      text("agreement", "Agreement whose preference was claimed", { enum: ["NAFTA", "USMCA"] }),
      text("partner_code", "1220 Canada, 2010 Mexico", { pattern: "^(1220|2010)$" }),
      text("classification", "How the goods are classed", {
        enum: ["all_goods", "atp_group", "naics3"],
      }),
      text("code", "Code of the class: 00, an ATP group or total, a NAICS-3 industry", {
        pattern: "^(0[0-9]|10|total|[1-9][0-9]{2})$",
      }),
    ],
  ),
];
