/** Set-up: each unfit machine has its own clear error, and a half-made environment is never used. */
import {
  assert,
  assertEquals,
  assertRejects,
  assertStringIncludes,
  assertThrows,
} from "@std/assert";
import { requireDeno } from "../../lib/publish/deno.ts";
import { PublishError } from "../../lib/publish/errors.ts";
import { writeKernelSpec } from "../../lib/publish/kernel.ts";
import { findPython, requireVenv } from "../../lib/publish/python.ts";
import { setUp } from "../../lib/publish/setup.ts";

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

Deno.test("no Python at all", async () => {
  const env = await machine({});
  assertStringIncludes(await message(() => findPython(env)), "no Python found");
});

Deno.test("a Python that is too old is named with its version and the mend", async () => {
  const env = await machine({ python3: python("3.9.18"), python: python("2.7.18") });
  const said = await message(() => findPython(env));
  assertStringIncludes(said, "python3 is 3.9.18");
  assertStringIncludes(said, "python is 2.7.18");
  assertStringIncludes(said, "PYTHON=/path/to/python3");
});

Deno.test("a newer Python behind an old one is found", async () => {
  for (const [name, version] of [["python3.12", "3.12.1"], ["python3.10", "3.10.4"]]) {
    const env = await machine({ python3: python("3.9.18"), [name]: python(version) });
    assertEquals((await findPython(env)).version, version);
  }
});

Deno.test("PYTHON names the one to use, and is not replaced by another", async () => {
  const env = await machine({ python3: python("3.12.1"), mine: python("3.13.0") });
  assertEquals((await findPython({ ...env, PYTHON: `${env.PATH}/mine` })).version, "3.13.0");
  const said = await message(() => findPython({ ...env, PYTHON: "/nowhere/python3" }));
  assertStringIncludes(said, "PYTHON names /nowhere/python3");
});

Deno.test("a missing venv module names the Debian package", async () => {
  const env = await machine({ python3: python("3.11.2") });
  const found = await findPython(env);
  const said = await message(() => requireVenv(found));
  assertStringIncludes(said, "apt install python3-venv");
});

/** A project folder, and a Python whose `-m venv` makes one in which pip does as told. */
async function place(pip: string) {
  const root = await Deno.makeTempDir({ prefix: "setup-" });
  await Deno.mkdir(`${root}/lib/publish`, { recursive: true });
  await Deno.writeTextFile(`${root}/lib/publish/requirements.txt`, "typst==0.15.2\n");
  await Deno.writeTextFile(`${root}/deno.json`, "{}");
  await Deno.writeTextFile(`${root}/deno.lock`, `{ "version": "5" }`);
  const inner = `#!/bin/sh\\n${pip}\\n`;
  const pandoc = '"$3/lib/python3.12/site-packages/pypandoc/files"';
  const venv = `mkdir -p "$3/bin" ${pandoc}; : > ${pandoc}/pandoc; ` +
    `printf '${inner}' > "$3/bin/python"; chmod +x "$3/bin/python"`;
  const script = `case "$1" in -m) ${venv};; *) ${python("3.12.1", "exit 0")};; esac`;
  const env = await machine({ python3: script });
  env.PATH += `:${Deno.env.get("PATH")}`;
  return { root, env };
}

const quietly = { say: () => {} };

Deno.test("no network on the first use says so, and the half-made environment is made again", async () => {
  const { root, env } = await place(
    `echo "ERROR: No matching distribution found for typst (from versions: none)" >&2; exit 1`,
  );
  const said = await message(() => setUp({ root, env, ...quietly }));
  assertStringIncludes(said, "The first use needs the network, to reach PyPI");
  assertStringIncludes(said, "typst");
  assertEquals(await message(() => setUp({ root, env, ...quietly })), said);
});

Deno.test("another failure of pip is told as pip tells it", async () => {
  const { root, env } = await place(`echo "ERROR: disk is full" >&2; exit 1`);
  assertStringIncludes(await message(() => setUp({ root, env, ...quietly })), "disk is full");
});

Deno.test("an environment is made once, and made anew when the pins change", async () => {
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

  await Deno.writeTextFile(`${root}/lib/publish/requirements.txt`, "typst==0.15.3\n");
  await Deno.writeTextFile(`${root}/.venv/left-over`, "");
  await setUp({ root, env, say });
  assertEquals(said.length, 3);
  await assertRejects(() => Deno.stat(`${root}/.venv/left-over`), Deno.errors.NotFound);
});

Deno.test("changed npm packages are fetched without making the environment again", async () => {
  const { root, env } = await place("exit 0");
  await setUp({ root, env, ...quietly });
  await Deno.writeTextFile(`${root}/deno.lock`, `{ "version": "5", "npm": {} }`);
  const said: string[] = [];
  await setUp({ root, env, say: (line) => said.push(line) });
  assertEquals(said, ["Set-up, once: npm packages into Deno's cache"]);
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
