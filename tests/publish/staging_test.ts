/** Whole or not at all, also when the work fails, is interrupted, or the kernel cannot be trusted. */
import { assertEquals, assertMatch, assertRejects, assertStringIncludes } from "@std/assert";
import { PublishError } from "../../lib/publish/system/errors.ts";
import { executedChapters } from "../../lib/publish/chapters/chapters.ts";
import { moveInto, wholeOrNot } from "../../lib/publish/staging.ts";
import { onLinux, onUnix } from "../systems.ts";
import { filesOf, isRunning, notebook, PROJECT, project, ROOT, tools } from "./fixtures.ts";

/** Less what locks a folder where it cannot be locked itself. */
const names = async (folder: string) =>
  [...(await filesOf(folder)).keys()].filter((name) => !/(^|\.cache\/)lock$/.test(name));

const bySignal = onUnix("no signal asks a program to end there, and there is no sh");

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

Deno.test("a place that cannot be written is refused before the work, by name", async () => {
  const root = await Deno.makeTempDir();
  await Deno.writeTextFile(`${root}/file`, "");
  let worked = false;
  const work = () => Promise.resolve(void (worked = true));
  for (
    const [target, named] of [["file/build", "file"], ["file", "file"], ["file/a/b", "file/a"]]
  ) {
    const error = await assertRejects(() => wholeOrNot(`${root}/${target}`, work), PublishError);
    assertStringIncludes(error.message, `cannot write into ${root}/${named}: `);
  }
  assertEquals(worked, false);
  assertEquals(await names(root), ["file"]);
});

/** Starts a script that works on a stage, and waits until it says a line; gives that line too. */
async function working(root: string, work: string) {
  const script = `import { exitCodeOf } from "${PROJECT}lib/publish/system/errors.ts";
    import { run } from "${PROJECT}lib/publish/system/process.ts";
    import { wholeOrNot } from "${PROJECT}lib/publish/staging.ts";
    Deno.exitCode = await exitCodeOf(() => wholeOrNot("${root}/build", async (stage) => {
      await Deno.writeTextFile(stage + "/a", "new");
      ${work}
    }));`;
  const child = new Deno.Command(Deno.execPath(), {
    args: ["eval", script],
    stdout: "piped",
    stderr: "piped",
  }).spawn();
  const stderr = new Response(child.stderr).text();
  const reader = child.stdout.getReader();
  const line = new TextDecoder().decode((await reader.read()).value).trim();
  return { child, line, stderr, end: () => reader.cancel() };
}

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
  Deno.test(
    `${signal} changes nothing, leaves nothing and stops what was started`,
    bySignal,
    async () => {
      const root = await Deno.makeTempDir();
      await wholeOrNot(`${root}/build`, (stage) => Deno.writeTextFile(`${stage}/a`, "old"));
      const { child, line, stderr, end } = await working(
        root,
        `const path = "${root}/pid";
      const slept = run("sh", ["-c", "echo $$ > " + path + "; exec sleep 60"]);
      while (!(await Deno.readTextFile(path).catch(() => "")).trim()) {
        await new Promise((done) => setTimeout(done, 10));
      }
      console.log(await Deno.readTextFile(path));
      await slept;
      await new Promise((done) => setTimeout(done, 60_000));`,
      );
      child.kill(signal);
      assertEquals((await child.status).code, 130);
      await end();
      assertEquals(await stderr, "\ninterrupted; build/ is as it was\n");
      assertEquals(await Deno.readTextFile(`${root}/build/a`), "old");
      assertEquals(await names(root), ["build/a", "pid"]);
      for (let tries = 0; tries < 50 && await isRunning(line); tries++) {
        await new Promise((done) => setTimeout(done, 20));
      }
      assertEquals(await isRunning(line), false);
    },
  );
}

