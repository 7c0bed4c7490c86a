/**
 * A month's refresh from the publisher to a branch: a fake publisher has a month more and the whole of 2024
 * by technology group; the figures enter, a report that fails waits for its mend, the report is built, what
 * changed is told, and what is proposed is one commit that can be pushed.
 */
import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import type { Revision } from "../../../lib/publish/revision/words.ts";
import type { Proposal } from "../../../lib/publish/propose.ts";
import { exists } from "../../../lib/publish/system/files.ts";
import { KEY, startFake } from "../../census/server.ts";
import { AUTHOR, git, task, withClone } from "./clone.ts";
import { NEW_MONTH, PUBLISHED, publishMonth } from "./publisher.ts";

const URL = "https://git.example.org/it/raw";

Deno.test("a month's refresh → report → what changed → a branch with one commit", async () => {
  const fake = startFake([]);
  await withClone(async (clone, origin) => {
    const refresh = (base: string) =>
      task(clone, [
        ...[
          "refresh",
          "--report",
          "--no-pdf",
          "--source",
          "totals,exhibits",
          "--year",
          "2025,2026",
        ],
        ...["--archive-base", base],
      ], { CENSUS_API_KEY: KEY });
    const changed = async () =>
      (await git(clone, "status", "--porcelain")).split("\n").filter(Boolean);
    const revision = `${clone}/build/revision`;

    const offline = await refresh("http://127.0.0.1:9");
    assertEquals([offline.code, await changed(), await exists(revision)], [1, [], false]);
    const none = await task(clone, ["propose"]);
    assertEquals([none.code, await proposal(clone)], [0, { propose: false }], none.said);

    await publishMonth(fake);
    const chapter = `${clone}/notebooks/7-who-took-chinas-share.ipynb`;
    const whole = await Deno.readTextFile(chapter);
    await Deno.writeTextFile(chapter, whole.slice(0, -100));
    const failed = await refresh(fake.base);
    assertEquals(failed.code, 1, failed.said);
    assertStringIncludes(failed.said, "7-who-took-chinas-share.ipynb is not a notebook");
    assertStringIncludes(
      failed.said,
      "data/ has the new figures; notebooks/, README.md and build/",
    );
    assert((await changed()).some((line) => line.includes(`data/atp_by_group.${PUBLISHED}.csv`)));
    const early = await task(clone, ["propose", "--author", AUTHOR]);
    assertStringIncludes(early.said, "revision.json is not there");
    await Deno.writeTextFile(chapter, whole);

    const { code, said } = await refresh(fake.base);
    assertEquals(code, 0, said);
    assertStringIncludes(said, "is up to date: unchanged");
    const told = await Deno.readTextFile(`${revision}/revision.md`);
    assert(told.startsWith("# U.S. trade figures to August 2026: 2 verdicts turn\n"), told);
    for (
      const words of [
        "August 2026 in atp\\_world\\_monthly",
        "1 earlier figure was revised",
        "| C3 | Aerospace was the only ATP group with a significant surplus in 2024 | not decidable on",
        "](before/figure-1.png) | ![Figure 1, after",
        "- July 2026, imports: 124,690.9 → 126,690.9 million dollars (1.60%)",
        "hold, 0 do not",
      ]
    ) assertStringIncludes(told, words);
    const { tables, verdicts, figures, chapters }: Revision = JSON.parse(
      await Deno.readTextFile(`${revision}/revision.json`),
    );
    assertEquals(tables.find(({ table }) => table === "atp_world_monthly")?.periods, [NEW_MONTH]);
    const turned = verdicts.filter(({ before, after }) => before !== after).map(({ id }) => id);
    assertEquals(turned, ["C2", "C3"]);
    for (const { id } of figures) {
      const [before, after] = await Promise.all(
        ["before", "after"].map((side) => Deno.readFile(`${revision}/${side}/${id}.png`)),
      );
      assert(before.length > 10_000 && after.length > 10_000 && `${before}` !== `${after}`, id);
    }
    const sentences = chapters.flatMap(({ sentences }) => sentences);
    assert(
      sentences.some(({ before, after }) =>
        /January–March 2024/.test(before!) && /2024/.test(after!)
      ),
    );
    assertStringIncludes(await Deno.readTextFile(`${clone}/README.md`), verdictRow(verdicts, "C3"));

    for (const text of [said, told, await git(clone, "diff")]) {
      assertEquals(text.includes(KEY), false);
    }

    await Deno.writeTextFile(`${clone}/lib/mod.ts`, "// a change\n", { append: true });
    const others = await task(clone, ["propose", "--author", AUTHOR]);
    assertEquals(others.code, 1);
    assertStringIncludes(others.said, "lib/mod.ts\nCommit them, or put them aside: git stash");
    await git(clone, "restore", "lib");

    const before = await git(clone, "rev-parse", "HEAD");
    const proposing = await task(clone, ["propose", "--author", AUTHOR, "--pictures-url", URL]);
    assertEquals(proposing.code, 0, proposing.said);
    const proposed = await proposal(clone);
    if (!proposed.propose) throw new Error("nothing is proposed");
    const { branch, commit, base, title, body } = proposed;
    const pictures = proposed.pictures!;
    assertEquals([branch, base, await changed()], [`refresh/${PUBLISHED}`, before, []]);
    await git(clone, "push", "--quiet", "origin", branch, pictures.branch);
    assertEquals(await git(origin, "rev-list", "--count", `main..${branch}`), "1");
    const files = (await git(origin, "diff", "--name-only", `main..${branch}`)).split("\n");
    assertEquals(
      files.filter((path) => !/^(data|notebooks)\/|^README\.md$/.test(path)),
      [],
      "data/, notebooks/, README.md and nothing else",
    );
    assert(files.includes("README.md") && files.includes("notebooks/6-the-claims.ipynb"));
    const message = await git(origin, "show", "--no-patch", "--format=%an <%ae>%n%B", branch);
    assertStringIncludes(
      message,
      `${AUTHOR}\n${title}\n\nThe Census Bureau's figures of October 6, 2026`,
    );
    assertEquals(await git(origin, "log", "--format=%P", pictures.branch), "", "no parent");
    const shown = (await git(origin, "ls-tree", "-r", "--name-only", pictures.branch)).split("\n");
    const text = await Deno.readTextFile(`${clone}/${body}`);
    for (const path of shown) assertStringIncludes(text, `](${URL}/${pictures.commit}/${path})`);
    assertEquals([shown.length, commit.length, text.length < 65_536], [
      2 * figures.length,
      40,
      true,
    ]);

    const again = await refresh(fake.base);
    assertStringIncludes(
      again.said,
      "Nothing new came: no report is built, and nothing is changed",
    );
    assertEquals([again.code, await changed()], [0, []]);
  });
  await fake.stop();
});

const proposal = async (clone: string): Promise<Proposal> =>
  JSON.parse(await Deno.readTextFile(`${clone}/build/revision/proposal.json`));

const verdictRow = (verdicts: Revision["verdicts"], id: string) => {
  const { claim, after } = verdicts.find((each) => each.id === id)!;
  return `| ${id} | ${claim} | ${after} |`;
};
