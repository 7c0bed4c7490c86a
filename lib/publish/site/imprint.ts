/** Who signs the report, from when its figures are, and how it is cited: on every page, whole on the front. */
import { escapeHtml } from "../../html.ts";
import { REPORT } from "../../report.ts";

export interface Imprint {
  title: string;
  /** What the report is, in a sentence. */
  abstract: string;
  authors: string[];
  /** SPDX name of the license of code and text. */
  license: string;
  /** When the latest of the figures was published: `2026-10-01`. */
  published: string;
  /** The same in words. */
  day: string;
  /** References in the style of APA and for BibTeX. */
  apa: string;
  bibtex: string;
}

const PRODUCER = { "@type": "Organization", name: "U.S. Census Bureau" };

/**
 * The foot of a page; `address` is filled in by the page's script where it is printed. A page that lies apart
 * has no front page beside it that says how to cite.
 */
export const footer = ({ day, license }: Imprint, apart = false): string =>
  `<footer><p>Figures: U.S. Census Bureau, in the public domain, published to ${day}. Text and code: ` +
  `${escapeHtml(license)} license. The notebooks compute every number on these pages. ` +
  `${
    apart ? "" : `<a href="index.html#cite">How to cite</a>`
  }</p><p class="address" hidden></p></footer>`;

/** How to cite the report, in texts that can be copied. */
export const citeSection = ({ apa, bibtex }: Imprint): string =>
  `<h2 id="cite">Cite this</h2>\n<p>The figures are those of the U.S. Census Bureau; each names its ` +
  `source and vintage.</p>\n${quoted("APA", apa)}\n${quoted("BibTeX", bibtex)}`;

const quoted = (style: string, text: string): string =>
  `<h3>${style}</h3><div class="sourceCode"><pre>${escapeHtml(text)}</pre></div>`;

/** The report for machines (schema.org), as JSON-LD. */
export function jsonLd({ title, abstract, authors, license, published, apa }: Imprint): string {
  const dataset = {
    "@context": "https://schema.org",
    "@type": "Dataset",
    name: title,
    description: abstract,
    creator: authors.map((name) => ({ "@type": "Organization", name })),
    license: `https://spdx.org/licenses/${license}.html`,
    dateModified: published,
    creditText: apa,
    inLanguage: "en-US",
    isAccessibleForFree: true,
    isBasedOn: { "@type": "Dataset", name: "U.S. trade in goods", creator: PRODUCER },
    spatialCoverage: REPORT.countries,
    distribution: [
      { "@type": "DataDownload", encodingFormat: "application/json", contentUrl: "claims.json" },
    ],
  };
  // What closes a script must not stand in one.
  const text = JSON.stringify(dataset).replaceAll("<", "\\u003c");
  return `<script type="application/ld+json">${text}</script>`;
}
