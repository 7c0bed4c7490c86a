/** Grading of what students hand in: right, wrong, broken, hostile; each leaves the others graded. */
import { assert, assertEquals, assertRejects, assertStringIncludes } from "@std/assert";
import { SYSTEM, urlOf } from "../../../lib/platform.ts";
import { type Grade, grade } from "../../../lib/course/grading/grade.ts";
import { studentOf } from "../../../lib/course/grading/submissions.ts";
import { collected } from "../../../lib/course/grading/kernel.ts";
import { withLibrary } from "../../../lib/course/grading/run.ts";
import { parseChapter } from "../../../lib/publish/chapters/notebook.ts";
import { PublishError } from "../../../lib/publish/system/errors.ts";
import { ROOT } from "../../../lib/root.ts";
import { CHAPTERS, handedIn, RIGHT } from "./submissions.ts";
import { OF_LIBRARY } from "../../known.ts";

const chapters = Object.entries(CHAPTERS).map(([name, text]) => parseChapter(name, text));

/** Code of a student who would write, read, run and send what is not theirs; each must fail. */
const HOSTILE = (place: string, port: number) =>
  `[
  ["write", () => Deno.writeTextFileSync("${place}/written", "")],
  ["write here", () => Deno.writeTextFileSync("written", "")],
  ["polars", () => pl.DataFrame({ a: [1] }).writeCSV("${place}/written.csv")],
  ["solutions", () => Deno.readTextFileSync("${ROOT}/notebooks/3-the-balance.ipynb")],
  ["others", () => Deno.readTextFileSync("${place}/li-3-the-balance.ipynb")],
  ["run", () => new Deno.Command(Deno.execPath(), { args: ["--version"] }).outputSync()],
  ["environment", () => Deno.env.toObject()],
  ["connect", () => Deno.connect({ port: ${port}, hostname: "127.0.0.1" })],
]`;
const TRIED = (place: string, port: number) =>
  `const done = []; for (const [what, act] of ${HOSTILE(place, port)}) {
  try { await act(); done.push(what); } catch {}
}
const answer3_1 = done;`;

const KEYS = `import { answerKey, oneOf } from "../../lib/mod.ts";
answerKey("3.2", "anything", oneOf());
globalThis.crypto = undefined; Array.prototype.some = () => true;
const answer3_2 = "anything";`;

/** Elsewhere than on Linux the memory has no limit, and the cell's time ends. */
const MEMORY = SYSTEM === "linux" ? "failed" : "not run";

