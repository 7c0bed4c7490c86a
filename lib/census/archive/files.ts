/** The archives as files: what they are called, where they lie, and how their figures are cited. */
import type { Flow } from "../../data/mod.ts";
import { type Origin, publishedOf } from "../terms/contribution.ts";
import type { Sidecar } from "../transfer/snapshot.ts";

const SERIES: Record<Flow, { name: string; folder: string; title: string }> = {
  imports: { name: "IMDB", folder: "im_m", title: "U.S. Imports of Merchandise" },
  exports: { name: "EXDB", folder: "ex_m", title: "U.S. Exports of Merchandise" },
};
/** File name and address of a month's archive. */
export function archiveOf(flow: Flow, month: string, base: string): { name: string; url: string } {
  const { name, folder } = SERIES[flow];
  const [year, number] = month.split("-");
  const file = `${name}${year.slice(2)}${number}.ZIP`;
  return { name: file, url: `${base}/trade/downloads/${year}/Merch/${folder}/${file}` };
}

/**
 * Where the figures of a month's archive come from.
 *
 * @param release all archives of the month that are read: exports and imports are one release, published
 * when its last file was, so that a balance is of one vintage.
 */
export const originOf = (
  flow: Flow,
  month: string,
  sidecar: Sidecar,
  release = [sidecar],
): Origin => ({
  title: `${SERIES[flow].title}, monthly archive ${archiveOf(flow, month, "").name}`,
  path: sidecar.url,
  published: publishedOf(release),
  files: [sidecar],
});
