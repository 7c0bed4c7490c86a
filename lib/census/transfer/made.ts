/** When a file was made, by what it holds: a date that copying does not change. */
import { openArchive } from "./zip.ts";

/** Workbooks say it in this member; the entries of theirs bear no date. */
const PROPERTIES = "core.xml", LARGEST_PROPERTIES = 1_000_000;

/**
 * The time at which a workbook was last saved, or the newest member of an archive was packed: it was
 * published no earlier, and as a rule on that day or the next. Undefined where the file does not say
 * it, or is no archive.
 */
export async function madeAt(path: string): Promise<Date | undefined> {
  let archive;
  try {
    archive = await openArchive(path);
  } catch {
    return undefined;
  }
  try {
    if (!archive.has(PROPERTIES)) return archive.newest;
    const text = await archive.text(PROPERTIES, LARGEST_PROPERTIES, "utf-8");
    const [, saved] = /<dcterms:modified[^>]*>([^<]+)</.exec(text) ?? [];
    const time = Date.parse(saved ?? "");
    return Number.isNaN(time) ? archive.newest : new Date(time);
  } catch {
    return archive.newest;
  } finally {
    archive.close();
  }
}