/** What is handed in, by its path in the folder. */
const submissions = (place: string, port: number): Record<string, string> => ({
  "garcía/3-the-balance.ipynb": handedIn(RIGHT),
  "garcía/my lines.ipynb": handedIn({ "4.1": `"C"` }, { chapter: "4-lines" }),
  "li-3-the-balance.ipynb": handedIn({ "3.1": "25", "3.2": "Symbol()", "3.3": `["2010"]` }),
  "empty-3-the-balance.ipynb": handedIn({}),
  "order-3-the-balance.ipynb": handedIn({
    "3.1": "const answer3_1 = later;",
    "3.2": `const answer3_2 = "México"; const later = 0.25;`,
  }),
  "loop-3-the-balance (1).ipynb": handedIn({ ...RIGHT, "3.1": "(() => { while (true); })()" }),
  "exit-3-the-balance.ipynb": handedIn({ ...RIGHT, "3.2": "Deno.exit(0)" }),
  "memory-3-the-balance.ipynb": handedIn({
    ...RIGHT,
    "3.3":
      "const kept = []; while (true) kept.push(new Uint8Array(1e7).fill(1));\nlet answer3_3 = 1;",
  }),
  "forever-3-the-balance.ipynb": handedIn(RIGHT, {
    bend: ({ cells }) =>
      cells.splice(2, 0, { ...cells[1], cell_type: "code", source: "while (1);" }),
  }),
  "loud-3-the-balance.ipynb": handedIn({
    ...RIGHT,
    "3.1": `for (let i = 0; i < 100; i++) console.log("x".repeat(1e5));\nconst answer3_1 = 0.25;`,
  }),
  "keys-3-the-balance.ipynb": handedIn({ "3.1": "0.75", "3.2": KEYS }),
  "checks-3-the-balance.ipynb": handedIn(RIGHT, {
    bend: ({ cells }) => {
      cells.find(({ source }) => source.includes(`checkAnswer("3.1"`))!.source =
        `console.log("right"); checkAnswer("3.1", () => 0.25);`;
      cells.splice(cells.findIndex(({ source }) => source.includes(`checkAnswer("3.2"`)), 1);
      cells.splice(cells.findIndex(({ source }) => source.includes("answer3_3 =")), 1);
    },
  }),
  "hostile-3-the-balance.ipynb": handedIn({ "3.1": TRIED(place, port), "3.2": "MEXICO +" }),
  "twice/3-the-balance.ipynb": handedIn(RIGHT),
  "twice/3-the-balance (1).ipynb": handedIn({}),
  "=HYPERLINK(1)/renamed.ipynb": handedIn(RIGHT, { bend: (it) => it.metadata = {} }),
  "none.ipynb": JSON.stringify({ cells: [{ cell_type: "code", source: "1" }], metadata: {} }),
  "half-3-the-balance.ipynb": handedIn(RIGHT).slice(0, 500),
  "list-3-the-balance.ipynb": "[1]",
  "nothing-3-the-balance.ipynb": "",
  "essay.pdf": "%PDF",
  ".DS_Store": "x",
});

async function written(files: Record<string, string>): Promise<string> {
  const folder = await Deno.makeTempDir({ prefix: "handed-" });
  for (const [path, text] of Object.entries(files)) {
    const place = `${folder}/${path}`;
    await Deno.mkdir(place.slice(0, place.lastIndexOf("/")), { recursive: true });
    await Deno.writeTextFile(place, text);
  }
  return folder;
}

const chaptersFolder = () =>
  written(Object.fromEntries(Object.entries(CHAPTERS).map(([name, it]) => [`${name}.ipynb`, it])));

interface Graded {
  folder: string;
  said: string;
  csv: string;
  grades: Grade[];
  left: string[];
}

let graded: Promise<Graded> | undefined;

/** All of it, graded once for all tests. */
const once = () => graded ??= gradeAll();

async function gradeAll(): Promise<Graded> {
  const folder = await written({});
  using listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  const files = submissions(folder, (listener.addr as Deno.NetAddr).port);
  for (const [path, text] of Object.entries(files)) {
    await Deno.mkdir(`${folder}/${path}/..`.replace(/[^/]*\/\.\.$/, ""), { recursive: true });
    await Deno.writeTextFile(`${folder}/${path}`, text);
  }
  await Deno.symlink("/etc/hosts", `${folder}/link-3-the-balance.ipynb`);
  const lines: string[] = [];
  const grades = await grade(folder, {
    notebooks: await chaptersFolder(),
    seconds: 40,
    say: (line) => lines.push(line),
  });
  const left = (await Array.fromAsync(Deno.readDir(folder))).map(({ name }) => name)
    .filter((name) => !Object.keys(files).some((path) => path.split("/")[0] === name));
  const csv = await Deno.readTextFile(`${folder}/grades.csv`);
  return { folder, said: lines.join("\n"), csv, grades, left: left.sort() };
}

const of = async (file: string) => (await once()).grades.filter((it) => it.file.startsWith(file));
const states = async (file: string) => (await of(file)).map(({ state }) => state);

Deno.test("right answers are right, in any file's name, with any accents", async () => {
  const [first] = await of("garcía/3-");
  assertEquals([first.student, first.chapter, first.exercise], ["garcía", "3-the-balance", "3.1"]);
  assertEquals(await states("garcía/3-"), ["right", "right", "right"]);
  assertEquals((await of("garcía/my")).map((it) => [it.chapter, it.state]), [["4-lines", "right"]]);
});

