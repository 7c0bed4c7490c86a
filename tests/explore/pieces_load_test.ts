/** Loading pieces in a page: each script once, and a clear word where one is missing. */
import { assert, assertEquals, assertRejects } from "@std/assert";
import { packRows } from "../../lib/explore/pieces/columns.ts";
import { load } from "../../lib/explore/pieces/load.ts";
import { scriptOf } from "../../lib/explore/pieces/write.ts";

const group = { atp_group: "08", partner_code: "2010", duty_usd: 3 };
const files = new Map([
  ["contents", [{ piece: "groups" }, { piece: "search" }, { piece: "dependence" }, {
    piece: "chapter-84",
  }]],
  ["groups", [group]],
].map(([name, rows]) => [
  `explore/${name}.js`,
  scriptOf(name as "groups", packRows(rows as object[])),
]));
files.set("explore/dependence.js", "");
const lines = ["8471500150", "8517130000"].map((hts10) => ({ hts10, duty_usd: 1 }));
files.set(
  "explore/chapter-84.js",
  scriptOf("chapter-84", {
    lines: packRows(lines),
    preference: packRows([]),
    months: packRows([]),
  }),
);
const asked: string[] = [];

/** What the loader needs of a page: a script that is added runs, or its file is missing. */
class Script {
  src = "";
  onload = () => {};
  onerror = () => {};
  remove() {}
}
const page = {
  createElement: () => new Script(),
  head: {
    append(script: Script) {
      asked.push(script.src);
      const text = files.get(script.src);
      queueMicrotask(() => {
        if (text === undefined) return script.onerror();
        (0, eval)(text);
        script.onload();
      });
    },
  },
};

Deno.test.beforeAll(() => void Object.assign(globalThis, { document: page }));
Deno.test.afterAll(() => void Reflect.deleteProperty(globalThis, "document"));
Deno.test.beforeEach(() => void asked.splice(0));

Deno.test("a piece is loaded once, also when it is asked for twice at a time", async () => {
  const [one, other]: object[][] = await Promise.all([load("groups"), load("groups")]);
  assert(one === other && one === await load("groups"));
  assertEquals(one, [group]);
  assertEquals(asked, ["explore/contents.js", "explore/groups.js"]);
});

Deno.test("goods come out of the file of their chapter, which is read once", async () => {
  const goods = async (name: `goods-${string}`) => (await load(name)).lines as object[];
  assertEquals(await goods("goods-847150"), lines.slice(0, 1));
  assertEquals(await goods("goods-85"), []);
  assertEquals((await load("chapter-84")).lines as object[], lines);
  assertEquals(asked, ["explore/chapter-84.js"]);
});

Deno.test("a file that is missing is named, and asked for again at the next try", async () => {
  for (const _ of [1, 2]) {
    await assertRejects(
      () => load("search"),
      Error,
      "explore/search.js is missing beside this page",
    );
  }
  assertEquals(asked, ["explore/search.js", "explore/search.js"]);
});

Deno.test("a file that holds something else is named", async () => {
  await assertRejects(
    () => load("dependence"),
    Error,
    "explore/dependence.js holds no data of dependence",
  );
});

Deno.test("a chapter that the tables do not have is empty; no file is asked for", async () => {
  const none = { lines: [], preference: [], months: [] };
  for (const name of ["chapter-77", "goods-7701"] as const) assertEquals(await load(name), none);
  await assertRejects(
    () => load("industry-999"),
    RangeError,
    "the explorer has no data called industry-999",
  );
  assertEquals(asked, []);
});
