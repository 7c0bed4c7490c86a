/** What a full disk says: the fault is the disk's, not a cell's and not Typst's. */
import { assertEquals, assertStringIncludes } from "@std/assert";
import { explain } from "../../lib/publish/chapters/failures.ts";
import { onLinux } from "../systems.ts";
import { run } from "../../lib/publish/system/process.ts";
import { notebook, project, ROOT, tools } from "./fixtures.ts";

Deno.test("outputs that could not be written are no fault of a cell", async () => {
  const { root, notebooks } = await project({ "1-a": notebook({ prose: "# A" }, { code: "1;" }) });
  const failed = {
    name: "1-a",
    event: "failed",
    cell: 1,
    ename: "OSError",
    traceback: "",
  } as const;
  const evalue = "[Errno 28] No space left on device";
  const said = await explain({ ...failed, evalue }, `${notebooks}/1-a.ipynb`, notebooks, root);
  assertEquals(said, `1-a: its outputs could not be written: ${evalue}`);
});

const hasFull = onLinux("there is no /dev/full");
Deno.test("a PDF that could not be written is told in one line", hasFull, async () => {
  const { python, env } = await tools();
  const folder = await Deno.makeTempDir();
  await Deno.writeTextFile(`${folder}/a.typ`, "#set document(title: [A])\nText");
  const files = { input: `${folder}/a.typ`, output: "/dev/full" };
  const job = { ...files, root: folder, fonts: `${ROOT}/lib/publish/fonts`, inputs: {} };
  const args = [`${ROOT}/lib/publish/pdf/compile.py`];
  const { success, stderr } = await run(python, args, { env, input: JSON.stringify(job) });
  assertEquals(success, false);
  assertStringIncludes(stderr, "/dev/full: No space left on device");
  assertEquals(stderr.trim().split("\n").length, 1);
});
