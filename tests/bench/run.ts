/** `deno task bench`: how long everything takes, and how much memory the large table needs. */
import { number } from "../../lib/format.ts";
import { exitCodeOf } from "../../lib/publish/system/errors.ts";
import { analyses, claims, loading } from "./analysis.ts";
import { benchArchive, TARGET } from "./archive.ts";
import { editing } from "./edit.ts";
import { explorer } from "./explorer.ts";
import { figures } from "./figures.ts";
import { hts10 } from "./hts10.ts";
import { machine } from "./machine.ts";
import { atLeast, atMost, line, type Measurement, type Section } from "./measure.ts";
import { publishing } from "./publish.ts";
import { scale } from "./scale.ts";
import { allTests, quickTests } from "./suite.ts";
import { HELP, type Options, readOptions, type SectionName } from "./options.ts";
import { peers } from "./peers/peers.ts";
import { wholeReport } from "./whole_report.ts";

function sections({ rows, pairs }: Options): Record<SectionName, Section> {
  return {
    loading: { title: "Loading, with hash, schema and keys checked", measure: loading },
    analyses: { title: "Analyses", measure: analyses },
    claims: { title: "Claims", measure: claims },
    figures: { title: "Figures", measure: figures },
    explorer: { title: "The explorer in Chromium", measure: explorer },
    publishing: { title: "Execution and export", measure: publishing },
    report: { title: "deno task report, in a copy of the project", measure: wholeReport },
    edit: { title: "deno task edit, in Chromium", measure: editing },
    tests: { title: "Tests before a commit", measure: quickTests },
    hts10: { title: "Tariff lines, HTS-10 × partner of two years", measure: hts10 },
    scale: { title: "Generated table, HTS-10 × partner × month", measure: () => scale(rows) },
    archive: { title: "Generated archive of December's size", measure: archive },
    suite: { title: "Every test", measure: allTests },
    peers: { title: "Against other tools", measure: () => peers(pairs) },
  };
}

async function* archive(): AsyncGenerator<Measurement> {
  const bench = await benchArchive();
  yield {
    what: `${number(bench.records)} records, control totals checked`,
    seconds: bench.seconds,
    processorSeconds: bench.processorSeconds,
    note: `${number(bench.megabytesPerSecond)} MB/s of ${number(bench.unpackedBytes / 1e6)} MB, ` +
      `peak memory ${number(bench.peakMegabytes)} MB`,
    targets: [
      atLeast(bench.megabytesPerSecond, TARGET.megabytesPerSecond, "MB/s"),
      atMost(bench.peakMegabytes, TARGET.peakMegabytes, "MB"),
    ],
  };
}

Deno.exitCode = await exitCodeOf(async () => {
  const options = readOptions(Deno.args);
  if (options.help) return console.log(HELP);
  const all = sections(options);
  const start = performance.now();
  for (const about of await machine()) console.log(about);
  for (const { title, measure } of options.sections.map((name) => all[name])) {
    console.log(`\n${title}`);
    for await (const measurement of measure()) console.log(line(measurement));
  }
  console.log(`\nDone in ${((performance.now() - start) / 1000).toFixed(0)} s`);
});
