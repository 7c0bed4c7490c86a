/** Saves as editors make them, each told once, and whole. */
import { assertEquals } from "@std/assert";
import { sorted } from "../../../lib/publish/edit/saved.ts";
import { saves } from "../../../lib/publish/edit/watch.ts";

Deno.test("a burst of saves is one, by rename too; what editors keep beside is none", async () => {
  const folder = `${await Deno.makeTempDir()}/link`;
  await Deno.symlink(await Deno.makeTempDir(), folder);
  const ending = new AbortController();
  const told = saves([{ path: folder, recursive: true }], () => true, ending.signal);
  const write = (name: string, text = "x") => Deno.writeTextFileSync(`${folder}/${name}`, text);
  const first = told.next();
  Deno.mkdirSync(`${folder}/.ipynb_checkpoints`);
  write(".ipynb_checkpoints/a-checkpoint.ipynb");
  write(".a.ts.swp");
  for (let step = 0; step < 5; step++) write("a.ts", `${step}`);
  write("b.ts~");
  Deno.renameSync(`${folder}/b.ts~`, `${folder}/b.ts`);
  assertEquals((await first).value?.toSorted(), [`${folder}/a.ts`, `${folder}/b.ts`]);
  // What is saved while the last is worked on is told next.
  write("c.ts");
  await new Promise((done) => setTimeout(done, 300));
  assertEquals((await told.next()).value, [`${folder}/c.ts`]);
  const last = told.next();
  ending.abort();
  assertEquals((await last).done, true);
});

Deno.test("files are sorted by what depends on them", () => {
  const files = [
    "lib/figures/duty_rates.ts",
    "lib/publish/site/page.ts",
    "lib/publish/site/style/base.css",
    "lib/publish/edit/server.ts",
    "lib/publish/chapters/fenced.py",
    "lib/explore/page/explore.css",
    "data/atp_by_group.csv",
    "CITATION.cff",
    "deno.lock",
    "notebooks/3-the-balance.ipynb",
  ];
  const saved = sorted(files.map((file) => `/project/${file}`), "/project", "/project/notebooks");
  assertEquals(saved, {
    chapters: ["3-the-balance"],
    modules: ["lib/figures/duty_rates.ts"],
    makers: [
      "lib/publish/site/page.ts",
      "lib/publish/site/style/base.css",
      "lib/explore/page/explore.css",
      "CITATION.cff",
    ],
    data: ["data/atp_by_group.csv"],
    own: ["lib/publish/edit/server.ts", "lib/publish/chapters/fenced.py", "deno.lock"],
  });
});
