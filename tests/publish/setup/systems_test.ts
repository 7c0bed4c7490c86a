/** What the programs in Python do on each system; how the runner of notebooks works without signals. */
import { assertEquals } from "@std/assert";
import { run, start } from "../../../lib/publish/system/process.ts";
import { isRunning, notebook, project, ROOT, tools } from "../fixtures.ts";

const SCRIPT = `${ROOT}/tests/publish/setup/systems_client.py`;

Deno.test("signals, folders and processes of each system", async () => {
  const { python, env } = await tools();
  const { stdout, stderr } = await run(python, [SCRIPT, "functions"], { env });
  assertEquals(stderr, "");
  assertEquals(JSON.parse(stdout), {
    stop: {
      linux: ["SIGINT", "SIGTERM", "SIGHUP"],
      darwin: ["SIGINT", "SIGTERM", "SIGHUP"],
      win32: [],
    },
    kernel: {
      linux: ["SIGINT", "SIGTERM", "SIGCHLD"],
      darwin: ["SIGINT", "SIGTERM", "SIGCHLD"],
      win32: ["SIGINT", "SIGTERM"],
    },
    force: { linux: "SIGKILL", darwin: "SIGKILL", win32: "SIGTERM" },
    folders: {
      linux: { HOME: "/f", TMPDIR: "/f" },
      darwin: { HOME: "/f", TMPDIR: "/f" },
      win32: { USERPROFILE: "/f", TEMP: "/f", TMP: "/f" },
    },
    apart: { darwin: {}, win32: { creationflags: 0x200 } },
    parent: [true, false, true],
    "own parent": true,
    loop: "_UnixSelectorEventLoop",
    codes: [130, 130, 130],
  });
});

Deno.test("without signals notebooks are executed, and end with standard input", async () => {
  const { root, notebooks } = await project({
    "1-a": notebook({ prose: "# A" }, {
      code: "await Deno.jupyter.display({ 'text/plain': 'á' }, { raw: true });",
    }),
    "2-b": notebook({ prose: "# B" }, {
      code: `await Deno.writeTextFile("../kernel", String(Deno.pid));
await new Promise((done) => setTimeout(done, 600_000));`,
    }),
  });
  const { python, env } = await tools();
  const child = start(python, {
    args: [SCRIPT, "runner"],
    env,
    stdin: "piped",
    stdout: "piped",
    stderr: "piped",
  });
  const jobs = ["1-a", "2-b"].map((name) => ({
    name,
    source: `${notebooks}/${name}.ipynb`,
    target: `${root}/${name}.ipynb`,
    folder: notebooks,
  }));
  const input = child.stdin.getWriter();
  const job = { notebooks: jobs, workers: 1, seconds: 600 };
  await input.write(new TextEncoder().encode(`${JSON.stringify(job)}\n`));
  const said = new Response(child.stdout).text();
  const pid = () => Deno.readTextFile(`${root}/kernel`).catch(() => "");
  while (!await pid()) await new Promise((done) => setTimeout(done, 50));
  await input.close();
  assertEquals((await child.status).code, 130);
  const warnings = (await new Response(child.stderr).text()).trim().split("\n");
  assertEquals(warnings.filter((line) => !/"deno jupyter" is unstable/.test(line)), []);
  const events = (await said).trim().split("\n").map((line) => JSON.parse(line));
  assertEquals(
    // That the kernel of the last one died nobody hears.
    events.slice(0, 3).map(({ name, event }) => [name, event]),
    [["1-a", "started"], ["1-a", "executed"], ["2-b", "started"]],
  );
  const text = await Deno.readTextFile(`${root}/1-a.ipynb`);
  assertEquals([text.includes('"á"'), text.includes("\r")], [true, false]);
  for (let tries = 0; tries < 100 && await isRunning(await pid()); tries++) {
    await new Promise((done) => setTimeout(done, 50));
  }
  assertEquals(await isRunning(await pid()), false, "its kernel lives on");
});
