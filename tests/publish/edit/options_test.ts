/** The command line of `deno task edit`. */
import { assertEquals, assertThrows } from "@std/assert";
import { UsageError } from "../../../lib/command.ts";
import { readOptions } from "../../../lib/publish/edit.ts";

Deno.test("options: a port or the usual one, a browser when it is asked for", () => {
  assertEquals(readOptions([]), { help: false, open: false, port: undefined });
  assertEquals(readOptions(["--open", "--port", "9000"]), { help: false, open: true, port: 9000 });
  assertEquals(readOptions(["-h"]).help, true);
  for (const wrong of [["--port", "x"], ["--port", "70000"], ["--port"], ["--prot"], ["3"]]) {
    assertThrows(() => readOptions(wrong), UsageError);
  }
});
