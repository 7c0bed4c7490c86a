/** What was made before is taken only where all that it is made of is the same, and only whole. */
import { assert, assertEquals, assertRejects } from "@std/assert";
import { kept, type Key, madeAnew } from "../../../lib/publish/system/kept.ts";

/** Counts how often something is made, in a folder of its own. */
async function counted(test: (folder: string, make: Make) => Promise<void>): Promise<void> {
  const folder = await Deno.makeTempDir({ prefix: "kept-" });
  let count = 0;
  const make: Make = async (
    keys,
    { kind = "texts", limit = 1000, value = "made", at = folder } = {},
  ) => {
    const before = count;
    const work = () => Promise.resolve(`${value} ${++count}`);
    const result = await kept(kind, keys, work, { folder: at, limit });
    return { result, isNew: count > before };
  };
  try {
    await test(folder, make);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

type Make = (
  keys: Key[],
  options?: { kind?: string; limit?: number; value?: string; at?: string },
) => Promise<{ result: string; isNew: boolean }>;

const filesIn = async (folder: string) =>
  (await Array.fromAsync(Deno.readDir(folder))).map(({ name }) => `${folder}/${name}`);

Deno.test("the same keys give what was made before, any other keys something new", () =>
  counted(async (_, make) => {
    const keys = ["ab", "c", new Uint8Array([1, 2])];
    assertEquals(await make(keys), { result: "made 1", isNew: true });
    assertEquals(await make(keys), { result: "made 1", isNew: false });
    const others: Key[][] = [
      ["a", "bc", new Uint8Array([1, 2])],
      ["c", "ab", new Uint8Array([1, 2])],
      ["ab", "c"],
      ["ab", "c", new Uint8Array([1, 3])],
      ["ab", "c", "\x01\x02"],
      ["ab", "c", new Uint8Array([1]), new Uint8Array([2])],
      ["ab", "c", "", new Uint8Array([1, 2])],
    ];
    for (const other of others) assert((await make(other)).isNew, JSON.stringify(other));
    assert((await make(keys, { kind: "others" })).isNew);
    assertEquals((await make(keys)).isNew, false);
  }));

Deno.test("objects, maps, bytes and text come back as they were", () =>
  counted(async (folder) => {
    const value = {
      map: new Map([["a", new Uint8Array([0, 255])]]),
      text: "México − \ud83d\ude00",
    };
    const work = () => Promise.resolve(value);
    await kept("values", ["a"], work, { folder });
    const never = () => Promise.reject(new Error("made again"));
    assertEquals(await kept<typeof value>("values", ["a"], never, { folder }), value);
  }));

Deno.test("a damaged entry is made anew, and is whole again", () =>
  counted(async (folder, make) => {
    await make(["a"]);
    await make(["b"], { value: "another" });
    const [one, other] = await filesIn(`${folder}/texts`);
    const whole = await Deno.readFile(one);
    const isA = new TextDecoder().decode(whole).includes("made 1");
    const [path, bytes] = isA ? [one, whole] : [other, await Deno.readFile(other)];
    const swapped = await Deno.readFile(isA ? other : one);
    const flipped = [0, 31, 32, bytes.length - 1].map((at) =>
      bytes.map((byte, index) => index === at ? byte ^ 1 : byte)
    );
    const cut = [0, 5, 32, bytes.length - 1].map((end) => bytes.subarray(0, end));
    for (const damaged of [...flipped, ...cut, new Uint8Array([...bytes, 0]), swapped]) {
      await Deno.writeFile(path, damaged);
      const { isNew, result } = await make(["a"]);
      assert(isNew && result.startsWith("made"), `${damaged.length} bytes`);
      assertEquals(await make(["a"]), { result, isNew: false });
    }
  }));

Deno.test("what fails is not kept, nor what a key forbids to keep", () =>
  counted(async (folder, make) => {
    const fail = () => Promise.reject(new Error("as it is"));
    await assertRejects(() => kept("texts", ["a"], fail, { folder }), Error, "as it is");
    assert((await make(["a"])).isNew);
    for (const _ of [1, 2]) assert((await make(["b", null])).isNew);
    assertEquals((await filesIn(`${folder}/texts`)).length, 1);
  }));

Deno.test("work that is to be made anew takes nothing, and what it makes is kept", () =>
  counted(async (_, make) => {
    await make(["a"]);
    assertEquals(await madeAnew(() => make(["a"])), { result: "made 2", isNew: true });
    assertEquals(await make(["a"]), { result: "made 2", isNew: false });
  }));

Deno.test("where nothing can be read or written, everything is made", () =>
  counted(async (folder, make) => {
    await Deno.writeTextFile(`${folder}/file`, "");
    for (const _ of [1, 2]) assert((await make(["a"], { at: `${folder}/file` })).isNew);
    await Deno.mkdir(`${folder}/texts`);
    await make(["a"]);
    const [entry] = await filesIn(`${folder}/texts`);
    await Deno.remove(entry);
    await Deno.mkdir(`${entry}/taken`, { recursive: true });
    for (const _ of [1, 2]) assert((await make(["a"])).isNew);
    assertEquals(await filesIn(`${folder}/texts`), [entry], "a part of an entry is left");
  }));

Deno.test("what was used longest ago gives way", () =>
  counted(async (folder, make) => {
    const value = "x".repeat(300);
    const age = async (path: string, seconds: number) => {
      const then = Date.now() / 1000 - seconds;
      await Deno.utime(path, then, then);
    };
    const paths: string[] = [];
    for (const key of ["a", "b"]) {
      await make([key], { value });
      paths.push((await filesIn(`${folder}/texts`)).find((path) => !paths.includes(path))!);
    }
    await age(paths[0], 200);
    await age(paths[1], 100);
    assertEquals((await make(["a"])).isNew, false, "using an entry does not count");
    await make(["c"], { value });
    assertEquals((await make(["a"])).isNew, false);
    assertEquals((await make(["c"])).isNew, false);
    assert((await make(["b"])).isNew, "the folder grows without end");
  }));
