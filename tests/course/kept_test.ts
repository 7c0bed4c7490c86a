/** Nothing of a student's is lost when a course is made again; what the course wrote itself gives way. */
import { assertEquals } from "@std/assert";
import { carryOver } from "../../lib/course/kept.ts";
import { filesOf, notebook } from "../publish/fixtures.ts";

const plain = notebook({ prose: "# One" }, { code: "const answer1_1 = undefined;" });
const answered = plain.replace("undefined", "5");
const newer = plain.replace("# One", "# One, revised");

/** Makes courses one after another in the same place, and what people do between. */
function courses() {
  const root = Deno.makeTempDirSync();
  return {
    put: async (path: string, text: string) => {
      const file = `${root}/course/${path}`;
      await Deno.mkdir(file.replace(/\/[^/]+$/, ""), { recursive: true });
      await Deno.writeTextFile(file, text);
    },
    make: async (files: Record<string, string>, only = false) => {
      for (const [path, text] of Object.entries(files)) {
        const file = `${root}/new/${path}`;
        await Deno.mkdir(file.replace(/\/[^/]+$/, ""), { recursive: true });
        await Deno.writeTextFile(file, text);
      }
      const kept = await carryOver(`${root}/course`, `${root}/new`, only);
      await Deno.remove(`${root}/course`, { recursive: true }).catch(() => {});
      await Deno.rename(`${root}/new`, `${root}/course`);
      return kept;
    },
    files: async () => {
      const files = await filesOf(`${root}/course`);
      files.delete("made.json");
      const texts = [...files.keys()].map(async (path) =>
        [path, await Deno.readTextFile(`${root}/course/${path}`)] as const
      );
      return Object.fromEntries(await Promise.all(texts));
    },
  };
}

const student = "student/1-one.ipynb";

Deno.test("a notebook that was written in stays, and is named every time", async () => {
  const { make, put, files } = courses();
  assertEquals(await make({ [student]: plain }), []);
  await put(student, answered);
  assertEquals(await make({ [student]: plain }), [student]);
  assertEquals(await make({ [student]: newer }), [student]);
  assertEquals(await files(), { [student]: answered });
});

Deno.test("a notebook that was run and not written in follows its chapter", async () => {
  const { make, put, files } = courses();
  await make({ [student]: plain });
  const executed = JSON.parse(plain);
  executed.cells[1].execution_count = 7;
  await put(student, JSON.stringify(executed, null, 3));
  assertEquals(await make({ [student]: newer }), []);
  assertEquals(await files(), { [student]: newer });
});

Deno.test("work stays when its chapter has gone, or is no notebook any more", async () => {
  const { make, put, files } = courses();
  await make({ [student]: plain, "student/2-two.ipynb": plain, "teacher/1-one.ipynb": plain });
  await put("student/2-two.ipynb", answered);
  await put("teacher/1-one.ipynb", "{ broken");
  assertEquals(await make({ "teacher/1-one.ipynb": plain }), ["teacher/1-one.ipynb"]);
  assertEquals(await files(), {
    "student/2-two.ipynb": answered,
    "teacher/1-one.ipynb": "{ broken",
  });
});

Deno.test("what people put beside stays; what the course wrote and writes no more goes", async () => {
  const { make, put, files } = courses();
  await make({ [student]: plain, "slides/1-one.html": "old", "style.css": "old" });
  const own = { "student/México.ipynb": answered, "grades.csv": "a", "student/data/a.csv": "b" };
  for (const [path, text] of Object.entries(own)) await put(path, text);
  assertEquals(await make({ [student]: plain, "style.css": "new" }), []);
  assertEquals(await files(), { ...own, [student]: plain, "style.css": "new" });
});

Deno.test("of some chapters alone: the files of the others stay as they are", async () => {
  const { make, files } = courses();
  await make({ [student]: plain, "student/2-two.ipynb": plain, "slides/2-two.html": "two" });
  assertEquals(await make({ [student]: newer }, true), []);
  assertEquals(await files(), {
    [student]: newer,
    "student/2-two.ipynb": plain,
    "slides/2-two.html": "two",
  });
  // They are still the course's own.
  await make({ [student]: newer });
  assertEquals(Object.keys(await files()), [student]);
});

Deno.test("without a record a notebook that differs counts as a student's", async () => {
  const { make, put, files } = courses();
  await put(student, answered);
  assertEquals(await make({ [student]: plain }), [student]);
  assertEquals(await make({ [student]: plain }), [student]);
  assertEquals(await files(), { [student]: answered });
});
