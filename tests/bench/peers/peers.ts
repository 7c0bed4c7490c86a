/** `deno task bench --peers`: the same work by other tools and by ours, in one run. */
import { chapterNames, figuresOf, readChapter } from "../../../lib/publish/chapters/notebook.ts";
import { jupyterEnvironment } from "../../../lib/publish/setup/kernel.ts";
import type { Measurement } from "../measure.ts";
import { copyProject } from "../scratch.ts";
import { wholeCommand } from "../whole_command.ts";
import { chapterPeers, countIn, FIGURE, outputsOf, type Peer } from "./chapters.ts";
import { type Numbers, ourNumbers, pythonNotebook, requireSame } from "./figures.ts";
import { compared, inPairs } from "./pairs.ts";
import { installTools, type PeerTools, reason } from "./tools.ts";

type Lines = AsyncGenerator<Measurement | string>;

interface Work {
  tools: PeerTools;
  /** The copy of the project. */
  root: string;
  /** The environment of the other tools. */
  env: Record<string, string>;
  pairs: number;
}

/** Installs the tools, compares, and removes everything. */
export async function* peers(pairs: number): Lines {
  const folder = await Deno.makeTempDir({ prefix: "bench-peers-" });
  const root = await copyProject();
  try {
    const tools = await installTools(folder);
    yield Object.entries(tools.versions).map((each) => each.join(" ")).join(", ");
    for (const line of tools.absent) yield `not to be had here: ${line}`;
    const work = { tools, root, env: environment(folder, root), pairs };
    yield* byChapters(work);
    yield* lostOutputs(work, folder);
    yield* byFigures(work);
  } finally {
    for (const each of [folder, root]) await Deno.remove(each, { recursive: true });
  }
}

function environment(folder: string, root: string): Record<string, string> {
  const env = jupyterEnvironment(`${root}/.venv`, Deno.env.toObject(), `${folder}/state`);
  // Settings for old builds of OpenBLAS slow a new numpy down.
  for (const name of ["OPENBLAS_CORETYPE", "OPENBLAS_L2_SIZE"]) delete env[name];
  return { ...env, MPLCONFIGDIR: `${folder}/matplotlib` };
}

async function* byChapters({ tools, root, env, pairs }: Work): Lines {
  const names = await chapterNames(`${root}/notebooks`);
  const chapters = await Promise.all(
    names.map((name) => readChapter(`${root}/notebooks/${name}.ipynb`)),
  );
  const figures = chapters.flatMap(figuresOf).length;
  const report = (...args: string[]) =>
    wholeCommand([Deno.execPath(), "task", "report", "--fresh", "--no-pdf", ...args], {
      cwd: root,
    });
  yield `the ${names.length} chapters, executed and turned into HTML; ours: gates, figures in two ` +
    "widths, pictures and workbook of them, explorer, search; all use the project's kernel";
  // Deno's caches of a new folder are filled.
  await report("--only", "2");
  for (const peer of await chapterPeers(tools, root)) {
    const theirs = async () => {
      await Deno.remove(peer.output, { recursive: true }).catch(() => {});
      return await wholeCommand(peer.command, { cwd: peer.cwd, env });
    };
    try {
      const taken = await inPairs(pairs, theirs, report);
      yield* compared(taken, {
        what: peer.name,
        note: `${await found(peer, figures)}; ${peer.remark}`,
      }, { what: "ours: deno task report --fresh --no-pdf", note: await oursFound(root, figures) });
    } catch (error) {
      yield `${peer.name} could not do it: ${reason(saidOf(error as Error))}`;
    }
  }
}

const found = async ({ output }: Peer, figures: number) =>
  `${await countIn(output, FIGURE)} of ${figures} figures`;

const oursFound = async (root: string, figures: number) =>
  `${await countIn(`${root}/build/site`, /<figure\b/g)} of ${figures} figures`;

/** All that a command said which failed, or what another error says. */
const saidOf = ({ message, cause }: Error) => typeof cause === "string" ? cause : message;

/** What stock nbconvert loses with the kernel that Deno installs by itself. */
async function* lostOutputs({ tools, root, env }: Work, folder: string): Lines {
  const kernel = `${folder}/stock/kernels/deno`;
  await Deno.mkdir(kernel, { recursive: true });
  const argv = [Deno.execPath(), "jupyter", "--kernel", "--conn", "{connection_file}"];
  const spec = { argv, display_name: "Deno", language: "typescript" };
  await Deno.writeTextFile(`${kernel}/kernel.json`, JSON.stringify(spec));
  const output = `${root}/by-stock-kernel`;
  const names = await chapterNames(`${root}/notebooks`);
  const command = [
    ...[tools.python, "-m", "nbconvert", "--execute", "--to", "notebook", "--output-dir", output],
    ...names.map((name) => `${name}.ipynb`),
  ];
  const what = "nbconvert with Deno's own kernel in place of the project's";
  try {
    await wholeCommand(command, {
      cwd: `${root}/notebooks`,
      env: { ...env, JUPYTER_PATH: `${folder}/stock` },
    });
    const [executed, committed] = [await outputsOf(output), await outputsOf(`${root}/notebooks`)];
    const lost = committed.filter((count, index) => executed[index] !== count).length;
    yield `${what} says that all went well; ${lost} of ${
      committed.filter((count) => count > 0).length
    } cells with outputs lack one or have another's`;
  } catch (error) {
    yield `${what} breaks off: ${reason(saidOf(error as Error))}`;
  }
}

async function* byFigures({ tools, root, env, pairs }: Work): Lines {
  const cwd = `${root}/figures`;
  await Deno.mkdir(cwd);
  const script = await Deno.readTextFile(`${import.meta.dirname}/pandas_figures.py`);
  await Deno.writeTextFile(`${cwd}/pandas.ipynb`, pythonNotebook(script));
  await Deno.copyFile(`${import.meta.dirname}/our_figures.ipynb`, `${cwd}/ours.ipynb`);
  const html = (name: string) => () =>
    wholeCommand([tools.python, "-m", "nbconvert", "--execute", "--to", "html", `${name}.ipynb`], {
      cwd,
      env,
    });
  // The first use of matplotlib lists the fonts of the machine.
  for (const name of ["pandas", "ours"]) await html(name)();
  const theirs: Numbers = JSON.parse(await Deno.readTextFile(`${cwd}/figures.json`));
  const numbers = requireSame(theirs, await ourNumbers());
  yield "three figures from the same tables, by nbconvert on both sides; ours: hashes, schemas and keys " +
    `of the tables checked, each figure in two widths with its data; the same ${numbers} numbers`;
  const { versions } = tools;
  yield* compared(await inPairs(pairs, html("pandas"), html("ours")), {
    what:
      `ipykernel ${versions.ipykernel}, pandas ${versions.pandas}, matplotlib ${versions.matplotlib}`,
    note: await figuresIn(`${cwd}/pandas.html`),
  }, { what: "ours: the project's kernel and library", note: await figuresIn(`${cwd}/ours.html`) });
}

async function figuresIn(page: string): Promise<string> {
  const images = (await Deno.readTextFile(page)).match(FIGURE) ?? [];
  return `${images.length} figures`;
}
