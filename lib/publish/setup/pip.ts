/** Installs the pinned packages into the private environment, by their hashes, and checks that. */
import { LIST_ALL, pipEnvironment } from "./environment.ts";
import { PublishError } from "../system/errors.ts";
import { lastLines, run } from "../system/process.ts";

const OFFLINE = /resolution|NewConnectionError|Max retries|unreachable|from versions: none/i;
const CHANGED = /DO NOT MATCH THE HASHES/;

/**
 * Installs exactly what a requirements file pins: wheels, nothing built, each with its hash.
 *
 * @param python the interpreter of the private environment
 * @throws PublishError with what pip says and a mend, or naming what did not arrive.
 */
export async function installPins(
  python: string,
  requirements: string,
  environment: Record<string, string>,
): Promise<void> {
  const pip = (args: string[], env: Record<string, string>) =>
    run(python, ["-m", "pip", "--disable-pip-version-check", ...args], { env });
  const settings = await pip(["config", "list"], { ...environment, ...LIST_ALL });
  if (!settings.success) {
    throw new PublishError(`pip cannot read its settings:\n${lastLines(settings.stderr)}`);
  }
  const env = pipEnvironment(environment, settings.stdout);
  const pins = ["--require-hashes", "--only-binary=:all:", "-r", requirements];
  const { success, stderr } = await pip(["install", "--quiet", ...pins], env);
  if (!success) {
    throw new PublishError(`pip could not install ${requirements}:\n${told(stderr)}`);
  }
  // What lies elsewhere, or only in part here, would be found missing at the first use.
  const missing = await pip(["install", "--no-deps", "--no-index", ...pins], {
    ...env,
    PIP_FIND_LINKS: "",
  });
  if (missing.success) return;
  throw new PublishError(
    `pip ended well, but the private environment (${python}) does not hold what ` +
      `${requirements} pins:\n${lastLines(missing.stderr)}\n` +
      `Look for a setting that sends packages elsewhere (pip config debug), and try again.`,
  );
}

function told(stderr: string): string {
  const mend = OFFLINE.test(stderr)
    ? "The first use needs the network, to reach PyPI; later ones do not. Connect and try again."
    : CHANGED.test(stderr)
    ? "A package is not the one that was pinned: it was changed on its way, or by its index. " +
      "Look where pip takes packages from (pip config list); none of it was installed."
    : "Mend what pip says and try again; the half-made .venv is never used.";
  return `${lastLines(stderr)}\n${mend}`;
}
