/** An answer: what it says, its figures, its tables, how far it holds, and where it is from. */
import { useEffect, useRef, useState } from "preact/hooks";
import type { DrawnTable } from "../../figures/drawn.ts";
import type { Figure } from "../../figures/figure.ts";
import { htmlText } from "../../notebook/escape.ts";
import { pictureHtml } from "../../publish/site/figure.ts";
import { scrolling } from "../../publish/site/scrolling.ts";
import { typographic } from "../../publish/site/typography.ts";
import { valuesHtml } from "../../publish/site/values.ts";
import type { Answer } from "../answer.ts";
import { saveCsv, savePng, saveSvg } from "./download.ts";
import { namedRows } from "./sources.ts";
import { sortable } from "./sort.ts";

interface ResultProps {
  answer: Answer;
  embedded: boolean;
}

/** What is read first: the heading, what is said, and the figures. */
export function Result({ answer, embedded }: ResultProps) {
  const { title, said, figures } = answer;
  const isShort = embedded && figures.length > 0;
  return (
    <section aria-labelledby="answer-title">
      <h2 id="answer-title" class={isShort ? "hidden" : ""}>{title}</h2>
      {!isShort && said.map((sentence) => <p key={sentence}>{sentence}</p>)}
      {figures.map((figure) => (
        <Picture
          key={figure.id}
          figure={figure}
          data={answer.data ?? (() => figure.data)}
          embedded={embedded}
        />
      ))}
    </section>
  );
}

/** What stands below: the tables, how far the answer holds, and its source where no table has it. */
export function Rest({ answer: { tables, notes, source } }: { answer: Answer }) {
  const isSaid = tables.some(({ data }) => String(data["text/html"]).includes(htmlText(source)));
  return (
    <section aria-label="Tables and notes">
      {tables.map(({ data }, index) => <Table key={index} html={String(data["text/html"])} />)}
      {notes.length > 0 && <ul class="notes">{notes.map((note) => <li key={note}>{note}</li>)}</ul>}
      {!isSaid && <p class="source">Source: {source}</p>}
    </section>
  );
}

interface PictureProps {
  figure: Figure;
  /** What its file of data holds. */
  data: () => DrawnTable;
  embedded: boolean;
}

/** Where the style sheet shows the narrow picture. */
const NARROW = "(max-width: 639.98px)";

/** Whether a page is as a media query says, now and when it changes; where it is built it is as any. */
function useMatch(query: string): boolean {
  const [matches, setMatches] = useState(() => globalThis.matchMedia?.(query).matches ?? true);
  useEffect(() => {
    const media = matchMedia(query);
    const read = () => setMatches(media.matches);
    media.addEventListener("change", read);
    return () => media.removeEventListener("change", read);
  }, []);
  return matches;
}

/** A figure as the site's pages have it, and its files, made when they are asked for. */
function Picture({ figure, data, embedded }: PictureProps) {
  const place = useRef<HTMLElement>(null);
  const isNarrow = useMatch(NARROW);
  useEffect(() => globalThis.readFigure?.(place.current!), [isNarrow]);
  useEffect(() => globalThis.reachScrolling?.(place.current!), []);
  const { id, title, subtitle, source, svg, readings } = figure;
  const pictures = [pictureHtml("wide", svg, readings.wide)];
  if (isNarrow) pictures.push(pictureHtml("narrow", figure.narrow, readings.narrow));
  // Both pictures are read alike: what is read of the one that is drawn is the table.
  const read = { id, subtitle, source, readings: { wide: readings.wide, narrow: readings.wide } };
  const values = scrolling(valuesHtml(read, title, () => namedRows(figure.data)));
  return (
    <figure ref={place} aria-label={title}>
      <Html html={pictures.join("")} />
      <div class="downloads">
        {!embedded && (
          <>
            <button type="button" onClick={() => savePng(figure)}>PNG</button>
            <button type="button" onClick={() => saveSvg(figure)}>SVG</button>
            <button type="button" onClick={() => saveCsv(figure.id, data())}>Data (CSV)</button>
          </>
        )}
        <details class="values">
          <summary>As a table</summary>
          <Html html={typographic(values)} />
        </details>
      </div>
    </figure>
  );
}

function Table({ html }: { html: string }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    place.current!.querySelectorAll("table").forEach(sortable);
    globalThis.reachScrolling?.(place.current!);
  }, [html]);
  // deno-lint-ignore react-no-danger
  return <div ref={place} dangerouslySetInnerHTML={{ __html: typographic(scrolling(html)) }} />;
}

/** HTML of the library's own making, its texts escaped there. */
const Html = ({ html }: { html: string }) => <div dangerouslySetInnerHTML={{ __html: html }} />;

declare global {
  /** Of the site's readings.js: makes a figure readable by pointer and keys. */
  var readFigure: ((figure: HTMLElement) => void) | undefined;
  /** Of the site's page.js: the keyboard reaches tables that overflow, and those alone. */
  var reachScrolling: ((within: HTMLElement) => void) | undefined;
}
