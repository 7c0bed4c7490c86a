/** Which known name somebody may have meant. */
import { compareSimilarity, levenshteinDistance } from "@std/text";

/** More letters than this that differ are no slip. */
const SLIPS = 3;

/**
 * Known names that are written almost so, or begin with the same word, the most similar first.
 *
 * @param most how many to give
 */
export function near(name: string, known: Iterable<string>, most = 4): string[] {
  const isNear = (other: string) =>
    levenshteinDistance(other.toLowerCase(), name.toLowerCase()) <=
      Math.min(SLIPS, name.length / 2) ||
    firstWord(other) === firstWord(name);
  return [...new Set(known)].filter((other) => other !== name && isNear(other))
    .sort(compareSimilarity(name)).slice(0, most);
}

/** `annual` of `annualBalance`. */
const firstWord = (name: string): string => /^(?:[A-Z\d_]+$|[A-Z]?[^A-Z]*)/.exec(name)![0];
