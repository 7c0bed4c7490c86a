/** Markdown to HTML and to Typst, by the pandoc of the private environment. */
import { dirname } from "node:path";
import { PublishError } from "../system/errors.ts";
import { stampsKey } from "../system/code_key.ts";
import { kept } from "../system/kept.ts";
import { inRoom, ROOM, run } from "../system/process.ts";
import { LINE } from "./tables.ts";

/** What Jupyter does not know, and what would let a text from data bring elements or attributes. */
const LEFT_OUT = [
  ...["auto_identifiers", "citations", "example_lists", "fancy_lists", "implicit_figures"],
  ...["subscript", "superscript", "raw_html", "raw_tex", "native_divs", "fenced_divs"],
  ...["bracketed_spans", "inline_code_attributes", "link_attributes"],
];

/** Notebook Markdown. */
const MARKDOWN = [
  "markdown",
  ...LEFT_OUT.map((extension) => `-${extension}`),
  "+lists_without_preceding_blankline",
].join("");

const FORMATS = {
  // Without a limit of columns pandoc gives no table widths; the PDF wants them for wide ones.
  html: ["--to=html5", "--mathml", "--email-obfuscation=none", "--columns=9999"],
  // Without `smart` the quotes of headings are typographic in the bookmarks, too.
  typst: ["--to=typst-smart", "--syntax-highlighting=idiomatic", `--columns=${LINE}`],
};

/** What a pandoc takes, in MB; no more of them at a time than there are cores. */
const MEMORY = Math.max(75, ROOM / navigator.hardwareConcurrency);

/**
 * Converts Markdown to a fragment.
 *
 * @throws PublishError when pandoc refuses the text or warns about it.
 */
export async function convert(
  pandoc: string,
  markdown: string,
  format: keyof typeof FORMATS,
): Promise<string> {
  const from = format === "html" ? MARKDOWN.replace("-auto_identifiers", "") : MARKDOWN;
  // Neither the environment nor the data folder of the person who runs it: no abbreviations there.
  const own = `--data-dir=${dirname(pandoc)}`;
  const args = [own, `--from=${from}`, ...FORMATS[format], "--wrap=none", "--eol=lf"];
  const options = { input: markdown, env: {} };
  return await kept("pandoc", [await stampsKey([dirname(pandoc)]), ...args, markdown], async () => {
    const { success, stdout, stderr } = await inRoom(MEMORY, () => run(pandoc, args, options));
    if (!success || stderr.trim()) throw new PublishError(`pandoc (${format}): ${stderr.trim()}`);
    return stdout;
  });
}
