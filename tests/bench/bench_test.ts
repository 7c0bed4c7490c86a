/** The bench measures what it says, on few rows here, and leaves nothing behind. */
import { assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import pl from "nodejs-polars";
import { generate, ROWS_A_MONTH } from "./generated.ts";

const SCRIPT = `${import.meta.dirname}/run.ts`;

async function bench(...args: string[]) {
  const { code, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", SCRIPT, ...args],
    env: { NO_COLOR: "1" },
  }).output();
  const text = new TextDecoder();
  return { code, stdout: text.decode(stdout), stderr: text.decode(stderr) };
}

Deno.test("the generated table has the rows asked for, each key once, and says what it is", async () => {
  const folder = await Deno.makeTempDir();
  try {
    generate(folder, ROWS_A_MONTH + 7);
    const files = [...Deno.readDirSync(folder)].map((file) => file.name).sort();
    assertEquals(files, ["generated-2015-01.parquet", "generated-2015-02.parquet"]);
    const frame = pl.concat(files.map((file) => pl.readParquet(`${folder}/${file}`)));
    assertEquals(frame.height, ROWS_A_MONTH + 7);
    assertEquals(frame.select("month", "hs10", "partner_code").unique().height, frame.height);
    assertEquals(frame.getColumn("vintage").unique().toArray(), ["generated"]);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});

Deno.test("speed and peak memory are said, and the temporary folder is gone", async () => {
  const temporary = await Deno.makeTempDir();
  try {
    const { success, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
      args: ["run", "-A", SCRIPT, "--only", "scale", "--rows", "600000"],
      env: { TMPDIR: temporary, NO_COLOR: "1" },
    }).output();
    const text = new TextDecoder();
    assertEquals([success, text.decode(stderr)], [true, ""]);
    assertMatch(text.decode(stdout), /600,000 rows generated .* 2 Parquet files/);
    assertMatch(text.decode(stdout), /million rows\/s, peak memory \d+ MB, 100 shares/);
    assertEquals([...Deno.readDirSync(temporary)].map((entry) => entry.name), []);
  } finally {
    await Deno.remove(temporary, { recursive: true });
  }
});

Deno.test("help, and options that are not known", async () => {
  assertStringIncludes((await bench("--help")).stdout, "deno task bench: measures loading");
  const section = await bench("--only", "nonsense");
  assertEquals(section.code, 2);
  assertStringIncludes(section.stderr, "no section nonsense; there are: loading, analyses");
  const rows = await bench("--rows", "many");
  assertEquals(rows.code, 2);
  assertStringIncludes(rows.stderr, "--rows many is no count");
});
