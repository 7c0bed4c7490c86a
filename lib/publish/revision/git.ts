/** What is asked of git: whether a tree is clean, commits of chosen files, branches. */
import { PublishError } from "../system/errors.ts";
import { type Finished, run } from "../system/process.ts";

export interface Repository {
  root: string;
  /** Who signs commits, `Name <mail>`, where it is not who git's own configuration names. */
  author?: string;
}

/** A commit to be made, on another or on none. */
export interface NewCommit {
  /** The folder whose files it takes, and which: those that are gone are gone in it. */
  folder: string;
  paths: string[];
  parent?: string;
  message: string;
}

interface Asking {
  /** Where it runs; in the repository's own folder unless told. */
  cwd?: string;
  input?: string;
  env?: Record<string, string>;
}

/** Runs git to its end. */
async function git({ root }: Repository, args: string[], asking: Asking = {}): Promise<Finished> {
  const { cwd = root, input, env } = asking;
  try {
    return await run("git", args, {
      cwd,
      input,
      env: { ...Deno.env.toObject(), LC_ALL: "C", GIT_OPTIONAL_LOCKS: "0", ...env },
    });
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
    throw new PublishError("git was not found; install it, or propose on a machine that has it");
  }
}

/** The same, whose failure is one of the machine and said as git says it. */
async function done(repository: Repository, args: string[], asking?: Asking): Promise<string> {
  const { success, stdout, stderr } = await git(repository, args, asking);
  if (success) return stdout.trim();
  throw new PublishError(`git ${args[0]} failed:\n${stderr.trim() || stdout.trim()}`);
}

/** Files that are not as in the last commit, relative to the repository, and whether git knows them. */
export async function changedFiles(
  repository: Repository,
): Promise<{ path: string; isNew: boolean }[]> {
  const { success, stdout, stderr } = await git(repository, [
    ...["status", "--porcelain=v1", "-z", "--untracked-files=all", "--no-renames", "--", "."],
  ]);
  if (!success) {
    throw new PublishError(
      `${repository.root} is no clone of git's: ${stderr.trim()}\nPropose in a clone of the project.`,
    );
  }
  return stdout.split("\0").filter(Boolean)
    .map((line) => ({ path: line.slice(3), isNew: line.startsWith("??") }));
}

/** The commit that the tree stands on. */
export const headOf = (repository: Repository): Promise<string> =>
  done(repository, ["rev-parse", "--verify", "HEAD"]);

/** Whether there is a branch of this name. */
export async function hasBranch(repository: Repository, name: string): Promise<boolean> {
  return (await git(repository, ["show-ref", "--verify", "--quiet", `refs/heads/${name}`])).success;
}

/** Makes a commit that no branch has yet. Nothing that a person sees is changed. */
export async function commit(repository: Repository, asked: NewCommit): Promise<string> {
  const { folder, paths, parent, message } = asked;
  const index = await Deno.makeTempDir({ prefix: "index-" });
  try {
    const env = {
      ...signedBy(repository.author),
      GIT_INDEX_FILE: `${index}/index`,
      GIT_WORK_TREE: folder,
    };
    const ask = (args: string[], input?: string) =>
      done(repository, args, { cwd: folder, input, env });
    if (parent) await ask(["read-tree", parent]);
    await ask(["update-index", "--add", "--remove", "-z", "--stdin"], paths.join("\0"));
    const tree = await ask(["write-tree"]);
    return await ask(["commit-tree", tree, ...parent ? ["-p", parent] : []], message);
  } finally {
    await Deno.remove(index, { recursive: true });
  }
}

/**
 * Asserts that commits can be signed with a name.
 *
 * @throws PublishError that says how to give one.
 */
export async function requireAuthor(repository: Repository): Promise<void> {
  const { success, stderr } = await git(repository, ["var", "GIT_AUTHOR_IDENT"], {
    env: signedBy(repository.author),
  });
  if (success) return;
  throw new PublishError(
    `git knows no author: ${
      stderr.trim().split("\n").at(-1)
    }\nGive one: git config user.name and ` +
      'git config user.email, or --author "Name <mail>".',
  );
}

/** Gives commits their branches, all or none of them, and stands on the first. */
export async function branch(
  repository: Repository,
  branches: { name: string; commit: string }[],
): Promise<void> {
  const lines = branches.map(({ name, commit }) => `create refs/heads/${name} ${commit}\n`);
  await done(repository, ["update-ref", "--stdin"], { input: lines.join("") });
  await done(repository, ["symbolic-ref", "HEAD", `refs/heads/${branches[0].name}`]);
  await done(repository, ["reset", "--quiet"]);
}

/** What git reads of who signs. */
function signedBy(author?: string): Record<string, string> {
  const [, name, email] = /^(.*?)\s*<(.*)>$/.exec(author ?? "") ?? [];
  if (name === undefined) return {};
  return {
    GIT_AUTHOR_NAME: name,
    GIT_AUTHOR_EMAIL: email,
    GIT_COMMITTER_NAME: name,
    GIT_COMMITTER_EMAIL: email,
  };
}
