/** Options of the course: what is not known, or does not fit, is refused with what there is. */
import { assertEquals, assertStringIncludes, assertThrows } from "@std/assert";
import { UsageError } from "../../lib/command.ts";
import { readOptions } from "../../lib/course/options.ts";

const refusal = (...args: string[]) => assertThrows(() => readOptions(args), UsageError).message;

Deno.test("without options the whole course is made", () => {
  const { only, slides, grade, help } = readOptions([]);
  assertEquals({ only, slides, grade, help }, {
    only: [],
    slides: true,
    grade: undefined,
    help: false,
  });
});

Deno.test("some chapters, no slides", () => {
  const { only, slides } = readOptions(["--only", "3, 4", "--only", "the-balance", "--no-slides"]);
  assertEquals([only, slides], [["3", "4", "the-balance"], false]);
});

Deno.test("an unknown option, a stray word or a missing value shows the help", () => {
  for (const args of [["--pdf"], ["3"], ["--only"], ["--grade"]]) {
    assertStringIncludes(refusal(...args), "deno task course: makes build/course/");
  }
});

Deno.test("grading goes with nothing that makes a course", () => {
  assertStringIncludes(refusal("--grade", "handed-in", "--only", "3"), "--grade stands without");
  assertStringIncludes(refusal("--grade", "handed-in", "--no-slides"), "--grade stands without");
});

Deno.test("grading has a place for its results and a time", () => {
  const { grade, output, seconds } = readOptions(
    ["--grade", "handed-in", "--output", "a.csv", "--seconds", "60"],
  );
  assertEquals([grade, output, seconds], ["handed-in", "a.csv", 60]);
  assertStringIncludes(refusal("--seconds", "60"), "stand with --grade");
  assertStringIncludes(refusal("--output", "a.csv"), "stand with --grade");
  for (const wrong of ["0", "-5", "two", "1.5"]) {
    assertStringIncludes(refusal("--grade", "x", `--seconds=${wrong}`), "takes a whole number");
  }
});
