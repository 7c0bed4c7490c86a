/** `deno task report` as an author runs it, in a copy of the project: fresh, unchanged, with one change. */
import { number } from "../../lib/format.ts";
import { chapterNames } from "../../lib/publish/chapters/notebook.ts";
import { type Cell, change, sourceOf, withOutputs } from "./changes.ts";
import { atMost, type Measurement, median } from "./measure.ts";
import { copyProject } from "./scratch.ts";
import { type Taken, wholeCommand } from "./whole_command.ts";

/** What is promised, on two cores. */
const TARGET = { report: 5, unchanged: 1.5, megabytes: 800 };
/** From one look at the memory to the next, in seconds: often enough for the peak, and no burden. */
const LOOK = 0.25;
/** The chapter that is changed and, alone, executed. */
const CHANGED = 5;
const ALONE = 3;

export async function* wholeReport(): AsyncGenerator<Measurement> {
  const root = await copyProject();
  const report = (...args: string[]) =>
    wholeCommand([Deno.execPath(), "task", "report", ...args], { cwd: root, look: LOOK });
  try {
    const folder = `${root}/notebooks`;
    const names = await chapterNames(folder);
    const changed = `${folder}/${names.find((name) => parseInt(name) === CHANGED)}.ipynb`;
    yield row(`${names.length} chapters, the first time in a new folder`, await report("--fresh"));
    yield row("every chapter executed (--fresh)", await report("--fresh"), TARGET.report);
    const unchanged: Taken[] = [];
    for (let i = 0; i < 3; i++) unchanged.push(await report());
    const middle = median(unchanged.map(({ seconds }) => seconds));
    const ofThree = unchanged.find(({ seconds }) => seconds === middle)!;
    yield row("nothing changed, median of 3", ofThree, TARGET.unchanged);
    await change(changed, withNote);
    yield row(`a cell of Chapter ${CHANGED} changed`, await report(), TARGET.report);
    await change(changed, withWord);
    yield row(`a word of prose in Chapter ${CHANGED} changed`, await report(), TARGET.report);
    const alone = await report("--only", String(ALONE), "--no-pdf");
    yield row(`--only ${ALONE} --no-pdf`, alone);
  } finally {
    await Deno.remove(root, { recursive: true });
  }
}

function row(what: string, taken: Taken, most?: number): Measurement {
  const { seconds, processorSeconds, peakMegabytes } = taken;
  return {
    what,
    seconds,
    processorSeconds,
    note: peakMegabytes === null
      ? "memory is not known on this system"
      : `peak memory of all processes ${number(peakMegabytes)} MB`,
    targets: most === undefined ? [] : [
      atMost(seconds, most, "s"),
      ...(peakMegabytes === null ? [] : [atMost(peakMegabytes, TARGET.megabytes, "MB")]),
    ],
  };
}

/** A line of code more that shows nothing: the outputs stay as they are, and so does the gate. */
function withNote(cells: Cell[]): void {
  const cell = withOutputs(cells);
  cell.source = `${sourceOf(cell)}\n// Changed by the bench.`;
}

function withWord(cells: Cell[]): void {
  const cell = cells.find((cell) => cell.cell_type === "markdown" && / the /.test(sourceOf(cell)))!;
  cell.source = sourceOf(cell).replace(" the ", " this ");
}
