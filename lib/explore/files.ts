/**
 * The explorer's files: its page, and in a folder beside it script, style, type and data. As a program it
 * takes an explorer, as JSON on standard input, and writes them to the file that is named, serialized.
 */
import { serialize } from "node:v8";
import { escapeHtml } from "../html.ts";
import { apa, type Citation, imprint } from "../publish/citation.ts";
import { frontPage, type PageLink } from "../publish/site/page.ts";
import { exitCodeOf } from "../publish/system/errors.ts";
import { ROOT } from "../root.ts";
import { bundled } from "./bundle.ts";
import { builtExplorer } from "./page/built.tsx";
import { SETTINGS, type Settings } from "./page/sources.ts";
import type { Pieces } from "./pieces/layout.ts";
import type { PackedPiece } from "./pieces/columns.ts";
import { inMemory, packedPieces, scriptOf } from "./pieces/write.ts";
import { yearsOfTables } from "./years.ts";

export interface Explorer {
  chapters: PageLink[];
  citation: Citation;
}

export type ExplorerFile = [path: string, bytes: Uint8Array];

const PAGE = `${ROOT}/lib/explore/page`;
const FONTS = { 400: "Inter-Regular", 600: "Inter-SemiBold" };

const LEAD =
  "Ask, and the page answers with a figure, a table, the data, and the notebook cells that compute them.";

/**
 * What the page runs, in order: which data there are, those of the question that it opens with, itself. What
 * it was built with is painted first, since on a slow machine the script takes a second.
 */
const SCRIPTS = ["contents", "industry-334", "explore"] as const satisfies (
  | keyof Pieces
  | "explore"
)[];
const BEGUN = `addEventListener("DOMContentLoaded",()=>{` +
  `const run=()=>{for(const name of ${JSON.stringify(SCRIPTS)}){` +
  `const script=document.createElement("script");script.async=false;` +
  `script.src="explore/"+name+".js";document.head.append(script)}};` +
  `if(location.hash)run();else requestAnimationFrame(()=>setTimeout(run))})`;

/** Before the first paint: within another page there is no frame; another question hides the answer to the first. */
const EMBEDDED = `{const{classList}=document.documentElement,e=location.search==="?embed";` +
  `if(e)classList.add("embedded");if(e||location.hash)classList.add("asked")}`;

/** What the explorer is made of, by place in the site's folder: its page, and beside it its script, style, data. */
export async function explorerFiles(explorer: Explorer): Promise<ExplorerFile[]> {
  // One after the other: each takes memory, and gives it back.
  const script = await bundled(`${PAGE}/main.tsx`);
  const packed = await packedPieces();
  const [fonts, style, settings] = await Promise.all([
    fontScript(),
    Deno.readTextFile(`${PAGE}/explore.css`),
    settingsOf(explorer.citation),
  ]);
  const built = await builtExplorer(settings, inMemory(packed));
  const files: [name: string, text: string][] = [
    ["explore.html", explorerPage(explorer, settings, built)],
    ["explore/explore.js", script],
    ["explore/explore.css", style],
    ["explore/fonts.js", fonts],
    ...(Object.entries(packed) as [keyof Pieces, PackedPiece][]).map(
      ([name, piece]): [string, string] => [`explore/${name}.js`, scriptOf(name, piece)],
    ),
  ];
  const encoder = new TextEncoder();
  return files.map(([name, text]) => [name, encoder.encode(text)]);
}

async function settingsOf(citation: Citation): Promise<Settings> {
  const reference = apa({ ...citation, title: `{view}. In ${citation.title}` });
  return { title: citation.title, years: await yearsOfTables(), reference };
}

function explorerPage(
  { chapters, citation }: Explorer,
  settings: Settings,
  built: string,
): string {
  return frontPage({
    title: "Explore",
    description: LEAD,
    body: `<h1>Ask your own question</h1>
<p class="lead">${escapeHtml(LEAD)}</p>
<noscript><style>.asking, .answered .downloads, .answered button { display: none; }</style><p>This page answers by a script, which your browser does not run: below is what it opens with. The <a href="index.html#contents">chapters</a> can be read without.</p></noscript>
<div id="explorer" aria-busy="true">${built}</div>
<script type="application/json" id="${SETTINGS}">${inScript(settings)}</script>`,
    chapters,
    href: "explore.html",
    imprint: imprint(citation),
    more: `<script>${EMBEDDED}</script>
<link rel="stylesheet" href="explore/explore.css">
<script>${BEGUN}</script>
`,
  });
}

/** What closes a script must not stand in one. */
const inScript = (value: unknown): string => JSON.stringify(value).replaceAll("<", "\\u003c");

/** The report's type as a script: pictures that are taken away carry it, and a page from files fetches nothing. */
async function fontScript(): Promise<string> {
  const fonts = await Promise.all(
    Object.entries(FONTS).map(async ([weight, name]) => {
      const bytes = await Deno.readFile(`${ROOT}/lib/publish/fonts/${name}.woff2`);
      return [weight, `data:font/woff2;base64,${bytes.toBase64()}`];
    }),
  );
  return `globalThis.explorerFonts = ${JSON.stringify(Object.fromEntries(fonts))};\n`;
}

if (import.meta.main) {
  Deno.exitCode = await exitCodeOf(async () => {
    const explorer = await new Response(Deno.stdin.readable).json() as Explorer;
    await Deno.writeFile(Deno.args[0], serialize(await explorerFiles(explorer)));
  });
}
