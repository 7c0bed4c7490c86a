/** Markdown to HTML and to Typst, by the pandoc of the private environment. */
import { dirname } from "node:path";
import { PublishError } from "./errors.ts";
import { run } from "./process.ts";
import { LINE } from "./tables.ts";

/** Notebook Markdown: pandoc's own, less what Jupyter does not know. */
const MARKDOWN = [
  "markdown",
  ...["auto_identifiers", "citations", "example_lists", "fancy_lists", "implicit_figures"]
    .map((extension) => `-${extension}`),
  ...["subscript", "superscript"].map((extension) => `-${extension}`),
  "+lists_without_preceding_blankline",
].join("");

const FORMATS = {
  // Without a limit of columns pandoc gives no table widths; the PDF wants them for wide ones.
  html: ["--to=html5", "--mathml", "--email-obfuscation=none", "--columns=9999"],
  typst: ["--to=typst", "--syntax-highlighting=idiomatic", `--columns=${LINE}`],
};

/** One pandoc at a time for each core: each takes 75 MB. */
const lanes = Array.from({ length: navigator.hardwareConcurrency }, () => Promise.resolve());
let turn = 0;

function inLane<Result>(work: () => Promise<Result>): Promise<Result> {
  const lane = turn++ % lanes.length;
  const result = lanes[lane].then(work);
  lanes[lane] = result.then(() => {}, () => {});
  return result;
}

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
  const args = [own, `--from=${from}`, ...FORMATS[format], "--wrap=none"];
  const options = { input: markdown, env: {} };
  const { success, stdout, stderr } = await inLane(() => run(pandoc, args, options));
  if (!success || stderr.trim()) throw new PublishError(`pandoc (${format}): ${stderr.trim()}`);
  return stdout;
}
