/**
 * `deno task verify`: are the embedded figures whole, and do they add up?
 * One line for each table and each reconciliation; exit code 1 when one fails.
 */
import { readArguments, UsageError, WRONG_USAGE } from "../command.ts";
import { number } from "../format.ts";
import { writeCodebook } from "./codebook.ts";
import { DATA_DIR, readPackage, undescribedTables } from "./package.ts";
import { reconcile } from "./reconcile.ts";
import type { Tables } from "./rows.ts";
import { readTable } from "./tables.ts";

const HELP = `deno task verify: are the figures whole, and do they add up?

Checks every table's bytes, SHA-256, columns, types, constraints and keys against datapackage.json,
and every reconciliation that the figures allow.

  --data <folder>    figures kept elsewhere than in data/
  --write-codebook   instead: write the tables of data/README.md anew, from datapackage.json
  -h, --help         this text

Exit code 0: all hold. 1: at least one does not. 2: the command line is wrong.
`;

const OPTIONS = {
  data: { type: "string" },
  "write-codebook": { type: "boolean", default: false },
} as const;

async function tableLines(dir: string): Promise<{ passed: boolean; line: string }[]> {
  const pkg = await readPackage(dir);
  const undescribed = (await undescribedTables(pkg, dir)).map(({ message }) => ({
    passed: false,
    line: message,
  }));
  const described = await Promise.all(pkg.resources.map(async ({ name, path }) => {
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
  return [...described, ...undescribed];
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
  try {
    const { help, data, "write-codebook": write } = readArguments(Deno.args, OPTIONS, HELP);
    if (write && data !== undefined) {
      throw new UsageError("--write-codebook is for data/: it stands without --data");
    }
    if (help) console.log(HELP);
    else if (write) {
      const changed = await writeCodebook(DATA_DIR);
      console.log(`data/README.md ${changed ? "is written anew" : "is up to date"}`);
    } else {
      if (data !== undefined) {
        await Deno.stat(`${data}/datapackage.json`).catch(() => {
          throw new UsageError(`--data ${data}: no figures there, datapackage.json is missing`);
        });
      }
      Deno.exitCode = await verify(data ?? DATA_DIR) ? 0 : 1;
    }
  } catch (error) {
    const isWrongUsage = error instanceof UsageError;
    console.error(`${isWrongUsage ? "error:" : "FAIL"} ${(error as Error).message}`);
    Deno.exitCode = isWrongUsage ? WRONG_USAGE : 1;
  }
}
