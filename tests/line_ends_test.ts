/** The same bytes in every checkout, also where git is told to convert line ends (core.autocrlf). */
import { assert, assertEquals } from "@std/assert";
import { ROOT } from "../lib/root.ts";

const git = async (...args: string[]) => {
  const { success, stdout } = await new Deno.Command("git", { args: ["-C", ROOT, ...args] })
    .output().catch(() => ({ success: false, stdout: new Uint8Array() }));
  return { success, text: new TextDecoder().decode(stdout) };
};

const listed = await git("ls-files", "--eol");

Deno.test({
  name: "git converts no line end: data never, text to LF alone",
  ignore: !listed.success, // an archive without .git, or no git
  fn: () => {
    // i/lf    w/lf    attr/text=auto eol=lf <tab> path
    const files = listed.text.trim().split("\n").map((line) => {
      const [, stored, here, attributes, path] = /^i\/(\S*)\s+w\/(\S*)\s+attr\/(.*?)\s*\t(.*)$/
        .exec(line)!;
      return { stored, here, attributes, path };
    });
    assert(files.length > 400, `${files.length}`);
    for (const { stored, here, attributes, path } of files) {
      const isHashed = /^data\/|\.(parquet|ttf|woff2)$/.test(path);
      assertEquals([path, attributes], [path, isHashed ? "-text" : "text=auto eol=lf"]);
      assert(!/crlf|mixed/.test(`${stored} ${here}`), `${path}: ${stored} in git, ${here} here`);
    }
  },
});
