/** Packs a built report: site, PDFs, data package, checksums, notes. The same report gives the same bytes. */
import type { JudgedClaim } from "../../claims/mod.ts";
import { readPackage } from "../../data/mod.ts";
import { zipped } from "../downloads/archive.ts";
import { EDITIONS } from "../pdf/pdf.ts";
import type { Imprint } from "../site/imprint.ts";
import { filesBelow, sha256 } from "../system/files.ts";
import { dataPackage, type Entry } from "./data_package.ts";
import { releaseNotes } from "./notes.ts";

/** The list of all files but the notes, with their SHA-256, as `sha256sum --check` reads it. */
export const CHECKSUMS = "SHA256SUMS";
/** What the release says of itself; not one of its files. */
export const NOTES = "NOTES.md";

/** A report that is built, with its PDFs. */
export interface Built {
  root: string;
  build: string;
  imprint: Imprint;
}

/**
 * Writes the files of a release into a folder.
 *
 * @throws DataError when a table is not the one that `data/datapackage.json` describes.
 */
export async function packRelease(
  { root, build, imprint }: Built,
  folder: string,
  say: (line: string) => void,
): Promise<void> {
  const { name } = await readPackage(`${root}/data`);
  const files: { name: string; what: string; bytes: number; hash: string }[] = [];
  const write = async (name: string, what: string, content: Uint8Array<ArrayBuffer>) => {
    await Deno.writeFile(`${folder}/${name}`, content);
    files.push({ name, what, bytes: content.length, hash: await sha256(content) });
  };
  const paths = await filesBelow(`${build}/site`);
  say(`Packing the site, ${paths.length} files`);
  const site = await Promise.all(
    paths.map(async (path): Promise<Entry> => [path, await Deno.readFile(`${build}/site/${path}`)]),
  );
  await write(
    `${name}-site.zip`,
    "the site: unpack it, open `index.html`",
    await packed(`${name}-site`, site),
  );
  for (const [pdf, { teaching, paper }] of Object.entries(EDITIONS)) {
    const on = paper === "a4" ? "A4" : "US Letter";
    const what = teaching ? "with code, exercises and solutions" : "the report, typeset";
    await write(pdf, `${what}, on ${on}`, await Deno.readFile(`${build}/${pdf}`));
  }
  say("Packing the data, each table as Parquet and as CSV");
  const data = await packed(`${name}-data`, await dataPackage(root));
  await write(`${name}-data.zip`, "the data package: tables, codebook, license", data);
  const sums = files.map(({ name, hash }) => `${hash}  ${name}\n`).join("");
  await Deno.writeTextFile(`${folder}/${CHECKSUMS}`, sums);
  const claims: JudgedClaim[] = JSON.parse(await Deno.readTextFile(`${build}/claims.json`));
  const notes = releaseNotes(imprint, claims, files);
  await Deno.writeTextFile(`${folder}/${NOTES}`, notes);
}

/** An archive whose files lie in one folder. */
const packed = async (folder: string, entries: Entry[]): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await zipped(entries.map(([name, content]) => [`${folder}/${name}`, content])));
