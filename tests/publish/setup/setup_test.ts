/** Set-up: each unfit machine has its own clear error, and a half-made environment is never used. */
import {
  assert,
  assertEquals,
  assertMatch,
  assertRejects,
  assertStringIncludes,
  assertThrows,
} from "@std/assert";
import { pipEnvironment, privateEnvironment } from "../../../lib/publish/setup/environment.ts";
import { requireDeno } from "../../../lib/publish/setup/deno.ts";
import { PublishError } from "../../../lib/publish/system/errors.ts";
import { jupyterEnvironment, writeKernelSpec } from "../../../lib/publish/setup/kernel.ts";
import { convert } from "../../../lib/publish/markup/pandoc.ts";
import { run } from "../../../lib/publish/system/process.ts";
import { findPython, requireVenv } from "../../../lib/publish/setup/python.ts";
import { setUp } from "../../../lib/publish/setup/setup.ts";
import { emptyFile, environment, neededBy, slashed } from "../../../lib/platform.ts";
import { onUnix } from "../../systems.ts";
import { ROOT, tools } from "../fixtures.ts";

const byShell = onUnix("scripts of sh stand for Python and pip in these tests");

/** A folder of programs that stands in for the machine's PATH. */
async function machine(programs: Record<string, string>): Promise<Record<string, string>> {
  const folder = await Deno.makeTempDir({ prefix: "machine-" });
  for (const [name, script] of Object.entries(programs)) {
    await Deno.writeTextFile(`${folder}/${name}`, `#!/bin/sh\n${script}\n`, { mode: 0o755 });
  }
  return { PATH: folder };
}

/** A Python that answers the question for its version, and runs the rest of the script otherwise. */
const python = (version: string, otherwise = "exit 1") =>
  `case "$2" in *version_info*) echo "$0"; echo ${version};; *) ${otherwise};; esac`;

const message = async (work: () => Promise<unknown>): Promise<string> =>
  (await assertRejects(work, PublishError)).message;

Deno.test("a Deno that swallows the errors of cells is refused, with the one to use", () => {
  for (const version of ["2.8.2", "2.8.3"]) {
    const error = assertThrows(() => requireDeno(version), PublishError);
    assertStringIncludes(error.message, "failed as if it had run well");
    assertStringIncludes(error.message, "npx -y deno@2.9.6 task report");
  }
});

Deno.test("a Deno that is too old is refused, the pinned and newer ones are not", () => {
  for (const version of ["1.46.3", "2.8.1", "2.8.10", "2.9.5"]) {
    assertStringIncludes(assertThrows(() => requireDeno(version), PublishError).message, "too old");
  }
  for (const version of ["2.9.6", "2.9.8", "2.10.0", "3.0.0"]) requireDeno(version);
});

Deno.test("no Python at all", byShell, async () => {
  const env = await machine({});
  assertStringIncludes(await message(() => findPython(env)), "no Python found");
});

Deno.test("a Python that is too old is named with its version and the mend", byShell, async () => {
  const env = await machine({ python3: python("3.9.18"), python: python("2.7.18") });
  const said = await message(() => findPython(env));
  assertStringIncludes(said, "python3 is 3.9.18");
  assertStringIncludes(said, "python is 2.7.18");
  assertStringIncludes(said, "PYTHON=/path/to/python3");
});

Deno.test("a newer Python behind an old one is found", byShell, async () => {
  for (const [name, version] of [["python3.12", "3.12.1"], ["python3.10", "3.10.4"]]) {
    const env = await machine({ python3: python("3.9.18"), [name]: python(version) });
    assertEquals((await findPython(env)).version, version);
  }
});

Deno.test("PYTHON names the one to use, and is not replaced by another", byShell, async () => {
  const env = await machine({ python3: python("3.12.1"), mine: python("3.13.0") });
  assertEquals((await findPython({ ...env, PYTHON: `${env.PATH}/mine` })).version, "3.13.0");
  const said = await message(() => findPython({ ...env, PYTHON: "/nowhere/python3" }));
  assertStringIncludes(said, "PYTHON names /nowhere/python3");
});

Deno.test("a missing venv module names the Debian package", byShell, async () => {
  const env = await machine({ python3: python("3.11.2") });
  const found = await findPython(env);
  const said = await message(() => requireVenv(found));
  assertStringIncludes(said, "apt install python3-venv");
});

