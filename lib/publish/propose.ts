/**
 * `deno task propose`: what a refresh changed as a branch with one commit, the text of a pull request, and
 * its pictures in a commit of their own. Nothing leaves the machine.
 */
import { within } from "../platform.ts";
import { HERE, type Place } from "./place.ts";
import { packageHash } from "./revise.ts";
import { REVISION } from "./staging.ts";
import {
  branch,
  changedFiles,
  commit,
  hasBranch,
  headOf,
  type Repository,
  requireAuthor,
} from "./revision/git.ts";
import { pictureOf, PICTURES, revisionMarkdown } from "./revision/markdown.ts";
import { HELP, type Options, readOptions } from "./revision/options.ts";
import { type Revision, summaryOf, titleOf } from "./revision/words.ts";
import { exitCodeOf, PublishError } from "./system/errors.ts";
import { textOf, writeWhole } from "./system/files.ts";

/** What a host needs to push and to open a pull request: the content of `proposal.json`. */
export type Proposal = { propose: false } | {
  propose: true;
  branch: string;
  commit: string;
  /** The commit that the branch begins at. */
  base: string;
  title: string;
  /** Path of the pull request's text, from the project's folder. */
  body: string;
  pictures: { branch: string; commit: string } | null;
};

/** How many characters GitHub takes as the text of a pull request. */
const LIMIT = 65_536;

/**
 * Makes the branches and writes the text.
 *
 * @returns what `proposal.json` holds.
 * @throws PublishError when other files are changed, when what changed is not what the revision tells of,
 * when a branch is there already, or when git knows no author; nothing is changed then.
 */
export async function propose(
  { picturesUrl, author }: Pick<Options, "picturesUrl" | "author"> = {},
  place: Place = HERE,
): Promise<Proposal> {
  const repository: Repository = { root: place.root, author };
  const folder = `${place.build}/${REVISION}`;
  const changed = await proposedFiles(repository);
  await Deno.mkdir(folder, { recursive: true });
  if (changed.length === 0) return await said(folder, { propose: false });
  const revision = await revisionIn(folder, place);
  const [name, pictures] = [`refresh/${revision.vintage}`, `refresh-pictures/${revision.vintage}`];
  for (const each of [name, pictures]) {
    if (!await hasBranch(repository, each)) continue;
    throw new PublishError(
      `the branch ${each} is there already: these figures were proposed before. Finish that ` +
        `proposal, or take the branch away and propose again: git branch -D ${each}`,
    );
  }
  await requireAuthor(repository);
  const title = titleOf(revision), base = await headOf(repository);
  const shown = revision.figures.length === 0 ? null : await commit(repository, {
    folder,
    paths: revision.figures.flatMap(({ id, ...figure }) =>
      PICTURES.filter((side) => figure[side]).map((side) => pictureOf(side, id))
    ),
    message: `Figures before and after ${name}\n`,
  });
  const body = `${folder}/pull-request.md`;
  const address = (path: string) => picturesUrl ? `${picturesUrl}/${shown}/${path}` : path;
  // The title stands above the text of a pull request already.
  const text = revisionMarkdown(revision, { address, limit: LIMIT - 1 }).replace(/^# .*\n+/, "");
  await writeWhole(body, text);
  const proposed = await commit(repository, {
    folder: place.root,
    paths: changed,
    parent: base,
    message: messageOf(title, summaryOf(revision)),
  });
  await branch(repository, [
    { name, commit: proposed },
    ...shown ? [{ name: pictures, commit: shown }] : [],
  ]);
  return await said(folder, {
    propose: true,
    branch: name,
    commit: proposed,
    base,
    title,
    body: within(place.root, body) ?? body,
    pictures: shown ? { branch: pictures, commit: shown } : null,
  });
}

/** The files that changed. Throws where there are others among them than a refresh changes. */
async function proposedFiles(repository: Repository): Promise<string[]> {
  const changed = await changedFiles(repository);
  const others = changed.filter(({ path, isNew }) =>
    !(path === "README.md" || path.startsWith("data/") ||
      (path.startsWith("notebooks/") && !isNew))
  ).map(({ path }) => path);
  if (others.length > 0) {
    const more = others.length > 5 ? `\n  … and ${others.length - 5} more` : "";
    throw new PublishError(
      `a refresh did not change these, and they are not in the last commit:\n  ${
        others.slice(0, 5).join("\n  ")
      }${more}\nCommit them, or put them aside: git stash push --include-untracked -- <file>`,
    );
  }
  return changed.map(({ path }) => path);
}

/** What the last refresh with a report changed. Throws where data/ is not what it tells of. */
async function revisionIn(folder: string, place: Place): Promise<Revision> {
  const text = await textOf(`${folder}/revision.json`);
  const revision = text === null ? null : JSON.parse(text) as Revision;
  if (revision?.package === await packageHash(place)) return revision;
  const what = revision ? "tells of other figures than data/ has" : "is not there";
  throw new PublishError(
    `build/${REVISION}/revision.json ${what}, so that nobody knows what changed. Take the changes back, ` +
      `git restore data notebooks README.md and git clean -f data, and let the refresh tell of them: ` +
      `deno task refresh --report`,
  );
}

async function said(folder: string, proposal: Proposal): Promise<Proposal> {
  await writeWhole(`${folder}/proposal.json`, JSON.stringify(proposal, null, 2) + "\n");
  return proposal;
}

/** A commit's text: its title, then the summary in lines of 72 characters. */
function messageOf(title: string, summary: string[]): string {
  return [title, ...summary.map(wrapped)].join("\n\n") + "\n";
}

const wrapped = (line: string): string => line.replace(/(.{1,72})(?: +|$)/g, "$1\n").trim();

if (import.meta.main) {
  Deno.exitCode = await exitCodeOf(async () => {
    const options = readOptions(Deno.args);
    if (options.help) return console.log(HELP);
    const proposal = await propose(options);
    if (!proposal.propose) return console.log("Nothing to propose: no figures came");
    const { branch, title, body, pictures } = proposal;
    const branches = [branch, ...pictures ? [pictures.branch] : []];
    console.log(
      `${title}\n  branch ${branches.join(" and ")}\n  text of the pull request: ${body}\n` +
        `Nothing is pushed. To do so: git push origin ${branches.join(" ")}`,
    );
  });
}
