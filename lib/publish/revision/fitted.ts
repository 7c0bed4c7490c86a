/** A text of sections that may not be longer than a host takes it. */
import { count } from "./words.ts";

/** A heading and what stands under it, piece by piece. */
export interface Section {
  heading: string;
  pieces: string[];
  /** What a piece is, where some may be left out. */
  counted?: string;
}

/** What fits, the longest of the lists that may be cut giving up its last piece first. */
export function fitted(opening: string, sections: Section[], limit: number): string {
  const left = sections.map((section) => ({ ...section, pieces: [...section.pieces] }));
  const written = () =>
    [
      opening,
      ...left.flatMap(({ heading, pieces, counted = "" }, at) => {
        const out = sections[at].pieces.length - pieces.length;
        const note = `${count(out, `more ${counted} is`, `more ${counted}s are`)} left out here, ` +
          "where there is no room; build/revision/revision.md has all of them.";
        return [`## ${heading}`, ...pieces, ...(out > 0 ? [note] : [])];
      }),
    ].join("\n\n") + "\n";
  const lengthOf = ({ pieces }: Section) => pieces.reduce((sum, { length }) => sum + length, 0);
  let whole = written();
  while (whole.length > limit) {
    const [longest] = left.filter(({ counted, pieces }) => counted && pieces.length > 0)
      .sort((a, b) => lengthOf(b) - lengthOf(a));
    if (!longest) throw new RangeError(`what must be told has more than ${limit} characters`);
    longest.pieces.pop();
    whole = written();
  }
  return whole;
}
