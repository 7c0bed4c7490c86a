/**
 * A fake of the publisher on loopback: the API as it is known to behave, the archives with dates and
 * ranges, country.xlsx. Tests spoil single answers.
 */
import { EU27_MEMBERS, WORLD } from "../../lib/codes/mod.ts";
import { type Cell, dice, groupOf, type Model, sumOf } from "./model.ts";

export const KEY = "k3yk3yk3yk3yk3yk3yk3yk3yk3yk3yk3yk3yk3y0";

/** Looks at a request first: an answer of its own, or undefined for the usual one. */
export type Spoil = (request: Request, url: URL) => Response | undefined | Promise<Response>;
/** Changes the rows of an API reply, header first. */
export type Change = (rows: string[][], url: URL) => string[][];

export interface Fake {
  base: string;
  apiBase: string;
  /** Addresses asked for, in order, with their queries. */
  asked: string[];
  models: Map<number, Model>;
  /** Last published month of a year, 12 unless told. */
  published: Map<number, number>;
  /** Files by path. */
  files: Map<string, Uint8Array>;
  /** Date of every file. */
  date: string;
  /** How the sum of all is written: `-`, or empty as in older replies. */
  total: string;
  spoil?: Spoil;
  change?: Change;
  stop: () => Promise<void>;
}

const VARIABLES: Record<string, [measure: string, toDate: boolean]> = {
  GEN_VAL_MO: ["gen", false],
  GEN_VAL_YR: ["gen", true],
  CON_VAL_MO: ["con", false],
  CON_VAL_YR: ["con", true],
  CAL_DUT_MO: ["duty", false],
  CAL_DUT_YR: ["duty", true],
  DUT_VAL_MO: ["dutiable", false],
  DUT_VAL_YR: ["dutiable", true],
  ALL_VAL_MO: ["all", false],
  ALL_VAL_YR: ["all", true],
};
/** The class of a cell by the variable that asks for it. */
const CLASSES: Record<string, (cell: Cell) => string> = {
  HITECH: groupOf,
  NAICS: (cell) => cell.commodity.naics,
  I_COMMODITY: (cell) => cell.commodity.code,
  E_COMMODITY: (cell) => cell.commodity.code,
  I_ENDUSE: (cell) => cell.commodity.endUse,
  E_ENDUSE: (cell) => cell.commodity.endUse,
};
const GROUPS: Record<string, readonly string[]> = {
  "0020": ["1220", "2010"],
  "0003": EU27_MEMBERS,
};

export function startFake(models: Model[]): Fake {
  const fake: Fake = {
    base: "",
    apiBase: "",
    asked: [],
    models: new Map(models.map((model) => [model.year, model])),
    published: new Map(),
    files: new Map(),
    date: "Tue, 24 Nov 2026 08:30:00 GMT",
    total: "-",
    stop: () => server.shutdown(),
  };
  const server = Deno.serve(
    { port: 0, hostname: "127.0.0.1", onListen: () => {} },
    async (request) => {
      const url = new URL(request.url);
      fake.asked.push(url.pathname + url.search);
      const spoilt = await fake.spoil?.(request, url);
      if (spoilt) return spoilt;
      const [, set] = /^\/data\/timeseries\/intltrade\/(.+)$/.exec(url.pathname) ?? [];
      return set ? reply(fake, set, url) : file(fake, request, url);
    },
  );
  fake.base = `http://127.0.0.1:${server.addr.port}`;
  fake.apiBase = `${fake.base}/data/timeseries/intltrade`;
  return fake;
}

const redirect = (page: string) =>
  new Response(null, {
    status: 302,
    headers: { location: `/data/${page}.html`, "x-datawebapi-keyerror": "1" },
  });

function reply(fake: Fake, set: string, url: URL): Response {
  const key = url.searchParams.get("key");
  if (!key) return redirect("missing_key");
  if (key !== KEY) return redirect("invalid_key");
  const rows = rowsOf(fake, set, url.searchParams);
  if (typeof rows === "string") return new Response(`error: ${rows}`, { status: 400 });
  if (rows.length === 1) return new Response(null, { status: 204 });
  const changed = fake.change ? fake.change(rows, url) : rows;
  return new Response(JSON.stringify(changed).replaceAll("],[", "],\n["), {
    headers: { "content-type": "application/json;charset=utf-8" },
  });
}

