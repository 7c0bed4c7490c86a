/**
 * The suppliers of any industry from the table of tariff lines, HTS-10 × partner of two years: what
 * opening it costs a chapter, and how long an answer takes.
 *
 * deno run -A tests/bench/hts10.ts    opens it in this process and prints the seconds
 */
import pl from "nodejs-polars";
import {
  importsBySupplier,
  type LineOfPartner,
  type OnBasis,
  onBasis,
  supplierShares,
} from "../../lib/analysis/mod.ts";
import { NAICS3_CODES } from "../../lib/codes/mod.ts";
import { readTable, scanTable } from "../../lib/data/mod.ts";
import { number } from "../../lib/format.ts";
import { column, type Frame, type Frameish, where } from "../../lib/frame.ts";
import { atMost, type Measurement, median, timed } from "./measure.ts";

/** What is promised, on two cores, in seconds. */
const TARGET = { opening: 0.1, answer: 0.06 };
const RUNS = 5;

export async function* hts10(): AsyncGenerator<Measurement> {
  const openings: number[] = [];
  for (let run = 0; run < RUNS; run++) openings.push(await openedAlone());
  const seconds = median(openings);
  yield {
    what: "opened by a chapter: bytes, hash and columns checked",
    seconds,
    targets: [atMost(seconds * 1000, TARGET.opening * 1000, "ms")],
  };
  const lines = await scanTable("import_lines");
  const classes = await readTable("import_line_classes");
  const answers: (Measurement & { suppliers: number })[] = [];
  for (const naics of NAICS3_CODES) {
    const answer = () => sharesOf(lines, classes, naics);
    const suppliers = answer().height;
    if (suppliers > 0) answers.push({ ...await timed(naics, answer), suppliers });
  }
  const middle = median(answers.map(({ seconds }) => seconds));
  yield {
    what: `supplier shares of an industry, median of ${answers.length}`,
    seconds: middle,
    note: `${number(answers.reduce((sum, { suppliers }) => sum + suppliers, 0))} shares`,
  };
  const [slowest] = answers.toSorted((a, b) => b.seconds - a.seconds);
  yield {
    what: `supplier shares of the slowest industry, NAICS ${slowest.what}`,
    seconds: slowest.seconds,
    targets: [atMost(slowest.seconds * 1000, TARGET.answer * 1000, "ms")],
  };
}

/** Shares of the suppliers of an industry, by year, from the lines that are of it; none where it has none. */
function sharesOf(
  lines: pl.LazyDataFrame,
  classes: Frame<{ hts10: string; naics6: string }>,
  naics: string,
): pl.DataFrame {
  const own = column(classes.filter(pl.col("naics6").str.startsWith(naics)), "hts10");
  if (own.length === 0) return pl.DataFrame();
  const ofIndustry = where(onBasis(lines, "general_imports"), pl.col("hts10").isIn(own))
    .withColumn(pl.col("period_start").str.slice(0, 4).alias("year"));
  const imports = importsBySupplier<"year">(
    ofIndustry as Frameish<OnBasis<LineOfPartner>>,
    ["year"],
  );
  return supplierShares(imports, { by: ["year"], denominator: "world" });
}

/** In a process of its own: nothing of the table is in memory yet. */
async function openedAlone(): Promise<number> {
  const { success, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", import.meta.filename!],
  }).output();
  const text = new TextDecoder();
  if (!success) throw new Error(text.decode(stderr));
  return Number(text.decode(stdout));
}

if (import.meta.main) {
  const start = performance.now();
  await scanTable("import_lines");
  console.log((performance.now() - start) / 1000);
}
