/** What can go wrong with the API: each fault has its own clear error, and data/ is unchanged. */
import { assertEquals, assertRejects, assertStringIncludes } from "@std/assert";
import { failsWith, type Place, withPlace } from "../fixture.ts";
import { type Change, KEY, startBroken, startFake } from "../server.ts";
import { apiClient } from "../../../lib/census/api/client.ts";
import { CensusError } from "../../../lib/census/transfer/errors.ts";
import type { RefreshOptions } from "../../../lib/census/options.ts";

interface Fault {
  what: string;
  arrange?: (place: Place) => void;
  change?: Change;
  more?: Partial<RefreshOptions>;
  says: string[];
  never?: string[];
}

const ODD = "error: There was an error while running your query";
const json = (body: BodyInit, headers: HeadersInit = {}) =>
  new Response(body, { headers: { "content-type": "application/json", ...headers } });
const page = (title: string) =>
  new Response(
    `<html>\n<head><title>${title}</title></head>\n<body>x<script>1</script></body></html>`,
    {
      headers: { "content-type": "text/html" },
    },
  );

/** Changes the first row that fits; the header stays. */
const changing =
  (fits: (row: string[]) => boolean, to: (row: string[]) => string[][]): Change => (rows) => {
    const at = rows.findIndex((row, index) => index > 0 && fits(row));
    return at < 0 ? rows : [...rows.slice(0, at), ...to(rows[at]), ...rows.slice(at + 1)];
  };
const inSet = (set: string, change: Change): Change => (rows, url) =>
  url.pathname.endsWith(set) ? change(rows, url) : rows;
const byPartner = (change: Change): Change => (rows, url) =>
  url.pathname.endsWith("imports/hitech") && url.searchParams.has("SUMMARY_LVL")
    ? change(rows, url)
    : rows;
const raised = (value: string) => String(Number(value) + 1);

