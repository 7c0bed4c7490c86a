/** On what machine the figures of the bench were taken. */
import os from "node:os";
import { ROOT } from "../../lib/root.ts";

/** The machine and its programs, a line each; what is not known is said to be so. */
export async function machine(): Promise<string[]> {
  const cores = os.cpus();
  const [load] = Deno.loadavg();
  return [
    `${cores[0]?.model.trim() || "processor not named"}, ${cores.length} cores, ` +
    `${(os.totalmem() / 1e9).toFixed(0)} GB of memory`,
    `${await systemName()}, Deno ${Deno.version.deno}, Python ${await pythonVersion()}`,
    `${load.toFixed(1)} processes busy over the last minute, before the bench`,
  ];
}

/** `Debian GNU/Linux 12 (bookworm), Linux 6.18`. */
async function systemName(): Promise<string> {
  const release = await Deno.readTextFile("/etc/os-release").catch(() => "");
  const [, name] = /^PRETTY_NAME="?(.*?)"?$/m.exec(release) ?? [];
  return `${name ? `${name}, ` : ""}${os.type()} ${os.release()}`;
}

/** Of the private environment. */
async function pythonVersion(): Promise<string> {
  const about = await Deno.readTextFile(`${ROOT}/.venv/pyvenv.cfg`).catch(() => "");
  return /^version = (.+)$/m.exec(about)?.[1] ?? "not set up yet";
}
