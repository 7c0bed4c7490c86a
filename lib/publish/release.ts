/** `deno task release`: the report as files to give away, in `build/release/`. */
import { readArguments } from "../command.ts";
import { within } from "../platform.ts";
import { imprint, readCitation } from "./citation.ts";
import { readOptions } from "./options.ts";
import { HERE, type Place } from "./place.ts";
import { CHECKSUMS, NOTES, packRelease } from "./release/pack.ts";
import { report } from "./report.ts";
import { RELEASE, wholeOrNot } from "./staging.ts";
import { exitCodeOf } from "./system/errors.ts";

const HELP = `deno task release: the report as files to give away, in build/release/

Builds the report first, as deno task report does; of what has not changed nothing is made again. Then
it packs, whole or not at all:

  *-site.zip           the site with its explorer; it works from files
  *.pdf                the three editions
  *-data.zip           the data package: each table as Parquet and as CSV, codebook, license
  ${CHECKSUMS}           checked by sha256sum --check ${CHECKSUMS}
  ${NOTES}             what to say of it: which figures, verdicts, files

The same report gives the same bytes. A report that is made anew takes the release away: it would be one
of another report.

  -h, --help           this text
`;

/** Builds the report and packs it. */
export async function release(place: Place = HERE, say = console.log): Promise<void> {
  await report(readOptions([]), place, say);
  const built = { ...place, imprint: imprint(await readCitation(place.root)) };
  await wholeOrNot(place.build, (stage) => packRelease(built, stage, say), RELEASE);
  const folder = `${place.build}/${RELEASE}`;
  const names = (await Array.fromAsync(Deno.readDir(folder))).map(({ name }) => name).sort();
  for (const name of names) say(`  ${within(Deno.cwd(), folder) ?? folder}/${name}`);
}

if (import.meta.main) {
  Deno.exitCode = await exitCodeOf(async () => {
    if (readArguments(Deno.args, {}, HELP).help) console.log(HELP);
    else await release();
  });
}
