/**
 * Every chapter as a reader of Jupyter sees it, as committed and after «Run All Cells»: no formula
 * where money is meant, every picture, the text as it is meant; saved, it passes the gate.
 */
import { assertEquals } from "@std/assert";
import type { Page } from "playwright-core";
import { difference } from "../../lib/publish/gates.ts";
import { chapterNames, readChapter } from "../../lib/publish/notebook.ts";
import { run } from "../../lib/publish/process.ts";
import { ROOT, tools } from "../publish/fixtures.ts";
import { inChromium, withChromium } from "./chromium.ts";
import {
  endKernel,
  openApp,
  openNotebook,
  runAll,
  save,
  startJupyter,
  workspace,
} from "./jupyter.ts";
import { faults, look, meant } from "./rendered.ts";

Deno.test({
  name: "JupyterLab, Notebook 7 and nbconvert show every chapter as it is meant, and save it so",
  ...inChromium,
  fn: async (t) => {
    const t0 = performance.now();
    const lap = (s: string) => console.log(((performance.now() - t0) / 1000).toFixed(1), s);
    const names = await chapterNames(`${ROOT}/notebooks`);
    const root = await workspace(["notebooks", "notebook7"]);
    const { pandoc, python, env } = await tools();
    const converted = run(python, [
      ...["-m", "jupyter", "nbconvert", "--to", "html", "--log-level=ERROR"],
      ...[`--output-dir=${root}/html`, ...names.map((name) => `${ROOT}/notebooks/${name}.ipynb`)],
    ], { env }).then((r) => {
      lap("converted");
      return r;
    });
    const chapters = await Promise.all(
      names.map((name) => readChapter(`${ROOT}/notebooks/${name}.ipynb`)),
    );
    const wanted = await meant(chapters, pandoc);
    lap("meant");
    const jupyter = await startJupyter(root);
    lap("server");
    const outside: string[] = [];
    const found: string[] = [];
    try {
      await withChromium(async (browser) => {
        const lab = openApp(browser, jupyter, "lab", outside);
        const seven = openApp(browser, jupyter, `notebooks/notebook7/${names[0]}.ipynb`, outside);
        const inLab = async () => {
          const page = await lab;
          lap("lab");
          for (const [index, name] of names.entries()) {
            await page.evaluate(openNotebook, `notebooks/${name}.ipynb`);
            lap("opened");
            found.push(
              ...faults(await page.evaluate(look, null), wanted[index]).map((it) =>
                `lab ${name} ${it}`
              ),
            );
            lap("looked");
            await page.evaluate(runAll);
            lap("run");
            found.push(
              ...faults(await page.evaluate(look, null), wanted[index]).map((it) =>
                `lab run ${name} ${it}`
              ),
            );
            await page.evaluate(save);
            await page.evaluate(endKernel);
            const [committed, now] = await Promise.all(
              [ROOT, root].map((folder) => Deno.readTextFile(`${folder}/notebooks/${name}.ipynb`)),
            );
            const change = difference(name, committed, now);
            if (change) found.push(change);
            lap(name);
          }
          await converted;
          for (const [index, name] of names.entries()) {
            const html = await Deno.readTextFile(`${root}/html/${name}.html`);
            found.push(
              ...faults(await page.evaluate(look, html), wanted[index]).map((it) =>
                `nbconvert ${name} ${it}`
              ),
            );
          }
          lap("nbconvert");
        };
        const in7 = async () => {
          const page = await seven;
          lap("7 page");
          for (const [index, name] of names.entries()) {
            await page.evaluate(openNotebook, `notebook7/${name}.ipynb`);
            found.push(
              ...faults(await page.evaluate(look, null), wanted[index]).map((it) =>
                `7 ${name} ${it}`
              ),
            );
            lap("7 " + name);
          }
        };
        await Promise.all([inLab(), in7()]);
      });
    } finally {
      await jupyter.stop();
      lap("stopped");
    }
    assertEquals(found, []);
    assertEquals(outside, []);
  },
});
