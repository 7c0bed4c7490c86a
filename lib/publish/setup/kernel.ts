/** The Deno kernel inside `.venv`, and an environment in which Jupyter writes nowhere else. */
import { privateEnvironment } from "./environment.ts";
import { textOf, writeWhole } from "../system/files.ts";
import { requireWritable } from "../system/writable.ts";
import { environment, interrupt, programOf } from "../../platform.ts";
import { ROOT } from "../../root.ts";

const WRAPPER = `${ROOT}/lib/publish/setup/kernel.py`;

/**
 * Registers the running Deno as the kernel of the environment, behind the wrapper that mends its
 * faults in front ends. The runner of the report does without it (fenced.py), which saves 0.15 s and
 * 22 MB for each chapter: how Deno is started alone stands in the metadata.
 */
export async function writeKernelSpec(venv: string, deno = Deno.execPath()): Promise<void> {
  const folder = `${venv}/share/jupyter/kernels/deno`;
  const spec = JSON.stringify(
    {
      argv: [programOf(venv, "python"), "-EsB", WRAPPER, deno, "{connection_file}"],
      display_name: "Deno",
      language: "typescript",
      ...interrupt(),
      env: { NO_COLOR: "1" },
      metadata: { alone: [deno, "jupyter", "--kernel", "--conn", "{connection_file}"] },
    },
    null,
    2,
  );
  if (await textOf(`${folder}/kernel.json`) === spec) return;
  await requireWritable(folder);
  await writeWhole(`${folder}/kernel.json`, spec);
}

/**
 * The whole environment of the programs of `.venv`: the machine's, with Jupyter kept inside `state`
 * and out of the user's home.
 */
export function jupyterEnvironment(
  venv: string,
  machine = environment(),
  state = `${venv}/var`,
): Record<string, string> {
  return {
    ...privateEnvironment(machine),
    NO_COLOR: "1",
    PYTHONNOUSERSITE: "1",
    PYTHONDONTWRITEBYTECODE: "1",
    PYTHONUTF8: "1",
    JUPYTER_PATH: `${venv}/share/jupyter`,
    JUPYTER_CONFIG_DIR: `${state}/config`,
    JUPYTER_DATA_DIR: `${state}/data`,
    JUPYTER_RUNTIME_DIR: `${state}/runtime`,
    JUPYTERLAB_SETTINGS_DIR: `${state}/lab/settings`,
    JUPYTERLAB_WORKSPACES_DIR: `${state}/lab/workspaces`,
    IPYTHONDIR: `${state}/ipython`,
  };
}
