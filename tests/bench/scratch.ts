/** A copy of the project to build in, so that the bench writes nothing into the project itself. */
import { ROOT } from "../../lib/root.ts";
import { setUp } from "../../lib/publish/setup/setup.ts";

/** All that a report is made of. */
const FOLDERS = ["lib", "notebooks", "data"];
const FILES = ["deno.json", "deno.lock", "README.md", "LICENSE", "CITATION.cff"];
/** Of `.venv`, what names the project's folder: the copy writes its own. */
const OWN = ["share", "var"];

/**
 * Copies the project, without its build and its cache, into a temporary folder, which the caller
 * removes. The programs of `.venv` are the project's.
 */
export async function copyProject(): Promise<string> {
  await setUp({ root: ROOT });
  const root = await Deno.makeTempDir({ prefix: "bench-" });
  for (const name of FOLDERS) await copyFolder(`${ROOT}/${name}`, `${root}/${name}`);
  for (const name of FILES) await Deno.copyFile(`${ROOT}/${name}`, `${root}/${name}`);
  await linkEnvironment(root);
  return root;
}

/** Gives a copy of the project the programs of `.venv`; what names the project's folder is the copy's own. */
export async function linkEnvironment(root: string): Promise<void> {
  await Deno.mkdir(`${root}/.venv`);
  for await (const { name } of Deno.readDir(`${ROOT}/.venv`)) {
    if (OWN.includes(name)) continue;
    await Deno.symlink(`${ROOT}/.venv/${name}`, `${root}/.venv/${name}`);
  }
  await copyFolder(`${ROOT}/.venv/share/jupyter`, `${root}/.venv/share/jupyter`);
}

/** Copies a folder with the files and folders in it; what is neither is left out. */
async function copyFolder(from: string, to: string): Promise<void> {
  await Deno.mkdir(to, { recursive: true });
  for await (const { name, isDirectory, isFile } of Deno.readDir(from)) {
    if (isDirectory) await copyFolder(`${from}/${name}`, `${to}/${name}`);
    else if (isFile) await Deno.copyFile(`${from}/${name}`, `${to}/${name}`);
  }
}
