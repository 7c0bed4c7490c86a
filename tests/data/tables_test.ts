/** Opening tables: what is there, which vintage, and a clear error for each kind of bad data. */
import pl from "nodejs-polars";
import { assert, assertEquals, assertRejects, assertStringIncludes } from "@std/assert";
import { withinMonths } from "../../lib/analysis/mod.ts";
import {
  DATA_DIR,
  DataError,
  readPackage,
  readTable,
  scanTable,
  sha256,
  type Tables,
} from "../../lib/data/mod.ts";
import { collect, column } from "../../lib/frame.ts";
import { fingerprint, rewriteCsv, rewriteParquet, withCopy } from "./fixture.ts";

Deno.test("every table of the data package opens with the columns it promises", async () => {
  const { resources } = await readPackage();
  assert(resources.length >= 10);
  for (const { name, schema } of resources) {
    const frame = await readTable(name as keyof Tables, { vintage: "all" });
    assertEquals(frame.columns, schema.fields.map((field) => field.name));
    assert(frame.height > 0, name);
  }
});

Deno.test("every resource names units, sources, licence and vintages", async () => {
  for (const resource of (await readPackage()).resources) {
    assert(resource.licenses.length > 0 && resource.sources.length > 0, resource.name);
    assert(resource.vintages.every(({ citation, coverage }) => citation && coverage));
    for (const field of resource.schema.fields) {
      if (field.name.endsWith("_usd")) assertEquals(field.unit, "USD", field.name);
    }
  }
});

Deno.test("codes stay text: leading zeros survive", async () => {
  const groups = column(await readTable("atp_by_group"), "atp_group");
  assert(groups.includes("04") && !groups.includes("4"));
  const partners = column(await readTable("goods_by_partner_monthly"), "partner_code");
  assert(partners.includes("0015"));
});

Deno.test("the latest vintage keeps for each month the last figure published", async () => {
  const latest = await readTable("atp_world_monthly");
  const march = withinMonths(latest, "2024-03", "2024-03");
  assertEquals([...new Set(column(march, "vintage"))], ["2026-10-01"]);
  const old = withinMonths(latest, "1989-01", "1989-01");
  assertEquals([...new Set(column(old, "vintage"))], ["2025-04-04"]);
  assertEquals(latest.select("month", "flow").unique().height, latest.height);
});

Deno.test("an earlier date gives what was published by then", async () => {
  const then = await readTable("atp_world_monthly", { vintage: "2025-12-31" });
  assertEquals([...new Set(column(then, "vintage"))], ["2025-04-04"]);
  const error = await assertRejects(
    () => readTable("atp_world_monthly", { vintage: "2001-01-01" }),
    DataError,
  );
  assertStringIncludes(error.message, "no vintage as early as 2001-01-01");
  assertStringIncludes(error.message, "2025-04-04, 2026-10-01");
});

Deno.test("a scan gives the rows of the table, and only those that are asked for", async () => {
  const scan = await scanTable("import_lines");
  const servers = collect(
    scan.filter(pl.col("hts10").str.contains("^847150")).select(
      pl.col("general_imports_usd").sum(),
    ),
    scan,
  );
  const read = (await readTable("import_lines")).filter(pl.col("hts10").str.contains("^847150"));
  const sum = (frame: pl.DataFrame) => Number(frame.getColumn("general_imports_usd").sum());
  assert(sum(servers) > 50e9);
  assertEquals(sum(servers), sum(read));
  assertEquals(collect(scan.select(pl.len().alias("rows")), scan).row(0)[0], 690_424);
});

Deno.test("a scan keeps for each key the last figure published, as reading does", async () => {
  const scanned = collect(
    await scanTable("goods_by_partner_monthly"),
    await scanTable("import_lines"),
  );
  const read = await readTable("goods_by_partner_monthly");
  assertEquals(scanned.height, read.height);
  assertEquals(scanned.getColumn("value_usd").sum(), read.getColumn("value_usd").sum());
  const then = await scanTable("goods_by_partner_monthly", { vintage: "2025-04-04" });
  const vintages = collect(then.select("vintage").unique(), then).getColumn("vintage").toArray();
  assertEquals(vintages, ["2025-04-04"]);
});

Deno.test("a scan refuses what reading refuses, and a CSV", async () => {
  const csv = await assertRejects(() => scanTable("atp_by_group"), DataError);
  assertStringIncludes(csv.message, 'is no Parquet file\n  mend: use readTable("atp_by_group")');
  const early = { vintage: "2001" };
  await assertRejects(() => scanTable("import_lines", early), DataError, "no vintage as early as");
  await withCopy(async (dir) => {
    await rewriteParquet(dir, "import_lines", (frame) => frame.rename({ duty_usd: "tax_usd" }));
    await assertRejects(() => scanTable("import_lines", { dir }), DataError, "tax_usd; expected");
    await rewriteParquet(
      dir,
      "import_lines",
      (frame) =>
        frame.rename({ tax_usd: "duty_usd" }).withColumn(pl.col("duty_usd").cast(pl.Float64)),
    );
    await assertRejects(
      () => scanTable("import_lines", { dir }),
      DataError,
      "expected DataType(Int64)",
    );
    await Deno.writeTextFile(`${dir}/import_lines.parquet`, "PAR1");
    await assertRejects(() => scanTable("import_lines", { dir }), DataError, "differs from");
  });
});

/** Changes the entry of a table in the data package. */
async function rewriteEntry(dir: string, name: string, change: (entry: object) => object) {
  const pkg = await readPackage(dir);
  const resources = pkg.resources.map((each) => each.name === name ? change(each) : each);
  await Deno.writeTextFile(`${dir}/datapackage.json`, JSON.stringify({ ...pkg, resources }));
}

