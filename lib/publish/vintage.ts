/** When the figures of the report were published: the only date that its pages carry. */
import { PublishError } from "./errors.ts";

export interface Published {
  /** For a cover: `Figures as published … up to 1 October 2026.` */
  sentence: string;
  /** The same date in Unix seconds, for the PDF's own date. */
  seconds: number;
}

interface DataPackage {
  resources: { vintages?: { published?: string | null }[] }[];
}

/**
 * The latest publication date in a data package.
 *
 * @param text content of `data/datapackage.json`
 * @throws PublishError when no source has a date.
 */
export function publishedIn(text: string): Published {
  const { resources } = JSON.parse(text) as DataPackage;
  const dates = resources.flatMap(({ vintages = [] }) => vintages.map((it) => it.published ?? ""))
    .filter((date) => /^\d{4}-\d{2}-\d{2}$/.test(date)).sort();
  const latest = dates.at(-1);
  if (!latest) throw new PublishError("data/datapackage.json names no date of publication");
  const milliseconds = Date.parse(latest);
  const date = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" });
  return {
    sentence: `Figures as published by the U.S. Census Bureau up to ${date.format(milliseconds)}.`,
    seconds: milliseconds / 1000,
  };
}
