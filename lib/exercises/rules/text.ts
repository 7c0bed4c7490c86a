/** What rules for texts ask: how many sentences, is a cause named, is it said what is not known. */

const SENTENCES = new Intl.Segmenter("en", { granularity: "sentence" });

/** How many words a text has. */
export const wordCount = (text: string): number => text.split(/\s+/).filter(Boolean).length;

/** The sentences of a text. */
export const sentencesOf = (text: string): string[] =>
  // The dots of "U.S." end no sentence, but to the segmenter they do before a capital.
  [...SENTENCES.segment(text.replace(/\bU\.\s?S\./g, "US").replace(/\s+/g, " "))]
    .map(({ segment }) => segment.trim()).filter((it) => /\p{L}/u.test(it));

/** The words with which a sentence names a cause; undefined where it names none, denies one, or leaves it open. */
export function causeIn(sentence: string): string | undefined {
  if (DENIED.test(sentence)) return undefined;
  return CAUSE.exec(sentence)?.[0].toLowerCase();
}

/** Whether a sentence says that something is not known, or not in the data. */
export const leavesOpen = (sentence: string): boolean => OPEN.test(sentence);

const CAUSE = new RegExp(
  String
    .raw`\b(?:because|due to|thanks to|owing to|caus(?:ed|es)|drove|driven by|leads? to|led to` +
    String.raw`|brought about|as a result|result(?:s|ed)? (?:of|in|from)|proves that)\b`,
  "i",
);
const DENIED =
  /\b(?:not|no|nor|neither|cannot|nothing|whether|unknown|alone|may|might|could)\b|n['’]t\b/i;
const SAYS =
  "say|show|tell|know|see|record|prove|cover|explain|measure|list|name|reveal|contain|count";
const OPEN = new RegExp(
  String.raw`(?:\b(?:not|cannot|nothing|nor)\b|n['’]t\b)[^.]*\b(?:${SAYS})` +
    String.raw`|\b(?:unknown|whether|(?:leave|leaves|left|remain|remains) open|no proof)\b`,
  "i",
);

/** What to say of a text first: a wall of faults helps nobody. */
export const firstOf = (faults: [applies: boolean, say: string][]): string[] =>
  faults.filter(([applies]) => applies).slice(0, MOST).map(([, say]) => say);

const MOST = 3;
