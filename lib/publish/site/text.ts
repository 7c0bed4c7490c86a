/** What HTML says, as plain text: for descriptions, lists of sections and the search. */

const ENTITIES: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', nbsp: " " };

/** The text of a fragment of HTML, its entities read, its spaces one each. */
export function plainText(html: string): string {
  return html.replace(/<(script|style|svg)\b[\s\S]*?<\/\1>/g, "").replace(/<[^>]+>/g, "")
    .replace(
      /&(#\d+|\w+);/g,
      (entity, name: string) =>
        name.startsWith("#")
          ? String.fromCodePoint(Number(name.slice(1)))
          : ENTITIES[name] ?? entity,
    )
    .replace(/\s+/g, " ").trim();
}

/** Sentences of a text; an abbreviation such as `U.S.` ends none, nor does `¿cómo vamos?` go on in capitals. */
export const sentences = (text: string): string[] =>
  text.split(/(?<=[.?!])(?<!\b[A-Z]\.)\s+(?=[\p{Lu}¿])/u).filter((it) => it !== "");

/** As many whole sentences as fit, the first whatever its length. */
export function shortened(text: string, length: number): string {
  const [first = "", ...rest] = sentences(text);
  let short = first;
  for (const sentence of rest) {
    if (short.length + sentence.length >= length) break;
    short += ` ${sentence}`;
  }
  return short;
}
