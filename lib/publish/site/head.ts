/** The head of a page: what browsers, search engines and previews read. */
import { PALETTE } from "../../figures/palette.ts";
import { escapeHtml } from "../../html.ts";
import { REPORT } from "../../report.ts";

export interface Head {
  /** The whole title of the page. */
  title: string;
  /** What the page finds, in plain text. */
  description: string;
  /** HTML at the end of the head. */
  more?: string;
}

/** The picture of a preview. */
const PREVIEW = "social.png";

/**
 * Before the first paint: scripts are there; the reader's colors, unless the system forces its own, under
 * the name that `page.js` keeps them by; and the font of the text is asked for at once. Not so on a page that
 * is opened as a file: browsers refuse it there.
 */
const FIRST =
  `document.documentElement.classList.add("scripted");try{const t=localStorage.getItem("colors");` +
  `if(t&&!matchMedia("(forced-colors: active)").matches)document.documentElement.dataset.theme=t}catch{}` +
  `if(location.protocol!=="file:")document.head.append(Object.assign(document.createElement("link"),` +
  `{rel:"preload",href:"fonts/Inter-Regular.woff2",as:"font",type:"font/woff2",crossOrigin:""}))`;

const SCRIPTS = ["page.js", "readings.js", "search.js"];

/** The head element. */
export function head({ title, description, more = "" }: Head): string {
  const [name, says] = [escapeHtml(title), escapeHtml(description)];
  const property = (of: string, content: string) => `<meta property="${of}" content="${content}">`;
  const metas = [
    property("og:type", "article"),
    property("og:site_name", escapeHtml(REPORT.title)),
    property("og:title", name),
    property("og:description", says),
    property("og:image", PREVIEW),
    property("og:image:alt", escapeHtml(REPORT.preview)),
    `<meta name="twitter:card" content="summary_large_image">`,
    `<meta name="color-scheme" content="light dark">`,
    ...(["light", "dark"] as const).map((mode) =>
      `<meta name="theme-color" content="${
        PALETTE.paper[mode]
      }" media="(prefers-color-scheme: ${mode})">`
    ),
  ];
  return `<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${name}</title>
<meta name="description" content="${says}">
${metas.join("\n")}
<script>${FIRST}</script>
<link rel="icon" href="icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="style.css">
${SCRIPTS.map((file) => `<script src="${file}" defer></script>`).join("\n")}
${more}</head>`;
}
