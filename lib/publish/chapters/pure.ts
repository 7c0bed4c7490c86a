/**
 * Whether code can depend on nothing but what Deno's audit tells: not on clocks or chance, nor on files
 * that polars opens by itself. What these rules do not know, they refuse: then a chapter is executed.
 */

/** What no audit shows: time and chance. */
const CLOCKS_AND_CHANCE =
  /\bDate\.now\b|\bDate\(\s*\)|\bnew Date\b(?!\()|\bperformance\b|\bTemporal\b|\bMath\.random\b|\bgetRandomValues\b|\brandom(UUID|Bytes|Int)\b/;

/** Ways out of the library and the language, for cells; names may be put together from parts. */
const WAYS_OUT = new RegExp(
  [
    "Deno|process|navigator|fetch|Worker|WebSocket|EventSource|XMLHttpRequest|Intl|crypto|Date",
    "globalThis|self|window|eval|Function|constructor|prototype|__proto__|Reflect|Proxy|require",
    "setTimeout|setInterval|queueMicrotask|localStorage|sessionStorage|caches|WeakRef",
    "(?:read|scan)(?:CSV|Csv|JSON|Json|Parquet|IPC|Ipc|Avro|Excel|Records)\\w*",
  ].map((names) => `\\b(?:${names})\\b`).join("|"),
);

/** Polars other than by a plain name: `pl["read" + what]`, `const p = pl`. */
const POLARS_UNNAMED = /\bpl\b(?!\s*\.\s*[A-Za-z])/;

/** The one place where cells get their tools. */
const IMPORT = /^import\s+(?:type\s+)?\{[^}]*\}\s+from\s+(["'])\.\.\/lib\/mod\.ts\1;?/gm;

/** Modules of other places, or at any other time; the word alone may stand in a text. */
const IMPORTS = /\bimport\s*[(.{"'*]|(?:^|[;}])\s*import\s+\w+\s*(?:,|from\b)/m;

/** Whether a code cell uses the library and the language alone. */
export function isPureCell(source: string): boolean {
  const rest = source.replace(IMPORT, "");
  return ![IMPORTS, CLOCKS_AND_CHANCE, WAYS_OUT, POLARS_UNNAMED].some((it) => it.test(rest));
}

/** Whether a module of the library asks no clock and leaves nothing to chance. */
export const isPureModule = (text: string): boolean => !CLOCKS_AND_CHANCE.test(text);