/** Header and rows, in no order; predicates come again as columns at the end. */
function rowsOf(fake: Fake, set: string, query: URLSearchParams): string[][] | string {
  const get = query.get("get")!.split(",");
  const predicates = [...new Set(query.keys())].filter((name) => name !== "get" && name !== "key");
  const [, year, first, last] = /(?:from )?(\d{4})-(\d\d)(?: to \d{4}-(\d\d))?/
    .exec(query.get("time")!)!;
  const model = fake.models.get(Number(year));
  const dimensions = Object.keys(CLASSES);
  const known = [...dimensions, "CTY_CODE", "CTY_NAME", "time", "SUMMARY_LVL"];
  const unknown = get.find((name) => !known.includes(name) && !(name in VARIABLES));
  if (unknown) return `unknown variable '${unknown}'`;
  const header = [...get, ...predicates];
  if (!model) return [header];
  const cells = set.startsWith("imports") ? model.imports : model.exports;
  const wanted = (name: string, all: string[]) =>
    query.has(name) ? query.getAll(name) : get.includes(name) ? all : [WORLD];
  const partners = wanted("CTY_CODE", [WORLD, ...new Set(cells.map((cell) => cell.partner))])
    .concat(query.has("SUMMARY_LVL") || query.has("CTY_CODE") ? [] : Object.keys(GROUPS));
  // A data set has one class of goods; without it in the query every row is of all goods.
  const dimension = dimensions.find((name) => header.includes(name));
  const classOf = dimension ? CLASSES[dimension] : () => "";
  const level = Number(/\d+$/.exec(query.get("COMM_LVL") ?? "")?.[0] ?? 10);
  const levels = [...new Set(cells.map((cell) => classOf(cell).slice(0, level)))];
  const classes = wanted(dimension ?? "", [WORLD, ...levels]).flatMap((code) =>
    code.endsWith("*") ? levels.filter((each) => each.startsWith(code.slice(0, -1))) : [code]
  );
  const upTo = Math.min(Number(last ?? first), fake.published.get(Number(year)) ?? 12);
  const rows: string[][] = [];
  for (let month = Number(first); month <= upTo; month++) {
    for (const code of classes) {
      const inClass = cells.filter((cell) => code === WORLD || classOf(cell).startsWith(code));
      for (const partner of partners) {
        const own = inClass.filter((cell) =>
          partner === WORLD || (GROUPS[partner] ?? [partner]).includes(cell.partner)
        );
        const measure = set.startsWith("imports") ? "gen" : "all";
        // A row is there once trade has occurred in the year so far.
        if (sumOf(own, measure, 1, month) === 0) continue;
        rows.push(header.map((name) => {
          if (name in VARIABLES) {
            const [each, toDate] = VARIABLES[name];
            return String(sumOf(own, each, toDate ? 1 : month, month));
          }
          const value = {
            [dimension ?? ""]: code,
            CTY_CODE: partner,
            CTY_NAME: `NAME OF ${partner}`,
            time: `${year}-${String(month).padStart(2, "0")}`,
            SUMMARY_LVL: query.get("SUMMARY_LVL") ?? "",
            COMM_LVL: query.get("COMM_LVL") ?? "",
          }[name]!;
          return value === WORLD ? fake.total : value;
        }));
      }
    }
  }
  const roll = dice(rows.length);
  return [
    header,
    ...rows.map((row) => ({ row, at: roll(1e6) })).sort((a, b) => a.at - b.at)
      .map(({ row }) => row),
  ];
}

/** A file with its date; parts of it by range, nothing when it has not changed. */
function file(fake: Fake, request: Request, url: URL): Response {
  const bytes = fake.files.get(url.pathname);
  if (!bytes) return new Response("<html>not found</html>", { status: 404 });
  const headers = new Headers({
    "content-type": "application/zip",
    "last-modified": fake.date,
    "content-length": String(bytes.length),
  });
  if (request.headers.get("if-modified-since") === fake.date) {
    return new Response(null, { status: 304 });
  }
  const [, from] = /^bytes=(\d+)-$/.exec(request.headers.get("range") ?? "") ?? [];
  if (from !== undefined && request.headers.get("if-range") === fake.date) {
    const rest = bytes.subarray(Number(from));
    headers.set("content-length", String(rest.length));
    headers.set("content-range", `bytes ${from}-${bytes.length - 1}/${bytes.length}`);
    return new Response(rest.slice(), { status: 206, headers });
  }
  return new Response(bytes.slice(), { headers });
}

/** A server that sends some bytes to whoever comes, and hangs up. */
export function startBroken(text: string): { base: string; stop: () => void } {
  const listener = Deno.listen({ port: 0, hostname: "127.0.0.1" });
  const answer = async () => {
    for await (const connection of listener) {
      await connection.read(new Uint8Array(4096));
      await connection.write(new TextEncoder().encode(text));
      connection.close();
    }
  };
  answer();
  return {
    base: `http://127.0.0.1:${(listener.addr as Deno.NetAddr).port}`,
    stop: () => listener.close(),
  };
}
