/** What `deno task new-report` is asked for. */
import { assertEquals, assertStringIncludes, assertThrows } from "@std/assert";
import { UsageError } from "../../lib/command.ts";
import { fileOf, HELP, readOptions } from "../../lib/adopt/options.ts";

Deno.test("a folder and a title are enough; authors stand with semicolons between", () => {
  const { folder, title, authors } = readOptions(["/a/b", "--title", " Border\n trade "]);
  assertEquals([folder, title, authors], ["/a/b", "Border trade", ["The Border trade authors"]]);
  const asked = ["/a/b", "--title", "A", "--authors", "Ruiz, Ana; The Desk ;"];
  assertEquals(readOptions(asked).authors, ["Ruiz, Ana", "The Desk"]);
});

Deno.test("what is missing or too much is said, with the help", () => {
  for (
    const [args, said] of [
      [["--title", "A"], "name the folder"],
      [["/a", "b", "--title", "A"], "one folder, not /a, b"],
      [["/a"], "a title with letters"],
      [["/a", "--title", "—"], "a title with letters"],
      [["/a", "--tittle", "A"], "--tittle"],
      [["/a", "--title"], "--title"],
    ] as const
  ) {
    const { message } = assertThrows(() => readOptions([...args]), UsageError);
    assertStringIncludes(message, said);
    assertStringIncludes(message, "deno task new-report <folder>");
  }
  assertEquals(readOptions(["-h"]).help, true);
  for (const option of ["--title", "--authors", "--help"]) assertStringIncludes(HELP, option);
});

Deno.test("files are named by the title, without accents and of a bearable length", () => {
  assertEquals(fileOf("México & the “border”: 2024"), "mexico-the-border-2024");
  assertEquals(fileOf("a ".repeat(80)).length, 59);
});
