/** Whole or not at all, also when the work fails, is interrupted, or the kernel cannot be trusted. */
import { assertEquals, assertRejects, assertStringIncludes } from "@std/assert";
import { PublishError } from "../../lib/publish/errors.ts";
import { executedChapters } from "../../lib/publish/chapters.ts";
import { moveInto, wholeOrNot } from "../../lib/publish/staging.ts";
import { filesOf, notebook, project, ROOT, tools } from "./fixtures.ts";

const names = async (folder: string) => [...(await filesOf(folder)).keys()];

Deno.test("the new folder takes the place of the old one, whole", async () => {
  const root = await Deno.makeTempDir();
  const write = (...files: string[]) => (stage: string) =>
    Promise.all(files.map((file) => Deno.writeTextFile(`${stage}/${file}`, file))).then(() => {});
  await wholeOrNot(`${root}/build`, write("a", "b"));
  await wholeOrNot(`${root}/build`, write("b", "c"));
  assertEquals(await names(`${root}/build`), ["b", "c"]);
  assertEquals(await names(`${root}/.cache`), []);
});

Deno.test("work that fails changes nothing and leaves nothing", async () => {
  const root = await Deno.makeTempDir();
  await wholeOrNot(`${root}/build`, (stage) => Deno.writeTextFile(`${stage}/a`, "old"));
  await assertRejects(() =>
    wholeOrNot(`${root}/build`, async (stage) => {
      await Deno.writeTextFile(`${stage}/a`, "new");
      throw new Error("broken");
    })
  );
  assertEquals(await Deno.readTextFile(`${root}/build/a`), "old");
  assertEquals(await names(root), ["build/a"]);
});

Deno.test("an interrupt changes nothing and leaves nothing", async () => {
  const root = await Deno.makeTempDir();
  await wholeOrNot(`${root}/build`, (stage) => Deno.writeTextFile(`${stage}/a`, "old"));
  const script = `import { wholeOrNot } from "file://${ROOT}/lib/publish/staging.ts";
    await wholeOrNot("${root}/build", async (stage) => {
      await Deno.writeTextFile(stage + "/a", "new");
      console.log("working");
      await new Promise((done) => setTimeout(done, 60_000));
    });`;
  const child = new Deno.Command(Deno.execPath(), {
    args: ["eval", script],
    stdout: "piped",
  }).spawn();
  const reader = child.stdout.getReader();
  await reader.read();
  child.kill("SIGINT");
  assertEquals((await child.status).code, 130);
  await reader.cancel();
  assertEquals(await Deno.readTextFile(`${root}/build/a`), "old");
  assertEquals(await names(root), ["build/a"]);
});

Deno.test("files move over those of another folder, which keeps the rest", async () => {
  const root = await Deno.makeTempDir();
  for (const path of ["from/site/a", "from/b", "to/site/a", "to/site/z"]) {
    await Deno.mkdir(`${root}/${path.slice(0, path.lastIndexOf("/"))}`, { recursive: true });
    await Deno.writeTextFile(`${root}/${path}`, path);
  }
  await moveInto(`${root}/from`, `${root}/to`);
  assertEquals(await names(`${root}/to`), ["b", "site/a", "site/z"]);
  assertEquals(await Deno.readTextFile(`${root}/to/site/a`), "from/site/a");
});

/** A runner that says what it is told instead of executing. */
async function runnerSaying(event: object): Promise<string> {
  const path = `${await Deno.makeTempDir()}/python`;
  await Deno.writeTextFile(path, `#!/bin/sh\ncat > /dev/null\necho '${JSON.stringify(event)}'\n`, {
    mode: 0o755,
  });
  return path;
}

Deno.test("a canary that does not fail, or fails otherwise, stops the report", async () => {
  const { root, notebooks } = await project({ "1-a": notebook({ prose: "# A" }) });
  const cases: [object, string][] = [
    [{ name: "canary", event: "executed", seconds: 1 }, "it passed"],
    [{ name: "canary", event: "failed", cell: 1, ename: "X", evalue: "no" }, "otherwise: no"],
    [{ name: "canary", event: "started" }, "canary: was not executed"],
  ];
  for (const [event, said] of cases) {
    const python = await runnerSaying(event);
    const error = await assertRejects(() =>
      executedChapters({
        ...{ root, notebooks, names: ["1-a"], chosen: [], target: root, accept: false },
        tools: { venv: "", pandoc: "", env: {}, python },
        say: () => {},
      }), PublishError);
    assertStringIncludes(error.message, said);
  }
});

Deno.test("the canary fails as it must in the kernel of this machine", async () => {
  const { root, notebooks } = await project({ "1-a": notebook({ prose: "# A" }) });
  const chapters = await executedChapters({
    ...{ root, notebooks, names: ["1-a"], chosen: [], target: root, accept: false },
    tools: await tools(),
    say: () => {},
  });
  assertEquals(chapters.map(({ name }) => name), ["1-a"]);
});
