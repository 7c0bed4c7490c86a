/**
 * Set-up: a private `.venv` with exact pins, the Deno kernel inside it, and every npm package in
 * Deno's cache. Made on first use, reused while the pins stay the same.
 */
import { requireDeno } from "./deno.ts";
import { privateEnvironment } from "./environment.ts";
import { exitCodeOf, PublishError } from "../system/errors.ts";
import { jupyterEnvironment, writeKernelSpec } from "./kernel.ts";
import { installPins } from "./pip.ts";
import { exists, sha256, textOf, writeWhole } from "../system/files.ts";
import { lastLines, run } from "../system/process.ts";
import { findPython, requireVenv } from "./python.ts";
import { requireWritable } from "../system/writable.ts";
import { environment, pandocs, programOf, slashed } from "../../platform.ts";

/** The programs of the private environment. */
export interface Tools {
  venv: string;
  python: string;
  pandoc: string;
  /** The whole environment of each of these programs: the machine's, less what would bend them. */
  env: Record<string, string>;
}

export interface SetUpOptions {
  /** The project's folder: deno.json, deno.lock and lib/publish/setup/requirements.txt in it. */
  root: string;
  say?: (line: string) => void;
  env?: Record<string, string>;
  denoVersion?: string;
  /** Where Jupyter keeps its settings and what it needs while it runs; `.venv/var` if left out. */
  state?: string;
}

const PINS = "lib/publish/setup/requirements.txt";

/**
 * Makes what is missing and gives the tools. Without anything to do it starts no program.
 *
 * @throws PublishError for an unfit Deno or Python, a missing venv module, no network.
 */
export async function setUp(options: SetUpOptions): Promise<Tools> {
  const { root, say = console.log, denoVersion } = options;
  const machine = options.env ?? environment();
  requireDeno(denoVersion);
  const venv = `${root}/.venv`;
  await once(root, PINS, `${venv}/pins.sha256`, () => makeEnvironment(root, venv, say, machine));
  await once(root, "deno.lock", `${venv}/packages.sha256`, () => cachePackages(root, say, machine));
  await writeKernelSpec(venv);
  const env = jupyterEnvironment(venv, machine, options.state);
  // IPython makes an empty temporary folder at each start where it cannot make its own.
  await requireWritable(env.IPYTHONDIR);
  return { venv, python: programOf(venv, "python"), pandoc: await pandocIn(venv), env };
}

/**
 * Does the work unless the stamp says that it was done for the file as it is now. The stamp is
 * written last, so that work which was interrupted is done again.
 */
async function once(root: string, file: string, stamp: string, work: () => Promise<void>) {
  const hash = await sha256(await Deno.readTextFile(`${root}/${file}`));
  // The link to Python dangles when the Python that made the environment has gone.
  const isDone = async () =>
    await textOf(stamp) === hash && await exists(programOf(`${root}/.venv`, "python"));
  if (await isDone()) return;
  await requireWritable(`${root}/.cache`);
  using lock = await Deno.open(`${root}/.cache/setup.lock`, { create: true, write: true });
  await lock.lock(true);
  if (await isDone()) return;
  await work();
  await writeWhole(stamp, hash);
}

type Say = (line: string) => void;
type Environment = Record<string, string>;

async function makeEnvironment(root: string, venv: string, say: Say, machine: Environment) {
  const python = await findPython(machine);
  await requireVenv(python, machine);
  say(`Set-up, once: .venv with Python ${python.version} (${python.path})`);
  if (await exists(venv)) await Deno.remove(venv, { recursive: true });
  const env = privateEnvironment(machine);
  const made = await run(python.path, ["-m", "venv", venv], { env });
  if (!made.success) {
    throw new PublishError(`cannot make ${venv}:\n${lastLines(made.stderr || made.stdout)}`);
  }
  say("Set-up, once: Jupyter, pandoc and Typst into it, from PyPI (10 to 60 seconds)");
  await installPins(
    programOf(venv, "python"),
    `${root}/${PINS}`,
    jupyterEnvironment(venv, machine),
  );
  await pandocIn(venv);
}

async function cachePackages(root: string, say: Say, machine: Environment) {
  say("Set-up, once: npm packages into Deno's cache");
  const env = privateEnvironment(machine);
  const { success, stderr } = await run(Deno.execPath(), ["install", "--quiet"], {
    cwd: root,
    env,
  });
  if (success) return;
  throw new PublishError(
    `deno install failed:\n${lastLines(stderr)}\nThe first use needs the network, to reach the ` +
      `npm registry; later ones do not. Connect and try again.`,
  );
}

/** The program that the PyPI package carries; its folder is named after the Python. */
async function pandocIn(venv: string): Promise<string> {
  const inLib = await Array.fromAsync(Deno.readDir(`${venv}/lib`), ({ name }) => name);
  for (const path of pandocs(venv, inLib)) if (await exists(path)) return path;
  throw new PublishError(`${venv} has lost its pandoc; delete the folder and run again`);
}

if (import.meta.main) {
  Deno.exitCode = await exitCodeOf(async () => void await setUp({ root: slashed(Deno.cwd()) }));
}
