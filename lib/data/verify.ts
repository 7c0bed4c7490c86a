/**
 * `deno task verify`: are the embedded figures whole, and do they add up?
 * One line for each table and each reconciliation; exit code 1 when one fails.
 */
import { parseArgs } from "@std/cli/parse-args";
import { number } from "../format.ts";
import { DATA_DIR, readPackage } from "./package.ts";
import { reconcile } from "./reconcile.ts";
import type { Tables } from "./rows.ts";
import { readTable } from "./tables.ts";

const HELP = `deno task verify [--data DIR]

Checks the figures in data/: every table's bytes, SHA-256, columns, types, constraints and keys
against datapackage.json, and every reconciliation that the figures allow.
Exit code 0: all hold. 1: at least one does not.`;

async function tableLines(dir: string): Promise<{ passed: boolean; line: string }[]> {
  const { resources } = await readPackage(dir);
  return Promise.all(resources.map(async ({ name, path }) => {
    try {
      const frame = await readTable(name as keyof Tables, { vintage: "all", dir });
      return {
        passed: true,
        line: `${path}: hash, schema and keys hold (${number(frame.height)} rows)`,
      };
    } catch (error) {
      return { passed: false, line: (error as Error).message };
    }
  }));
}

async function reconciliationLines(dir: string): Promise<{ passed: boolean; line: string }[]> {
  const findings = await reconcile(dir);
  return findings.map(({ statement, gap, allowed, unit, compared, passed }) => ({
    passed,
    line: `${statement}: largest gap ${number(gap)} ${unit} ` +
      `(allowed ${number(allowed)}; ${number(compared)} compared)`,
  }));
}

/** Prints what holds and what does not; returns whether all holds. */
export async function verify(dir: string): Promise<boolean> {
  const say = ({ passed, line }: { passed: boolean; line: string }) =>
    console.log(`${passed ? "ok  " : "FAIL"} ${line}`);
  const tables = await tableLines(dir);
  tables.forEach(say);
  if (tables.some(({ passed }) => !passed)) {
    console.log("The reconciliations need whole tables: mend these first.");
    return false;
  }
  const findings = await reconciliationLines(dir);
  findings.forEach(say);
  const failed = [...tables, ...findings].filter(({ passed }) => !passed).length;
  console.log(`${tables.length + findings.length - failed} hold, ${failed} do not`);
  return failed === 0;
}

if (import.meta.main) {
  const args = parseArgs(Deno.args, {
    boolean: ["help"],
    string: ["data"],
    default: { data: DATA_DIR },
    unknown: (option: string) => {
      console.error(`unknown option ${option}\n\n${HELP}`);
      Deno.exit(2);
    },
  });
  if (args.help) console.log(HELP);
  else {
    try {
      Deno.exit(await verify(args.data) ? 0 : 1);
    } catch (error) {
      console.error(`FAIL ${(error as Error).message}`);
      Deno.exit(1);
    }
  }
}
