/** `deno task bench`: how long everything takes, and how much memory the large table needs. */
import { listed, readArguments, UsageError } from "../../lib/command.ts";
import { number } from "../../lib/format.ts";
import { exitCodeOf } from "../../lib/publish/system/errors.ts";
import { analyses, claims, loading } from "./analysis.ts";
import { benchArchive } from "./archive.ts";
import { explorer } from "./explorer.ts";
import { figures } from "./figures.ts";
import { line, type Measurement, type Section } from "./measure.ts";
import { publishing } from "./publish.ts";
import { scale } from "./scale.ts";

const HELP = `deno task bench: measures loading, analysis, figures, execution, export, and scale

  --rows <number>      rows of the generated table (20000000)
  --only <sections>    measure these sections alone: loading, analyses, claims, figures, explorer,
                       publishing, scale, archive (several with commas)
  -h, --help           this text

Times are medians of five runs, or of one where a run is long. Nothing is written into the project.
`;

const DEFAULT_ROWS = 20_000_000;

function readOptions(args: string[]) {
  const options = {
    rows: { type: "string", default: String(DEFAULT_ROWS) },
    only: { type: "string", multiple: true, default: [] as string[] },
  } as const;
  const { help, rows: asked, only } = readArguments(args, options, HELP);
  const rows = Number(asked);
  if (!Number.isInteger(rows) || rows < 1) throw new UsageError(`--rows ${asked} is no count`);
  return { help, rows, only: listed(only) };
}

function chosen(rows: number, only: string[]): Section[] {
  const sections: Record<string, Section> = {
    loading: { title: "Loading, with hash, schema and keys checked", measure: loading },
    analyses: { title: "Analyses", measure: analyses },
    claims: { title: "Claims", measure: claims },
    figures: { title: "Figures", measure: figures },
    explorer: { title: "The explorer in Chromium", measure: explorer },
    publishing: { title: "Execution and export", measure: publishing },
    scale: { title: "Generated table, HTS-10 × partner × month", measure: () => scale(rows) },
    archive: { title: "Generated archive of December's size", measure: archive },
  };
  const unknown = only.find((name) => !(name in sections));
  if (unknown !== undefined) {
    throw new UsageError(`no section ${unknown}; there are: ${Object.keys(sections).join(", ")}`);
  }
  const names = only.length > 0 ? only : Object.keys(sections);
  return names.map((name) => sections[name]);
}

async function* archive(): AsyncGenerator<Measurement> {
  const bench = await benchArchive();
  yield {
    what: `${number(bench.records)} records, control totals checked`,
    seconds: bench.seconds,
    note: `${number(bench.megabytesPerSecond)} MB/s of ${number(bench.unpackedBytes / 1e6)} MB, ` +
      `peak memory ${number(bench.peakMegabytes)} MB`,
  };
}

Deno.exitCode = await exitCodeOf(async () => {
  const { help, rows, only } = readOptions(Deno.args);
  if (help) return console.log(HELP);
  const sections = chosen(rows, only);
  const start = performance.now();
  console.log(`Deno ${Deno.version.deno} on ${navigator.hardwareConcurrency} cores`);
  for (const { title, measure } of sections) {
    console.log(`\n${title}`);
    for await (const measurement of measure()) console.log(line(measurement));
  }
  console.log(`\nDone in ${((performance.now() - start) / 1000).toFixed(0)} s`);
});
