/** The chapters in JupyterLab and Notebook 7, both of one server, in pages of a real browser. */
import type { Browser, Page } from "playwright-core";
import { ROOT } from "../publish/fixtures.ts";

const TOKEN = "test";

/** The project with notebooks (file name → text) in each folder; saving touches nothing of it. */
export async function workspace(
  folders: string[],
  notebooks: Map<string, string>,
): Promise<string> {
  const root = await Deno.makeTempDir({ prefix: "jupyter-" });
  for (const name of ["lib", "data"]) await Deno.symlink(`${ROOT}/${name}`, `${root}/${name}`);
  for (const name of ["deno.json", "deno.lock"]) {
    await Deno.copyFile(`${ROOT}/${name}`, `${root}/${name}`);
  }
  // What the students' checks read.
  await Deno.mkdir(`${root}/notebooks`);
  await Deno.symlink(`${ROOT}/notebooks/answers.json`, `${root}/notebooks/answers.json`);
  for (const folder of folders) {
    await Deno.mkdir(`${root}/${folder}`, { recursive: true });
    for (const [name, text] of notebooks) {
      await Deno.writeTextFile(`${root}/${folder}/${name}.ipynb`, text);
    }
  }
  return root;
}

export interface Jupyter {
  root: string;
  address: string;
  stop: () => Promise<void>;
}

/** Starts `deno task lab` on a workspace; the same server has Notebook 7. */
export async function startJupyter(root: string): Promise<Jupyter> {
  const listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  const { port } = listener.addr as Deno.NetAddr;
  listener.close();
  const child = new Deno.Command(Deno.execPath(), {
    args: [
      ...["run", "-A", `${ROOT}/lib/publish/lab.ts`, "--no-browser", `--port=${port}`],
      ...[`--ServerApp.root_dir=${root}`, `--IdentityProvider.token=${TOKEN}`],
      ...["LabApp", "JupyterNotebookApp"].map((app) => `--${app}.expose_app_in_browser=True`),
      "--ServerApp.log_level=ERROR",
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
  return { root, address, stop };
}

async function answers(url: string): Promise<boolean> {
  const answer = await fetch(url).catch(() => null);
  await answer?.body?.cancel();
  return answer?.ok ?? false;
}

/** Opens a page of the server, `lab` or `notebooks/…`; requests that leave the machine are noted. */
export async function openApp(
  browser: Browser,
  { address }: Jupyter,
  path: string,
  outside: string[],
): Promise<Page> {
  // A low window: what is looked at is in the page all the same, and less is painted meanwhile.
  const page = await browser.newPage({ viewport: { width: 1000, height: 300 } });
  page.setDefaultTimeout(120_000);
  page.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(address) && !/^(data|blob):/.test(url)) outside.push(url);
  });
  await page.goto(`${address}/${path}?token=${TOKEN}`);
  await page.waitForFunction("window.jupyterapp !== undefined");
  await page.evaluate("jupyterapp.restored");
  return page;
}

// What follows runs in the page.
// deno-lint-ignore no-explicit-any
declare const jupyterapp: any;

/**
 * Opens a notebook in place of the one that is open, and waits until it is there. A kernel that still
 * runs serves it too.
 */
export async function openNotebook(path: string): Promise<void> {
  const { commands, shell } = jupyterapp;
  const earlier = shell.currentWidget;
  await earlier?.sessionContext?.ready;
  const kernel = earlier?.sessionContext?.session?.kernel?.model;
  earlier?.dispose();
  // Notebook 7 would open another tab of the browser.
  const place = { path, factory: "Notebook", options: { ref: "_noref" } };
  const panel = await commands.execute("docmanager:open", { ...place, ...kernel && { kernel } });
  await panel.revealed;
  await panel.context.ready;
}

/** Runs all cells, whose earlier outputs are cleared first. */
export async function runAll(): Promise<void> {
  const { commands, shell } = jupyterapp;
  await shell.currentWidget.sessionContext.ready;
  await commands.execute("notebook:clear-all-cell-outputs");
  await commands.execute("notebook:run-all-cells");
}

/** Runs the cells from the first whose source holds a text on, without clearing what they show. */
export async function runFrom(text: string): Promise<void> {
  const { commands, shell } = jupyterapp;
  const { content } = shell.currentWidget;
  // deno-lint-ignore no-explicit-any
  const isIt = ({ model }: any) => model.sharedModel.getSource().includes(text);
  content.activeCellIndex = content.widgets.findIndex(isIt);
  await commands.execute("notebook:run-all-below");
}

/** Puts sources into cells, by a text that each holds. */
export function edit(sources: [holding: string, source: string][]): void {
  const { content } = jupyterapp.shell.currentWidget;
  for (const [holding, source] of sources) {
    // deno-lint-ignore no-explicit-any
    const cells: any[] = content.widgets.map(({ model }: any) => model.sharedModel);
    cells.find((cell) => cell.getSource().includes(holding)).setSource(source);
  }
}

/** What cells show: their errors, whole, and the data of a MIME type, in order. */
export function shown(mime: string): { errors: string[]; data: unknown[] } {
  const { content } = jupyterapp.shell.currentWidget;
  // deno-lint-ignore no-explicit-any
  const outputs: any[] = content.model.toJSON().cells.flatMap(({ outputs = [] }: any) => outputs);
  const errors = outputs.filter(({ output_type }) => output_type === "error");
  const found = outputs.map(({ data }) => data?.[mime]).filter((data) => data !== undefined);
  return { errors: errors.map(({ traceback }) => traceback.join("\n")), data: found };
}

/** Starts the notebook's kernel again. */
export async function restart(): Promise<void> {
  await jupyterapp.shell.currentWidget.sessionContext.session.kernel.restart();
}

/** Gives the notebook another path. */
export async function move(path: string): Promise<void> {
  await jupyterapp.serviceManager.contents.rename(
    jupyterapp.shell.currentWidget.context.path,
    path,
  );
}

/** Saves the notebook. */
export async function save(): Promise<void> {
  await jupyterapp.shell.currentWidget.context.save();
}

/** Ends the kernel of the notebook. */
export async function endKernel(): Promise<void> {
  const { sessionContext } = jupyterapp.shell.currentWidget;
  await sessionContext.ready;
  await sessionContext.shutdown();
}
