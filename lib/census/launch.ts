/**
 * Starts the refresh with the permissions of its task and no more: the network to the hosts that are
 * asked alone, writing to the data and cache folders alone, the one environment variable of the key.
 *
 * Parquet is read and written by a native library (polars), kept in Deno's package cache: native code
 * is allowed from there alone, with the three facts of the system and the two variables that the
 * libraries look at when they load.
 */
import { parseOptions, UsageError } from "./options.ts";
import { ROOT } from "../root.ts";

const WORKER = `${ROOT}/lib/census/refresh.ts`;
const VARIABLES = ["CENSUS_API_KEY", "GRACEFUL_FS_PLATFORM", "TEST_GRACEFUL_FS_GLOBAL_PATCH"];

/**
 * The permission flags for a command line.
 *
 * @param packages folder of Deno's npm packages.
 * @throws UsageError for options that make no sense.
 */
export function permissions(args: string[], packages: string): string[] {
  const asked = parseOptions(args);
  const native = [
    `--allow-ffi=${packages}`,
    "--allow-sys=cpus,networkInterfaces,hostname",
    `--allow-env=${VARIABLES.join(",")}`,
  ];
  if (asked === "help") return [...native, `--allow-read=${packages}`];
  const hosts = [asked.apiBase, asked.archiveBase].map((base) => new URL(base).host);
  const written = [asked.dataDir, asked.cacheDir];
  const read = [ROOT, packages, ...written, ...asked.from ? [asked.from] : []];
  return [
    ...native,
    `--allow-read=${read.join(",")}`,
    ...asked.dryRun ? [] : [
      `--allow-net=${[...new Set(hosts)].join(",")}`,
      `--allow-write=${written.join(",")}`,
    ],
  ];
}

/** Where Deno keeps its npm packages. */
async function packageFolder(): Promise<string> {
  const { stdout } = await new Deno.Command(Deno.execPath(), { args: ["info", "--json"] }).output();
  return JSON.parse(new TextDecoder().decode(stdout)).npmCache;
}

async function launch(args: string[]): Promise<number> {
  let flags: string[];
  try {
    flags = permissions(args, await packageFolder());
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    console.error(`${error.message}\n\ndeno task refresh --help says more`);
    return 2;
  }
  const child = new Deno.Command(Deno.execPath(), {
    args: ["run", "--no-prompt", `--config=${ROOT}/deno.json`, ...flags, WORKER, ...args],
  }).spawn();
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    Deno.addSignalListener(signal, () => {
      try {
        child.kill(signal);
      } catch {
        // It has ended already.
      }
    });
  }
  return (await child.status).code;
}

if (import.meta.main) Deno.exit(await launch(Deno.args));