Deno.test(
  "wrong answers are told what their check would say; what is no data, too",
  OF_LIBRARY,
  async () => {
    const [unit, symbol, short] = await of("li-");
    assertEquals([unit.student, unit.state], ["li", "not yet"]);
    assertStringIncludes(unit.said, "the unit is not");
    assertEquals([symbol.state, short.state], ["not yet", "not yet"]);
    assertEquals(short.said, "The list has 2 entries, yours 1.");
  },
);

Deno.test("no answer is no answer; a cell that fails is named, with its error", async () => {
  assertEquals(await states("empty-"), ["no answer", "no answer", "no answer"]);
  const [first, second, third] = await of("order-");
  assertEquals([first.state, second.state, third.state], ["failed", "right", "no answer"]);
  assertStringIncludes(first.said, "ReferenceError: later is not defined");
  const [, syntax] = await of("hostile-");
  assertStringIncludes(syntax.said, "SyntaxError: ");
});

Deno.test("a cell without end, one that ends the kernel and one that fills the memory are left out", async () => {
  const loop = await of("loop-");
  assertEquals(loop.map(({ state }) => state), ["not run", "right", "right"]);
  assertEquals([loop[0].student, loop[0].said], ["loop", "time: cell 8"]);
  assertEquals(await states("exit-"), ["right", "failed", "right"]);
  assertStringIncludes((await of("exit-"))[1].said, "ended the kernel");
  assertEquals(await states("memory-"), ["right", "right", MEMORY]);
});

Deno.test("a cell without end that sets no answer is left out, and said of all", async () => {
  const rows = await of("forever-");
  assertEquals(rows.map(({ state }) => state), ["right", "right", "right"]);
  assertEquals(
    rows.map(({ remark }) => remark),
    Array(3).fill("cell 3 took too long and was left out"),
  );
});

Deno.test("ten megabytes of output change nothing", async () => {
  assertEquals(await states("loud-"), ["right", "right", "right"]);
});

Deno.test("keys and checks that a student makes do not count", async () => {
  const keys = await of("keys-");
  assertEquals(keys.map(({ state }) => state), ["not yet", "not yet", "no answer"]);
  assertEquals(keys[0].said, "Of the others.");
  const checks = await of("checks-");
  assertEquals(checks.map(({ state }) => state), ["right", "right", "missing"]);
  assertEquals(checks.map(({ remark }) => remark), [
    "its check cell was changed",
    "its check cell was deleted",
    "",
  ]);
});

Deno.test("a student's code writes, reads, starts and reaches nothing of others", async () => {
  const { folder, left, said } = await once();
  const [tried] = await of("hostile-");
  // Where there is no Landlock polars writes, and files are read: so it is said.
  const isFenced = !said.includes("has no Landlock");
  assertEquals(tried.said.match(/a list of (\d)/)?.[1], isFenced ? "0" : "3", tried.said);
  if (isFenced) assertEquals(left, ["grades.csv", "link-3-the-balance.ipynb"]);
  assert((await Deno.stat(`${folder}/grades.csv`)).isFile);
});

Deno.test("a chapter that comes twice is graded twice, and said", async () => {
  const rows = await of("twice/3-the-balance (1)");
  assertEquals(rows.map(({ state }) => state), ["no answer", "no answer", "no answer"]);
  assertStringIncludes(rows[0].remark, "handed in also as twice/3-the-balance.ipynb");
  assertEquals(await states("twice/3-the-balance.ipynb"), ["right", "right", "right"]);
});

Deno.test("a notebook whose name and metadata are lost is known by its checks", async () => {
  const rows = await of("=HYPERLINK");
  assertEquals(rows.map(({ chapter, state }) => [chapter, state]), [
    ["3-the-balance", "right"],
    ["3-the-balance", "right"],
    ["3-the-balance", "right"],
  ]);
  assertStringIncludes(rows[0].remark, "not made from a student's notebook");
});

