/** The explorer: the address is what is asked, and the page answers it. */
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Answer } from "../answer.ts";
import { addressOf, type Parsed, parseView, type View } from "../view.ts";
import { Computed } from "./computed.tsx";
import { Form } from "./form.tsx";
import { Rest, Result } from "./result.tsx";
import { placeOf, Share } from "./share.tsx";
import type { Settings, Sources } from "./sources.ts";

export interface ExplorerProps {
  sources: Sources;
  settings: Settings;
  /** Shown within the page of another: the figure, its source, and a link. */
  embedded: boolean;
  /** The answer that the page was built with. */
  first?: Answered;
}

/** How long an answer may take before the page says that it is awaited, in ms. */
const PATIENCE = 300;

/** Where the answer stands below the question, and may be out of sight. */
const BELOW = "(max-width: 1099.98px)";

/** What the address asks; where the page is built there is none. */
const asked = (): string => globalThis.location?.hash ?? "";

/** What is known of an answer: it, or why there is none, and the view that it is of. */
export interface Answered {
  view: View;
  address: string;
  answer?: Answer;
  failure?: string;
}

export function Explorer({ sources, settings, embedded, first }: ExplorerProps) {
  const { years } = settings;
  const [{ view, faults }, setParsed] = useState<Parsed>(() => parseView(asked(), years));
  useEffect(() => {
    const read = () => setParsed(parseView(asked(), years));
    addEventListener("hashchange", read);
    return () => removeEventListener("hashchange", read);
  }, []);
  const address = addressOf(view, years);
  const { answered, waiting } = useAnswer(view, address, sources, first);
  const { answer, failure } = answered;
  const below = useLater(answered, first);
  const isAwaited = useRef(false);
  useEffect(() => {
    if (!answer) return;
    if (isAwaited.current && matchMedia(BELOW).matches) {
      document.getElementById("answer-title")!.scrollIntoView();
    }
    isAwaited.current = false;
    document.title = `${answer.title} · Explore · ${settings.title}`;
    for (const place of document.querySelectorAll<HTMLElement>(".address:not([hidden])")) {
      place.textContent = placeOf(location.hash);
    }
  }, [answer]);

  const shown = answer && <Result key={answered.address} answer={answer} embedded={embedded} />;
  if (embedded) {
    return (
      <div class="alone">
        {shown}
        <p class="downloads">
          <a href={placeOf(address)} target="_blank" rel="noopener">{settings.title}: explore</a>
        </p>
      </div>
    );
  }
  const go = (to: View) => void (location.hash = addressOf(to, years));
  const ask = (to: View) => {
    isAwaited.current = true;
    go(to);
  };
  return (
    <>
      <Form view={view} sources={sources} settings={settings} go={go} ask={ask} />
      <div class="answered" aria-busy={below !== answered || waiting}>
        {faults.map((fault) => <p key={fault} class="fault" role="alert">{fault}</p>)}
        {failure && <p class="fault" role="alert">{failure}</p>}
        <p class="hidden" role="status">{answer && [answer.title, answer.said[0]].join(". ")}</p>
        {waiting && <p class="waiting">Loading…</p>}
        {shown}
        {answer && below?.answer && (
          <>
            <Rest key={below.address} answer={below.answer} />
            <Share answer={below.answer} address={below.address} reference={settings.reference} />
            {below.answer.tables.length > 0 && (
              <Computed view={below.view} address={below.address} sources={sources} />
            )}
          </>
        )}
      </div>
    </>
  );
}

/** A value once the page that has it is painted: what is below the fold does not hold up what is above. */
function useLater<Value>(value: Value, first?: Value): Value | undefined {
  const [later, setLater] = useState(first);
  useEffect(() => setLater(value), [value]);
  return later;
}

/** The answer to a view; the earlier one stays until it is there. */
function useAnswer(view: View, address: string, { answerOf, load }: Sources, first?: Answered) {
  const [answered, setAnswered] = useState<Answered>(first ?? { view, address });
  const [waiting, setWaiting] = useState(false);
  // At once: an effect would wait for the choice to be painted.
  useLayoutEffect(() => {
    if (answered.answer && answered.address === address) return;
    let isWanted = true;
    const patience = setTimeout(() => setWaiting(true), PATIENCE);
    const done = (now: Omit<Answered, "view" | "address">) => {
      clearTimeout(patience);
      if (!isWanted) return;
      setWaiting(false);
      setAnswered({ view, address, ...now });
    };
    answerOf(view, load).then(
      (answer) => done({ answer }),
      (error) => done({ failure: `This could not be answered: ${(error as Error).message}` }),
    );
    return () => {
      isWanted = false;
      clearTimeout(patience);
    };
  }, [address]);
  return { answered, waiting };
}
