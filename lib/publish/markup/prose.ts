/** Where running text ends in Markdown: what is none is not searched for names and words. */

const NO_TEXT = [
  /^#{1,6} .*$/, // a heading
  /^: (?! ).*$/, // a caption
  /^```[\s\S]*?^```/,
  /`[^`\n]*`/,
  /!?\[[^\]]*\]\([^)]*\)/, // a link, a picture
  /<[^>]*>/,
  /https?:\S+/,
];

/** Splits a text into prose and, at odd places, what is none; `more` is none either. */
export const outsideOf = (...more: RegExp[]): RegExp =>
  new RegExp(`(${[...more, ...NO_TEXT].map(({ source }) => source).join("|")})`, "m");
