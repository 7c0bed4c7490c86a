/** How the report is cited: `CITATION.cff` in the words of APA and of BibTeX. */
import { parse } from "@std/yaml";
import { dayName } from "../format.ts";
import type { Imprint } from "./site/imprint.ts";
import { PublishError } from "./system/errors.ts";
import { textOf } from "./system/files.ts";
import { publishedIn } from "./vintage.ts";

export interface Citation {
  title: string;
  /** What the report is, in a sentence. */
  abstract: string;
  /** Persons or bodies, as they sign. */
  authors: string[];
  /** SPDX name of the license of code and text. */
  license: string;
  /** When the latest of the figures was published, `2026-10-01`: the report has no other date. */
  published: string;
}

interface Cff {
  title?: string;
  abstract?: string;
  license?: string;
  authors?: { name?: string; "given-names"?: string; "family-names"?: string }[];
}

/**
 * Reads `CITATION.cff` (Citation File Format 1.2.0) of a project's folder, and the date of its figures.
 *
 * @throws PublishError when the file is not there or says too little to cite the report.
 */
export async function readCitation(root: string): Promise<Citation> {
  const text = await textOf(`${root}/CITATION.cff`);
  if (text === null) throw new PublishError("CITATION.cff is missing; restore it: git checkout");
  const { title, abstract, license, authors = [] } = parsed(text);
  const names = authors.map((it) => it.name ?? `${it["given-names"]} ${it["family-names"]}`);
  if (!title || !abstract || !license || names.length === 0) {
    throw new PublishError("CITATION.cff needs a title, an abstract, a license and authors");
  }
  const published = publishedIn(await Deno.readTextFile(`${root}/data/datapackage.json`));
  return { title, abstract, authors: names, license, published };
}

function parsed(text: string): Cff {
  try {
    return (parse(text) ?? {}) as Cff;
  } catch (error) {
    throw new PublishError(`CITATION.cff is not YAML: ${(error as Error).message}`);
  }
}

/** One reference in the style of the American Psychological Association (7th edition). */
export function apa(citation: Citation): string {
  const { authors, title, published } = citation;
  const by = [authors.slice(0, -1).join(", "), authors.at(-1)].filter(Boolean).join(", & ");
  return `${by}. (${yearOf(citation)}). ${title} ` +
    `(figures published to ${dayName(published)}) [Data set and code].`;
}

/** One entry for BibTeX. */
export function bibtex(citation: Citation): string {
  const { authors, title, abstract, published } = citation;
  const key = title.toLowerCase().split(/[^a-z0-9]+/).concat(yearOf(citation)).join("-");
  const fields = {
    title: `{${title}}`,
    author: authors.map((name) => `{${name}}`).join(" and "),
    year: yearOf(citation),
    note: `${abstract} Figures published to ${dayName(published)}.`,
  };
  const lines = Object.entries(fields).map(([name, value]) => `  ${name} = {${value}},`);
  return `@misc{${key},\n${lines.join("\n")}\n}`;
}

/** What the pages say of the report as a whole. */
export const imprint = (citation: Citation): Imprint => ({
  ...citation,
  day: dayName(citation.published),
  apa: apa(citation),
  bibtex: bibtex(citation),
});

const yearOf = ({ published }: Citation): string => published.slice(0, 4);
