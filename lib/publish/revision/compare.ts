/** What differs between two states of a report. */
import { diffArrays } from "diff";
import type { JudgedClaim, Verdict } from "../../claims/claim.ts";
import type { ShownFigure, State } from "./state.ts";

/** A claim's verdicts; null where a state has no such claim. */
export interface Verdicts {
  id: string;
  claim: string;
  before: Verdict | null;
  after: Verdict | null;
  /** What the figures say now. */
  finding: string;
}

/** A figure whose picture differs; null where a state has no such figure. */
export interface ChangedFigure {
  id: string;
  name: string;
  before: Omit<ShownFigure, "id" | "name"> | null;
  after: Omit<ShownFigure, "id" | "name"> | null;
}

/** Sentences that differ: in the place of which which stands; null where there is none. */
export interface ChangedSentence {
  before: string | null;
  after: string | null;
}

export interface Changes {
  /** Of all claims. */
  verdicts: Verdicts[];
  figures: ChangedFigure[];
  /** Chapters with sentences that differ. */
  chapters: { title: string; sentences: ChangedSentence[] }[];
}

/** What differs from one state to a later one. */
export function compare(before: State, after: State): Changes {
  return {
    verdicts: verdictsOf(before.claims, after.claims),
    figures: figuresOf(before.figures, after.figures),
    chapters: pairs(before.chapters, after.chapters, ({ name }) => name)
      .map(([old, now]) => ({
        title: (now ?? old)!.title,
        sentences: sentencesOf(old?.sentences ?? [], now?.sentences ?? []),
      }))
      .filter(({ sentences }) => sentences.length > 0),
  };
}

/** Claims of which another verdict is reached than before. */
export const turned = ({ verdicts }: Changes): Verdicts[] =>
  verdicts.filter(({ before, after }) => before !== after);

/** Figures that say another thing in their headline than before. */
export const retitled = ({ figures }: Changes): ChangedFigure[] =>
  figures.filter(({ before, after }) => before?.title !== after?.title);

function verdictsOf(before: JudgedClaim[], after: JudgedClaim[]): Verdicts[] {
  return pairs(before, after, ({ id }) => id).map(([old, now]) => ({
    id: (now ?? old)!.id,
    claim: (now ?? old)!.claim,
    before: old?.verdict ?? null,
    after: now?.verdict ?? null,
    finding: now?.finding ?? "",
  }));
}

/** A picture that two chapters show under two ids is told once. */
function figuresOf(before: ShownFigure[], after: ShownFigure[]): ChangedFigure[] {
  const told = new Set<string>();
  return pairs(before, after, ({ id }) => id)
    .filter(([old, now]) => old?.svg !== now?.svg)
    .filter(([old, now]) => {
      const { id } = (now ?? old)!;
      const drawn = `${old?.svg}\n${now?.svg}`.replaceAll(id, "");
      return told.size < told.add(drawn).size;
    })
    .map(([old, now]) => {
      const { id, name } = (now ?? old)!;
      return { id, name, before: pictureOf(old), after: pictureOf(now) };
    });
}

const pictureOf = (figure?: ShownFigure) =>
  figure ? { title: figure.title, svg: figure.svg } : null;

/** The sentences that went and those that came in their place, one by one. */
function sentencesOf(before: string[], after: string[]): ChangedSentence[] {
  const found: ChangedSentence[] = [];
  let gone: string[] = [];
  const end = (came: string[] = []) => {
    for (let at = 0; at < Math.max(gone.length, came.length); at++) {
      found.push({ before: gone[at] ?? null, after: came[at] ?? null });
    }
    gone = [];
  };
  for (const { value, removed, added } of diffArrays(before, after)) {
    if (removed) gone = value;
    else if (added) end(value);
    else end();
  }
  end();
  return found;
}

/** What two lists have under the same name, in the order of the later one; what only the earlier has last. */
function pairs<Item>(
  before: Item[],
  after: Item[],
  nameOf: (item: Item) => string,
): [before: Item | undefined, after: Item | undefined][] {
  const [old, now] = [before, after].map((items) => new Map(items.map((it) => [nameOf(it), it])));
  return [...new Set([...now.keys(), ...old.keys()])].map((name) => [old.get(name), now.get(name)]);
}
