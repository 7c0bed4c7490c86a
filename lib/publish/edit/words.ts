/** What `deno task edit` says of its work. */

/** More files than this are counted, not named. */
const MOST = 4;

/** `, cells 3 and 5`; nothing where there is none. */
export function cellsNamed(cells: number[]): string {
  if (cells.length === 0) return "";
  if (cells.length > MOST) return `, ${cells.length} cells from cell ${cells[0]} on`;
  return `, cell${cells.length > 1 ? "s" : ""} ${cells.join(", ")}`;
}

/** Pages first, by their names. */
export function filesNamed(files: string[]): string {
  if (files.length === 0) return "no page changes";
  const isPage = (file: string) => /^[^/]+\.html$/.test(file);
  const names = [...files.filter(isPage), ...files.filter((file) => !isPage(file))];
  const rest = names.length - MOST;
  return names.slice(0, MOST).join(", ") + (rest > 0 ? ` and ${rest} more` : "");
}

/** `chapters 3 and 8`, by the names of their files. */
export function chaptersNamed(names: string[]): string {
  const numbers = [...new Set(names.map((name) => parseInt(name)))].sort((a, b) => a - b);
  if (numbers.length === 0) return "no chapter";
  return numbers.length === 1 ? `chapter ${numbers}` : `chapters ${numbers.join(", ")}`;
}

/** What is being done, for those who look at the pages. */
export function working([name, ...waiting]: string[]): string {
  if (name === undefined) return "";
  const more = waiting.length === 0 ? "" : `; ${waiting.length} more wait`;
  return `Executing chapter ${name.split("-")[0]}${more}`;
}
