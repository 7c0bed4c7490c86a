/** What the codebook shows in Python and R reads the figures as this project reads them. */
import { assert, assertEquals } from "@std/assert";
import { readPackage, readTable } from "../../../lib/data/mod.ts";
import { run } from "../../../lib/publish/system/process.ts";
import { examples, pythonWithLibraries, rscript, unpacked } from "./readers.ts";

const python = await pythonWithLibraries();
const r = await rscript();
const folder = await unpacked();
addEventListener("unload", () => Deno.removeSync(folder, { recursive: true }));

/** What a program says in JSON, run in the folder of the data package. */
async function said(program: string, args: string[]) {
  const { success, stdout, stderr } = await run(program, args, { cwd: folder });
  assert(success, stderr);
  assertEquals(stderr, "");
  return JSON.parse(stdout);
}

/** Rows, their sum and the first codes, of all vintages and of the last. */
async function ours() {
  const [all, latest] = await Promise.all(
    ["all", "latest"].map((vintage) => readTable("goods_by_partner_monthly", { vintage })),
  );
  const codes = latest.getColumn("partner_code").unique().sort().toArray() as string[];
  const usd = Number(latest.getColumn("value_usd").sum());
  assert(Number.isSafeInteger(usd) && codes.some((code) => code.startsWith("0")));
  return { all: all.height, rows: latest.height, usd, codes: codes.slice(0, 5) };
}

const PYTHON_SAYS = `
import json
frame = latest.df() if hasattr(latest, "df") else latest
print(json.dumps({"all": len(goods), "rows": len(frame), "usd": int(frame["value_usd"].sum()),
                  "codes": sorted(set(frame["partner_code"]))[:5]}))
`;

const R_SAYS = `
codes <- sort(unique(latest$partner_code), method = "radix")[1:5]
cat(sprintf('{"all": %d, "rows": %d, "usd": %.0f, "codes": ["%s"]}', nrow(goods), nrow(latest),
            sum(latest$value_usd), paste(codes, collapse = '", "')))
`;

Deno.test({
  name: "pandas and DuckDB read the data package as the codebook shows it",
  ignore: python === null,
  fn: async () => {
    const shown = await examples("python");
    assertEquals(shown.map((code) => code.split(/[\s.]+/)[1]), ["pandas", "duckdb"]);
    for (const code of shown) {
      assertEquals(await said(python!, ["-W", "error", "-c", code + PYTHON_SAYS]), await ours());
    }
  },
});

Deno.test({
  name: "R reads the data package as the codebook shows it, without any package",
  ignore: r === null,
  fn: async () => {
    const [code, ...more] = await examples("r");
    assertEquals(more, []);
    assertEquals(await said(r!, ["--vanilla", "-e", code + R_SAYS]), await ours());
  },
});

const BOTH_FORMS = `
import json
from pathlib import Path
import pandas as pd
same = {}
for resource in json.loads(Path("datapackage.json").read_text(encoding="utf-8"))["resources"]:
    name, path = resource["name"], resource["path"]
    csv = path if path.endswith(".csv") else name + ".csv.gz"
    types = {field["name"]: str if field["type"] == "string" else "int64"
             for field in resource["schema"]["fields"]}
    from_csv, from_parquet = pd.read_csv(csv, dtype=types), pd.read_parquet(name + ".parquet")
    pd.testing.assert_frame_equal(from_csv, from_parquet)
    same[name] = len(from_csv)
print(json.dumps(same))
`;

Deno.test({
  name: "each table says the same as Parquet and as CSV, to pandas",
  ignore: python === null,
  fn: async () => {
    const { resources } = await readPackage();
    const rows = await said(python!, ["-W", "error", "-c", BOTH_FORMS]);
    assertEquals(Object.keys(rows), resources.map(({ name }) => name));
    assert(Object.values<number>(rows).every((count) => count > 0));
  },
});
