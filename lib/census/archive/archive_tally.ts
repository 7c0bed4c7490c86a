/** One archive, whole: layouts compared, detail summed, control totals checked. */
import { checkControl, codeKey, type Control, pairKey } from "./control.ts";
import { readConcord } from "./concord.ts";
import type { Flow } from "../../data/mod.ts";
import {
  compareLayout,
  EXP_COMM,
  EXP_CTY,
  EXP_DETL,
  IMP_COMM,
  IMP_CTY,
  IMP_DE,
  IMP_DETL,
  type Layout,
} from "./layout.ts";
import { SUMMED } from "./rows.ts";
import { type Tally, tallyDetail } from "./tally.ts";
import type { Sums } from "./tally_sums.ts";
import { type Archive, openArchive } from "../transfer/zip.ts";

const DETAIL: Record<Flow, Layout> = { imports: IMP_DETL, exports: EXP_DETL };
const CONTROLS: Record<Flow, [Control, (tally: Tally) => Sums][]> = {
  imports: [
    [codeKey(IMP_COMM, "commodity"), (tally) => tally.commodities],
    [codeKey(IMP_CTY, "cty_code"), (tally) => tally.countries],
    [pairKey(IMP_DE, "dist_entry"), (tally) => tally.districts],
  ],
  exports: [
    [codeKey(EXP_COMM, "df", "commodity"), (tally) => tally.commodities],
    [codeKey(EXP_CTY, "cty_code"), (tally) => tally.countries],
  ],
};

/** The detail of December has some 2.5 GB. */
const LARGEST_DETAIL = 16e9, LARGEST_LAY = 1e6;

export interface ArchiveProgress {
  /** Unpacked bytes so far and in all. */
  progress: (done: number, whole: number) => void;
  say: (line: string) => void;
  signal?: AbortSignal;
}

/**
 * Sums an archive of a month in one pass over its detail; only the members that are needed are
 * unpacked.
 *
 * @throws CensusError when a member is missing or damaged, a layout differs from its `.lay` file, a
 * record is wrong, or the detail does not add to the control totals to the dollar.
 */
export async function tallyArchive(
  path: string,
  flow: Flow,
  month: string,
  { progress, say, signal }: ArchiveProgress,
): Promise<Tally> {
  const archive = await openArchive(path);
  try {
    const detail = DETAIL[flow];
    for (const layout of [detail, ...CONTROLS[flow].map(([control]) => control.layout)]) {
      await compareWithLay(archive, path, layout);
      archive.sizeOf(layout.member);
    }
    const classes = await readConcord(archive, path);
    const whole = archive.sizeOf(detail.member);
    let done = 0;
    const chunks = async function* () {
      for await (const chunk of archive.read(detail.member, LARGEST_DETAIL)) {
        signal?.throwIfAborted();
        yield chunk;
        progress(done += chunk.length, whole);
      }
    };
    const tally = await tallyDetail(chunks(), detail, month, SUMMED[flow], classes, path);
    for (const [control, sumsOf] of CONTROLS[flow]) {
      const compared = await checkControl(
        archive,
        path,
        control,
        sumsOf(tally),
        tally.measures,
        month,
      );
      say(
        `  ${control.layout.member}: ${compared.toLocaleString("en-US")} control totals hold ` +
          "to the dollar",
      );
    }
    return tally;
  } finally {
    archive.close();
  }
}

async function compareWithLay(archive: Archive, path: string, layout: Layout): Promise<void> {
  const lay = layout.member.replace(/TXT$/, "lay");
  if (!archive.has(lay)) return;
  const text = await archive.text(lay, LARGEST_LAY, "latin1");
  compareLayout(layout, text, `${path}: ${lay}`);
}
