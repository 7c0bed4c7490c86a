/** What `refresh --report` does when figures are in data/: told whole, or where it failed and how to go on. */
import { assertEquals, assertRejects, assertStringIncludes } from "@std/assert";
import { readPackage } from "../../lib/data/mod.ts";
import type { Refreshed } from "../../lib/census/vintage/refreshed.ts";
import { revise, type Work } from "../../lib/publish/revise.ts";
import { PublishError } from "../../lib/publish/system/errors.ts";
import { exists } from "../../lib/publish/system/files.ts";
import { notebook, type Project, project } from "./fixtures.ts";

const chapter = (verdict: string, picture: string) =>
  notebook({ prose: "# Trade" }, {
    code: "await show(it);",
    outputs: [
      { "text/markdown": `It is ${verdict}.` },
      {
        "image/svg+xml":
          `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">${picture}</svg>`,
        "application/vnd.technology-frontier.figure+json": {
          id: "it",
          title: "It fell",
          alt: "It",
        },
      },
      {
        "text/html": "<table>",
        "application/vnd.technology-frontier.claims+json": [
          { id: "C1", claim: "It fell", verdict, finding: "It did.", evidence: [] },
        ],
      },
    ].map((data) => ({ output_type: "display_data", data, metadata: {} })),
  });
const BEFORE = chapter("confirmed", "<path/>");
const AFTER = chapter("not confirmed", '<rect width="5" height="5"/>');

interface Tried extends Project {
  said: string[];
  revise: (work?: Partial<Work>) => Promise<number>;
}

/** A project into which a refresh has brought a vintage that data/ has, and one that it has no more. */
async function withRefreshed(test: (place: Tried) => Promise<void>): Promise<void> {
  const place = await project({ "1-trade": BEFORE });
  const cache = `${place.root}/cache`, said: string[] = [];
  const { resources: [{ name, vintages }] } = await readPackage(`${place.root}/data`);
  const brought = (vintage: string): Refreshed => ({
    ...{ table: name, vintage, new: 2, unchanged: 0, revised: 0, largest: [] },
    periods: ["2026-07"],
  });
  try {
    await Deno.mkdir(cache);
    await Deno.mkdir(place.build);
    const all = [brought(vintages.at(-1)!.vintage), brought("2099-01-01")];
    await Deno.writeTextFile(`${cache}/refreshed.json`, JSON.stringify(all));
    await test({
      ...place,
      said,
      revise: (work) =>
        revise({ cache, pdf: false }, place, (line) => said.push(line), {
          report: () => Deno.writeTextFile(`${place.notebooks}/1-trade.ipynb`, AFTER),
          verify: () => Promise.resolve({ holds: true, summary: "9 hold, 0 do not", failed: [] }),
          ...work,
        }),
    });
  } finally {
    await Deno.remove(place.root, { recursive: true });
  }
}

Deno.test("what came is told once, with verdict, sentence and pictures; the next time nothing is new", async () => {
  await withRefreshed(async ({ build, revise, said }) => {
    assertEquals(await revise(), 0);
    const revision = JSON.parse(await Deno.readTextFile(`${build}/revision/revision.json`));
    assertEquals(revision.tables.map((each: Refreshed) => each.vintage), ["2026-10-01"]);
    assertEquals(revision.verdicts.map((each: { after: string }) => each.after), ["not confirmed"]);
    assertEquals(revision.chapters[0].sentences, [
      { before: "It is confirmed.", after: "It is not confirmed." },
    ]);
    const [before, after] = await Promise.all(
      ["before", "after"].map((side) => Deno.readFile(`${build}/revision/${side}/it.png`)),
    );
    assertEquals([before, after].map((png) => `${png.slice(1, 4)}`), ["80,78,71", "80,78,71"]);
    assertEquals(`${before}` === `${after}`, false);
    assertStringIncludes(said.join("\n"), "U.S. trade figures to July 2026: 1 verdict turns\n");
    assertEquals(await revise({ report: () => Promise.reject(new Error("is not asked")) }), 0);
    assertEquals(said.at(-1), "Nothing new came: no report is built, and nothing is changed");
    assertEquals(await exists(`${build}/revision/revision.md`), true, "the last one stays");
  });
});

Deno.test("a report that fails says what state all is in; when it is mended the next run tells all", async () => {
  await withRefreshed(async ({ build, revise }) => {
    const report = () => Promise.reject(new PublishError("chapter 3 fails"));
    const { message } = await assertRejects(() => revise({ report }), PublishError);
    assertStringIncludes(message, "chapter 3 fails\n\ndata/ has the new figures; notebooks/,");
    assertStringIncludes(message, "deno task refresh --report goes on from here");
    assertEquals(await exists(`${build}/revision`), false);
    assertEquals(await revise(), 0);
    assertEquals(await exists(`${build}/revision/revision.md`), true);
  });
});

Deno.test("a notebook that cannot be read is a report that fails", async () => {
  await withRefreshed(async ({ notebooks, revise }) => {
    await Deno.writeTextFile(`${notebooks}/1-trade.ipynb`, "{");
    const { message } = await assertRejects(() => revise(), PublishError);
    assertStringIncludes(message, "1-trade.ipynb is not a notebook");
    assertStringIncludes(message, "data/ has the new figures");
  });
});

Deno.test("figures that do not add up are told, and the command fails", async () => {
  await withRefreshed(async ({ build, revise }) => {
    const verified = { holds: false, summary: "8 hold, 1 do not", failed: ["FAIL months"] };
    assertEquals(await revise({ verify: () => Promise.resolve(verified) }), 1);
    assertStringIncludes(
      await Deno.readTextFile(`${build}/revision/revision.md`),
      "do NOT add up (deno task verify: 8 hold, 1 do not): do not publish them",
    );
  });
});

Deno.test("what cannot be written leaves no half of it, and says how to go on", async () => {
  await withRefreshed(async ({ build, notebooks, revise, said }) => {
    const broken = AFTER.replace("<rect", "<rect <");
    const report = () => Deno.writeTextFile(`${notebooks}/1-trade.ipynb`, broken);
    await assertRejects(() => revise({ report }));
    assertEquals(await exists(`${build}/revision`), false);
    assertStringIncludes(
      said.at(-1)!,
      "what changed could not be written. When that is mended: git",
    );
  });
});
