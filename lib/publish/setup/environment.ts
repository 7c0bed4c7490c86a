/**
 * The environment of the private programs. What a person has set for another Python, pip or Jupyter
 * must not bend them; how the network is reached from this machine must stay.
 */
import { emptyFile, environment as machineOf } from "../../platform.ts";

type Environment = Record<string, string>;

/** Settings of Python, pip, virtual environments, Jupyter; macOS's own; colours in what we read. */
const BENDING = /^(PYTHON|PIP_|JUPYTER|IPYTHON|VIRTUAL_ENV|CONDA_|__PYVENV_LAUNCHER__|FORCE_COLOR)/;

/** What pip may take from the machine: where packages come from, and how they are reached. */
const SOURCES = [
  ...["index-url", "extra-index-url", "no-index", "find-links", "trusted-host", "cert"],
  ...["client-cert", "proxy", "timeout", "default-timeout", "retries", "cache-dir"],
  ...["no-cache-dir", "keyring-provider", "use-feature", "use-deprecated"],
];

const variableOf = (setting: string) => `PIP_${setting.toUpperCase().replaceAll("-", "_")}`;

/** The machine's environment, less what would bend a private Python, pip or Jupyter. */
export function privateEnvironment(machine: Environment = machineOf()): Environment {
  const kept = new Set(["PIP_CONFIG_FILE", ...SOURCES.map(variableOf)]);
  return Object.fromEntries(
    Object.entries(machine).filter(([name]) => kept.has(name) || !BENDING.test(name)),
  );
}

/** Without these a `user`, `site` or `global` in pip.conf narrows what `pip config list` lists. */
export const LIST_ALL = { PIP_USER: "0", PIP_SITE: "0", PIP_GLOBAL: "0" };

/**
 * The environment in which pip installs: the sources of its configuration files become variables,
 * the files themselves are not read.
 *
 * @param listed what `pip config list` says, a line for each setting: `install.user='true'`
 */
export function pipEnvironment(environment: Environment, listed: string): Environment {
  const variables: Environment = {};
  for (const section of ["global", "install"]) {
    for (const [, of, setting, , value] of listed.matchAll(/^(\w+)\.([a-z-]+)=(['"])(.*)\3$/gm)) {
      if (of !== section || !SOURCES.includes(setting)) continue;
      // A Python literal; pip parts the values of a list at any white space.
      variables[variableOf(setting)] = value.replaceAll("\\n", " ").replaceAll(/\\(.)/g, "$1");
    }
  }
  return { ...variables, ...environment, PIP_CONFIG_FILE: emptyFile() };
}
