/** Text as it is compared and searched: without accents and capitals. */

/** A text without accents and capitals: `México` is `mexico`. */
export const plain = (text: string): string =>
  (/[^ -~]/.test(text) ? text.normalize("NFKD").replace(/\p{M}/gu, "") : text).toLowerCase();
