/** The other tools, installed into a temporary folder, the newest that the registries have. */
import { programOf } from "../../../lib/platform.ts";
import { lastLines, run } from "../../../lib/publish/system/process.ts";
import { findPython } from "../../../lib/publish/setup/python.ts";

/** What must be had: without it there is nothing to compare with. */
const PACKAGES = [
  ...["nbconvert", "ipykernel", "pandas", "pyarrow", "matplotlib"],
  ...["myst-nb", "sphinx-book-theme"],
];
/** Of what pip has brought along, what is worth naming. */
const NAMED = [...PACKAGES, "sphinx"];

export interface PeerTools {
  python: string;
  /** Installed, by name. */
  versions: Record<string, string>;
  /** Programs that may not be had everywhere; undefined where they are not. */
  quarto?: string;
  myst?: string;
  /** What could not be had, and why, a line each. */
  absent: string[];
}

/** Installs everything; `said` names what was installed, with versions. */
export async function installTools(folder: string): Promise<PeerTools> {
  const found = await findPython(Deno.env.toObject());
  const venv = `${folder}/venv`;
  await demand(found.path, ["-m", "venv", venv]);
  const python = programOf(venv, "python");
  const pip = ["-m", "pip", "--disable-pip-version-check", "--quiet", "install"];
  await demand(python, [...pip, ...PACKAGES]);
  const list = await demand(python, ["-m", "pip", "list", "--format", "json"]);
  const all: { name: string; version: string }[] = JSON.parse(list);
  const versions = Object.fromEntries(
    all.map(({ name, version }) => [name.toLowerCase().replaceAll("_", "-"), version])
      .filter(([name]) => NAMED.includes(name)),
  );
  const tools: PeerTools = { python, versions: { python: found.version, ...versions }, absent: [] };
  await addQuarto(tools, venv, pip);
  await addMyst(tools, folder);
  return tools;
}

/** The package of PyPI fetches the program itself from elsewhere while it is installed. */
async function addQuarto(tools: PeerTools, venv: string, pip: string[]): Promise<void> {
  const { success, stdout, stderr } = await run(tools.python, [...pip, "quarto-cli"]);
  if (!success) {
    tools.absent.push(`Quarto: pip install quarto-cli failed: ${reason(stdout + stderr)}`);
    return;
  }
  const quarto = programOf(venv, "quarto");
  tools.quarto = quarto;
  tools.versions.quarto = (await demand(quarto, ["--version"])).trim();
}

async function addMyst(tools: PeerTools, folder: string): Promise<void> {
  const npm = ["install", "--no-audit", "--no-fund", "--prefix", `${folder}/npm`, "mystmd"];
  try {
    await demand("npm", npm);
    const program = `${folder}/npm/node_modules/.bin/myst`;
    tools.versions.mystmd = (await demand(program, ["--version"])).trim().replace(/^v/, "");
    tools.myst = program;
  } catch (error) {
    tools.absent.push(`MyST (mystmd): npm install mystmd failed: ${(error as Error).message}`);
  }
}

/** Where a program says what went wrong, in one line: that of an error in what it says, or its last. */
export function reason(said: string): string {
  const lines = said.split("\n").map((line) => line.trim()).filter((line) => line);
  const telling = lines.find((line) =>
    /urlopen error|ENOTFOUND|failed, reason|ECONNREFUSED/.test(line)
  );
  return telling ?? lines.at(-1) ?? "it did not say why";
}

async function demand(program: string, args: string[]): Promise<string> {
  const { success, stdout, stderr } = await run(program, args);
  if (!success) throw new Error(`${program} ${args.join(" ")}:\n${lastLines(stderr || stdout)}`);
  return stdout;
}
