/** A web page that comes where figures or a file should: what it says, in words. */

const LONGEST = 80;

/** Text of a page, or of any answer, in one line: no tags, no control characters, cut where it is long. */
export function wordsOf(text: string): string {
  const plain = text.replace(/<(script|style)\b[\s\S]*?(<\/\1>|$)/gi, " ").replace(
    /<[^>]*(>|$)/g,
    " ",
  )
    // deno-lint-ignore no-control-regex
    .replace(/[\s\u0000-\u001f\u007f-\u009f]+/g, " ").trim();
  return plain.length > LONGEST ? `${plain.slice(0, LONGEST)}…` : plain;
}

/** True for a web page, by its type or by how it begins. */
export const isPage = (type: string, text: string): boolean =>
  /html/i.test(type) || /^\s*</.test(text);

/** What a page in place of figures or a file means. It may pass: servers send one when they are busy. */
export function pageProblem(html: string): string {
  const words = wordsOf(html);
  const isBusy = /busy|maintenance|unavailable|try (again|later)|too many|overload/i.test(words);
  const what = isBusy
    ? "the server is busy or under maintenance"
    : "a web page came instead of data";
  return words ? `${what} ("${words}")` : what;
}

/** The first bytes of an answer as text. */
export async function beginningOf({ body }: Response): Promise<string> {
  const reader = body?.getReader();
  const first = await reader?.read();
  await reader?.cancel();
  return new TextDecoder().decode(first?.value?.subarray(0, 2000));
}
