/** `deno task lab`: the chapters in JupyterLab, in the project's own environment. */
import { resolve } from "node:path";
import { hereOf } from "../command.ts";
import { exitCodeOf } from "./system/errors.ts";
import { scriptOf, signalsAsk, stopSignals, within } from "../platform.ts";
import { askToEnd, start } from "./system/process.ts";
import { setUp } from "./setup/setup.ts";
import { requireWritable } from "./system/writable.ts";
import { ROOT } from "../root.ts";

/** What a reader must know to go on after a stop or an edit. */
const GOING_ON =
  `■ stops a cell: Deno is started again, and the variables are gone. To have them back, choose
Run → Run All Above Selected Cell. An edited file of lib/ or data/ is taken up by a kernel that is
started again: Kernel → Restart Kernel and Run All Cells.`;

const HELP = `deno task lab: opens the chapters in JupyterLab, with the Deno kernel ready
deno task lab <folder>: another folder of the project, such as build/course/student

  --no-browser       do not open a browser; the address is printed
  --port <number>    port on this machine (default 8888, or the next free one)
  --ip=0.0.0.0       for other machines too, as out of a container (default: this machine alone)
  -h, --help         this text

Other options go to JupyterLab as they are; paths count from where you stand.

${GOING_ON}
`;

/** The folder that opens unless another is named. */
const CHAPTERS = "notebooks";

/** Settings that keep JupyterLab from asking the network for news and updates. */
const QUIET = {
  "@jupyterlab/apputils-extension:notification": {
    fetchNews: "false",
    checkForUpdates: false,
    doNotDisturbMode: true,
  },
  "@jupyterlab/extensionmanager-extension:plugin": { enabled: false },
};

/** Starts JupyterLab on the notebooks of a folder and waits for its end. Gives its exit code. */
async function lab(args: string[], root = ROOT): Promise<number> {
  const lasting = `${ROOT}/.venv/var`;
  const state = await requireWritable(lasting).then(() => lasting, () => null) ??
    await Deno.makeTempDir({ prefix: "technology-frontier-" });
  try {
    const tools = await setUp({ root: ROOT, state });
    const folder = await opened(root, args);
    const rest = folder === null ? args : args.slice(1);
    if (state !== lasting) console.log("The project cannot be written here: changes are not kept.");
    await Deno.mkdir(`${state}/config/labconfig`, { recursive: true });
    await Deno.writeTextFile(
      `${state}/config/labconfig/default_setting_overrides.json`,
      JSON.stringify(QUIET, null, 2),
    );
    // By its file, not -m: modules in the folder where the person stands are not JupyterLab's.
    const script = scriptOf(tools.venv, "jupyter-lab");
    return await ended(start(script.program, {
      args: [...script.args, ...options(root, folder ?? CHAPTERS, rest), ...rest],
      env: tools.env,
      cwd: hereOf(),
      // Out of the reach of the terminal, which sends Ctrl+C to every program of its group; where nobody
      // else can tell JupyterLab to end, within it.
      detached: signalsAsk(),
    }));
  } finally {
    if (state !== lasting) await Deno.remove(state, { recursive: true });
  }
}

/** Passes signals on to JupyterLab and waits for its end. */
async function ended(child: Deno.ChildProcess): Promise<number> {
  // JupyterLab ends its kernels, then this. It is told once: a second signal would break that off.
  for (const signal of stopSignals()) Deno.addSignalListener(signal, () => askToEnd(child));
  return (await child.status).code;
}

/** The folder of the project to open, by its path in it; null where none was named. */
async function opened(root: string, [first = "-"]: string[]): Promise<string | null> {
  const path = resolve(hereOf(), first);
  const { isDirectory } = await Deno.stat(path).catch(() => ({ isDirectory: false }));
  return !first.startsWith("-") && isDirectory ? within(root, path) : null;
}

/** Our options, less those that were given. */
function options(root: string, folder: string, given: string[]): string[] {
  const ours = [
    `--ServerApp.root_dir=${root}`,
    "--ServerApp.ip=127.0.0.1",
    "--ServerApp.answer_yes=True",
    `--ServerApp.allow_root=${Deno.uid() === 0 ? "True" : "False"}`,
    `--LabApp.default_url=/lab/tree/${folder}`,
    "--LabApp.news_url=",
    "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate",
    "--LabApp.extension_manager=readonly",
  ];
  const name = (option: string) => option.split("=")[0].replace(/^--ip$/, "--ServerApp.ip");
  return ours.filter((option) => !given.some((other) => name(other) === name(option)));
}

if (import.meta.main) {
  Deno.exitCode = await exitCodeOf(async () => {
    if (["--help", "-h"].some((it) => Deno.args.includes(it))) return console.log(HELP);
    console.log(`${GOING_ON}\n\nJupyterLab starts; stop it with Ctrl+C. Its address follows.`);
    return await lab(Deno.args);
  });
}
