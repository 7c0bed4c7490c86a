/** When the figures of the report were published: the only date that its pages carry. */
import { PublishError } from "./system/errors.ts";

interface DataPackage {
  resources: { vintages?: { published?: string | null }[] }[];
}

/**
 * The latest publication date in a data package: `2026-10-01`.
 *
 * @param text content of `data/datapackage.json`
 * @throws PublishError when no source has a date.
 */
export function publishedIn(text: string): string {
  const { resources } = JSON.parse(text) as DataPackage;
  const dates = resources.flatMap(({ vintages = [] }) => vintages.map((it) => it.published ?? ""))
    .filter((date) => /^\d{4}-\d{2}-\d{2}$/.test(date)).sort();
  const latest = dates.at(-1);
  if (!latest) throw new PublishError("data/datapackage.json names no date of publication");
  return latest;
}
