/**
 * Every chapter as readers of notebooks see it, as committed and after «Run All Cells»: no formula
 * where money is meant, every picture, the text as it is meant. Saved, it passes the gate.
 */
import { assertEquals } from "@std/assert";
import type { Browser } from "playwright-core";
import { bundle, md, table } from "../../lib/notebook/mod.ts";
import { markdownText } from "../../lib/notebook/escape.ts";
import { difference } from "../../lib/publish/chapters/gates.ts";
import { chapterNames, parseChapter } from "../../lib/publish/chapters/notebook.ts";
import { run } from "../../lib/publish/system/process.ts";
import { notebook, ROOT, tools } from "../publish/fixtures.ts";
import { inChromium, withChromium } from "./chromium.ts";
import {
  endKernel,
  type Jupyter,
  openApp,
  openNotebook,
  runAll,
  save,
  startJupyter,
  workspace,
} from "./jupyter.ts";
import { faultsOf, type Meant, meant } from "./rendered.ts";

const PAIR = "over $100 *each*, not over $200";
const columns = [{ label: "$ or $", value: () => PAIR }];
const outputs = [md`It is ${"$1 of $2"}.`, table([{}], { caption: PAIR, columns })]
  .map((item) => ({ output_type: "display_data", ...bundle(item) }));

/** A notebook with faults that must be found, then money in every form that the library writes. */
const FAULTY = notebook(
  { prose: "# Faults" },
  { prose: "Exports were $464.3 billion and imports $763.2 billion." },
  { prose: "It is **not bold." },
  { prose: "![A map](missing.svg)" },
  { prose: "The share of undefined was NaN." },
  { prose: `Lines of ${markdownText(PAIR)}.` },
  { code: "1;", outputs },
);
const FAULTS = ["2: a formula", "3: **", "4: a broken picture", "5: undefined", "5: NaN"]
  .map((fault) => `cell ${fault}`);

/** What is wrong with each notebook, by its name. */
type Faults = Record<string, string[]>;

/** What each notebook is meant to say, by its name. */
type Wanted = Map<string, Meant[]>;

const known = (name: string): string[] => name === "faulty" ? FAULTS : [];

const notebooks = new Map([["faulty", FAULTY]]);
for (const name of await chapterNames(`${ROOT}/notebooks`)) {
  notebooks.set(name, await Deno.readTextFile(`${ROOT}/notebooks/${name}.ipynb`));
}
const names = [...notebooks.keys()];

/** JupyterLab: what is seen as committed and after Run All, and what the gate says of it saved. */
async function inLab(browser: Browser, jupyter: Jupyter, wanted: Wanted) {
  const [committed, executed, saved]: Faults[] = [{}, {}, {}];
  const outside: string[] = [];
  const page = await openApp(browser, jupyter, "lab", outside);
  for (const [name, blocks] of wanted) {
    const path = `lab/${name}.ipynb`;
    const gate = async () => {
      await page.evaluate(save);
      const text = await Deno.readTextFile(`${jupyter.root}/${path}`);
      return difference(name, notebooks.get(name)!, text) ?? [];
    };
    await page.evaluate(openNotebook, path);
    committed[name] = await faultsOf(page, blocks, known(name));
    saved[name] = [await gate()].flat();
    executed[name] = known(name);
    if (name !== "faulty") {
      await page.evaluate(runAll);
      executed[name] = await faultsOf(page, blocks);
      saved[name].push(...[await gate()].flat());
    }
    await page.evaluate(endKernel);
  }
  return { page, committed, executed, saved, outside };
}

/** Notebook 7: the same, with one kernel that serves them all. */
async function inNotebook7(browser: Browser, jupyter: Jupyter, wanted: Wanted) {
  const [committed, executed]: Faults[] = [{}, {}];
  const outside: string[] = [];
  const page = await openApp(browser, jupyter, "notebooks/notebook7/faulty.ipynb", outside);
  for (const [name, blocks] of wanted) {
    await page.evaluate(openNotebook, `notebook7/${name}.ipynb`);
    committed[name] = await faultsOf(page, blocks, known(name));
    executed[name] = known(name);
    if (name === "faulty") continue;
    await page.evaluate(runAll);
    executed[name] = await faultsOf(page, blocks);
  }
  return { committed, executed, outside };
}

async function convertedPages(root: string): Promise<Map<string, string>> {
  const { python, env } = await tools();
  const paths = names.map((name) => `${root}/notebook7/${name}.ipynb`);
  const options = ["--to", "html", "--log-level=ERROR", `--output-dir=${root}/html`];
  const args = ["-m", "jupyter", "nbconvert", ...options, ...paths];
  const { success, stderr } = await run(python, args, { env });
  if (!success) throw new Error(stderr);
  const pages = names.map(async (name) =>
    [name, await Deno.readTextFile(`${root}/html/${name}.html`)] as const
  );
  return new Map(await Promise.all(pages));
}

Deno.test({
  name: "chapters are seen as they are meant, in every reader, and are saved without a difference",
  ...inChromium,
  fn: async (t) => {
    const root = await workspace(["lab", "notebook7"], notebooks);
    const pages = convertedPages(root);
    const chapters = [...notebooks].map(([name, text]) => parseChapter(name, text));
    const texts = await meant(chapters, (await tools()).pandoc);
    const wanted = new Map(names.map((name, index) => [name, texts[index]]));
    const expected: Faults = Object.fromEntries(names.map((name) => [name, known(name)]));
    const none: Faults = Object.fromEntries(names.map((name) => [name, []]));

    const jupyter = await startJupyter(root);
    try {
      await withChromium(async (browser) => {
        const [lab, seven] = await Promise.all([
          inLab(browser, jupyter, wanted),
          inNotebook7(browser, jupyter, wanted),
        ]);
        const converted: Faults = {};
        for (const [name, html] of await pages) {
          converted[name] = await faultsOf(lab.page, wanted.get(name)!, known(name), html);
        }
        const steps: [string, unknown, unknown][] = [
          ["JupyterLab shows the committed outputs", lab.committed, expected],
          ["JupyterLab shows the same after Run All", lab.executed, expected],
          ["what JupyterLab saves is no difference to the gate", lab.saved, none],
          ["Notebook 7 shows the committed outputs", seven.committed, expected],
          ["Notebook 7 shows the same after Run All", seven.executed, expected],
          ["the pages of nbconvert show the same", converted, expected],
          ["no request leaves the machine", [...lab.outside, ...seven.outside], []],
        ];
        for (const [name, found, right] of steps) {
          await t.step(name, () => assertEquals(found, right));
        }
      });
    } finally {
      await jupyter.stop();
      await pages.catch(() => {});
    }
  },
});