const FAULTS: Fault[] = [
  {
    what: "no key",
    more: { key: undefined },
    says: ["needs a key and CENSUS_API_KEY is not set", "key_signup.html", "--source archives"],
  },
  {
    what: "bad key",
    more: { key: "0".repeat(40) },
    says: ["does not accept the key in CENSUS_API_KEY", "activated"],
  },
  {
    what: "key not activated",
    arrange: ({ fake }) =>
      fake.spoil = () => new Response(null, { status: 302, headers: { location: "/data/x.html" } }),
    says: ["redirects to another page", "activated by the link in the mail", "key_signup.html"],
  },
  {
    what: "a key that the server did not see",
    arrange: ({ fake }) =>
      fake.spoil = () =>
        new Response(null, { status: 302, headers: { location: "/data/missing_key.html" } }),
    says: ["says that no key was sent"],
  },
  {
    what: "a page on keys with status 200",
    arrange: ({ fake }) => fake.spoil = () => page("Invalid Key"),
    says: ["does not accept the key in CENSUS_API_KEY", "key_signup.html"],
  },
  {
    what: "a page on keys that says it is JSON",
    arrange: ({ fake }) => fake.spoil = () => json("<html><title>Missing Key</title></html>"),
    says: ["says that no key was sent"],
  },
  {
    what: "a page of a busy server with status 200",
    arrange: ({ fake }) => fake.spoil = () => page("Down for maintenance"),
    says: ['the server is busy or under maintenance ("Down for maintenance x"), 3 times', "wait"],
    never: ["CENSUS_API_KEY", "<"],
  },
  {
    what: "a page of someone else's",
    arrange: ({ fake }) => fake.spoil = () => page("Hotel Wi-Fi: sign in"),
    says: ['a web page came instead of data ("Hotel Wi-Fi: sign in x"), 3 times'],
  },
  {
    what: "text that is no JSON",
    arrange: ({ fake }) => fake.spoil = () => new Response("no\u001b[31m idea"),
    says: ["expected a JSON array, found text/plain;charset=UTF-8: no [31m idea", "--api-base"],
  },
  {
    what: "a query that the server cannot run, for ever",
    arrange: ({ fake }) => fake.spoil = () => new Response(ODD, { status: 400 }),
    says: ["answered 400: error: There was an error while running your query, 3 times"],
    never: ["the query or the address"],
  },
  {
    what: "month not published",
    arrange: ({ fake }) => fake.published.set(2024, 11),
    says: ["2024-12 of 2024 is not there"],
  },
  {
    what: "year not published (204)",
    more: { years: [2023] },
    says: ["no month of 2023 is published"],
  },
  {
    what: "a year to come",
    more: { years: [2031] },
    says: ["no month of 2031 is published"],
  },
  {
    what: "429 for ever",
    arrange: ({ fake }) => fake.spoil = () => new Response("slow down", { status: 429 }),
    says: ["the server answered 429, 3 times", "goes on from the cache"],
  },
  {
    what: "a Retry-After of an hour",
    arrange: ({ fake }) =>
      fake.spoil = () => new Response("", { status: 429, headers: { "retry-after": "3600" } }),
    says: ["the server answered 429, once"],
  },
  {
    what: "500 for ever",
    arrange: ({ fake }) => fake.spoil = () => new Response("oops", { status: 500 }),
    says: ["the server answered 500, 3 times"],
  },
  {
    what: "an unknown variable",
    arrange: ({ fake }) =>
      fake.spoil = () => new Response("error: unknown variable 'GEN_VAL_MO'", { status: 400 }),
    says: ["the server answered 400: error: unknown variable 'GEN_VAL_MO'"],
  },
  {
    what: "a stall",
    arrange: ({ fake }) =>
      fake.spoil = () =>
        json(new ReadableStream({ start: (to) => to.enqueue(new Uint8Array([91])) })),
    more: {
      patience: { timeoutMs: 400, paceMs: 0, attempts: 3, backoffMs: 5, longestWaitMs: 2_000 },
    },
    says: ["no answer within 0.4 s, 3 times"],
  },
  {
    what: "truncated JSON",
    arrange: ({ fake }) => fake.spoil = () => json('[["HITECH","GEN_VAL_MO"],["01","12'),
    says: ["is not whole JSON"],
  },
  {
    what: "no array of arrays",
    arrange: ({ fake }) => fake.spoil = () => json('[{"HITECH":"01"}]'),
    says: ["is not an array of arrays"],
  },
  {
    what: "a wrong header",
    change: (
      [header, ...rows],
    ) => [header.map((name) => name.replace("ALL_VAL_YR", "VAL")), ...rows],
    says: ["lacks ALL_VAL_YR; its header is HITECH, ALL_VAL_MO, VAL"],
  },
  {
    what: "a row too short",
    change: changing(() => true, (row) => [row.slice(1)]),
    says: ["row 1 has 4 values, the header 5"],
  },
  {
    what: "an unknown technology group",
    change: changing((row) => row[0] === "04", (row) => [["11", ...row.slice(1)]]),
    says: ['"11" is not the code of a technology group', "lib/codes/atp.ts"],
  },
  {
    what: "a group instead of a country",
    change: byPartner(
      changing((row) => row[1] === "1220", (row) => [[row[0], "0020", ...row.slice(2)]]),
    ),
    says: ['"0020" is not the code of a country'],
  },
  {
    what: "a continent instead of a country",
    change: byPartner(
      changing((row) => row[1] === "1220", (row) => [[row[0], "1XXX", ...row.slice(2)]]),
    ),
    says: ['"1XXX" is not the code of a country'],
  },
  {
    what: "a total that does not add up",
    change: changing(
      (row) => row[0] === "04",
      ([code, value, ...rest]) => [[code, raised(value), ...rest]],
    ),
    says: ["groups and 00 add to the total, ALL_VAL_MO", "the difference 1 USD"],
  },
  {
    what: "a country's value that is not in the world's",
    change: byPartner(
      changing((row) => row[1] === "5700" && row[0] === "04", (row) => [
        [row[0], row[1], raised(row[2]), ...row.slice(3)],
      ]),
    ),
    says: [
      "countries add to the world, general_imports, group 04, 2024-12",
      "the difference 1 USD",
    ],
  },
  {
    what: "detail without its total",
    change: byPartner((rows) => rows.filter((row) => row[1] !== "-")),
    says: ["countries add to the world", "the total is missing"],
  },
  {
    what: "a year to date that is not the sum of its months",
    change: inSet("imports/naics", (rows) =>
      rows.map((row, at) => {
        const place = rows[0].indexOf("GEN_VAL_YR");
        if (at === 0) return row;
        return row.map((value, column) => column === place ? String(Number(value) * 2) : value);
      })),
    says: ["months add to the year to date, GEN_VAL_YR, NAICS 334"],
  },
  {
    what: "a USMCA that is not Canada and Mexico",
    change: inSet(
      "imports/naics",
      changing((row) => row.includes("0020"), ([value, ...rest]) => [[raised(value), ...rest]]),
    ),
    says: ["Canada and Mexico are the USMCA"],
  },
  {
    what: "a duplicate row",
    change: changing((row) => row[0] === "04", (row) => [row, row]),
    says: ["04", "comes twice"],
  },
  {
    what: "another month than asked",
    change: changing(() => true, (row) => [row.map((value) => value.replace(/^2024-/, "2023-"))]),
    says: ['a row is of time "2023-', "asked was 2024-01"],
  },
  {
    what: "another industry than asked",
    change: inSet(
      "imports/naics",
      changing(() => true, (row) => [row.map((value) => value === "334" ? "336" : value)]),
    ),
    says: ['a row is of NAICS "336", asked was 334'],
  },
  {
    what: 'the value "-5"',
    change: changing((row) => row[0] === "04", (row) => [[row[0], "-5", ...row.slice(2)]]),
    says: ['is "-5": no value is below zero'],
  },
  {
    what: "values whose sum is beyond 2^53",
    change: (rows) =>
      rows.map((row, at) =>
        at ? row.map((each, column) => column === 1 ? String(2 ** 53 - 1) : each) : row
      ),
    says: ["groups and 00 add to the total", "is too large to be exact"],
  },
  ...["1.5", "1e9", "", "9007199254740993", "N/A"].map((value) => ({
    what: `the value "${value}"`,
    change: changing((row) => row[0] === "04", (row) => [[row[0], value, ...row.slice(2)]]),
    says: [`is "${value}", not a whole number of dollars`],
  })),
  {
    what: "a number that is no text",
    change: changing(() => true, (row) => [[row[0], 5 as unknown as string, ...row.slice(2)]]),
    says: ["ALL_VAL_MO is not text"],
  },
  {
    what: "a reply that holds the key",
    arrange: ({ fake }) => fake.spoil = (_, url) => json(`[["${url.searchParams.get("key")}"]]`),
    says: ["the reply holds the key"],
  },
];

