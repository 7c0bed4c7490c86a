/** The kernel before Deno's, as front ends use it: what a cell says, stop, restart, nothing left. */
import { assertEquals, assertStringIncludes } from "@std/assert";
import { run } from "../../../lib/publish/system/process.ts";
import { ROOT, tools } from "../fixtures.ts";

// deno-lint-ignore no-explicit-any
let said: Promise<Record<string, any>> | undefined;

/** All that was done with kernels, once for all tests. */
async function use() {
  const { python, env } = await tools();
  const file = await Deno.makeTempFile();
  const script = `${ROOT}/tests/publish/setup/kernel_client.py`;
  const { stdout, stderr } = await run(python, [script, file], { cwd: `${ROOT}/notebooks`, env });
  if (!stdout) throw new Error(stderr);
  return JSON.parse(stdout);
}

const of = async (what: string) => (await (said ??= use()))[what];
const shown = (...texts: string[]) => ({ status: "ok", shown: texts });
const BEHIND = { status: "aborted", shown: [] };

Deno.test("a syntax error is shown with its line", async () => {
  const [{ status, shown: [error] }] = await of("syntax");
  assertEquals([status, error.ename], ["error", "SyntaxError"]);
  assertStringIncludes(error.evalue, "(line 2, column 14)");
  assertEquals(error.traceback.slice(-2), ["2 | const q = 5 +* 3;", "  |              ~"]);
});

Deno.test("a cell may ask the reader; its error is Deno's own, and the cells behind it are not run", async () => {
  const [{ status, shown: [error] }, ...behind] = await of("thrown");
  assertEquals([status, error.ename, error.evalue], ["error", "TypeError", "answer to Who?"]);
  assertEquals(behind, [BEHIND]);
});

Deno.test("outputs of forty cells that await lie under their cells, before they are idle", async () => {
  assertEquals(await of("awaiting"), Array.from({ length: 40 }, (_, at) => shown(`${at}`)));
});

Deno.test("completion, help and history are answered", async () => {
  assertEquals(await of("answers"), {
    complete: ["Math"],
    inspect: false,
    is_complete: "incomplete",
    comms: {},
    history: [],
    info: "Deno kernel",
  });
});

Deno.test("a stop ends the cell, keeps what it said, and says that the variables are gone", async () => {
  const [{ status, shown: [out, error] }] = await of("stopped");
  assertEquals([status, out, error.ename], ["error", "out\n", "Interrupted"]);
  assertStringIncludes(error.evalue, "your variables are gone");
  assertStringIncludes(error.evalue, "Run → Run All Above Selected Cell");
  const [next] = await of("after the stop");
  assertEquals(next.shown[0].evalue, "kept is not defined");
});

Deno.test("a stop while no cell runs keeps everything", async () => {
  assertEquals(await of("stopped idle"), [shown("5")]);
});

Deno.test("a cell that ends Deno is told so, and the next one runs", async () => {
  const [{ shown: [error] }, ...behind] = await of("ended");
  assertStringIncludes(error.evalue, "exit code 3: a cell must not call Deno.exit");
  assertEquals(behind, [BEHIND]);
  assertEquals(await of("after the end"), [shown("2")]);
});

Deno.test("a restart ends a cell without end and begins anew", async () => {
  assertEquals(await of("restarted"), [shown("3")]);
});

Deno.test("a front end that is killed leaves no kernel, and a killed kernel no Deno", async () => {
  assertEquals(await of("orphaned"), true);
  if (Deno.build.os === "linux") assertEquals(await of("killed"), true);
});
