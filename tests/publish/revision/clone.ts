/** A clone of the project as it is in this folder, committed or not, to refresh and to propose from. */
import { dirname } from "node:path";
import { ROOT } from "../../../lib/root.ts";
import { exists } from "../../../lib/publish/system/files.ts";

export const AUTHOR = "A. Newsroom <newsroom@example.org>";

const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

/** Runs git as someone without settings; returns what it says, without the spaces around it. */
export async function git(folder: string, ...args: string[]): Promise<string> {
  const { success, stdout, stderr } = await new Deno.Command("git", {
    args: ["-c", "user.name=Tests", "-c", "user.email=tests@example.org", ...args],
    cwd: folder,
    env: { GIT_CONFIG_GLOBAL: "/dev/null", GIT_CONFIG_SYSTEM: "/dev/null" },
  }).output();
  if (!success) throw new Error(`git ${args.join(" ")}: ${text(stderr)}`);
  return text(stdout).trim();
}

/** Makes a repository of a folder, all that is in it one commit. */
export async function committed(folder: string): Promise<void> {
  await git(folder, "init", "--quiet", "--initial-branch=main");
  await git(folder, "add", "--all");
  await git(folder, "commit", "--quiet", "--message=As it was");
}

/** What a task of the clone said, and how it ended. */
export async function task(folder: string, args: string[], env: Record<string, string> = {}) {
  const { code, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["task", ...args],
    cwd: folder,
    env: { NO_COLOR: "1", GIT_CONFIG_GLOBAL: "/dev/null", CENSUS_API_KEY: "", ...env },
  }).output();
  return { code, said: text(stdout) + text(stderr) };
}

/** Runs a test in a clone of the project, whose origin lies beside it. */
export async function withClone(test: (clone: string, origin: string) => Promise<void>) {
  const folder = await Deno.makeTempDir({ prefix: "clone-" });
  const [origin, clone] = [`${folder}/origin`, `${folder}/clone`];
  try {
    const listed = await git(ROOT, "ls-files", "-z", "--cached", "--others", "--exclude-standard");
    for (const path of listed.split("\0").filter((path) => path && !path.startsWith("tests/"))) {
      if (!await exists(`${ROOT}/${path}`)) continue;
      await Deno.mkdir(dirname(`${origin}/${path}`), { recursive: true });
      await Deno.copyFile(`${ROOT}/${path}`, `${origin}/${path}`);
    }
    await committed(origin);
    await git(folder, "clone", "--quiet", origin, clone);
    if (await exists(`${ROOT}/.venv`)) {
      await Deno.symlink(`${ROOT}/.venv`, `${clone}/.venv`);
      await Deno.writeTextFile(`${clone}/.git/info/exclude`, ".venv\n", { append: true });
    }
    await test(clone, origin);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}