/** A project folder, and a Python whose `-m venv` makes one in which pip does as told. */
async function place(pip: string) {
  const root = await Deno.makeTempDir({ prefix: "setup-" });
  await Deno.mkdir(`${root}/lib/publish/setup`, { recursive: true });
  await Deno.writeTextFile(`${root}/lib/publish/setup/requirements.txt`, "typst==0.15.2\n");
  await Deno.writeTextFile(`${root}/deno.json`, "{}");
  await Deno.writeTextFile(`${root}/deno.lock`, `{ "version": "5" }`);
  const inner = `#!/bin/sh\\ncase "$*" in *"config list"*) exit 0;; esac\\n${pip}\\n`;
  const pandoc = '"$3/lib/python3.12/site-packages/pypandoc/files"';
  const venv = `mkdir -p "$3/bin" ${pandoc}; : > ${pandoc}/pandoc; ` +
    `printf '${inner}' > "$3/bin/python"; chmod +x "$3/bin/python"`;
  const script = `case "$1" in -m) ${venv};; *) ${python("3.12.1", "exit 0")};; esac`;
  const env = await machine({ python3: script });
  env.PATH += `:${Deno.env.get("PATH")}`;
  return { root, env };
}

const quietly = { say: () => {} };

Deno.test(
  "no network on the first use says so, and the half-made environment is made again",
  byShell,
  async () => {
    const { root, env } = await place(
      `echo "ERROR: No matching distribution found for typst (from versions: none)" >&2; exit 1`,
    );
    const said = await message(() => setUp({ root, env, ...quietly }));
    assertStringIncludes(said, "The first use needs the network, to reach PyPI");
    assertStringIncludes(said, "typst");
    assertEquals(await message(() => setUp({ root, env, ...quietly })), said);
  },
);

Deno.test("another failure of pip is told as pip tells it", byShell, async () => {
  const { root, env } = await place(`echo "ERROR: disk is full" >&2; exit 1`);
  assertStringIncludes(await message(() => setUp({ root, env, ...quietly })), "disk is full");
});

Deno.test("an environment is made once, and made anew when the pins change", byShell, async () => {
  const { root, env } = await place("exit 0");
  const said: string[] = [];
  const say = (line: string) => said.push(line);
  await setUp({ root, env, say });
  assert(said.some((line) => line.includes(".venv with Python 3.12.1")), said.join("\n"));

  said.length = 0;
  const tools = await setUp({ root, env, say });
  assertEquals(said, []);
  assertEquals(tools.python, `${root}/.venv/bin/python`);
  assertEquals(tools.env.IPYTHONDIR, `${root}/.venv/var/ipython`);
  assert((await Deno.stat(tools.env.IPYTHONDIR)).isDirectory);

  await Deno.writeTextFile(`${root}/lib/publish/setup/requirements.txt`, "typst==0.15.3\n");
  await Deno.writeTextFile(`${root}/.venv/left-over`, "");
  await setUp({ root, env, say });
  assertEquals(said.length, 3);
  await assertRejects(() => Deno.stat(`${root}/.venv/left-over`), Deno.errors.NotFound);
});

Deno.test(
  "packages that pip put elsewhere are named, and the set-up is not done",
  byShell,
  async () => {
    const { root, env } = await place(
      `case "$*" in *--no-index*) echo "ERROR: No matching distribution found for typst==0.15.2" >&2; ` +
        `exit 1;; esac`,
    );
    for (const _ of [1, 2]) {
      const said = await message(() => setUp({ root, env, ...quietly }));
      assertStringIncludes(said, "does not hold what");
      assertStringIncludes(said, "typst==0.15.2");
      await assertRejects(() => Deno.stat(`${root}/.venv/pins.sha256`), Deno.errors.NotFound);
    }
  },
);

Deno.test("a package that is not the pinned one is told, with where to look", byShell, async () => {
  const { root, env } = await place(
    `echo "ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE." >&2; exit 1`,
  );
  assertStringIncludes(await message(() => setUp({ root, env, ...quietly })), "pip config list");
});

Deno.test(
  "changed npm packages are fetched without making the environment again",
  byShell,
  async () => {
    const { root, env } = await place("exit 0");
    await setUp({ root, env, ...quietly });
    await Deno.writeTextFile(`${root}/deno.lock`, `{ "version": "5", "npm": {} }`);
    const said: string[] = [];
    await setUp({ root, env, say: (line) => said.push(line) });
    assertEquals(said, ["Set-up, once: npm packages into Deno's cache"]);
  },
);

