/** What is Linux's, macOS's and Windows' own: each worked out by hand, on whatever system this runs. */
import { assert, assertEquals, assertMatch } from "@std/assert";
import * as platform from "../lib/platform.ts";
import { filesBelow } from "../lib/publish/system/files.ts";
import { ROOT } from "../lib/root.ts";

type System = platform.System;

/** What a function gives on each system. */
const onEach = <Result>(give: (system: System) => Result): Record<System, Result> => ({
  linux: give("linux"),
  darwin: give("darwin"),
  windows: give("windows"),
});

/** The same on the two that are alike, and another on Windows. */
const unixAndWindows = <Result>(unix: Result, windows: Result): Record<System, Result> => ({
  linux: unix,
  darwin: unix,
  windows,
});

Deno.test("a path has / on every system, and a drive a capital letter", () => {
  const paths = (system: System) =>
    ["/home/ana/a\\b", "c:\\Users\\Ana México\\report", "C:/a", "/d:/a", "..\\a", "\\\\host\\a"]
      .map((path) => platform.slashed(path, system));
  assertEquals(
    onEach(paths),
    unixAndWindows(
      // A backslash may stand in a name there.
      ["/home/ana/a\\b", "c:\\Users\\Ana México\\report", "C:/a", "/d:/a", "..\\a", "\\\\host\\a"],
      ["/home/ana/a/b", "C:/Users/Ana México/report", "C:/a", "D:/a", "../a", "//host/a"],
    ),
  );
});

Deno.test("a name with a separator is a path", () => {
  const names = ["python3", "./python3", "..\\python.exe"];
  assertEquals(
    onEach((system) => names.map((name) => platform.isPath(name, system))),
    unixAndWindows([false, true, false], [false, true, true]),
  );
});

Deno.test("what lies below a folder is told from what lies beside it", () => {
  const ways = (folder: string, paths: string[], system: System) =>
    paths.map((path) => platform.within(folder, path, system));
  const unix = [
    "/p/report/lib/a.ts",
    "/p/report/..a",
    "/p/report",
    "/p/report-2/a",
    "/p/a",
    "/q",
    "/p/Report/a",
  ];
  const below = ["lib/a.ts", "..a", null, null, null, null, null];
  assertEquals(ways("/p/report", unix, "linux"), below);
  assertEquals(ways("/p/report/", unix, "darwin"), below);
  const windows = [
    "C:\\p\\report\\lib\\a.ts",
    "C:/p/report/lib/a.ts",
    // Drives and names are one there, however they are written.
    "c:\\P\\Report\\lib\\a.ts",
    "C:\\p\\report-2\\a",
    "D:\\p\\report\\a",
    "C:\\p",
  ];
  assertEquals(
    ways("C:/p/report", windows, "windows"),
    ["lib/a.ts", "lib/a.ts", "lib/a.ts", null, null, null],
  );
});

Deno.test("a permission names a folder from here, one on another drive whole", () => {
  assertEquals(platform.fromFolder("/p/report", "/p/cache", "linux"), "./../cache");
  assertEquals(platform.fromFolder("/p/report", "/p/report", "darwin"), "./");
  const windows = (path: string) => platform.fromFolder("C:/p/report", path, "windows");
  assertEquals(windows("C:\\p\\report\\data"), "./data");
  assertEquals(windows("C:/p/cache"), "./../cache");
  assertEquals(windows("D:\\deno\\npm"), "D:/deno/npm");
});

