/** Other people's programs that read the data package: Python with its libraries, R. */
import { dataPackage } from "../../../lib/publish/release/data_package.ts";
import { privateEnvironment } from "../../../lib/publish/setup/environment.ts";
import { installPins } from "../../../lib/publish/setup/pip.ts";
import { findPython } from "../../../lib/publish/setup/python.ts";
import { exists, sha256, textOf, writeWhole } from "../../../lib/publish/system/files.ts";
import { run } from "../../../lib/publish/system/process.ts";
import { programOf } from "../../../lib/platform.ts";
import { ROOT } from "../../../lib/root.ts";

const PINS = `${import.meta.dirname}/requirements.txt`;
/** Made once and used again while the pins are the same: it takes half a minute. */
const VENV = `${ROOT}/.cache/readers`;

/** A Python that has the pinned libraries; null where there is no network to bring them, which is said. */
export async function pythonWithLibraries(): Promise<string | null> {
  const python = programOf(VENV, "python");
  const pins = await sha256(await Deno.readTextFile(PINS));
  if (await textOf(`${VENV}/pins.sha256`) === pins && await exists(python)) return python;
  await Deno.mkdir(`${ROOT}/.cache`, { recursive: true });
  const env = privateEnvironment();
  const { path } = await findPython();
  const made = await run(path, ["-m", "venv", "--clear", VENV], { env });
  if (!made.success) throw new Error(`${path} -m venv: ${made.stderr}`);
  try {
    await installPins(python, PINS, env);
  } catch (error) {
    const { message } = error as Error;
    if (!message.includes("needs the network")) throw error;
    console.log("PyPI is not reached: pandas and DuckDB do not read the data package here");
    return null;
  }
  await writeWhole(`${VENV}/pins.sha256`, pins);
  return python;
}

/** R; null where there is none, which is said. */
export async function rscript(): Promise<string | null> {
  const has = await run("Rscript", ["--version"]).then(({ success }) => success, () => false);
  if (!has) console.log("No Rscript found: R does not read the data package. Debian: r-base-core");
  return has ? "Rscript" : null;
}

/** The data package, unpacked into a temporary folder. */
export async function unpacked(): Promise<string> {
  const folder = await Deno.makeTempDir();
  for (const [name, content] of await dataPackage(ROOT)) {
    await Deno.writeFile(`${folder}/${name}`, content);
  }
  return folder;
}

/** The examples of the codebook in a language, in their order. */
export async function examples(language: "python" | "r"): Promise<string[]> {
  const codebook = await Deno.readTextFile(`${ROOT}/data/README.md`);
  const fence = new RegExp(`^\`\`\`${language}\n(.*?)^\`\`\`$`, "gms");
  return [...codebook.matchAll(fence)].map(([, code]) => code);
}