for (const { what, arrange, change, more, says, never = [] } of FAULTS) {
  Deno.test(`api: ${what} is refused, and data/ is unchanged`, async () => {
    await withPlace(async (place) => {
      arrange?.(place);
      place.fake.change = change;
      const message = await failsWith(place, () => place.refresh("api", more), ...says);
      assertEquals(
        [message, ...place.said].join("\n").includes(KEY),
        false,
        "the key is never said",
      );
      for (const words of never) assertEquals(message.includes(words), false, words);
    });
  });
}

Deno.test("api: a connection that breaks in the middle of a reply is an error, not half a reply", async () => {
  await withPlace(async (place) => {
    const head =
      "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 5000\r\n\r\n";
    const broken = startBroken(`${head}[["HITECH"],["01"]`);
    const more = { apiBase: broken.base };
    await failsWith(place, () => place.refresh("api", more), "the connection failed, 3 times");
    broken.stop();
    await failsWith(place, () => place.refresh("api", more), "the connection failed, 3 times");
  });
});

Deno.test("api: what passes is waited for, and asked again", async () => {
  const passing: [() => Response, string][] = [
    [
      () => new Response("", { status: 429, headers: { "retry-after": "0" } }),
      "the server answered 429; next try in 0.0 s",
    ],
    [() => new Response("", { status: 503 }), "the server answered 503; next try in"],
    [() => page("Busy"), 'the server is busy or under maintenance ("Busy x"); next try in'],
    [
      () => new Response(null, { status: 302, headers: { location: "/data/invalid_key.html" } }),
      "does not accept the key in CENSUS_API_KEY; next try in",
    ],
    [() => page("Invalid Key"), "does not accept the key in CENSUS_API_KEY; next try in"],
    [() => new Response(ODD, { status: 400 }), "error while running your query; next try in"],
  ];
  const asked: string[] = [], said: string[] = [];
  const fake = startFake([]);
  try {
    const patience = { timeoutMs: 30_000, paceMs: 0, attempts: 2, backoffMs: 1, longestWaitMs: 9 };
    const ask = apiClient({ base: fake.base, key: KEY, patience, say: (line) => said.push(line) });
    for (const [answer, words] of passing) {
      let isFirst = true;
      fake.spoil = ({ url }) => {
        asked.push(url);
        const next = isFirst ? answer() : json("[[]]");
        isFirst = false;
        return next;
      };
      const { status } = await ask("imports/hs", []);
      assertEquals([status, asked.splice(0).length], [200, 2], words);
      assertStringIncludes(said.splice(0).join("\n"), words);
    }
    // A query that is wrong is wrong the second time, too.
    fake.spoil = ({ url }) => {
      asked.push(url);
      return new Response("error: unknown variable 'X'", { status: 400 });
    };
    await assertRejects(() => ask("imports/hs", []), CensusError, "unknown variable 'X'");
    assertEquals(asked.length, 1);
  } finally {
    await fake.stop();
  }
});