const FAULTS: { name: string; spoil: (dir: string) => Promise<void>; says: string[] }[] = [
  {
    name: "a missing table",
    spoil: (dir) => Deno.remove(`${dir}/atp_by_group.csv`),
    says: ["data/atp_by_group.csv: is missing", "git checkout -- data/atp_by_group.csv"],
  },
  {
    name: "a missing data package",
    spoil: (dir) => Deno.remove(`${dir}/datapackage.json`),
    says: ["data/datapackage.json: is missing", "git checkout -- data/datapackage.json"],
  },
  {
    name: "an entry without columns and hash",
    spoil: (dir) =>
      rewriteEntry(dir, "atp_by_group", ({ schema: _, ...rest }: { schema?: unknown }) => ({
        ...rest,
        hash: "",
      })),
    says: [
      "data/datapackage.json: the entry of atp_by_group lacks hash",
      "schema.fields (a list, each with name and type), schema.primaryKey",
      "write it as the other entries have it",
    ],
  },
  {
    name: "an entry whose columns have no type",
    spoil: (dir) =>
      rewriteEntry(dir, "atp_by_group", (entry) => ({
        ...entry,
        schema: { fields: [{ name: "month" }], primaryKey: ["month"] },
      })),
    says: ["the entry of atp_by_group lacks schema.fields (a list, each with name and type)"],
  },
  {
    name: "a changed byte",
    spoil: async (dir) => {
      const path = `${dir}/atp_by_group.csv`;
      const bytes = await Deno.readFile(path);
      bytes[bytes.length - 2] ^= 1;
      await Deno.writeFile(path, bytes);
    },
    says: ["data/atp_by_group.csv: differs from datapackage.json: expected", "found", "sha256:"],
  },
  {
    name: "a wrong column",
    spoil: (dir) => rewriteCsv(dir, "atp_by_group", (csv) => csv.replace("value_usd", "value_eur")),
    says: ["has the columns", "value_eur", "expected", "value_usd"],
  },
  {
    name: "an unknown code",
    spoil: (dir) =>
      rewriteCsv(dir, "atp_by_group", (csv) =>
        csv.replace("exports,10,", "exports,11,")
          .replace("total_exports,10,", "total_exports,11,")),
    says: ["column atp_group", 'unknown value "11"'],
  },
  {
    name: "a value that is not a number",
    spoil: (dir) =>
      rewriteCsv(dir, "atp_by_group", (csv) => csv.replace(",13701000000\n", ",n.a.\n")),
    says: ["data/atp_by_group.csv"],
  },
  {
    name: "a negative value",
    spoil: (dir) => rewriteCsv(dir, "atp_by_group", (csv) => csv.replace(",13701", ",-13701")),
    says: ["column value_usd", "-13701000000"],
  },
  {
    name: "a duplicate key",
    spoil: (dir) =>
      rewriteCsv(dir, "atp_by_group", (csv) => {
        const lines = csv.trimEnd().split("\n");
        return [...lines, lines[1]].join("\n") + "\n";
      }),
    says: ["duplicate keys", "2021-09-30, 2020-01, 2020-08, exports, 01"],
  },
  {
    name: "an undescribed vintage",
    spoil: (dir) =>
      rewriteCsv(dir, "atp_by_group", (csv) => csv.replace("\n2025-05-06", "\n2030-01-01")),
    says: ["vintage 2030-01-01", "datapackage.json"],
  },
  {
    name: "an empty table",
    spoil: (dir) => rewriteCsv(dir, "atp_by_group", (csv) => csv.split("\n")[0] + "\n"),
    says: ["data/atp_by_group.csv", "no rows"],
  },
  {
    name: "a Parquet file that is not one",
    spoil: async (dir) => {
      const path = `${dir}/naics6_imports_world_monthly.parquet`;
      await Deno.writeTextFile(path, "PAR1 is only the beginning");
      const pkg = await readPackage(dir);
      const resource = pkg.resources.find((each) => each.path.startsWith("naics6"))!;
      const bytes = await Deno.readFile(path);
      Object.assign(resource, { bytes: bytes.length, hash: await sha256(bytes) });
      await Deno.writeTextFile(`${dir}/datapackage.json`, JSON.stringify(pkg));
    },
    says: ["data/naics6_imports_world_monthly.parquet: cannot be read"],
  },
];

for (const { name, spoil, says } of FAULTS) {
  Deno.test(`${name} is refused by name, and nothing is lost`, async () => {
    const before = await fingerprint();
    await withCopy(async (dir) => {
      await spoil(dir);
      const table = says[0].includes("naics6") ? "naics6_imports_world_monthly" : "atp_by_group";
      const error = await assertRejects(() => readTable(table, { dir }), DataError);
      for (const words of says) assertStringIncludes(error.message, words);
      assertStringIncludes(error.message, "mend:");
      // It would take a user's other work with it.
      assert(!/git checkout -- data\/?$/m.test(error.message), error.message);
    });
    assertEquals(await fingerprint(), before);
  });
}

Deno.test("a table that does not exist lists those that do", async () => {
  const error = await assertRejects(
    () => readTable("atp_by_colour" as keyof Tables),
    DataError,
  );
  assertStringIncludes(error.message, "has no table atp_by_colour");
  assertStringIncludes(error.message, "atp_by_group");
});

Deno.test("the figures lie in data/ of this project", () => {
  assertStringIncludes(DATA_DIR, "/data/");
});
