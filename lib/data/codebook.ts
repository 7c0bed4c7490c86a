/**
 * The part of `data/README.md` that follows from the data package: one section for each table,
 * between two marker lines. A refresh writes it anew; the prose around it is written by hand.
 */
import { number } from "../format.ts";
import { type DataPackage, readPackage, type Resource } from "./package.ts";

const START = "<!-- tables: written from datapackage.json -->";
const END = "<!-- end of tables -->";

/** The codebook with its table sections brought up to date. Throws when the markers are gone. */
export function withTables(codebook: string, pkg: DataPackage): string {
  const [start, end] = [codebook.indexOf(START), codebook.indexOf(END)];
  if (start < 0 || end < start) throw new Error(`data/README.md lacks the line ${START} or ${END}`);
  const sections = pkg.resources.map(section).join("\n");
  return `${codebook.slice(0, start)}${START}\n\n${sections}\n${codebook.slice(end)}`;
}

/**
 * Brings the codebook of a data folder up to date with its data package.
 *
 * @returns whether anything had to change.
 */
export async function writeCodebook(dir: string): Promise<boolean> {
  const path = `${dir}/README.md`;
  const codebook = await Deno.readTextFile(path);
  const next = withTables(codebook, await readPackage(dir));
  if (next === codebook) return false;
  await Deno.writeTextFile(`${path}.partial`, next);
  await Deno.rename(`${path}.partial`, path);
  return true;
}

function section({ name, title, path, bytes, description, schema, vintages }: Resource): string {
  const columns = schema.fields.map((field) =>
    `| \`${field.name}\` | ${field.type} | ${field.unit ?? ""} | ${field.description} |`
  );
  const origins = vintages.map((each) => {
    const published = each.published
      ? `published ${each.published}`
      : "date of publication not kept by the carrier";
    return `- Vintage \`${each.vintage}\`, ${each.coverage}: ${each.producer}, ${each.title}, ` +
      `<${each.path}>; ${published}; retrieved ${each.retrieved} from ${each.carried_by}.`;
  });
  return `### \`${name}\`

${title}. File \`${path}\`, ${number(bytes)} bytes, key (${schema.primaryKey.join(", ")}).

${description}

| column | type | unit | meaning |
|---|---|---|---|
${columns.join("\n")}

${origins.join("\n")}
`;
}
