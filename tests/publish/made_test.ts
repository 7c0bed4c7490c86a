/** A report is made again when anything has changed that it is made of, or that it made; else nothing is done. */
import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { isMade, madeOf, noteMade, type Order } from "../../lib/publish/made.ts";
import { readOptions } from "../../lib/publish/options.ts";
import { report } from "../../lib/publish/report.ts";
import { filesOf, pastTheClock, project, tools } from "./fixtures.ts";

Deno.test("any file of the project or of the build counts, and who makes it", async (t) => {
  const place = await project();
  const order: Order = { ...place, chosen: [], pdf: true, tools: await tools() };
  const makeBuild = async () => {
    await Deno.mkdir(`${place.build}/site`, { recursive: true });
    await Deno.writeTextFile(`${place.build}/site/index.html`, "<p>A page");
    await Deno.writeTextFile(`${place.build}/report.pdf`, "%PDF");
  };
  const made = async (as = order) => await isMade(as, await madeOf(as));
  const note = async () => {
    await makeBuild();
    await pastTheClock();
    await noteMade(order, await madeOf(order), Date.now());
  };
  await note();
  assert(await made());
  await Deno.mkdir(`${place.build}/release`);
  await Deno.writeTextFile(
    `${place.build}/release/NOTES.md`,
    "What was packed of it is not of it.",
  );
  assert(await made());

  const append = (path: string) => Deno.writeTextFile(path, "\n", { append: true });
  const changes: [string, () => Promise<unknown>][] = [
    ["how it is cited", () => append(`${place.root}/CITATION.cff`)],
    ["a table", () => append(`${place.root}/data/datapackage.json`)],
    ["a module", () => append(`${place.root}/lib/mod.ts`)],
    ["a folder like one that is not read, within another", async () => {
      await Deno.mkdir(`${place.root}/lib/build`);
      await Deno.writeTextFile(`${place.root}/lib/build/own.ts`, "");
    }],
    ["a pin", () => append(`${place.root}/deno.lock`)],
    ["prose of a chapter", () => append(`${place.notebooks}/1-first.ipynb`)],
    ["a new file", () => Deno.writeTextFile(`${place.notebooks}/notes.txt`, "Notes")],
    ["a file that is gone", () => Deno.remove(`${place.notebooks}/notes.txt`)],
    ["a page of the build that was edited", () => append(`${place.build}/site/index.html`)],
    ["one that is gone", () => Deno.remove(`${place.build}/report.pdf`)],
    ["one too many", () => Deno.writeTextFile(`${place.build}/site/industry-336.html`, "")],
    ["the whole build gone", () => Deno.remove(place.build, { recursive: true })],
  ];
  for (const [what, change] of changes) {
    await change();
    const before = await made();
    await Deno.remove(place.build, { recursive: true }).catch(() => {});
    await note();
    const after = await made();
    await t.step(what, () => assertEquals([before, after], [false, true]));
  }
  const own = order.tools;
  const others: Record<string, Partial<Order>> = {
    "another Deno": { deno: "2.9.7" },
    "no PDFs": { pdf: false },
    "other chapters": { chosen: ["1-first"] },
    "another language": { tools: { ...own, env: { ...own.env, LANG: "de_DE.UTF-8" } } },
    "other Python packages": { tools: { ...own, venv: place.root } },
  };
  for (const [what, other] of Object.entries(others)) {
    const found = await made({ ...order, ...other });
    await t.step(what, () => assertEquals(found, false));
  }
  await t.step("students' folder is not the report's", async () => {
    await Deno.mkdir(`${place.build}/course`);
    await Deno.writeTextFile(`${place.build}/course/mine.ipynb`, "{}");
    assert(await made());
  });
  await t.step("what was saved while the report was made is not noted", async () => {
    await append(`${place.root}/CITATION.cff`);
    const started = Date.now();
    await noteMade(order, await madeOf(order), started);
    assert(!await made());
  });
});

Deno.test("the second report says that nothing has changed, and does nothing", async () => {
  const place = await project();
  await pastTheClock();
  const said: string[] = [];
  const build = async (...args: string[]) => {
    await report(readOptions(["--no-pdf", ...args]), place, (line: string) => said.push(line));
    await pastTheClock();
    return said.splice(0).join("\n");
  };
  await build("--accept");
  // The chapters hold their outputs now: they are other files than before.
  assertStringIncludes(await build(), "Taking 2 as executed before");
  const first = await filesOf(place.build);
  assertStringIncludes(await build(), "Nothing has changed since this report was made");
  assertEquals(await filesOf(place.build), first);
  assertStringIncludes(await build("--fresh"), "Executing 2 of 2 chapters");
  assertEquals(await filesOf(place.build), first, "the same bytes, executed anew");

  const path = `${place.notebooks}/1-first.ipynb`;
  const text = await Deno.readTextFile(path);
  await Deno.writeTextFile(
    path,
    text.replace("exports = 5;", "exports = Math.min(5, Date.now());"),
  );
  for (const _ of "12") {
    await pastTheClock();
    const lines = await build();
    assertStringIncludes(lines, "Executing 1 of 2 chapters");
    assertStringIncludes(lines, "Taking 1 as executed before");
  }
});
