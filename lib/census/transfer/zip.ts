/**
 * Members of a ZIP archive, streamed one by one in bounded memory, checked by size and CRC-32. Nothing is
 * ever written under a name that an archive gives.
 */
import { Buffer } from "node:buffer";
// @ts-types="npm:@types/yauzl@3.4.0"
import yauzl from "yauzl";
import { crc32, createInflateRaw } from "node:zlib";
import { CensusError } from "./errors.ts";

const CHUNK = 256 * 1024;
const STORED = 0, DEFLATED = 8;
/** Entries without a date bear the first that the format knows. */
const NO_DATE = Date.UTC(1980, 0, 2);
/** Largest member unless a reader allows more: a small file may unpack to more than a disk holds. */
const LARGEST = 1e9;

export interface Archive {
  /** True when exactly one or more members have this base name, in any case. */
  has: (member: string) => boolean;
  /** Unpacked size of a member in bytes. */
  sizeOf: (member: string) => number;
  /** When the newest member was packed. Undefined where no member bears a date. */
  newest: Date | undefined;
  /**
   * Unpacked bytes of a member, chunk by chunk. A chunk is not kept: copy what must stay.
   *
   * @param largest most bytes that are unpacked; 1 GB unless told.
   */
  read: (member: string, largest?: number) => AsyncGenerator<Uint8Array>;
  /** A member as text, by the name of its encoding. */
  text: (member: string, largest: number, encoding: string) => Promise<string>;
  /** Unpacks every member and throws it away: all are whole, and together no larger than told. */
  checkWhole: (largest: number) => Promise<void>;
  close: () => void;
}

/**
 * Opens an archive and lists its members; nothing is unpacked yet.
 *
 * @param source a path, or the bytes of a file. @param named what messages call it.
 * @throws CensusError when the file is no whole ZIP archive; `read` throws one when a member is
 * missing, there twice, damaged, or too large.
 */
export async function openArchive(
  source: string | Uint8Array,
  named = String(source),
  mend = `delete ${named} so that it is downloaded again`,
): Promise<Archive> {
  const fault = (problem: string) => new CensusError(`${named}: ${problem}`, mend);
  let zip: yauzl.ZipFile | undefined;
  const entries = new Map<string, yauzl.Entry[]>();
  let newest = 0;
  try {
    const options = { lazyEntries: true, autoClose: false };
    zip = typeof source === "string"
      ? await yauzl.openPromise(source, options)
      : await yauzl.fromBufferPromise(Buffer.from(source), options);
    for await (const entry of zip.eachEntry()) {
      const name = baseName(entry.fileName);
      newest = Math.max(newest, entry.getLastModDate({ timezone: "UTC" }).getTime() || 0);
      entries.set(name, [...entries.get(name) ?? [], entry]);
    }
  } catch (error) {
    zip?.close();
    throw fault(`is no whole ZIP archive (${(error as Error).message})`);
  }
  const file = zip;
  const find = (member: string): yauzl.Entry => {
    const [entry, second] = entries.get(member.toLowerCase()) ?? [];
    if (!entry) throw fault(`has no member ${member}`);
    if (second) {
      throw fault(`has ${member} twice: ${entry.fileName} and ${second.fileName}`);
    }
    return entry;
  };
  async function* unpack(entry: yauzl.Entry, member: string, largest: number) {
    const whole = entry.uncompressedSize;
    if (entry.isEncrypted()) throw fault(`${member} is encrypted`);
    if (![STORED, DEFLATED].includes(entry.compressionMethod)) {
      throw fault(`${member} is packed by method ${entry.compressionMethod}`);
    }
    if (whole > largest) {
      throw fault(`${member} would unpack to ${whole} bytes; at most ${largest} are expected`);
    }
    let size = 0, crc = 0;
    try {
      for await (const chunk of await chunksOf(file, entry)) {
        size += chunk.length;
        // An archive may say less than it holds: no more is unpacked than it says.
        if (size > whole) break;
        crc = crc32(chunk, crc);
        yield chunk as Uint8Array;
      }
    } catch (error) {
      throw fault(`${member} cannot be unpacked (${(error as Error).message})`);
    }
    if (size !== whole) {
      const found = size > whole ? "more" : `${size}`;
      throw fault(`${member} has ${found} bytes, the archive says ${whole}`);
    }
    if (crc !== entry.crc32) throw fault(`${member} fails its checksum (CRC-32)`);
  }
  return {
    has: (member) => entries.has(member.toLowerCase()),
    sizeOf: (member) => find(member).uncompressedSize,
    newest: newest > NO_DATE ? new Date(newest) : undefined,
    read: (member, largest = LARGEST) => unpack(find(member), member, largest),
    text: async (member, largest, encoding) => {
      const decoder = new TextDecoder(encoding);
      let text = "";
      for await (const chunk of unpack(find(member), member, largest)) {
        text += decoder.decode(chunk, { stream: true });
      }
      return text + decoder.decode();
    },
    checkWhole: async (largest) => {
      let left = largest;
      for (const entry of [...entries.values()].flat()) {
        for await (const chunk of unpack(entry, entry.fileName, left)) left -= chunk.length;
      }
    },
    close: () => file.close(),
  };
}

const baseName = (path: string) => path.split("/").at(-1)!.toLowerCase();

async function chunksOf(zip: yauzl.ZipFile, entry: yauzl.Entry) {
  if (entry.compressionMethod === STORED) return await zip.openReadStreamPromise(entry);
  const packed = await zip.openReadStreamPromise(entry, { decompress: false });
  const inflate = createInflateRaw({ chunkSize: CHUNK });
  packed.on("error", (error) => inflate.destroy(error));
  return packed.pipe(inflate);
}
