/** Makes the explorer's pieces of data: a script for each, beside the page. */
import { HEADINGS } from "../../codes/headings.ts";
import { readTable, scanTable } from "../../data/mod.ts";
import { collect, column } from "../../frame.ts";
import { type PackedPiece, packRows } from "./columns.ts";
import type { Pieces } from "./layout.ts";
import { classedLines } from "./lines.ts";
import { packChapters } from "./pack_chapters.ts";
import { packIndustries } from "./pack_industries.ts";
import { searchEntries } from "./pack_search.ts";
import { pieceOf } from "./unpack.ts";
import { packDependence, packGroups } from "./pack_technology.ts";

/** Every piece of the embedded figures, packed: the same from the same figures. */
export async function packedPieces(): Promise<Record<keyof Pieces, PackedPiece>> {
  const classes = await readTable("import_line_classes");
  const texts = await readTable("concordance_imports_hs10_atp");
  const uses = await scanTable("preference_lines");
  const lines = classedLines(await scanTable("import_lines"), classes);
  const descriptions = column(texts, "description");
  const search = searchEntries({
    lines: column(classes, "hts10"),
    texts: new Map(column(texts, "hs10").map((line, row) => [line, descriptions[row]])),
    headings: HEADINGS,
  });
  const pieces = {
    ...packIndustries(await readTable("naics3_imports_by_partner_monthly")),
    ...packChapters(
      lines,
      collect(uses, uses),
      await readTable("agreement_imports_monthly"),
    ),
    groups: packGroups(lines),
    dependence: packDependence(lines, texts),
    search: packRows(search),
  };
  const contents = Object.keys(pieces).sort().map((piece) => ({ piece }));
  return { ...pieces, contents: packRows(contents) };
}

/** Gives packed pieces as a page does that has loaded them. */
export const inMemory =
  (packed: Record<keyof Pieces, PackedPiece>) =>
  <Name extends keyof Pieces>(name: Name): Promise<Pieces[Name]> =>
    pieceOf(name, {
      has: (file) => file in packed,
      read: (file) => packed[file as keyof Pieces],
    });

/**
 * The script of a piece. A page that is opened as a file may load scripts, and nothing else; the data
 * are in a text, which a browser reads faster than the same as code.
 */
export const scriptOf = (name: keyof Pieces, piece: PackedPiece): string =>
  `(globalThis.explorerPieces ??= {})["${name}"] = ${JSON.stringify(JSON.stringify(piece))};\n`;
