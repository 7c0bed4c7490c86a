/** ZIP archives that are the same whenever they are written. */
import { Buffer } from "node:buffer";
// @ts-types="npm:@types/yazl@3.3.1"
import yazl from "yazl";

/** The first day that a ZIP archive can have, wherever it is. */
const UNDATED = { mtime: new Date(1980, 0, 1), forceDosTimestamp: true };
/** What is packed already. */
const PACKED = /\.(png|xlsx|zip|gz|pdf|parquet|woff2)$/;

/** An archive of files, by their names in it, in the order given; no time of writing is in it. */
export async function zipped(files: Iterable<[string, Uint8Array]>): Promise<Uint8Array> {
  const archive = new yazl.ZipFile();
  for (const [name, bytes] of files) {
    archive.addBuffer(Buffer.from(bytes), name, { ...UNDATED, compress: !PACKED.test(name) });
  }
  archive.end();
  return Buffer.concat(await Array.fromAsync(archive.outputStream as AsyncIterable<Uint8Array>));
}
