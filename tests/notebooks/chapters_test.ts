/** The committed chapters: sound types, and executing them changes no byte, twice. */
import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { answersFinding } from "../../lib/publish/chapters/answers.ts";
import { checkCells } from "../../lib/publish/chapters/code.ts";
import { execute } from "../../lib/publish/chapters/execute.ts";
import { exerciseFindings, exercisesOf, goalsOf } from "../../lib/publish/chapters/exercises.ts";
import { explain } from "../../lib/publish/chapters/failures.ts";
import { figureFindings, outputFindings } from "../../lib/publish/chapters/gates.ts";
import { chapterNames, readChapter } from "../../lib/publish/chapters/notebook.ts";
import { ROOT, tools } from "../publish/fixtures.ts";
import { OF_LIBRARY } from "../known.ts";

const FOLDER = `${ROOT}/notebooks`;
const names = await chapterNames(FOLDER);
const path = (name: string) => `${FOLDER}/${name}.ipynb`;
const chapters = await Promise.all(names.map((name) => readChapter(path(name))));

Deno.test("the code cells of every chapter pass the type-checker", async () => {
  assertEquals(await checkCells(chapters, FOLDER, ROOT), []);
});

Deno.test("executing every chapter twice gives the committed bytes both times", async () => {
  const target = await Deno.makeTempDir({ prefix: "executed-" });
  const work = names.flatMap((name) =>
    [1, 2].map((time) => ({
      name: `${name} ${time}`,
      source: path(name),
      target: `${target}/${name}.${time}.ipynb`,
      folder: FOLDER,
    }))
  );
  const failed: string[] = [];
  for await (const event of execute(work, await tools())) {
    const name = event.name.split(" ")[0];
    if (event.event === "failed") failed.push(await explain(event, path(name), FOLDER, ROOT));
  }
  assertEquals(failed, []);
  const changed: string[] = [];
  for (const name of names) {
    const committed = await Deno.readTextFile(path(name));
    for (const time of [1, 2]) {
      const executed = await Deno.readTextFile(`${target}/${name}.${time}.ipynb`);
      if (executed !== committed) changed.push(`${name}, execution ${time}`);
    }
  }
  // The report takes a file that an editor saved; the repository keeps one form, for small differences.
  assertEquals(changed, [], "mend: deno task report --accept");
});

Deno.test("money is written in words: no bare dollar sign in what Jupyter reads as mathematics", () => {
  const bare = chapters.flatMap(({ name, cells }) =>
    cells.flatMap(({ kind, number, source, outputs }) => {
      const texts = kind === "markdown"
        ? [source]
        : outputs.flatMap(({ data }) => [data["text/markdown"], data["text/html"]]);
      return texts.filter((text) => /(?<!<span>\\?)\$/.test(String(text ?? "")))
        .map((text) => `${name}, cell ${number}: ${/.{0,60}\$.{0,20}/.exec(String(text))}`);
    })
  );
  assertEquals(bare, []);
});

Deno.test("every chapter passes the gates and begins with its question", () => {
  assertEquals(chapters.flatMap(outputFindings), []);
  assertEquals(figureFindings(chapters), []);
  for (const { name, cells } of chapters) {
    assertStringIncludes(cells[0].source, "**Question.**", name);
  }
});

Deno.test("cells import the library from one place, and nothing else", () => {
  const others = chapters.flatMap(({ name, cells }) =>
    cells.filter(({ kind }) => kind === "code").flatMap(({ source, number }) =>
      [...source.matchAll(/^(?:import|\}) .*["']([^"']+)["'];?$|\bimport\(([^)]*)/gm)]
        .filter(([, from]) => from !== "../lib/mod.ts").map(([text]) => `${name} ${number} ${text}`)
    )
  );
  assertEquals(others, []);
});

Deno.test("exercises are whole, their solutions pass their own checks, their keys are kept", async () => {
  assertEquals(chapters.flatMap(exerciseFindings), []);
  assertEquals(await answersFinding(FOLDER, chapters), null);
  for (const { name, cells } of chapters) {
    const checks = cells.filter(({ tags }) => tags.includes("check"));
    assertEquals(checks.filter(({ outputs }) => outputs.length !== 1), [], name);
  }
});

Deno.test(
  "chapters 3 to 9 end with four to six exercises, from reading to judging",
  OF_LIBRARY,
  () => {
    for (const chapter of chapters.filter(({ number }) => Number(number) >= 3)) {
      const exercises = exercisesOf(chapter);
      assert(
        exercises.length >= 4 && exercises.length <= 6,
        `${chapter.name}: ${exercises.length}`,
      );
      const kinds = exercises.map(({ kind }) => kind);
      for (const kind of ["reading", "computing", "judgment"] as const) {
        assert(kinds.includes(kind), `${chapter.name}: none of ${kind}`);
      }
    }
  },
);

Deno.test("every chapter says what it teaches, what comes before, and how long it takes", () => {
  assertEquals(chapters.filter((it) => !goalsOf(it)).map(({ name }) => name), []);
});