Deno.test(
  "Jupyter's state can lie elsewhere, where the project cannot be written",
  byShell,
  async () => {
    const { root, env } = await place("exit 0");
    const state = await Deno.makeTempDir();
    const tools = await setUp({ root, env, state, ...quietly });
    await assertRejects(() => Deno.stat(`${root}/.venv/var`), Deno.errors.NotFound);
    const written = Object.entries(tools.env).filter(([name]) =>
      /^(JUPYTER(LAB)?_.*DIR|IPYTHONDIR)$/.test(name)
    );
    assertEquals(written.length, 6);
    for (const [, path] of written) assert(path.startsWith(`${state}/`), path);
  },
);

Deno.test("Markdown becomes the same page whatever the person's pandoc knows", async () => {
  const { pandoc } = await tools();
  const home = await Deno.makeTempDir();
  await Deno.mkdir(`${home}/pandoc`);
  await Deno.writeTextFile(`${home}/pandoc/abbreviations`, "Mexico\n");
  const before = Deno.env.get("XDG_DATA_HOME");
  Deno.env.set("XDG_DATA_HOME", home);
  try {
    assertEquals(await convert(pandoc, "from Mexico to", "html"), "<p>from Mexico to</p>\n");
  } finally {
    if (before === undefined) Deno.env.delete("XDG_DATA_HOME");
    else Deno.env.set("XDG_DATA_HOME", before);
  }
});

/** What people set for other Pythons, pips and Jupyters (trial 5), each breaking one of our programs. */
const OTHERS = {
  PYTHONSAFEPATH: "1",
  PYTHONPATH: "/tmp/elsewhere",
  PYTHONHOME: "/nowhere",
  PYTHONIOENCODING: "utf-16",
  PYTHONINSPECT: "1",
  PYTHONSTARTUP: "/tmp/elsewhere/start.py",
  PYTHONWARNINGS: "error",
  PYTHONOPTIMIZE: "2",
  PYTHONUTF8: "0",
  PIP_USER: "1",
  PIP_TARGET: "/tmp/elsewhere",
  PIP_PREFIX: "/tmp/elsewhere",
  PIP_ROOT: "/tmp/elsewhere",
  PIP_PYTHON: "/nowhere/python3",
  PIP_REQUIRE_VIRTUALENV: "1",
  PIP_NO_BINARY: ":all:",
  PIP_DRY_RUN: "1",
  PIP_CONSTRAINT: "/nowhere/constraints.txt",
  PIP_NO_DEPS: "1",
  PIP_IGNORE_INSTALLED: "1",
  VIRTUAL_ENV: "/tmp/elsewhere",
  CONDA_PREFIX: "/tmp/elsewhere",
  JUPYTER_CONFIG_PATH: "/tmp/elsewhere",
  JUPYTER_GATEWAY_URL: "http://127.0.0.1:9",
  JUPYTERLAB_DIR: "/tmp/elsewhere",
  IPYTHONDIR: "/tmp/elsewhere",
  FORCE_COLOR: "1",
};

/** How this machine reaches the network, and where Deno keeps its files. */
const MACHINE = {
  PATH: "/usr/bin",
  HOME: "/people/a",
  LANG: "es_MX.UTF-8",
  HTTPS_PROXY: "http://proxy:3128",
  SSL_CERT_FILE: "/etc/ssl/own.pem",
  DENO_DIR: "/people/a/deno",
  DENO_NO_PACKAGE_JSON: "1",
  NPM_CONFIG_REGISTRY: "https://npm.example",
  PIP_INDEX_URL: "https://pypi.example/simple",
  PIP_EXTRA_INDEX_URL: "https://more.example/simple",
  PIP_FIND_LINKS: "/srv/wheels",
  PIP_NO_INDEX: "1",
  PIP_TRUSTED_HOST: "pypi.example",
  PIP_CERT: "/etc/ssl/own.pem",
  PIP_CLIENT_CERT: "/people/a/own.pem",
  PIP_PROXY: "http://proxy:3128",
  PIP_CACHE_DIR: "/srv/cache",
  PIP_DEFAULT_TIMEOUT: "60",
  PIP_RETRIES: "9",
  PIP_CONFIG_FILE: "/people/a/pip.conf",
};

Deno.test("settings of other Pythons, pips and Jupyters stay out, those of the network stay", () => {
  assertEquals(privateEnvironment({ ...OTHERS, ...MACHINE }), MACHINE);
  const env = jupyterEnvironment("/p/.venv", { ...OTHERS, ...MACHINE });
  for (const [name, value] of Object.entries(OTHERS)) {
    assert(env[name] !== value, `${name}=${env[name]}`);
  }
  assertEquals(env.IPYTHONDIR, "/p/.venv/var/ipython");
  assertEquals(env.PYTHONUTF8, "1");
});