Deno.test("a program that the interrupt reached first is no error", bySignal, async () => {
  const root = await Deno.makeTempDir();
  const work = `console.log("working"); await run("sh", ["-c", "kill -INT $$"]);`;
  const { child, stderr, end } = await working(root, work);
  assertEquals((await child.status).code, 130);
  await end();
  assertEquals(await stderr, "");
  assertEquals(await names(root), []);
});

Deno.test("what a report ended by force left is taken away by the next, not what one uses", async () => {
  const root = await Deno.makeTempDir();
  const gone = await new Deno.Command(Deno.execPath(), { args: ["eval", ""] }).spawn();
  await gone.status;
  const used = [`stage-${Deno.pid}-a`, "stage-b"];
  const stale = [`stage-${gone.pid}-c`, "stage-d", `stage-${Deno.pid}-e`];
  for (const name of [...used, ...stale, "setup.lock"]) {
    await Deno.mkdir(`${root}/.cache/${name}/new`, { recursive: true });
  }
  const yesterday = new Date(Date.now() - 25 * 60 * 60 * 1000);
  for (const name of stale.slice(1)) {
    await Deno.utime(`${root}/.cache/${name}`, yesterday, yesterday);
  }
  await wholeOrNot(`${root}/build`, (stage) => Deno.writeTextFile(`${stage}/a`, "new"));
  const left = await Array.fromAsync(Deno.readDir(`${root}/.cache`), ({ name }) => name);
  assertEquals(left.sort(), ["setup.lock", ...used].sort());
});

Deno.test("an earlier build that a report ended by force had moved aside is put back", async () => {
  const root = await Deno.makeTempDir();
  const gone = await new Deno.Command(Deno.execPath(), { args: ["eval", ""] }).spawn();
  await gone.status;
  await Deno.mkdir(`${root}/.cache/stage-${gone.pid}-a/old`, { recursive: true });
  await Deno.writeTextFile(`${root}/.cache/stage-${gone.pid}-a/old/a`, "old");
  await assertRejects(() => wholeOrNot(`${root}/build`, () => Promise.reject(new Error("broken"))));
  assertEquals(await Deno.readTextFile(`${root}/build/a`), "old");
  assertEquals(await names(root), ["build/a"]);
});

Deno.test("the course stays through a report, and a report through a course", async () => {
  const root = await Deno.makeTempDir();
  const write = (file: string) => (stage: string) => Deno.writeTextFile(`${stage}/${file}`, file);
  await wholeOrNot(`${root}/build`, write("a"));
  await wholeOrNot(`${root}/build`, write("student"), "course");
  assertEquals(await names(root), ["build/a", "build/course/student"]);
  await wholeOrNot(`${root}/build`, write("b"));
  assertEquals(await names(root), ["build/b", "build/course/student"]);
  await wholeOrNot(`${root}/build`, write("teacher"), "course");
  assertEquals(await names(root), ["build/b", "build/course/teacher"]);
  await assertRejects(() =>
    wholeOrNot(`${root}/build`, () => Promise.reject(new Error()), "course")
  );
  assertEquals(await names(root), ["build/b", "build/course/teacher"]);
});

for (const aside of ["old", "old/course"]) {
  Deno.test(`a course that was ended by force in the middle is put back (${aside})`, async () => {
    const root = await Deno.makeTempDir();
    const gone = await new Deno.Command(Deno.execPath(), { args: ["eval", ""] }).spawn();
    await gone.status;
    // The report, or the course itself, had moved it aside, and what takes its place has come or not.
    await Deno.mkdir(`${root}/.cache/stage-${gone.pid}-a/old/course`, { recursive: true });
    await Deno.writeTextFile(`${root}/.cache/stage-${gone.pid}-a/old/course/student`, "work");
    if (aside === "old") await Deno.mkdir(`${root}/build/site`, { recursive: true });
    await assertRejects(() => wholeOrNot(`${root}/build`, () => Promise.reject(new Error())));
    assertEquals(await Deno.readTextFile(`${root}/build/course/student`), "work");
  });
}