Deno.test("api: a run that broke off goes on from the cache; a reply that was wrong is asked again", async () => {
  await withPlace(async (place) => {
    const { fake, refresh, said } = place;
    let left = 4;
    fake.spoil = () => left-- > 0 ? undefined : new Response("", { status: 503 });
    await failsWith(place, () => refresh("api"), "the server answered 503");
    fake.spoil = undefined;
    fake.asked.length = 0;
    fake.change = inSet(
      "imports/naics",
      changing(() => true, ([code, value, ...rest]) => [[code, raised(value), ...rest]]),
    );
    await failsWith(place, () => refresh("api"), "add to");
    assertEquals(fake.asked.some((each) => each.includes("hitech")), false, "hitech was cached");
    assertEquals(said.filter((line) => line.startsWith("  from the cache")).length, 4);
    fake.change = undefined;
    await refresh("api");
    assertStringIncludes(fake.asked.join("\n"), "hitech");
  });
});

Deno.test("api: cached bytes that changed are not used", async () => {
  await withPlace(async ({ fake, refresh, cacheDir, said }) => {
    await refresh("api");
    const folder = `${cacheDir}/api/2026-11-24`;
    const [first] = [...Deno.readDirSync(folder)].filter(({ name }) => name.endsWith("json"))
      .map(({ name }) => name).filter((name) => !name.includes("sidecar")).sort();
    const text = await Deno.readTextFile(`${folder}/${first}`);
    await Deno.writeTextFile(`${folder}/${first}`, text.replace(/\d/, "7").replace(/8/, "9"));
    fake.asked.length = 0;
    await refresh("api");
    assertEquals(fake.asked.length, 1);
    assertStringIncludes(said.join("\n"), "differs from its sidecar");
  });
});