Deno.test("what changed is told by the name of the folder that is watched, also behind a link", () => {
  const { asWatched } = platform;
  assertEquals(asWatched("/tmp/r/lib/a.ts", "/tmp/r", "/tmp/r", "linux"), "/tmp/r/lib/a.ts");
  // macOS tells of real paths; its /tmp and /var are links.
  const [folder, real] = ["/tmp/r", "/private/tmp/r"];
  assertEquals(asWatched("/private/tmp/r/lib/a.ts", folder, real, "darwin"), "/tmp/r/lib/a.ts");
  assertEquals(asWatched("/tmp/r/lib/a.ts", folder, real, "darwin"), "/tmp/r/lib/a.ts");
  assertEquals(asWatched("/private/tmp/r", folder, real, "darwin"), "/private/tmp/r");
  assertEquals(asWatched("C:/r\\lib\\a.ts", "C:/r", "C:\\r", "windows"), "C:/r/lib/a.ts");
  assertEquals(asWatched("D:\\real\\lib\\a.ts", "C:/r", "D:\\real", "windows"), "C:/r/lib/a.ts");
});

Deno.test("paths and addresses of files are turned into each other", () => {
  const unix = [
    "/home/Ana México/a#b/lib/root.ts",
    "file:///home/Ana%20M%C3%A9xico/a%23b/lib/root.ts",
  ];
  for (const system of ["linux", "darwin"] as const) {
    assertEquals(platform.urlOf(unix[0], system), unix[1]);
    assertEquals(platform.pathOf(unix[1], system), unix[0]);
  }
  const url = "file:///C:/Users/Ana%20M%C3%A9xico/report/lib/root.ts";
  assertEquals(platform.pathOf(url, "windows"), "C:/Users/Ana México/report/lib/root.ts");
  assertEquals(platform.urlOf("C:/Users/Ana México/report/lib/root.ts", "windows"), url);
  assertEquals(
    platform.urlOf("c:\\Users\\Ana México\\report\\lib\\root.ts", "windows"),
    url,
  );
  assertEquals(platform.pathOf("file://host/share/a%20b.ts", "windows"), "//host/share/a b.ts");
  assertEquals(platform.urlOf("//host/share/a b.ts", "windows"), "file://host/share/a%20b.ts");
  assertEquals(
    platform.urlOf("C:\\Users\\RUNNER~1\\50%\\a.ts", "windows"),
    "file:///C:/Users/RUNNER~1/50%25/a.ts",
  );
  // A folder: what is resolved against it lies in it.
  for (const [folder, system] of [["/p/r/", "darwin"], ["C:/p/r/", "windows"]] as const) {
    const module = new URL("../lib/mod.ts", platform.urlOf(`${folder}notebooks/`, system)).href;
    assertEquals(platform.pathOf(module, system), `${folder}lib/mod.ts`);
  }
});

Deno.test("Windows' variables are found whatever their case, and what programs need stays", () => {
  const unix = { Path: "/bin", HOME: "/home/ana", SystemRoot: "no" };
  const windows = {
    Path: "C:\\Windows",
    SystemRoot: "C:\\Windows",
    "=C:": "C:\\p",
    Home: "x",
    Temp: "C:\\t",
  };
  for (const system of ["linux", "darwin"] as const) {
    assertEquals(platform.environment(unix, system), unix);
    assertEquals(platform.neededBy(unix, system), {});
  }
  const found = platform.environment(windows, "windows");
  assertEquals(found, {
    PATH: "C:\\Windows",
    SYSTEMROOT: "C:\\Windows",
    HOME: "x",
    TEMP: "C:\\t",
  });
  assertEquals(platform.neededBy(found, "windows"), { SYSTEMROOT: "C:\\Windows", TEMP: "C:\\t" });
});

Deno.test("temporary files, the empty file, and what locks a folder", () => {
  assertEquals(
    onEach((system) => platform.temporaryIn("/t", system)),
    unixAndWindows<Record<string, string>>({ TMPDIR: "/t" }, { TEMP: "/t", TMP: "/t" }),
  );
  assertEquals(onEach(platform.emptyFile), unixAndWindows("/dev/null", "nul"));
  assertEquals(
    onEach((system) => platform.lockIn("/p/.cache", system)),
    unixAndWindows<[string, Deno.OpenOptions]>(["/p/.cache", { read: true }], [
      "/p/.cache/lock",
      { create: true, write: true },
    ]),
  );
});

