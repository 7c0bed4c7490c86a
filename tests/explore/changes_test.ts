/** Answers about changes: the same months of both years, who gained and lost, and years that are none. */
import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { changesAnswer } from "../../lib/explore/answers/changes.ts";
import type { ChangesView } from "../../lib/explore/view.ts";
import { percent } from "../../lib/format.ts";
import { INDUSTRIES, load } from "./views.ts";

const answer = async (from: string, to: string, naics = "334") => {
  const view: ChangesView = { ask: "changes", naics, from, to };
  return changesAnswer(view, await load(`industry-${naics}`));
};
const plain = ({ data }: { data: Record<string, unknown> }) => String(data["text/plain"]);

Deno.test("two whole years: Mexico and Canada, then who gained and who lost most", async () => {
  const { title, said, figures, tables, data } = await answer("2013", "2024");
  assertStringIncludes(title, "2013 to 2024");
  assertEquals(said.length, 2);
  const mexico = data!().rows.find((row) => row.partner_code === "2010")!;
  const [before, after] = [mexico.from_share, mexico.to_share].map((it) => percent(it as number));
  assertStringIncludes(
    said[0],
    `Mexico gained 3.1 points, from ${before} to ${after}; Canada lost`,
  );
  const countries = data!().rows.slice(0, -2);
  assertStringIncludes(said[1], `${countries[0].partner} gained`);
  assertStringIncludes(said[1], `${countries.at(-1)!.partner} lost`);
  assertEquals(figures.map(({ id }) => id), ["share-changes-334"]);
  assertEquals(plain(tables[0]).split("\n").length, 1 + 1 + 30 + 2 + 1);
  assert(
    countries.every((row, place) =>
      place === 0 || Number(countries[place - 1].change) >= Number(row.change)
    ),
  );
});

Deno.test("a year that is not whole is set against the same months, and the answer says so", async () => {
  for (const [from, to] of [["2024", "2025"], ["2013", "2025"]]) {
    const { title, said, tables, data } = await answer(from, to);
    assertStringIncludes(title, `January–November ${from} to January–November 2025`);
    assertStringIncludes(
      said[2],
      "Both years are cut to January–November: 2025 has no more months",
    );
    assertStringIncludes(plain(tables[0]), `Jan–Nov ${from}`);
    assertEquals(data!().rows.map((row) => row.from_end), data!().rows.map(() => `${from}-11`));
  }
});

Deno.test("no change is a sentence: the same year, years turned round, a year without figures", async () => {
  for (
    const [from, to, naics, expected] of [
      ["2024", "2024", "334", "A change is between two years, and 2024 is one"],
      ["2024", "2017", "334", "The years run backwards, from 2024 to 2017"],
      ["2013", "2024", "115", "no figures of imports of products supporting agriculture"],
      ["2013", "2024", "115", "in 2013; there are figures from 2022 to 2025"],
    ]
  ) {
    const { said, figures, tables, data } = await answer(from, to, naics);
    assertStringIncludes(said.join(" "), expected);
    assertEquals([figures, tables, data], [[], [], undefined]);
  }
});

Deno.test("every class: whole sentences, changes that add to nothing, the world at the foot", async () => {
  for (const naics of INDUSTRIES) {
    const { title, said, notes, data } = await answer("2023", "2025", naics);
    for (const text of [title, ...said, ...notes]) {
      assert(!/undefined|null|NaN|Infinity/.test(text), `${naics}: ${text}`);
    }
    const parts = data!().rows.filter(({ role }) => role === "part");
    const sum = (name: string) => parts.reduce((all, row) => all + Number(row[name]), 0);
    assert(Math.abs(sum("change")) < 1e-12, naics);
    const world = data!().rows.at(-1)!;
    assertEquals([world.role, world.from_usd, world.to_usd], [
      "total",
      sum("from_usd"),
      sum("to_usd"),
    ]);
  }
});
