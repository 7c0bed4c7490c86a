/** `deno task edit` as an author meets it: from the save of a notebook to the page that shows it. */
import { type Browser, chromium, type Page } from "playwright-core";
import { chapterNames } from "../../lib/publish/chapters/notebook.ts";
import { start } from "../../lib/publish/system/process.ts";
import { chromiumPath, LAUNCH } from "../browser/chromium.ts";
import { atMost, type Measurement, median } from "./measure.ts";
import { type Cell, change, sourceOf, withOutputs } from "./changes.ts";
import { copyProject } from "./scratch.ts";

/** What is promised, on two cores, in seconds. */
const TARGET = { prose: 1, cell: 2.5 };
const RUNS = 5;
const CHAPTER = 5;
/** How long a page may take, in ms, before the bench gives up. */
const PATIENCE = 120_000;

export async function* editing(): AsyncGenerator<Measurement> {
  if (chromiumPath === undefined) return;
  const root = await copyProject();
  const name = (await chapterNames(`${root}/notebooks`))
    .find((name) => parseInt(name) === CHAPTER)!;
  const path = `${root}/notebooks/${name}.ipynb`;
  const child = start(Deno.execPath(), {
    args: ["task", "--quiet", "edit"],
    cwd: root,
    env: { ...Deno.env.toObject(), NO_COLOR: "1" },
    stdin: "null",
    stdout: "piped",
    stderr: "inherit",
  });
  const browser = await chromium.launch(LAUNCH);
  try {
    const address = await addressIn(child.stdout);
    const page = await opened(browser, `${address}${name}.html`);
    const saves = {
      "a word of prose saved, until the page shows it": { edit: withProse, most: TARGET.prose },
      "a cell saved, until the page shows its output": { edit: withCode, most: TARGET.cell },
    };
    for (const [what, { edit, most }] of Object.entries(saves)) {
      const times: number[] = [];
      // The first save finds nothing kept ready, and is not counted.
      for (let run = 0; run <= RUNS; run++) times.push(await shown(page, path, edit));
      const seconds = median(times.slice(1));
      const targets = [atMost(seconds * 1000, most * 1000, "ms")];
      yield { what, seconds, note: `median of ${RUNS}, Chapter ${CHAPTER}`, targets };
    }
  } finally {
    await browser.close();
    child.kill("SIGINT");
    await child.status;
    await Deno.remove(root, { recursive: true });
  }
}

/** The address that the command says, as soon as it serves. */
async function addressIn(stdout: ReadableStream<Uint8Array<ArrayBuffer>>): Promise<string> {
  const [heard, rest] = stdout.tee();
  // What it says later is thrown away, or it would wait for a reader.
  void rest.pipeTo(new WritableStream());
  let said = "";
  for await (const text of heard.pipeThrough(new TextDecoderStream())) {
    said += text;
    const [address] = /http:\/\/(127\.0\.0\.1|localhost):\d+\//.exec(said) ?? [];
    if (address) return address;
  }
  throw new Error(`deno task edit ended and named no address:\n${said}`);
}

async function opened(browser: Browser, url: string): Promise<Page> {
  const page = await browser.newPage();
  page.setDefaultTimeout(PATIENCE);
  await page.goto(url);
  return page;
}

/** Saves the notebook with a word that is nowhere yet; gives the seconds until the page has it. */
async function shown(
  page: Page,
  path: string,
  edit: (cells: Cell[], word: string) => void,
): Promise<number> {
  const word = `Bench${crypto.randomUUID().slice(0, 8)}`;
  const start = performance.now();
  await change(path, (cells) => edit(cells, word));
  await page.getByText(word).first().waitFor({ state: "attached" });
  return (performance.now() - start) / 1000;
}

function withProse(cells: Cell[], word: string): void {
  const cell = cells.find(({ cell_type }) => cell_type === "markdown")!;
  cell.source = `${sourceOf(cell).replace(/\n*\(Bench\w+\)$/, "")}\n\n(${word})`;
}

function withCode(cells: Cell[], word: string): void {
  const cell = withOutputs(cells);
  const code = sourceOf(cell).replace(/\nawait show\(md`Bench\w+`\);$/, "");
  cell.source = `${code}\nawait show(md\`${word}\`);`;
}
