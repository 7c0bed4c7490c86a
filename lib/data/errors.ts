/** A fault in the embedded figures: which file, what is wrong, and how to mend it. */
export class DataError extends Error {
  override name = "DataError";

  constructor(readonly file: string, readonly problem: string, readonly mend: string) {
    super(`${file}: ${problem}\n  mend: ${mend}`);
  }
}

/** The mend that fits most faults of a committed table. */
export const RESTORE = "restore the committed file: git checkout -- data";