Deno.test("of pip's configuration files only the sources of packages count", () => {
  const listed = [
    "global.extra-index-url='https://a.example/simple\\nhttps://b.example/simple'",
    "global.index-url='https://global.example/simple'",
    "global.user='true'",
    "install.index-url='https://install.example/simple'",
    "install.target='/tmp/elsewhere'",
    `install.find-links="/srv/its wheels'"`,
    "freeze.timeout='10'",
    ":env:.retries='9'",
  ].join("\n");
  assertEquals(pipEnvironment({ PATH: "/usr/bin", PIP_RETRIES: "9" }, listed), {
    PATH: "/usr/bin",
    PIP_RETRIES: "9",
    PIP_INDEX_URL: "https://install.example/simple",
    PIP_EXTRA_INDEX_URL: "https://a.example/simple https://b.example/simple",
    PIP_FIND_LINKS: "/srv/its wheels'",
    PIP_CONFIG_FILE: emptyFile(),
  });
});

Deno.test("the private Python runs as ever among the settings of others", async () => {
  const { python, venv } = await tools();
  const bent = jupyterEnvironment(venv, { ...Deno.env.toObject(), ...OTHERS, LC_ALL: "C" });
  const text = "México 12,893";
  const say = `import sys, nbclient, typst; print(sys.prefix); print(sys.stdin.read())`;
  const { stdout, stderr } = await run(python, ["-c", say], { env: bent, input: text });
  const [prefix, read] = stdout.split(/\r?\n/);
  assertEquals([slashed(prefix), read, stderr], [venv, text, ""]);
});

Deno.test("a Python that people bend is found and asked as it is", async () => {
  const env = { ...Deno.env.toObject(), ...OTHERS };
  await requireVenv(await findPython(env), env);
});

Deno.test("a program's environment is the one that is given, and no other", async () => {
  Deno.env.set("PYTHONHOME", "/nowhere");
  try {
    const say = "import json, os; print(json.dumps(dict(os.environ)))";
    const { python } = await tools();
    const { stdout } = await run(python, ["-c", say], { env: { ONLY: "this" } });
    // Python sets this itself.
    const { LC_CTYPE: _, ...found } = environment(JSON.parse(stdout));
    assertEquals(found, { ...neededBy(found), ONLY: "this" });
  } finally {
    Deno.env.delete("PYTHONHOME");
  }
});

Deno.test("PYTHON counts from where the person stands", byShell, async () => {
  const env = await machine({ mine: python("3.13.0") });
  const [, folder, name] = /^(.*)\/(.*)$/.exec(env.PATH)!;
  const found = await findPython({ ...env, INIT_CWD: folder, PYTHON: `./${name}/mine` });
  assertEquals(found.path, `${env.PATH}/mine`);
});

Deno.test("every package is pinned with its hashes, the direct ones among them", async () => {
  const pins = await Deno.readTextFile(`${ROOT}/lib/publish/setup/requirements.txt`);
  const wanted = await Deno.readTextFile(`${ROOT}/lib/publish/setup/requirements.in`);
  const entries = pins.replaceAll("\\\n", " ").split("\n").filter((line) => /^\w/.test(line));
  assert(entries.length > 90, `${entries.length}`);
  for (const entry of entries) assertMatch(entry, /^[\w.-]+==\S+ .*--hash=sha256:[0-9a-f]{64}/);
  const plain = (name: string) => name.toLowerCase().replaceAll("_", "-");
  const pinned = new Set(entries.map((entry) => plain(entry.split(" ")[0])));
  for (const line of wanted.split("\n").filter((line) => /^\w/.test(line))) {
    assert(pinned.has(plain(line)), line);
  }
});

Deno.test("the kernel follows the Deno that runs", async () => {
  const venv = await Deno.makeTempDir();
  const spec = async () =>
    JSON.parse(await Deno.readTextFile(`${venv}/share/jupyter/kernels/deno/kernel.json`));
  await writeKernelSpec(venv, "/opt/deno-a");
  const { argv, metadata } = await spec();
  assertEquals(argv.slice(-2), ["/opt/deno-a", "{connection_file}"]);
  assertEquals(metadata.alone, [
    "/opt/deno-a",
    "jupyter",
    "--kernel",
    "--conn",
    "{connection_file}",
  ]);
  await writeKernelSpec(venv, "/opt/deno-b");
  assertEquals((await spec()).argv.at(-2), "/opt/deno-b");
});
