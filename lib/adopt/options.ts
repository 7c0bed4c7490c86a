/** The options of `deno task new-report`. */
import { resolve } from "node:path";
import { hereOf, parsed, UsageError } from "../command.ts";
import { plain } from "../plain.ts";

export interface Options {
  help: boolean;
  /** Where the new report goes. */
  folder: string;
  title: string;
  /** Persons or bodies, as they sign. */
  authors: string[];
}

export const HELP =
  `deno task new-report <folder> --title "…": a report of your own with this library, in a folder of its own

Three chapters, two claims and their tests as examples; the library with its tests, the data, the
set-up. The chapters are executed, so that deno task report and deno task test pass there at once;
README.md there says where to begin. The folder is one that is not there yet, or is empty.

  --title <text>       the title, on the site, the PDFs and in the citation
  --authors <names>    who signs it, with semicolons between: "Ana Ruiz; The Border Desk";
                       without it "The <title> authors"
  -h, --help           this text
`;

const OPTIONS = {
  title: { type: "string" },
  authors: { type: "string" },
  help: { type: "boolean", short: "h", default: false },
} as const;

/**
 * Reads the options.
 *
 * @throws UsageError for an option that is not known, no folder, two of them, or no title.
 */
export function readOptions(args: string[]): Options {
  const { values, positionals } = parsed({ args, options: OPTIONS, allowPositionals: true }, HELP);
  const [folder, ...more] = positionals;
  const { help } = values;
  if (help) return { help, folder: "", title: "", authors: [] };
  const wrong = (what: string) => new UsageError(`${what}\n\n${HELP.trim()}`);
  if (folder === undefined) throw wrong("name the folder of the new report: ../border-trade");
  if (more.length > 0) throw wrong(`one folder, not ${positionals.join(", ")}; quote a title`);
  const title = inOneLine(values.title ?? "");
  if (fileOf(title) === "") throw wrong(`--title "…": a title with letters, on the new pages`);
  const authors = (values.authors ?? "").split(";").map(inOneLine).filter(Boolean);
  return {
    help,
    folder: resolve(hereOf(), folder),
    title,
    authors: authors.length > 0 ? authors : [`The ${title} authors`],
  };
}

/** What the PDFs of a report are called: `México & trade` makes `mexico-trade`. */
export const fileOf = (title: string): string =>
  plain(title).split(/[^a-z0-9]+/).filter(Boolean).join("-").slice(0, 60).replace(/-$/, "");

const inOneLine = (text: string): string => text.replace(/\s+/g, " ").trim();
