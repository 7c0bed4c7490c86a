/** The site on this machine alone; each page that is open is told what has changed. */
import { contentType } from "@std/media-types";
import { extname } from "node:path";
import { contentOf, FRESH, OWN, page, stub } from "./answer.ts";
import { PublishError } from "../system/errors.ts";
import { ROOT } from "../../root.ts";

/** What the pages show of the work, beside themselves. */
export interface State {
  /** What is being done, in a few words; empty where nothing is. */
  working: string;
  /** Why something that was saved is not shown. */
  problems: string[];
  /** What the gates of a report will say of the chapters. */
  findings: string[];
}

export interface Server {
  address: string;
  /** Files that have changed, and how the work stands, to every page that is open. */
  tell(changed: string[], state: State): void;
  /** Pages that are open, the one last looked at first. */
  open(): string[];
  close(): Promise<void>;
}

export interface Serving {
  /** 0 for a free one. */
  port: number;
  /** Whether a port that is taken gives way to the next. */
  orNext: boolean;
  /** The folder in which a path of the site lies, once it is made; fails where it cannot be. */
  folderOf(path: string): Promise<string>;
}

const CLIENT = `${ROOT}/lib/publish/edit/client.js`;

/** Ports that are tried. */
const TRIES = 20;

/** Serves until it is closed. */
export async function serve(serving: Serving): Promise<Server> {
  const client = await Deno.readTextFile(CLIENT);
  const started = Date.now();
  const versions = new Map<string, number>();
  const pages = new Map<WebSocket, string>();
  let state: State = { working: "", problems: [], findings: [] };

  const connect = (request: Request, query: URLSearchParams): Response => {
    const { socket, response } = Deno.upgradeWebSocket(request);
    const page = query.get("page") ?? "";
    // A page may have been sent before the last change, or by an earlier server.
    const since = Number(query.get("version"));
    const send = (changed: string[]) => socket.send(JSON.stringify({ changed, ...state }));
    socket.onopen = () => {
      pages.set(socket, page);
      send(
        since < started ? [page] : [...versions].flatMap(([file, at]) => at > since ? file : []),
      );
    };
    // It says so when it is looked at.
    socket.onmessage = () => pages.delete(socket) && pages.set(socket, page);
    socket.onclose = () => pages.delete(socket);
    return response;
  };

  const handle = async (request: Request): Promise<Response> => {
    const { host, origin, pathname, searchParams } = new URL(request.url);
    const asked = [request.headers.get("host"), host];
    if (!asked.every((it) => it !== null && NAMES.test(it))) return refused("unknown host");
    if (pathname === `${OWN}client.js`) {
      return new Response(client, { headers: { "content-type": "text/javascript", ...FRESH } });
    }
    if (pathname === `${OWN}socket`) {
      const isOwn = request.headers.get("origin") === origin;
      return isOwn && request.headers.has("upgrade")
        ? connect(request, searchParams)
        : refused("not from a page of this site");
    }
    if (!["GET", "HEAD"].includes(request.method)) return refused("only to be read", 405);
    const path = decoded(pathname).slice(1) || "index.html";
    const found = await serving.folderOf(path).then(
      (folder) => ({ folder, version: Date.now() }),
      (error) => ({ fault: (error as Error).message, version: Date.now() }),
    );
    if ("fault" in found) return page(stub(found.fault), found.version, 500);
    const bytes = await contentOf(found.folder, path);
    if (bytes === null) return page(stub(`There is no page ${path}`), found.version, 404);
    const type = contentType(extname(path)) ?? "application/octet-stream";
    if (extname(path) === ".html") return page(new TextDecoder().decode(bytes), found.version);
    return new Response(bytes, { headers: { "content-type": type, ...FRESH } });
  };

  const ending = new AbortController();
  const server = listen(serving, ending.signal, handle);
  return {
    address: `http://127.0.0.1:${server.addr.port}/`,
    tell(changed, now) {
      state = now;
      const version = Date.now();
      changed.forEach((file) => versions.set(file, version));
      const message = JSON.stringify({ changed, ...state });
      pages.forEach((_, socket) => socket.readyState === WebSocket.OPEN && socket.send(message));
    },
    open: () => [...new Set([...pages.values()].reverse())],
    async close() {
      pages.forEach((_, socket) => socket.close());
      // At once: a page that is asked for may be waited for long.
      ending.abort();
      await server.finished;
    },
  };
}

/** A name that another site has made to lead here is none of these. */
const NAMES = /^(127\.0\.0\.1|localhost)(:\d+)?$/;

const refused = (why: string, status = 403): Response => new Response(`${why}\n`, { status });

function decoded(pathname: string): string {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return pathname;
  }
}

function listen(
  { port, orNext }: Serving,
  signal: AbortSignal,
  handler: (request: Request) => Promise<Response>,
) {
  const last = orNext ? Math.min(port + TRIES, 65535) : port;
  for (let at = port; at <= last; at++) {
    try {
      return Deno.serve({ hostname: "127.0.0.1", port: at, signal, onListen: () => {} }, handler);
    } catch (error) {
      if (!(error instanceof Deno.errors.AddrInUse)) throw error;
    }
  }
  throw new PublishError(
    `port ${port}${last > port ? ` to ${last}` : ""} is taken; name another: --port ${port + 100}`,
  );
}
