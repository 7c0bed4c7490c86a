/** A fault in the embedded figures: which file, what is wrong, and how to mend it. */
export class DataError extends Error {
  override name = "DataError";

  constructor(readonly file: string, readonly problem: string, readonly mend: string) {
    super(`${file}: ${problem}\n  mend: ${mend}`);
  }
}

/** The mend of a committed file. It names that one alone, and not a file that Git may not know. */
export const restore = (file: string): string =>
  `if the change is not yours, restore the committed file: git checkout -- ${file}`;
