/** What a release says of itself: which figures, which verdicts, which files. */
import type { JudgedClaim } from "../../claims/mod.ts";
import { verdictTable } from "../markup/verdict_table.ts";
import type { Imprint } from "../site/imprint.ts";

/** A file of a release. */
export interface Released {
  name: string;
  /** What it is, in a few words. */
  what: string;
  bytes: number;
}

/** The notes of a release, in Markdown. */
export function releaseNotes(
  { title, abstract, day, apa }: Imprint,
  claims: JudgedClaim[],
  files: Released[],
): string {
  const listed = files.map(({ name, what, bytes }) => `| \`${name}\` | ${what} | ${size(bytes)} |`);
  return [
    `# ${title}: figures published to ${day}`,
    abstract,
    ...claims.length === 0 ? [] : [verdictTable(claims)],
    ["| file | what it is | size |", "|---|---|---|", ...listed].join("\n"),
    "Whether all arrived whole: `sha256sum --check SHA256SUMS` (on macOS " +
    "`shasum -a 256 --check SHA256SUMS`).",
    `How to cite it: ${apa} Cite the figures as *U.S. Census Bureau*, with the title and ` +
    "vintage that the data package gives.",
  ].join("\n\n") + "\n";
}

const size = (bytes: number): string =>
  bytes < 1e6 ? `${Math.max(1, Math.round(bytes / 1e3))} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