Deno.test("reports that end at once leave the whole of one", async () => {
  const root = await Deno.makeTempDir();
  await wholeOrNot(`${root}/build`, (stage) => Deno.writeTextFile(`${stage}/0`, "0"));
  const numbers = ["1", "2", "3", "4", "5", "6", "7", "8"];
  await Promise.all(
    numbers.map((number) =>
      wholeOrNot(`${root}/build`, async (stage) => {
        for (const name of ["a", "b"]) await Deno.writeTextFile(`${stage}/${name}`, number);
      })
    ),
  );
  assertEquals(await names(root), ["build/a", "build/b"]);
  const [a, b] = await Promise.all(
    ["a", "b"].map((it) => Deno.readTextFile(`${root}/build/${it}`)),
  );
  assertEquals(a, b);
});

Deno.test("a kernel ends with the report that was ended by force", async () => {
  const endless = notebook({ prose: "# Endless" }, {
    code: `await Deno.writeTextFile("../kernel", String(Deno.pid));
await new Promise((done) => setTimeout(done, 600_000));`,
  });
  const { root, notebooks } = await project({ "1-endless": endless });
  const work = { name: "1-endless", source: `${notebooks}/1-endless.ipynb`, folder: notebooks };
  const script = `import { execute } from "${PROJECT}lib/publish/chapters/execute.ts";
    const work = ${JSON.stringify({ ...work, target: `${root}/1-endless.ipynb` })};
    for await (const _ of execute([work], ${JSON.stringify(await tools())}, { seconds: 600 }));`;
  await Deno.writeTextFile(`${root}/report.ts`, script);
  const child = new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", "--config", `${ROOT}/deno.json`, `${root}/report.ts`],
    stdout: "null",
    stderr: "null",
  }).spawn();
  const pid = () => Deno.readTextFile(`${root}/kernel`).catch(() => "");
  while (!await pid()) await new Promise((done) => setTimeout(done, 50));
  child.kill("SIGKILL");
  await child.status;
  for (let tries = 0; tries < 200 && await isRunning(await pid()); tries++) {
    await new Promise((done) => setTimeout(done, 50));
  }
  const isLeft = await isRunning(await pid());
  if (isLeft) Deno.kill(Number(await pid()), "SIGKILL");
  assertEquals(isLeft, false);
});

const hasFull = onLinux("there is no /dev/full");
Deno.test("a full disk is told plainly, changes nothing and leaves nothing", hasFull, async () => {
  const root = await Deno.makeTempDir();
  const { child, stderr, end } = await working(
    root,
    `console.log("working");
    const later = async () => {
      await Deno.readTextFile(stage + "/a");
      while (await Deno.stat(stage).catch(() => null)) await new Promise((done) => setTimeout(done, 5));
      await Deno.mkdir(stage + "/more", { recursive: true });
    };
    await Promise.all([later(), Deno.writeTextFile("/dev/full", "text")]);`,
  );
  assertEquals((await child.status).code, 1);
  await end();
  assertMatch(await stderr, /^\nerror: .*\nThe disk is full\. Make room/);
  assertEquals(await names(root), []);
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
  await Deno.writeTextFile(path, `#!/bin/sh\nread -r job\necho '${JSON.stringify(event)}'\n`, {
    mode: 0o755,
  });
  return path;
}

const ONE = { names: ["1-a"], chosen: ["1-a"], accept: false };

Deno.test(
  "a canary that does not fail, or fails otherwise, stops the report",
  bySignal,
  async () => {
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
          ...{ ...ONE, root, notebooks, target: root },
          tools: { venv: "", pandoc: "", env: {}, python },
          say: () => {},
        }), PublishError);
      assertStringIncludes(error.message, said);
    }
  },
);

Deno.test("the canary fails as it must in the kernel of this machine", async () => {
  const { root, notebooks } = await project({ "1-a": notebook({ prose: "# A" }) });
  const chapters = await executedChapters({
    ...{ ...ONE, root, notebooks, target: root },
    tools: await tools(),
    say: () => {},
  });
  assertEquals(chapters.map(({ name }) => name), ["1-a"]);
});
