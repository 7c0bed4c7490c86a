/** The container: what it is made of is exact, what it starts is there, and the editors' one is the same. */
import { assert, assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { run } from "../../lib/publish/system/process.ts";
import { ROOT } from "../../lib/root.ts";

const dockerfile = await Deno.readTextFile(`${ROOT}/Dockerfile`);
const devcontainer = JSON.parse(
  await Deno.readTextFile(`${ROOT}/.devcontainer/devcontainer.json`),
);

/** What an instruction of the Dockerfile says, each time it stands there. */
const said = (instruction: string): string[] =>
  [...dockerfile.matchAll(new RegExp(`^${instruction} (.*)$`, "gm"))].map(([, text]) => text);

const lab = (...args: string[]) =>
  run(Deno.execPath(), ["run", "-A", "lib/publish/lab.ts", ...args], { cwd: ROOT });

Deno.test("the base is one image, by its day and its digest", () => {
  const [base, ...more] = said("FROM");
  assertEquals(more, []);
  assertMatch(base, /^debian:trixie-20\d{6}-slim@sha256:[0-9a-f]{64}$/);
});

Deno.test("nobody is root in it, and Binder may name the user", () => {
  assertEquals(said("USER"), ["${NB_USER}"]);
  assertEquals(said("ARG").filter((it) => it.startsWith("NB_")), ["NB_USER=reader", "NB_UID=1000"]);
  assert(dockerfile.indexOf("USER ") < dockerfile.indexOf("COPY "));
});

Deno.test("it starts a task that there is, with options that its help explains", async () => {
  const [program, word, task, ...options] = JSON.parse(said("CMD")[0]);
  assertEquals([program, word, task], ["deno", "task", "lab"]);
  const { stdout } = await lab("--help");
  for (const option of options) assertStringIncludes(stdout, option.replace(/=\d{4}$/, ""));
  assertEquals(said("EXPOSE"), [/--port=(\d+)/.exec(options.join(" "))![1]]);
});

Deno.test("the lab listens where it is told to", async () => {
  const { success, stdout, stderr } = await lab("--ip=0.0.0.0", "--show-config-json");
  assert(success, stderr);
  const { ServerApp } = JSON.parse(stdout.slice(stdout.indexOf("\n{")));
  assertEquals(ServerApp.ip, "0.0.0.0");
});

Deno.test("the editors' container is this one, with what the project recommends", async () => {
  const { build, remoteUser, postCreateCommand, forwardPorts, customizations } = devcontainer;
  const folder = `${ROOT}/.devcontainer`;
  assertEquals(resolve(folder, build.dockerfile), `${ROOT}/Dockerfile`);
  assertEquals(resolve(folder, build.context), ROOT);
  const names = said("ARG").map((it) => it.split("=")[0]);
  for (const name of Object.keys(build.args)) assert(names.includes(name), name);
  assert(said("ARG").includes(`NB_USER=${remoteUser}`));
  assertEquals(forwardPorts.map(String), said("EXPOSE"));
  const { recommendations } = JSON.parse(
    await Deno.readTextFile(`${ROOT}/.vscode/extensions.json`),
  );
  assertEquals(customizations.vscode.extensions, recommendations);
  const [setUp] = said("RUN").filter((it) => it.startsWith("deno "));
  assertStringIncludes(postCreateCommand, setUp);
  assert(existsSync(`${ROOT}/${setUp.split(" ").at(-1)}`), setUp);
});

Deno.test("nothing that was made here goes into it", async () => {
  const left = await Deno.readTextFile(`${ROOT}/.dockerignore`);
  for (const made of [".git", ".venv", ".cache", "build"]) {
    assertMatch(left, RegExp(`^${made}$`, "m"));
  }
});
