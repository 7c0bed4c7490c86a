/** The cells of the notebook that give the same answer, to be read, copied or taken away. */
import type { AnswerCell } from "../answer.ts";
import type { View } from "../view.ts";
import { Copied, Copy } from "./copy.tsx";
import { saveText } from "./download.ts";
import { placeOf } from "./share.tsx";
import type { Sources } from "./sources.ts";

interface ComputedProps {
  view: View;
  address: string;
  sources: Sources;
}

export function Computed({ view, address, sources }: ComputedProps) {
  const place = placeOf(address);
  const cells = sources.cellsOf(view, place);
  const code = cells.filter(({ type }) => type === "code").map(({ source }) => source).join("\n\n");
  const take = () =>
    saveText(
      `explore-${view.ask}.ipynb`,
      sources.notebookOf(view, place),
      "application/x-ipynb+json",
    );
  return (
    <section class="computed" aria-labelledby="computed">
      <h2 id="computed">How it is computed</h2>
      <p>A notebook of these cells gives the same answer.</p>
      <p class="downloads">
        <Copy text={code}>Copy all cells</Copy>
        <button type="button" onClick={take}>Notebook (.ipynb)</button>
      </p>
      {cells.map((cell, index) => <Cell key={index} {...cell} />)}
    </section>
  );
}

/** Prose as its paragraphs, headings bold; code as it is. */
function Cell({ type, source }: AnswerCell) {
  if (type === "code") return <Copied text={source} />;
  const paragraphs = source.split(/\n\s*\n/).map((it) => it.trim()).filter((it) => it);
  return (
    <>
      {paragraphs.map((text, index) =>
        text.startsWith("#")
          ? (
            <p key={index}>
              <strong>{withCode(text.replace(/^#+\s*/, ""))}</strong>
            </p>
          )
          : <p key={index}>{withCode(text)}</p>
      )}
    </>
  );
}

/** What stands between backticks is code. */
const withCode = (text: string) =>
  text.split("`").map((part, index) => index % 2 === 1 ? <code key={index}>{part}</code> : part);