Deno.test("what is no notebook is named with its fault, and nothing is lost", async () => {
  const { grades } = await once();
  const refused = grades.filter(({ state }) => state === "not graded");
  assertEquals(refused.map(({ file, said }) => [file, said.split(":")[0]]), [
    ["essay.pdf", "not a notebook"],
    ["half-3-the-balance.ipynb", "cannot be read as a notebook"],
    ["link-3-the-balance.ipynb", "a link to a file"],
    ["list-3-the-balance.ipynb", "not a notebook of Jupyter"],
    ["none.ipynb", "a notebook of no chapter"],
    ["nothing-3-the-balance.ipynb", "an empty file"],
  ]);
});

Deno.test("the CSV has all rows, no cell of it is run by a spreadsheet, and the summary says the rest", async () => {
  const { csv, grades, said } = await once();
  assertEquals(csv.split("\n")[0], "\uFEFFstudent,file,chapter,exercise,state,said,remark");
  assert(csv.includes("\n'=HYPERLINK(1),'=HYPERLINK(1)/renamed.ipynb,3-the-balance,3.1,right,"));
  assert(grades.length > 40);
  assertStringIncludes(said, "garcía/3-the-balance.ipynb: 3 of 3 right");
  assertStringIncludes(said, "essay.pdf: not a notebook");
  assertStringIncludes(said, "handed in also as");
});

Deno.test("no such folder, one without notebooks, and a file are refused by name", async () => {
  const empty = await Deno.makeTempDir();
  for (
    const [folder, fault] of [
      [`${empty}/none`, "no such folder"],
      [empty, "no notebooks lie in"],
      [`${ROOT}/README.md`, "not a folder"],
    ]
  ) {
    const error = await assertRejects(() => grade(folder), PublishError);
    assertStringIncludes(error.message, fault);
    assertStringIncludes(error.message, folder);
  }
  assertEquals(await Array.fromAsync(Deno.readDir(empty)), []);
});

Deno.test("whose a file is: the folder's, else what stands around the chapter in its name", () => {
  const cases = {
    "garcía/3-the-balance.ipynb": "garcía",
    "garcía/week 1/hw.ipynb": "garcía",
    "3-the-balance/garcia.ipynb": "garcia",
    "garcia-3-the-balance.ipynb": "garcia",
    "3-the-balance_garcia (2).ipynb": "garcia",
    "3-the-balance (1).ipynb": "3-the-balance (1)",
    "13-the-balance.ipynb": "13-the-balance",
    "homework.ipynb": "homework",
  };
  for (const [file, student] of Object.entries(cases)) {
    assertEquals(studentOf(file, chapters), student, file);
  }
});

Deno.test("the library is imported from here, wherever the student had it", () => {
  const here = `from "${urlOf(`${ROOT}/lib/mod.ts`)}"`;
  for (
    const path of [
      "../../../lib/mod.ts",
      "./lib/mod.ts",
      "C:\\\\course\\\\lib\\\\mod.ts",
      "file:///x/lib/mod.ts",
    ]
  ) {
    assertEquals(withLibrary(`import {\n  show } from '${path}';`), `import {\n  show } ${here};`);
  }
  assertEquals(withLibrary(`await import("../../lib/mod.ts")`), `await import(${here.slice(5)})`);
  const other = `import { x } from "../mylib/mod.ts"; const a = "lib/mod.ts";`;
  assertEquals(withLibrary(other), other);
});

Deno.test("answers leave the kernel as data, and anything else as what its check says", () => {
  const list = ["2010", "5700"];
  assertEquals(collected("3.3", () => list), { is: "data", data: list });
  assertEquals(collected("3.3", () => undefined), { is: "undefined" });
  assertEquals(
    collected("3.3", () => {
      throw new ReferenceError();
    }),
    { is: "unset" },
  );
  const circle: unknown[] = [];
  circle.push(circle);
  for (const value of [NaN, 5n, () => 1, Promise.resolve(1), new Map(), circle, "x".repeat(1e6)]) {
    const answer = collected("3.3", () => value);
    assert(answer.is === "other" && answer.outcome.state === "not yet", String(answer.is));
  }
});