Deno.test("the programs of a virtual environment", () => {
  const venv = "/p/.venv";
  assertEquals(
    onEach((system) => platform.programOf(venv, "python", system)),
    unixAndWindows("/p/.venv/bin/python", "/p/.venv/Scripts/python.exe"),
  );
  assertEquals(
    onEach((system) => platform.scriptOf(venv, "jupyter-lab", system)),
    unixAndWindows(
      { program: "/p/.venv/bin/python", args: ["/p/.venv/bin/jupyter-lab"] },
      { program: "/p/.venv/Scripts/jupyter-lab.exe", args: [] },
    ),
  );
  assertEquals(platform.pandocs(venv, ["python3.11", "python3.12"], "linux"), [
    "/p/.venv/lib/python3.11/site-packages/pypandoc/files/pandoc",
    "/p/.venv/lib/python3.12/site-packages/pypandoc/files/pandoc",
  ]);
  assertEquals(platform.pandocs(venv, ["site-packages"], "windows"), [
    "/p/.venv/Lib/site-packages/pypandoc/files/pandoc.exe",
  ]);
});

Deno.test("Python is looked for by the names that it has", () => {
  const called = (system: System) =>
    platform.pythons(system).map(({ program, args }) => [program, ...args].join(" "));
  const unix = "python3 python python3.14 python3.13 python3.12 python3.11 python3.10".split(" ");
  assertEquals(onEach(called), unixAndWindows(unix, ["py -3", "python", "python3"]));
});

Deno.test("signals: which are listened to, whether they ask, how a program tells that it was stopped", () => {
  assertEquals(
    onEach(platform.endSignals),
    unixAndWindows<Deno.Signal[]>(["SIGINT", "SIGTERM"], ["SIGINT", "SIGTERM", "SIGBREAK"]),
  );
  assertEquals(
    onEach(platform.stopSignals),
    unixAndWindows<Deno.Signal[]>(["SIGINT", "SIGTERM", "SIGHUP"], [
      ...["SIGINT", "SIGTERM", "SIGBREAK", "SIGHUP"] as const,
    ]),
  );
  assertEquals(onEach(platform.signalsAsk), unixAndWindows(true, false));
  assertEquals(
    onEach(platform.interrupt),
    unixAndWindows<{ interrupt_mode?: string }>({}, { interrupt_mode: "message" }),
  );
  const ends = [
    { signal: "SIGINT", code: 130 },
    { signal: "SIGHUP", code: 129 },
    { signal: "SIGTERM", code: 143 },
    { signal: null, code: 1 },
    { signal: null, code: 3221225786 },
    { signal: null, code: -1073741510 },
  ];
  assertEquals(
    onEach((system) => ends.map((end) => platform.wasStopped(end, system))),
    unixAndWindows([true, true, false, false, false, false], [
      true,
      true,
      false,
      false,
      true,
      true,
    ]),
  );
});

Deno.test("a browser is looked for where each system has it, after the one that is named", () => {
  assertEquals(platform.browsers({ PATH: "/usr/bin:/opt/x" }, "linux"), [
    "/usr/bin/chromium",
    "/usr/bin/chromium-browser",
    "/usr/bin/google-chrome",
    "/usr/bin/chromium",
    "/opt/x/chromium",
  ]);
  assertEquals(platform.browsers({}, "linux").length, 3);
  assertEquals(platform.browsers({ HOME: "/Users/ana", PATH: "/opt/homebrew/bin" }, "darwin"), [
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Users/ana/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Users/ana/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    "/Users/ana/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    "/opt/homebrew/bin/chromium",
  ]);
  const windows = {
    PROGRAMFILES: "C:\\Program Files",
    "PROGRAMFILES(X86)": "C:\\Program Files (x86)",
    PATH: "C:\\Windows;D:\\b",
  };
  assertEquals(platform.browsers(windows, "windows"), [
    "C:/Program Files/Chromium/Application/chrome.exe",
    "C:/Program Files (x86)/Chromium/Application/chrome.exe",
    "C:/Program Files/Google/Chrome/Application/chrome.exe",
    "C:/Program Files (x86)/Google/Chrome/Application/chrome.exe",
    "C:/Program Files/Microsoft/Edge/Application/msedge.exe",
    "C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe",
    "C:/Windows/chromium.exe",
    "D:/b/chromium.exe",
  ]);
  const named = { ...windows, CHROMIUM: "E:\\my browser\\chrome.exe" };
  assertEquals(platform.browsers(named, "windows"), ["E:/my browser/chrome.exe"]);
  assertEquals(platform.browsers({ CHROMIUM: "/odd place/chromium" }, "darwin"), [
    "/odd place/chromium",
  ]);
});

