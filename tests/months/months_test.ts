/**
 * The report on figures of other months: every chapter runs, no sentence breaks a rule, verdicts stay where
 * their figures do. Two months that differ in kind: one that ends a year and is cut, one that begins a year
 * and is made. `run.ts` does the same for all.
 */
import { assert, assertEquals } from "@std/assert";
import { judgeClaims } from "../../lib/claims/mod.ts";
import { DATA_DIR, readPackage, readTable, reconcile } from "../../lib/data/mod.ts";
import { column } from "../../lib/frame.ts";
import { chapterNames } from "../../lib/publish/chapters/notebook.ts";
import { setUp } from "../../lib/publish/setup/setup.ts";
import { ROOT } from "../../lib/root.ts";
import { copyProject } from "../bench/scratch.ts";
import { fingerprint } from "../data/fixture.ts";
import { executeChapters, replaceData } from "./chapters.ts";
import { dataOf } from "./kept.ts";
import { findings } from "./rules.ts";
import { passagesOf } from "./texts.ts";

const CUT = "2024-12", MADE = "2027-01";
const verdictsOf = async (dir: string) =>
  new Map((await judgeClaims({ dir })).map(({ id, verdict }) => [id, verdict]));

for (const month of [CUT, MADE]) {
  Deno.test(`the data of ${month} end there, add up, and say that they were made`, async () => {
    const before = await fingerprint();
    const dir = await dataOf(month);
    for (const name of ["naics3_imports_by_partner_monthly", "atp_world_monthly"] as const) {
      assertEquals(column(await readTable(name, { dir }), "month").toSorted().at(-1), month);
    }
    const failed = (await reconcile(dir)).filter(({ passed }) => !passed);
    assertEquals(failed.map(({ statement }) => statement), []);
    const known = new Set(
      (await readPackage()).resources.flatMap(({ vintages }) =>
        vintages.map((each) => JSON.stringify(each))
      ),
    );
    const own = (await readPackage(dir)).resources.flatMap(({ vintages }) => vintages)
      .filter((each) => !known.has(JSON.stringify(each)));
    assert(own.length > 0);
    for (const { title } of own) assert(/generated for a test|cut for a test/.test(title), title);
    assertEquals(await fingerprint(), before, "data/ was changed");
  });

  Deno.test(`every chapter runs on the data of ${month}, and says nothing amiss`, async () => {
    const root = await copyProject();
    try {
      await replaceData(root, await dataOf(month));
      const names = await chapterNames(`${ROOT}/notebooks`);
      const { chapters, failures } = await executeChapters(
        root,
        names,
        await setUp({ root: ROOT }),
      );
      assertEquals(failures, []);
      assertEquals(findings(chapters.flatMap(passagesOf), { newest: month }), []);
    } finally {
      await Deno.remove(root, { recursive: true });
    }
  });
}

Deno.test("a verdict on 2024 stays where its figures stay", async () => {
  const [today, later] = [await verdictsOf(DATA_DIR), await verdictsOf(await dataOf(MADE))];
  for (const id of ["C1", "C2", "C3", "C4", "C5a", "C5b", "C6", "C7", "C8"]) {
    assertEquals(later.get(id), today.get(id), id);
  }
});

Deno.test("with the whole of 2024 by group C2 and C3 are decided, and no other verdict turns", async () => {
  const [today, whole] = [await verdictsOf(DATA_DIR), await verdictsOf(await dataOf(CUT))];
  const turned = [...today].filter(([id, verdict]) => whole.get(id) !== verdict).map(([id]) => id);
  assertEquals(turned, ["C2", "C3"]);
  for (const id of turned) {
    assert(["confirmed", "confirmed in part", "not confirmed"].includes(whole.get(id)!), id);
  }
});
