/**
 * JupyterLab in a real browser: «Run All Cells» of every chapter leaves the committed outputs under
 * the same cells.
 */
import { assertEquals } from "@std/assert";
import type { Page } from "playwright-core";
import { chapterNames, parseChapter } from "../../lib/publish/notebook.ts";
import { ROOT } from "../publish/fixtures.ts";
import { inChromium, withChromium } from "./chromium.ts";

const TOKEN = "test";

/** The project with its notebooks copied, so that saving them does not touch the repository. */
async function workspace(): Promise<string> {
  const root = await Deno.makeTempDir({ prefix: "lab-" });
  for (const name of ["lib", "data"]) await Deno.symlink(`${ROOT}/${name}`, `${root}/${name}`);
  for (const name of ["deno.json", "deno.lock"]) {
    await Deno.copyFile(`${ROOT}/${name}`, `${root}/${name}`);
  }
  await Deno.mkdir(`${root}/notebooks`);
  for (const name of await chapterNames(`${ROOT}/notebooks`)) {
    const text = await Deno.readTextFile(`${ROOT}/notebooks/${name}.ipynb`);
    await Deno.writeTextFile(`${root}/notebooks/${name}.ipynb`, withoutOutputs(text));
  }
  return root;
}

function withoutOutputs(text: string): string {
  const notebook = JSON.parse(text);
  for (const cell of notebook.cells) if (cell.cell_type === "code") cell.outputs = [];
  return JSON.stringify(notebook);
}

/** Starts `deno task lab` on a workspace; gives its address and how to end it. */
async function startLab(root: string): Promise<{ address: string; stop: () => Promise<void> }> {
  const listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  const { port } = listener.addr as Deno.NetAddr;
  listener.close();
  const child = new Deno.Command(Deno.execPath(), {
    args: [
      ...["run", "-A", `${ROOT}/lib/publish/lab.ts`, "--no-browser", `--port=${port}`],
      ...[`--ServerApp.root_dir=${root}`, `--IdentityProvider.token=${TOKEN}`],
      ...["--LabApp.expose_app_in_browser=True", "--ServerApp.log_level=ERROR"],
    ],
    cwd: ROOT,
    stdout: "null",
    stderr: "null",
  }).spawn();
  const address = `http://127.0.0.1:${port}`;
  let ended = false;
  child.status.then(() => ended = true);
  while (!await answers(`${address}/api?token=${TOKEN}`)) {
    if (ended) throw new Error("deno task lab ended before it answered");
    await new Promise((done) => setTimeout(done, 200));
  }
  const stop = async () => {
    child.kill("SIGTERM");
    await child.status;
  };
  return { address, stop };
}

async function answers(url: string): Promise<boolean> {
  const answer = await fetch(url).catch(() => null);
  await answer?.body?.cancel();
  return answer?.ok ?? false;
}

/** In the page: opens a notebook, runs all cells, saves it, ends its kernel. */
const RUN_ALL = `async (path) => {
  const { commands } = window.jupyterapp;
  const panel = await commands.execute("docmanager:open", { path, factory: "Notebook" });
  await panel.revealed;
  await panel.context.ready;
  await panel.sessionContext.ready;
  await commands.execute("notebook:run-all-cells");
  await panel.context.save();
  await panel.sessionContext.shutdown();
  panel.dispose();
}`;

async function runAll(page: Page, name: string): Promise<void> {
  await page.evaluate(`(${RUN_ALL})("notebooks/${name}.ipynb")`);
}

/** What each cell shows, its JSON with keys in order. */
const outputsOf = (name: string, text: string): string[] =>
  parseChapter(name, text).cells.map(({ outputs }) =>
    JSON.stringify(outputs.map(({ data, text }) => [Object.entries(data).sort(), text]))
  );

Deno.test({
  name: "Run All in JupyterLab leaves the committed outputs under the same cells",
  ...inChromium,
  fn: async () => {
    const root = await workspace();
    const { address, stop } = await startLab(root);
    const outside: string[] = [];
    const differ: string[] = [];
    try {
      await withChromium(async (browser) => {
        const page = await browser.newPage();
        page.on("request", (request) => {
          const url = request.url();
          if (!url.startsWith(address) && !/^(data|blob):/.test(url)) outside.push(url);
        });
        await page.goto(`${address}/lab?token=${TOKEN}`);
        await page.waitForFunction("window.jupyterapp !== undefined", null, { timeout: 60_000 });
        await page.evaluate("jupyterapp.restored");
        for (const name of await chapterNames(`${ROOT}/notebooks`)) {
          await runAll(page, name);
          const [committed, now] = await Promise.all(
            [ROOT, root].map(async (folder) =>
              outputsOf(name, await Deno.readTextFile(`${folder}/notebooks/${name}.ipynb`))
            ),
          );
          committed.forEach((outputs, index) => {
            if (outputs !== now[index]) differ.push(`${name}, cell ${index + 1}`);
          });
        }
      });
    } finally {
      await stop();
    }
    assertEquals(differ, []);
    assertEquals(outside, []);
  },
});
