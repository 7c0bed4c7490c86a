/** What an audit of a kernel tells, and when it tells too little. */
import { assertEquals } from "@std/assert";
import { filesRead } from "../../../lib/publish/chapters/reads.ts";

const SEAL = "/stage/1.reads.sealed";
const line = (permission: string, value: string | null) =>
  JSON.stringify({ v: 1, permission, value });
const SOCKETS = ["1", "2", "3"].map((port) => line("net", `127.0.0.1:${port}`));
const READS = [
  line("read", "file:///project/lib/mod.ts"),
  line("sys", "hostname"),
  line("ffi", "/cache/nodejs-polars-linux-x64-gnu/0.25.2/nodejs-polars.linux-x64-gnu.node"),
  line("read", "/project/data//a.csv"),
  line("write", "/project/data//a.csv"),
  line("read", "/project/data/a.csv"),
];
const sealed = (...lines: string[]) => [...lines, line("read", SEAL)].join("\n") + "\n";

Deno.test("modules and tables, each once", () => {
  const files = ["/project/data/a.csv", "/project/lib/mod.ts"];
  assertEquals(filesRead(sealed(...SOCKETS, ...READS), SEAL), files);
  const after = sealed(...SOCKETS, ...READS) + `${line("run", "ls")}\n`;
  assertEquals(filesRead(after, SEAL), files, "what comes after all cells");
});

Deno.test("an audit that is not whole, or a kernel that did more, explains nothing", () => {
  const cases = [
    "",
    [...SOCKETS, ...READS].join("\n"),
    sealed(...SOCKETS, ...READS).replace('"read"', '"re'),
    sealed(...SOCKETS, ...READS, line("net", "example.org:443")),
    sealed(...SOCKETS, ...READS, line("run", "/bin/ls")),
    sealed(...SOCKETS, ...READS, line("env", "HOME")),
    sealed(...SOCKETS, ...READS, line("import", "example.org")),
    sealed(...SOCKETS, ...READS, line("ffi", "/tmp/own.so")),
    sealed(...SOCKETS, ...READS, line("sys", "osRelease")),
    sealed(...SOCKETS, ...READS, line("read", null)),
  ];
  for (const log of cases) assertEquals(filesRead(log, SEAL), null, log);
});
