/** Options of the report: what is not known is refused with what there is. */
import { assertEquals, assertStringIncludes, assertThrows } from "@std/assert";
import { UsageError } from "../../lib/command.ts";
import { chosenChapters, readOptions } from "../../lib/publish/options.ts";

const NAMES = ["1-the-report", "3-the-balance", "10-more"];
const refusal = (work: () => unknown) => assertThrows(work, UsageError).message;

Deno.test("without options everything is built", () => {
  const { only, pdf, accept, fresh, help, industry } = readOptions([]);
  assertEquals({ only, pdf, accept, fresh, help, industry }, {
    only: [],
    pdf: true,
    accept: false,
    fresh: false,
    help: false,
    industry: [],
  });
  assertEquals(chosenChapters([], NAMES), NAMES);
});

Deno.test("a chapter is chosen by number, by name, or by file, in the order of the report", () => {
  for (const asked of ["3", "the-balance", "3-the-balance", "notebooks/3-the-balance.ipynb"]) {
    assertEquals(chosenChapters([asked], NAMES), ["3-the-balance"]);
  }
  assertEquals(chosenChapters(["10", "1"], NAMES), ["1-the-report", "10-more"]);
});

Deno.test("chapters are chosen several at once: with commas, and from one to another", () => {
  const chosen = (...args: string[]) => chosenChapters(readOptions(args).only, NAMES);
  assertEquals(chosen("--only", "10,1"), ["1-the-report", "10-more"]);
  assertEquals(chosen("--only", "1-3"), ["1-the-report", "3-the-balance"]);
  assertEquals(chosen("--only", "2-9, the-report", "--only", "3"), NAMES.slice(0, 2));
  for (const none of ["4-9", "3-1", "1,2", "1,"]) {
    assertStringIncludes(refusal(() => chosen("--only", none)), "no chapter ");
  }
});

Deno.test("industries are chosen several at once; years must run forwards", () => {
  assertEquals(readOptions(["--industry", "336,325", "--industry", "336"]).industry, [
    "336",
    "325",
  ]);
  for (const to of ["2016", "2017"]) {
    assertStringIncludes(
      refusal(() => readOptions(["--industry", "336", "--from", "2017", "--to", to])),
      `--from 2017 is not before --to ${to}`,
    );
  }
});

Deno.test("an unknown chapter names those that there are", () => {
  assertStringIncludes(refusal(() => chosenChapters(["2"], NAMES)), "no chapter 2; there are:");
  assertStringIncludes(refusal(() => chosenChapters(["2"], NAMES)), "3-the-balance");
});

Deno.test("an unknown option, a stray word or a missing value shows the help", () => {
  for (const args of [["--pdf-only"], ["chapter"], ["--only"], ["--accept=yes"]]) {
    assertStringIncludes(refusal(() => readOptions(args)), "--no-pdf");
  }
});

Deno.test("an industry is a known code, each taken once; otherwise all codes are told", () => {
  assertEquals(
    readOptions(["--industry", "336", "--industry", "00", "--industry", "336"]).industry,
    [
      "336",
      "00",
    ],
  );
  for (const code of ["999", "33", "3345", "../x", "electronics", ""]) {
    const said = refusal(() => readOptions(["--industry", code]));
    assertStringIncludes(said, `no industry ${code}; the NAICS-3 codes are:`);
    assertStringIncludes(said, "  334  Computer and electronic products\n");
    assertStringIncludes(said, "  990  ");
  }
});

Deno.test("a year has four digits", () => {
  for (const year of ["17", "2017-01", "last"]) {
    assertStringIncludes(refusal(() => readOptions(["--industry", "336", "--to", year])), "years");
  }
});

Deno.test("options that do not go together are refused", () => {
  assertStringIncludes(refusal(() => readOptions(["--from", "2017"])), "go with --industry");
  assertStringIncludes(
    refusal(() => readOptions(["--industry", "336", "--only", "1"])),
    "without --only",
  );
});