Deno.test("addresses are written as Deno writes them, whatever a folder is called", async () => {
  const folder = `${await Deno.makeTempDir()}/Ana México ~[1] 50%20 #'(2)`;
  await Deno.mkdir(folder);
  await Deno.writeTextFile(`${folder}/a.ts`, "console.log(import.meta.url);");
  const { stdout } = await new Deno.Command(Deno.execPath(), { args: ["run", `${folder}/a.ts`] })
    .output();
  const url = new TextDecoder().decode(stdout).trim();
  assertEquals(platform.urlOf(`${folder}/a.ts`), url);
  assertEquals(platform.pathOf(url), platform.slashed(`${folder}/a.ts`));
});

Deno.test("the project's own folder, on this machine", () => {
  assert(Deno.statSync(`${ROOT}/lib/root.ts`).isFile);
  assert(!ROOT.includes("\\") || platform.SYSTEM !== "windows", ROOT);
  assertEquals(platform.urlOf(`${ROOT}/lib/root.ts`), import.meta.resolve("../lib/root.ts"));
});

/** What only one system has, or has in its way: each belongs into lib/platform/ or systems.py. */
const OWN =
  /Deno\.build\.os|process\.platform|navigator\.platform|sys\.platform|os\.name\b|platform\.system|[/"'`]bin\/|Scripts\/|\/usr\/|\/dev\/|\/proc\/|\bSIG(INT|TERM|HUP|KILL|BREAK|CHLD)\b|\bTMPDIR\b|USERPROFILE|\bkillpg\b|\bsetsid\b|file:\/\/\$\{|\.pathname\b/;

/** Modules that have some all the same, and why. */
const MAY: Record<string, string> = {
  "lib/platform/system.ts": "the place for it",
  "lib/platform/programs.ts": "the place for it",
  "lib/platform/browsers.ts": "the place for it",
  "lib/publish/setup/systems.py": "the place for it, in Python",
  "lib/course/grading/fence.py": "the fence is Linux's alone, and says so",
  "lib/publish/setup/deno_process.py": "every Python knows SIGINT, and Windows has Deno apart",
  "lib/publish/setup/kernel.py": "every Python knows SIGINT and SIGTERM",
  "lib/publish/system/process.ts": "SIGTERM asks where signals ask",
  "lib/publish/edit/client.js": "the paths of addresses in a browser",
};

Deno.test("no other module of the library asks which system this is", async () => {
  const files = (await filesBelow(`${ROOT}/lib`)).filter((path) => /\.(tsx?|py|js)$/.test(path));
  const found = await Promise.all(files.map(async (path) => {
    const source = await Deno.readTextFile(`${ROOT}/lib/${path}`);
    return source.split("\n").flatMap((line, at) =>
      OWN.test(line) ? [[`lib/${path}`, `lib/${path}:${at + 1}: ${line.trim()}`]] : []
    );
  }));
  const lines = found.flat();
  assertEquals(lines.filter(([path]) => !(path in MAY)).map(([, line]) => line), []);
  // An exception for which there is no need any more goes.
  assertEquals(Object.keys(MAY).filter((path) => !lines.some(([of]) => of === path)), []);
  for (const text of ['"/usr/bin/x"', "`${venv}/bin/python`", "sys.platform", '"SIGTERM"']) {
    assertMatch(text, OWN);
  }
});
