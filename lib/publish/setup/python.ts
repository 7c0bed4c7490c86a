/** Finds the Python that makes the private environment, and says what is wrong with it. */
import { resolve } from "node:path";
import { type Command, environment, isPath, pythons, slashed } from "../../platform.ts";
import { privateEnvironment } from "./environment.ts";
import { PublishError } from "../system/errors.ts";
import { run } from "../system/process.ts";

export interface Python {
  path: string;
  version: string;
}

const OLDEST = [3, 10];
const MEND = "Install Python 3.10 or newer, or name one: PYTHON=/path/to/python3 deno task report";

/**
 * The first Python on the path that is new enough; `PYTHON` in the environment names one instead.
 *
 * @throws PublishError when there is none, when all are too old, or when venv is missing.
 */
export async function findPython(env: Record<string, string> = environment()) {
  const names = env.PYTHON ? [named(env.PYTHON, env)] : pythons();
  const old: Python[] = [];
  for (const name of names) {
    const python = await ask(name, env);
    if (python === null) continue;
    if (isNewEnough(python.version)) return python;
    old.push(python);
  }
  if (old.length === 0) {
    throw new PublishError(
      env.PYTHON
        ? `PYTHON names ${env.PYTHON}, which does not run as Python. ${MEND}`
        : `no Python found (looked for ${names.map(called).join(", ")}). ${MEND}`,
    );
  }
  const found = old.map(({ path, version }) => `${path} is ${version}`).join(", ");
  throw new PublishError(`Python is too old: ${found}; 3.10 or newer is needed. ${MEND}`);
}

/** A path counts from where the person stands; `deno task` itself runs in the project's folder. */
const named = (python: string, { INIT_CWD = "." }: Record<string, string>): Command => ({
  program: isPath(python) ? slashed(resolve(INIT_CWD, python)) : python,
  args: [],
});

const called = ({ program, args }: Command): string => [program, ...args].join(" ");

/**
 * Refuses a Python that cannot make virtual environments, as Debian ships it.
 *
 * @throws PublishError naming the package to install.
 */
export async function requireVenv(python: Python, machine = environment()): Promise<void> {
  const env = privateEnvironment(machine);
  const { success } = await run(python.path, ["-c", "import venv, ensurepip"], { env });
  if (success) return;
  throw new PublishError(
    `${python.path} (Python ${python.version}) lacks the venv module, which makes the private ` +
      `environment. On Debian and Ubuntu: sudo apt install python3-venv. Elsewhere install a whole ` +
      `Python, or name one: PYTHON=/path/to/python3 deno task report`,
  );
}

async function ask(name: Command, env: Record<string, string>): Promise<Python | null> {
  const say = "import sys; print(sys.executable); print('.'.join(map(str, sys.version_info[:3])))";
  try {
    // A path may have letters that the console's own encoding lacks.
    const own = { ...privateEnvironment(env), PYTHONUTF8: "1" };
    const { success, stdout } = await run(name.program, [...name.args, "-c", say], { env: own });
    if (!success) return null;
    const [path, version] = stdout.trim().split("\n").map((line) => line.trim());
    return { path: slashed(path), version };
  } catch (error) {
    if (error instanceof Deno.errors.NotFound || error instanceof Deno.errors.PermissionDenied) {
      return null;
    }
    throw error;
  }
}

function isNewEnough(version: string): boolean {
  const [major, minor] = version.split(".").map(Number);
  return major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1]);
}
