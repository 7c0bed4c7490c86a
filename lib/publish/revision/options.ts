/** The options of `deno task propose`. */
import { readArguments, UsageError } from "../../command.ts";

export const HELP =
  `deno task propose: what deno task refresh --report changed, as a branch to be looked at

In a clone whose data/, notebooks/ and README.md a refresh has changed it makes the branch
refresh/<newest vintage> with one commit, whose text is that of the revision, and stands on it. The
figures before and after lie on a branch without a parent, refresh-pictures/<newest vintage>, so
that the text of a pull request can show them. It writes

  build/revision/pull-request.md   that text
  build/revision/proposal.json     whether there is anything to propose, branches, commits, title

and pushes nothing: git push origin <both branches>, then open the pull request with that text.

  --pictures-url <url>    address under which the commits of the repository can be read, for the
                          pictures: https://github.com/<owner>/<repository>/raw
  --author "Name <mail>"  who signs the commits, where it is not who git's configuration names
  -h, --help              this text

Exit code 0: proposed, or nothing to propose. 1: refused, and nothing is changed. 2: the command line
is wrong.
`;

const OPTIONS = { "pictures-url": { type: "string" }, author: { type: "string" } } as const;

export interface Options {
  help: boolean;
  /** Without a slash at its end. */
  picturesUrl?: string;
  author?: string;
}

/**
 * Reads the options.
 *
 * @throws UsageError for what is no address or no author.
 */
export function readOptions(args: string[]): Options {
  const { help, author, "pictures-url": url } = readArguments(args, OPTIONS, HELP);
  if (url !== undefined && !/^https?:$/.test(URL.parse(url)?.protocol ?? "")) {
    throw new UsageError(
      `--pictures-url ${url}: write an address like https://github.com/me/it/raw`,
    );
  }
  if (author !== undefined && !/^[^<>\n]+ <[^<>\s]+@[^<>\s]+>$/.test(author)) {
    throw new UsageError(`--author ${author}: write "Name <mail>"`);
  }
  return { help, author, picturesUrl: url?.replace(/\/+$/, "") };
}
