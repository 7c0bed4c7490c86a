/** The bench measures what it says, on few rows here, and leaves nothing behind. */
import {
  assert,
  assertEquals,
  assertMatch,
  assertRejects,
  assertStringIncludes,
  assertThrows,
} from "@std/assert";
import { SYSTEM, temporaryIn } from "../../lib/platform.ts";
import { UsageError } from "../../lib/command.ts";
import pl from "nodejs-polars";
import { notebook, ROOT } from "../publish/fixtures.ts";
import { change, withOutputs } from "./changes.ts";
import { generate, ROWS_A_MONTH } from "./generated.ts";
import { atLeast, atMost } from "./measure.ts";
import { HELP, readOptions } from "./options.ts";
import { copyProject } from "./scratch.ts";
import { wholeCommand } from "./whole_command.ts";

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

Deno.test("machine, speed, peak memory and targets are said, and the temporary folder is gone", async () => {
  const temporary = await Deno.makeTempDir();
  try {
    const { success, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
      args: ["run", "-A", SCRIPT, "--only", "scale", "--rows", "600000"],
      env: { ...temporaryIn(temporary), NO_COLOR: "1" },
    }).output();
    const text = new TextDecoder();
    assertEquals([success, text.decode(stderr)], [true, ""]);
    assertMatch(text.decode(stdout), /600,000 rows generated .* 2 Parquet files/);
    assertMatch(text.decode(stdout), /million rows\/s, peak memory \d+ MB, 100 shares/);
    const [processor, programs, load, ...measured] = text.decode(stdout).split("\n");
    assertMatch(processor, /^\S.*, \d+ cores, \d+ GB of memory$/);
    assertMatch(programs, /Deno \d+\.\d+\.\d+, Python /);
    assertMatch(load, /processes busy/);
    assertMatch(
      measured.join("\n"),
      /\[≥ 20 million rows\/s: (not )?met; ≤ 700 MB: (not )?met\]/,
    );
    assertEquals([...Deno.readDirSync(temporary)].map((entry) => entry.name), []);
  } finally {
    await Deno.remove(temporary, { recursive: true });
  }
});

Deno.test("a value on its target meets it, one beyond does not", () => {
  assertEquals(atMost(1.5, 1.5, "s"), "≤ 1.5 s: met");
  assertEquals(atMost(1.5001, 1.5, "s"), "≤ 1.5 s: not met");
  assertEquals(atLeast(500, 500, "MB/s"), "≥ 500 MB/s: met");
  assertEquals(atLeast(499.9, 500, "MB/s"), "≥ 500 MB/s: not met");
});

Deno.test("a command is measured with the processes that it starts", async () => {
  const work = "const until = performance.now() + 300; const kept = new Array(4e6).fill(1.5);" +
    "while (performance.now() < until) kept[0]++;";
  const nested = `new Deno.Command(Deno.execPath(), { args: ["eval", ${JSON.stringify(work)}] })` +
    `.outputSync(); console.log("done")`;
  const taken = await wholeCommand([Deno.execPath(), "eval", nested], { look: 0.05 });
  assertEquals(taken.said, "done\n");
  assert(taken.seconds > 0.3 && taken.processorSeconds > 0.1);
  // Two programs of some 30 MB of their own each, one with 32 MB of numbers.
  if (SYSTEM === "linux") assert(taken.peakMegabytes! > 60, `${taken.peakMegabytes} MB`);
  const error = await assertRejects(() => wholeCommand([Deno.execPath(), "eval", "Deno.exit(3)"]));
  assertStringIncludes((error as Error).message, "ended with 3");
});

Deno.test("a copy of the project has what a report is made of, and nothing that it would write to", async () => {
  const root = await copyProject();
  try {
    for (const path of ["lib/publish/report.ts", "data/datapackage.json", "deno.lock"]) {
      assertEquals(
        await Deno.readTextFile(`${root}/${path}`),
        await Deno.readTextFile(`${ROOT}/${path}`),
      );
    }
    for (const name of ["lib", "notebooks", "data", ".venv", ".venv/share"]) {
      assert(!(await Deno.lstat(`${root}/${name}`)).isSymlink, name);
    }
  } finally {
    await Deno.remove(root, { recursive: true });
  }
});

Deno.test("changes of a chapter change what they say and nothing else", async () => {
  const path = await Deno.makeTempFile({ suffix: ".ipynb" });
  try {
    await Deno.writeTextFile(
      path,
      notebook({ prose: "# The one" }, { code: "1" }, { code: "2", outputs: [{}] }),
    );
    const before = JSON.parse(await Deno.readTextFile(path));
    await change(path, (cells) => withOutputs(cells).source += "\n3");
    const after = JSON.parse(await Deno.readTextFile(path));
    assertEquals(after.cells[2].source, "2\n3");
    after.cells[2].source = "2";
    assertEquals(after, before);
  } finally {
    await Deno.remove(path);
  }
});

Deno.test("sections, as they are asked for", () => {
  assertEquals(readOptions(["--only", "scale,report"]).sections, ["report", "scale"]);
  assertEquals(readOptions(["--peers", "--pairs", "5"]), {
    ...{ help: false, sections: ["peers"], rows: 20_000_000, pairs: 5 },
  });
  const { sections } = readOptions([]);
  assert(sections.includes("hts10") && !sections.includes("peers") && !sections.includes("suite"));
  for (const name of [...sections, "peers", "suite"]) assertStringIncludes(HELP, name);
});

Deno.test("help, and options that are not known", async () => {
  const { code, stdout } = await bench("--help");
  assertEquals(code, 0);
  assertStringIncludes(stdout, "deno task bench: measures loading");
  const refused = {
    "--only nonsense": "no section nonsense; there are: loading, analyses",
    "--rows many": "--rows many is no count",
    "--peers --pairs 0": "--pairs 0 is no count",
    "--peers --only scale": "--peers stands without --only",
    "--peer": "--peer",
  };
  for (const [args, says] of Object.entries(refused)) {
    assertThrows(() => readOptions(args.split(" ")), UsageError, says);
  }
});
