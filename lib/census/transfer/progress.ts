/** A progress bar on standard error: part done, rate, time left. In a log, a line now and then. */

export interface Bar {
  /** Units done, and units in all where they are known. */
  update: (done: number, whole?: number) => void;
  /** Ends the line. */
  end: () => void;
}

/** Begins a bar with a name. */
export type Progress = (name: string) => Bar;

const WIDTH = 24, MEGA = 1e6;

/** `12 %  ███···  35/292 MB  180 MB/s  2 s left`; the start counts from where a download resumed. */
export function barText(
  name: string,
  done: number,
  whole: number | undefined,
  rate: number,
): string {
  const megabytes = (bytes: number) => (bytes / MEGA).toFixed(bytes < 10 * MEGA ? 1 : 0);
  const speed = `${megabytes(rate)} MB/s`;
  if (!whole) return `${name}  ${megabytes(done)} MB  ${speed}`;
  const part = Math.min(1, done / whole);
  const filled = Math.round(part * WIDTH);
  const left = rate > 0 ? `${Math.ceil((whole - done) / rate)} s left` : "";
  return `${name} ${String(Math.floor(part * 100)).padStart(3)} % ` +
    `${"█".repeat(filled)}${"·".repeat(WIDTH - filled)} ` +
    `${megabytes(done)}/${megabytes(whole)} MB  ${speed}  ${left}`;
}

/** Draws on a terminal; elsewhere writes a line at most every ten seconds. */
export function progressOn(
  terminal: boolean,
  write: (text: string) => void,
  clock: () => number = Date.now,
): Progress {
  const every = terminal ? 100 : 10_000;
  return (name) => {
    const start = clock();
    let drawn = start, first: number | undefined, shown = false;
    return {
      update(done, whole) {
        first ??= done;
        const now = clock();
        if (now - drawn < every && done !== whole) return;
        drawn = now;
        const seconds = (now - start) / 1000;
        const text = barText(name, done, whole, seconds > 0 ? (done - first) / seconds : 0);
        if (terminal) write(`\r\x1b[K${text}`);
        else if (shown || done !== whole) write(`${text}\n`);
        shown = true;
      },
      end() {
        if (terminal && shown) write("\r\x1b[K");
      },
    };
  };
}
