/**
 * Replies of the API through the cache: asked once a day, kept verbatim, used again after a run that
 * was interrupted.
 */
import { sha256 } from "../../data/package.ts";
import { type Ask, type Query, requestUrl } from "./client.ts";
import { parseReply, type ReplyRow } from "./reply.ts";
import { keep, reuse, type Sidecar, sidecarOf, writeSidecar } from "../transfer/snapshot.ts";

export interface Reply {
  url: string;
  /** Empty when nothing was found (204). */
  rows: ReplyRow[];
  /** Undefined for 204, which is not kept: the month may be published an hour later. */
  sidecar?: Sidecar;
}

export interface ReplyOptions {
  ask: Ask;
  base: string;
  /** Folder of the cache for the replies of one day. */
  folder: string;
  now: () => Date;
  say: (line: string) => void;
}

/** Asks for columns of a data set; the reply comes from the cache where it is whole. */
export type Fetch = (path: string, columns: string[], query: Query) => Promise<Reply>;

export interface CachedReplies {
  fetch: Fetch;
  /** Makes the next run ask again for all that this one used. The bytes stay, to be looked at. */
  setAside: () => Promise<void>;
}

/** Keeps what it gets in `folder`. */
export function cachedReplies({ ask, base, folder, now, say }: ReplyOptions): CachedReplies {
  const used: string[] = [];
  const setAside = async () => {
    for (const file of used) await Deno.remove(sidecarOf(file)).catch(() => {});
  };
  const fetch: Fetch = async (path, columns, predicates) => {
    const query: Query = [["get", columns.join(",")], ...predicates];
    const needed = [...new Set([...columns, ...predicates.map(([name]) => name)])];
    const url = requestUrl(base, path, query);
    const digest = (await sha256(new TextEncoder().encode(url))).slice(7, 23);
    const file = `${folder}/${path.replaceAll("/", "-")}-${digest}.json`;
    used.push(file);
    const kept = await reuse(file, say);
    if (kept) {
      say(`  from the cache: ${url}`);
      return { url, rows: parseReply(kept.bytes, needed, url), sidecar: kept.sidecar };
    }
    say(`  asking ${url}`);
    const { status, bytes } = await ask(path, query);
    if (status === 204) return { url, rows: [] };
    const about = { url, retrieved_at: now().toISOString(), status };
    const { sidecar } = await keep(file, bytes, about);
    const rows = parseReply(bytes, needed, url);
    await writeSidecar(file, { ...sidecar, rows: rows.length });
    return { url, rows, sidecar };
  };
  return { fetch, setAside };
}
