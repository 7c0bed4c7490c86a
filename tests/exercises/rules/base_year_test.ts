/** A base year and its defense: what passes, and what each lacking defense hears. */
import { assertEquals, assertStringIncludes } from "@std/assert";
import { BASE_YEARS, baseYear } from "../../../lib/exercises/rules/base_year.ts";
import { column, keep, readTable } from "../../../lib/mod.ts";

const sound = {
  year: "2017",
  reason:
    "2017 is the last whole year before the tariffs of 2018, and I took it before looking at the " +
    "shares. From 2020, the year of the pandemic, the sign is another: there the share rises, here it falls.",
  sentence: "From 2017 to 2024 Mexico's share in electrical equipment fell.",
};

Deno.test("a defended year passes, as text or as number", () => {
  assertEquals(baseYear(sound), []);
  assertEquals(baseYear({ ...sound, year: 2017 }), []);
});

Deno.test("each lack is named", () => {
  const lacking: [unknown, string][] = [
    [undefined, "Give an object"],
    ["2017", 'It was given the text "2017"'],
    [{ year: "2017" }, "It was given an object (year)"],
    [{ ...sound, year: "17" }, "four digits"],
    [{ ...sound, year: "2010" }, "begin in January 2013"],
    [{ ...sound, year: "2024" }, "is the year that is compared"],
    [{ ...sound, year: "2025" }, "lies before 2024"],
    [{ ...sound, reason: "Before the tariffs of 2018 it fell." }, "7 of at least 30 words"],
    [
      {
        ...sound,
        reason:
          "I looked at all of the years and 2017 is the one from which the share of Mexico falls " +
          "most clearly, while from 2020 it rises, and that is what I wanted to show to the reader.",
      },
      "only proves the result",
    ],
    [
      { ...sound, reason: sound.reason.replace("2020", "then") },
      "speaks of 2017 alone",
    ],
    [
      {
        ...sound,
        reason:
          "2017 is the last whole year before the tariffs of 2018 and so a fair one to begin with for " +
          "anybody who wants to know about what came after these, and I like it best of them all.",
      },
      "does not say what the choice changes",
    ],
    [
      { ...sound, year: "2020", reason: sound.reason.replace(", the year of the pandemic,", "") },
      "2020 is the year of the pandemic",
    ],
    [{ ...sound, sentence: "Mexico's share fell." }, "does not name 2017 and 2024"],
    [{ ...sound, sentence: "From 2017 to 2024 Mexico did worse." }, "the share, or the dollars?"],
  ];
  for (const [answer, said] of lacking) assertStringIncludes(baseYear(answer).join(" "), said);
});

Deno.test("the base years are those that are whole in the data", async () => {
  const imports = keep(await readTable("naics3_imports_by_partner_monthly"), { naics: "335" });
  const months = Map.groupBy(new Set(column(imports, "month")), (month) => month.slice(0, 4));
  const whole = [...months].filter(([, of]) => of.length === 12).map(([year]) => Number(year));
  const { first, compared } = BASE_YEARS;
  assertEquals(Math.min(...whole), first);
  const years = Array.from({ length: compared - first + 1 }, (_, at) => first + at);
  assertEquals(years.filter((year) => !whole.includes(year)), []);
});
