/** The host's part of a refresh, on a remote of its own, with a `gh` that only writes down what it is asked. */
import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { run } from "../../lib/publish/system/process.ts";
import { ROOT } from "../../lib/root.ts";

const GLUE = `${ROOT}/.github/propose.sh`;
/** The host's machines have them. */
const NEEDED = ["bash", "jq", "git"];
const has = await Promise.all(
  NEEDED.map((program) => run(program, ["--version"]).then(({ success }) => success, () => false)),
);
const ignore = Deno.build.os === "windows" || has.includes(false);
if (ignore) console.log(`Without ${NEEDED.join(", ")} the host's part of a refresh is not tested`);

const GH = `#!/bin/sh
echo "$@" >> "$GH_ASKED"
case "$*" in
  "pr list"*) cat "$GH_OPEN" ;;
  "pr create"*) echo "https://github.com/owner/name/pull/7" ;;
esac
`;

const PROPOSAL = {
  propose: true,
  branch: "refresh/2026-10-06",
  title: "Figures published to October 6, 2026",
  body: "build/revision/pull-request.md",
  pictures: { branch: "refresh-pictures/2026-10-06" },
};

/** A clone in which a refresh was proposed; what its `gh` answers on pull requests that there are. */
async function proposed(proposal: object, pullRequests = "") {
  const folder = await Deno.makeTempDir();
  const clone = `${folder}/clone`;
  const git = async (...args: string[]) => {
    const { success, stdout, stderr } = await run("git", ["-C", clone, ...args]);
    assert(success, stderr);
    return stdout.trim();
  };
  await run("git", ["init", "--quiet", "--bare", `${folder}/remote.git`]);
  await run("git", ["clone", "--quiet", `${folder}/remote.git`, clone]);
  await git("checkout", "-q", "-b", "main");
  for (const [name, value] of [["name", "A"], ["email", "a@example.org"]]) {
    await git("config", `user.${name}`, value);
  }
  const commit = (what: string) => git("commit", "--quiet", "--allow-empty", "-m", what);
  await commit("figures");
  await git("checkout", "-q", "--orphan", "refresh-pictures/2026-10-06");
  await commit("pictures");
  await git("checkout", "-q", "-b", "refresh/2026-10-06", "main");
  await commit("new figures");
  await Deno.mkdir(`${clone}/build/revision`, { recursive: true });
  await Deno.writeTextFile(`${clone}/build/revision/proposal.json`, JSON.stringify(proposal));
  await Deno.writeTextFile(`${folder}/gh`, GH, { mode: 0o755 });
  await Deno.writeTextFile(`${folder}/open`, pullRequests);
  await Deno.writeTextFile(`${folder}/asked`, "");
  const { success, stderr } = await run("bash", [GLUE], {
    cwd: clone,
    env: {
      ...Deno.env.toObject(),
      PATH: `${folder}:${Deno.env.get("PATH")}`,
      GH_ASKED: `${folder}/asked`,
      GH_OPEN: `${folder}/open`,
      GITHUB_REF_NAME: "main",
      GITHUB_STEP_SUMMARY: `${folder}/summary`,
    },
  });
  assert(success, stderr);
  const { stdout: branches } = await run("git", ["-C", `${folder}/remote.git`, "branch", "--list"]);
  const result = {
    asked: (await Deno.readTextFile(`${folder}/asked`)).trimEnd().split("\n"),
    branches: branches.split("\n").map((line) => line.trim()).filter(Boolean),
    summary: await Deno.readTextFile(`${folder}/summary`),
  };
  await Deno.remove(folder, { recursive: true });
  return result;
}

Deno.test({
  name: "what is proposed is pushed, becomes a pull request, and is tested",
  ignore,
  fn: async () => {
    const { asked, branches, summary } = await proposed(PROPOSAL);
    assertEquals(branches, ["refresh-pictures/2026-10-06", "refresh/2026-10-06"]);
    assertEquals(asked, [
      "pr list --head refresh/2026-10-06 --state all --json number --jq .[].number",
      "auth setup-git",
      "pr create --base main --head refresh/2026-10-06 " +
      "--title Figures published to October 6, 2026 --body-file build/revision/pull-request.md",
      "workflow run test.yml --ref refresh/2026-10-06",
    ]);
    assertStringIncludes(summary, "/pull/7");
  },
});

Deno.test({
  name: "without pictures one branch is pushed",
  ignore,
  fn: async () => {
    const { branches } = await proposed({ ...PROPOSAL, pictures: null });
    assertEquals(branches, ["refresh/2026-10-06"]);
  },
});

Deno.test({
  name: "nothing to propose, or proposed before, ends well, pushes nothing, and is said",
  ignore,
  fn: async () => {
    for (
      const [proposal, open, said, asked] of [
        [{ propose: false }, "", "Nothing new has been published", 0],
        [PROPOSAL, "6\n", "refresh/2026-10-06 has a pull request already", 1],
      ] as const
    ) {
      const result = await proposed(proposal, open);
      assertEquals(result.branches, []);
      assertEquals(result.asked.filter(Boolean).length, asked);
      assertStringIncludes(result.summary, said);
    }
  },
});
