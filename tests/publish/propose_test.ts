/** `deno task propose`: what it refuses, and that nothing is changed then; what it proposes, the month's test says. */
import {
  assert,
  assertEquals,
  assertRejects,
  assertStringIncludes,
  assertThrows,
} from "@std/assert";
import { UsageError } from "../../lib/command.ts";
import { type Proposal, propose } from "../../lib/publish/propose.ts";
import { readOptions } from "../../lib/publish/revision/options.ts";
import { packageHash } from "../../lib/publish/revise.ts";
import type { Revision } from "../../lib/publish/revision/words.ts";
import { PublishError } from "../../lib/publish/system/errors.ts";
import { type Project, project } from "./fixtures.ts";
import { AUTHOR as author, committed, git } from "./revision/clone.ts";

const NEW_FILE = "data/atp.2026-10-06.csv";

/** A clone in which a refresh changed one figure, added one file of data and took one away. */
async function withRevision(test: (place: Project) => Promise<void>): Promise<void> {
  const place = await project();
  const { root, build, notebooks } = place;
  try {
    await Deno.writeTextFile(`${root}/README.md`, "# Trade\n");
    await Deno.writeTextFile(`${root}/.gitignore`, "build/\n*.png\n");
    await Deno.writeTextFile(`${root}/data/old.csv`, "1\n");
    await committed(root);
    await Deno.writeTextFile(`${root}/${NEW_FILE}`, "1\n");
    await Deno.remove(`${root}/data/old.csv`);
    await Deno.writeTextFile(`${notebooks}/1-first.ipynb`, "{}\n");
    const figure = { title: "It fell", svg: "" };
    const revision: Revision = {
      vintage: "2026-10-06",
      tables: [],
      verdicts: [],
      chapters: [],
      figures: [
        { id: "it", name: "Figure 1", before: figure, after: figure },
        { id: "came", name: "Figure 2", before: null, after: figure },
      ],
      verified: { holds: true, summary: "9 hold, 0 do not", failed: [] },
      package: await packageHash(place),
    };
    for (const [side, ids] of Object.entries({ before: ["it"], after: ["it", "came"] })) {
      await Deno.mkdir(`${build}/revision/${side}`, { recursive: true });
      for (const id of ids) await Deno.writeTextFile(`${build}/revision/${side}/${id}.png`, side);
    }
    await Deno.writeTextFile(`${build}/revision/revision.json`, JSON.stringify(revision));
    await test(place);
  } finally {
    await Deno.remove(root, { recursive: true });
  }
}

/** Asserts that nothing is proposed and nothing changes. */
async function refuses(place: Project, ...words: string[]): Promise<void> {
  const all = () =>
    Promise.all([["status", "-z"], ["for-each-ref"], ["symbolic-ref", "HEAD"]]
      .map((args) => git(place.root, ...args)));
  const before = await all();
  const { message } = await assertRejects(() => propose({ author }, place), PublishError);
  for (const word of words) assertStringIncludes(message, word);
  assertEquals(await all(), before);
}

Deno.test("one commit of what a refresh changed, one without a parent of the pictures", async () => {
  await withRevision(async (place) => {
    const { root, build } = place;
    const proposed = await propose({ author, picturesUrl: "https://git.example/raw" }, place);
    if (!proposed.propose) throw new Error("nothing is proposed");
    const { branch, commit, pictures, body } = proposed;
    const names = await git(root, "diff", "--no-renames", "--name-status", `main..${branch}`);
    assertEquals(names.split("\n"), [
      `A\t${NEW_FILE}`,
      "D\tdata/old.csv",
      "M\tnotebooks/1-first.ipynb",
    ]);
    assertEquals(await git(root, "rev-parse", "HEAD", branch), `${commit}\n${commit}`);
    assertEquals(await git(root, "status", "--porcelain"), "");
    const shown = await git(root, "ls-tree", "-r", "--name-only", pictures!.commit);
    assertEquals(shown.split("\n"), ["after/came.png", "after/it.png", "before/it.png"]);
    const text = await Deno.readTextFile(`${root}/${body}`);
    assert(text.startsWith("- The Census Bureau's figures of October 6, 2026"));
    assertStringIncludes(text, `(https://git.example/raw/${pictures!.commit}/after/came.png)`);
    assertEquals(JSON.parse(await Deno.readTextFile(`${build}/revision/proposal.json`)), proposed);
    const next: Proposal = await propose({ author }, place);
    assertEquals(next, { propose: false }, "it is proposed");
  });
});

Deno.test("files that no refresh changes are named, and refused", async () => {
  await withRevision(async (place) => {
    await Deno.writeTextFile(`${place.root}/lib/mine.ts`, "");
    await Deno.writeTextFile(`${place.notebooks}/Untitled.ipynb`, "{}");
    await Deno.writeTextFile(`${place.root}/CITATION.cff`, "");
    await refuses(
      place,
      "CITATION.cff\n  lib/mine.ts\n  notebooks/Untitled.ipynb\nCommit them, or put them aside",
    );
  });
});

Deno.test("figures that were proposed before are not proposed again over them", async () => {
  await withRevision(async (place) => {
    for (const name of ["refresh", "refresh-pictures"]) {
      await git(place.root, "branch", `${name}/2026-10-06`);
      await refuses(
        place,
        `the branch ${name}/2026-10-06 is there already`,
        `git branch -D ${name}`,
      );
      await git(place.root, "branch", "--delete", `${name}/2026-10-06`);
    }
  });
});

Deno.test("changes of which nobody told, and others than those told of, are refused", async () => {
  await withRevision(async (place) => {
    const { root, build } = place;
    await Deno.writeTextFile(`${root}/data/datapackage.json`, "{}");
    await refuses(place, "tells of other figures than data/ has", "deno task refresh --report");
    await Deno.remove(`${build}/revision/revision.json`);
    await refuses(place, "revision.json is not there", "git restore data notebooks README.md");
  });
});

Deno.test("without an author, and outside of a clone, the mend is said", async () => {
  await withRevision(async (place) => {
    const nobody = { GIT_CONFIG_GLOBAL: "/dev/null", EMAIL: "" };
    await git(place.root, "config", "user.useConfigOnly", "true");
    const { code, stderr } = await new Deno.Command(Deno.execPath(), {
      args: [
        "eval",
        `import { propose } from "${import.meta.resolve("../../lib/publish/propose.ts")}";
        await propose({}, ${JSON.stringify(place)})`,
      ],
      env: { ...nobody, NO_COLOR: "1" },
    }).output();
    assertEquals(code, 1);
    assertStringIncludes(new TextDecoder().decode(stderr), 'or --author "Name <mail>"');
    await Deno.remove(`${place.root}/.git`, { recursive: true });
    const { message } = await assertRejects(() => propose({ author }, place), PublishError);
    assertStringIncludes(message, "is no clone of git's");
  });
});

Deno.test("options: an address without its last slash, an author as git writes it", () => {
  const { picturesUrl } = readOptions(["--pictures-url", "https://github.com/me/it/raw/"]);
  assertEquals(picturesUrl, "https://github.com/me/it/raw");
  assertEquals(readOptions(["--author", author]).author, author);
  const wrong = [["--pictures-url", "here"], ["--author", "me"], ["--author", "a <b>"], ["--push"]];
  for (const args of wrong) assertThrows(() => readOptions(args), UsageError);
});
