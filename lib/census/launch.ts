/**
 * Starts the refresh with the permissions of its task and no more: the network to the hosts that are
 * asked alone, writing to the data and cache folders alone, the one environment variable of the key.
 * With `--report` it starts what tells of it then, which has neither the key nor a use for the network.
 *
 * Parquet is read and written by a native library (polars), kept in Deno's package cache: native code
 * is allowed from there alone, with the three facts of the system and the two variables that the
 * libraries look at when they load.
 */
import { relative } from "node:path";
import { hereOf, UsageError, WRONG_USAGE } from "../command.ts";
import { type Asked, parseOptions } from "./options.ts";
import { ROOT } from "../root.ts";

const WORKER = "lib/census/refresh.ts", REPORT = "lib/publish/revise.ts";
const VARIABLES = [
  "CENSUS_API_KEY",
  "INIT_CWD",
  "GRACEFUL_FS_PLATFORM",
  "TEST_GRACEFUL_FS_GLOBAL_PATCH",
];

/**
 * The permission flags for a command line. Deno parts the paths of a flag by commas and knows no way to
 * write one: paths are given from the project's folder, in which the refresh runs, so that whatever
 * lies above both may have one; a path that keeps a comma is refused and never grants another folder.
 *
 * @param packages folder of Deno's npm packages.
 * @param here where relative folders of the command line count from.
 * @throws UsageError for options that make no sense, and a folder that cannot be named.
 */
export function permissions(args: string[], packages: string, here: string): string[] {
  const asked = parseOptions(args, here);
  const npm = named("the folder of Deno's packages (DENO_DIR)", packages);
  const native = [
    `--allow-ffi=${npm}`,
    "--allow-sys=cpus,networkInterfaces,hostname",
    `--allow-env=${VARIABLES.join(",")}`,
  ];
  if (asked === "help") return [...native, `--allow-read=${npm}`];
  const hosts = [asked.apiBase, asked.archiveBase].map((base) => new URL(base).host);
  const written = [named("--data", asked.dataDir), named("--cache", asked.cacheDir)];
  const read = [".", npm, ...written, ...asked.from ? [named("--from", asked.from)] : []];
  return [
    ...native,
    `--allow-read=${read.join(",")}`,
    ...asked.dryRun ? [] : [
      `--allow-net=${[...new Set(hosts)].join(",")}`,
      `--allow-write=${written.join(",")}`,
    ],
  ];
}

/** A folder as a permission names it. */
function named(what: string, path: string): string {
  const written = `./${relative(ROOT, path)}`;
  if (!written.includes(",")) return written;
  throw new UsageError(
    `${what} ${path}: has a comma, and Deno cannot allow a folder with one; rename it, or ` +
      "choose another folder",
  );
}

/** Where Deno keeps its npm packages. */
async function packageFolder(): Promise<string> {
  const { stdout } = await new Deno.Command(Deno.execPath(), { args: ["info", "--json"] }).output();
  return JSON.parse(new TextDecoder().decode(stdout)).npmCache;
}

async function launch(args: string[]): Promise<number> {
  const here = hereOf();
  let flags: string[], asked: "help" | Asked;
  try {
    flags = permissions(args, await packageFolder(), here);
    asked = parseOptions(args, here);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    console.error(`${error.message}\n\ndeno task refresh --help says more`);
    return WRONG_USAGE;
  }
  const code = await run(["--no-prompt", "--config=deno.json", ...flags, WORKER, ...args], {
    INIT_CWD: here,
  });
  if (code !== 0 || asked === "help" || !asked.report) return code;
  const pdf = asked.pdf ? [] : ["--no-pdf"];
  return await run(["-A", REPORT, "--cache", asked.cacheDir, ...pdf], { CENSUS_API_KEY: "" });
}

/** Runs a module in the project's folder to its end; returns its exit code. */
async function run(args: string[], env: Record<string, string>): Promise<number> {
  const child = new Deno.Command(Deno.execPath(), { args: ["run", ...args], cwd: ROOT, env })
    .spawn();
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
