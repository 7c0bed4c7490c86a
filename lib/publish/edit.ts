/** `deno task edit`: the site on this machine, kept current while someone writes. */
import { readArguments, UsageError } from "../command.ts";
import { isOfInterest } from "./edit/saved.ts";
import { Session } from "./edit/session.ts";
import { saves } from "./edit/watch.ts";
import { stopSignals, within } from "../platform.ts";
import { HERE, type Place } from "./place.ts";
import { setUp, type Tools } from "./setup/setup.ts";
import { exitCodeOf } from "./system/errors.ts";
import { run } from "./system/process.ts";

const HELP = `deno task edit: serves the site on this machine and keeps it current while you write

Open the address that it prints. The pages begin with the outputs that the notebooks were committed
with. Save a notebook, a module of lib/, its style, or a file of data/: what depends on it is made
again, and the pages that are open show it, at the place where they are. A chapter is executed when
its code changes, or a module that it uses; text alone is shown at once. What fails is said here and
on the pages, which stay as they were. Nothing is written into notebooks/ or build/: take new outputs
with deno task report --accept. Ctrl+C ends it.

  --open             open a browser, too
  --port <number>    port on this machine (default 8000, or the next free one)
  -h, --help         this text
`;

const PORT = 8000;

const OPTIONS = {
  open: { type: "boolean", default: false },
  port: { type: "string" },
} as const;

export interface Options {
  help: boolean;
  open: boolean;
  port?: number;
}

/**
 * Reads the options.
 *
 * @throws UsageError for one that is not known, and for what is no port.
 */
export function readOptions(args: string[]): Options {
  const { help, open, port } = readArguments(args, OPTIONS, HELP);
  if (port !== undefined && !(/^\d{1,5}$/.test(port) && Number(port) <= 65535)) {
    throw new UsageError(`--port is a number up to 65535; ${port} is not`);
  }
  return { help, open, port: port === undefined ? undefined : Number(port) };
}

/** Serves and keeps current until the signal says that it ends. Nothing stays behind. */
export async function edit(
  { open, port }: Options,
  signal: AbortSignal,
  { root, notebooks }: Pick<Place, "root" | "notebooks"> = HERE,
  say: (line: string) => void = console.log,
  tools?: Tools,
): Promise<void> {
  tools ??= await setUp({ root, say });
  const folder = await Deno.makeTempDir({ prefix: "technology-frontier-" });
  try {
    const place = { root, notebooks, tools, folder, say };
    const session = await Session.begin({
      ...place,
      port: port ?? PORT,
      orNext: port === undefined,
    });
    try {
      say(`The site: ${session.address}  (Ctrl+C ends it)`);
      if (open) void run(tools.python, ["-m", "webbrowser", "-t", session.address]);
      const isSource = (path: string) =>
        within(notebooks, path) !== null
          ? path.endsWith(".ipynb")
          : isOfInterest(within(root, path) ?? "");
      const folders = [
        { path: root, recursive: false },
        ...[`${root}/lib`, `${root}/data`, notebooks].map((path) => ({ path, recursive: true })),
      ];
      for await (const paths of saves(folders, isSource, signal)) await session.take(paths);
    } finally {
      await session.close();
    }
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

if (import.meta.main) {
  Deno.exitCode = await exitCodeOf(async () => {
    const options = readOptions(Deno.args);
    if (options.help) return console.log(HELP);
    const ending = new AbortController();
    for (const name of stopSignals()) Deno.addSignalListener(name, () => ending.abort());
    await edit(options, ending.signal);
    Deno.exit();
  });
}
