/**
 * Members of a ZIP archive, streamed one by one in bounded memory, checked by size and CRC-32. Nothing is
 * ever written under a name that an archive gives.
 */
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
  path: string;
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
  close: () => void;
}

/**
 * Opens an archive and lists its members; nothing is unpacked yet.
 *
 * @throws CensusError when the file is no whole ZIP archive; `read` throws one when a member is
 * missing, there twice, damaged, or too large.
 */
export async function openArchive(path: string): Promise<Archive> {
  const mend = `delete ${path} so that it is downloaded again`;
  const fault = (problem: string) => new CensusError(`${path}: ${problem}`, mend);
  let zip: yauzl.ZipFile;
  const entries = new Map<string, yauzl.Entry[]>();
  let newest = 0;
  try {
    zip = await yauzl.openPromise(path, { lazyEntries: true, autoClose: false });
    for await (const entry of zip.eachEntry()) {
      const name = baseName(entry.fileName);
      newest = Math.max(newest, entry.getLastModDate({ timezone: "UTC" }).getTime() || 0);
      entries.set(name, [...entries.get(name) ?? [], entry]);
    }
  } catch (error) {
    throw fault(`is no whole ZIP archive (${(error as Error).message})`);
  }
  const find = (member: string): yauzl.Entry => {
    const [entry, second] = entries.get(member.toLowerCase()) ?? [];
    if (!entry) throw fault(`has no member ${member}`);
    if (second) {
      throw fault(`has ${member} twice: ${entry.fileName} and ${second.fileName}`);
    }
    if (entry.isEncrypted()) throw fault(`${member} is encrypted`);
    if (![STORED, DEFLATED].includes(entry.compressionMethod)) {
      throw fault(`${member} is packed by method ${entry.compressionMethod}`);
    }
    return entry;
  };
  return {
    path,
    has: (member) => entries.has(member.toLowerCase()),
    sizeOf: (member) => find(member).uncompressedSize,
    newest: newest > NO_DATE ? new Date(newest) : undefined,
    read: async function* (member, largest = LARGEST) {
      const entry = find(member);
      const whole = entry.uncompressedSize;
      if (whole > largest) {
        throw fault(`${member} would unpack to ${whole} bytes; at most ${largest} are expected`);
      }
      let size = 0, crc = 0;
      try {
        for await (const chunk of await unpacked(zip, entry)) {
          size += chunk.length;
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
    },
    close: () => zip.close(),
  };
}

const baseName = (path: string) => path.split("/").at(-1)!.toLowerCase();

async function unpacked(zip: yauzl.ZipFile, entry: yauzl.Entry) {
  if (entry.compressionMethod === STORED) return await zip.openReadStreamPromise(entry);
  const packed = await zip.openReadStreamPromise(entry, { decompress: false });
  const inflate = createInflateRaw({ chunkSize: CHUNK });
  packed.on("error", (error) => inflate.destroy(error));
  return packed.pipe(inflate);
}
