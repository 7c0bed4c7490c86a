/** What a browser is sent: files of a folder as they are, pages with the script that keeps them current. */
import { resolve } from "node:path";
import { escapeHtml } from "../../html.ts";
import { within } from "../../platform.ts";

/** Paths of what serves the pages themselves. */
export const OWN = "/~edit/";

/** Nothing is kept by the browser: the next save may change it. */
export const FRESH = { "cache-control": "no-store" };

/** What a file of a folder holds; null where there is none, and for a way out of the folder. */
export async function contentOf(
  folder: string,
  path: string,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const file = resolve(folder, path);
  if (within(folder, file) === null) return null;
  return await Deno.readFile(file).catch(() => null);
}

/** A page, told when it changes. */
export function page(html: string, version: number, status = 200): Response {
  const script = `<script src="${OWN}client.js" data-version="${version}" defer></script>`;
  const headers = { "content-type": "text/html; charset=UTF-8", ...FRESH };
  return new Response(html.replace(/(?=<\/body>)/, () => script), { status, headers });
}

/** What stands in place of a page that cannot be shown, until it can. */
export const stub = (says: string): string =>
  `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>deno task edit</title>
<meta name="color-scheme" content="light dark">
</head><body><pre style="white-space: pre-wrap">${escapeHtml(says)}</pre></body></html>
`;
