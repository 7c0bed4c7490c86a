/** Each rule finds what it is for, and lets sound sentences pass. */
import { assertEquals } from "@std/assert";
import { findings, RULES } from "./rules.ts";

/** By rule: sentences that break it, and sentences that look alike and do not. */
const CASES: Record<string, { bad: string[]; good: string[] }> = {
  "a value that is none": {
    bad: [
      "Mexico supplied NaN% of them.",
      "In undefined it was 3%.",
      "| Mexico | null |",
      "Exports grew by Infinity%.",
    ],
    good: ["It is written `null` there.", "Nanometers are small."],
  },
  "the same twice": {
    bad: [
      "The share went from 28.3% to 28.3%.",
      "From January 2025 to January 2025 it rose.",
      "Imports of January–January 2027 were larger.",
      "It was so in 2024 and 2024.",
      "The ratio was 61% in 2024 and 61% in 2024.",
      "It was 7.1% in January–February 2025; in January–February 2025 it was 7.1%.",
      "Years: 2024–2024.",
    ],
    good: [
      "The list changes from year to year.",
      "The share went from 28.3% to 28.35%.",
      "From 2017 to 2024 it rose.",
      "It was 61% in 2024 and 57% in 2025.",
      "From January 2025 to January 2026 it rose.",
    ],
  },
  "a whole year as its months": {
    bad: ["In January–December 2025 imports rose.", "Jan–Dec 2025"],
    good: ["In January–November 2025 imports rose."],
  },
  "a part of a year against a whole one": {
    bad: [
      "The rate rose from 2024 to January–November 2025.",
      "It went from 45% in 2024 to 21% in January–March 2025.",
      "It fell from January–March 2025 to 2026.",
    ],
    good: [
      "The rate rose from January–November 2024 to January–November 2025.",
      "It went from 45% in 2013 to 21% in 2024.",
      "It ran from January 2018 to March 2026.",
    ],
  },
  "a verb against its numbers": {
    bad: [
      "China's share rose from 45.5% to 21.4%.",
      "It fell from 1.0% in 2013 to **2.0%** in 2024.",
      "Exports rose by −3.1 billion dollars.",
      "Mexico gained −2.0 points.",
      "The balance fell from −10.5 to 3.0 billion dollars.",
      "It was ahead by −0.4%.",
    ],
    good: [
      "China's share fell from 45.5% to 21.4%.",
      "Exports rose from 984 to 1,020 billion dollars.",
      "The balance fell from 27.6 billion dollars to −414.7 billion dollars.",
      "It fell from 2017 to 2024.",
      "It fell by 3.1 points.",
    ],
  },
  "nothing where something must be": {
    bad: [
      "Duties rose by , and imports fell.",
      "Countries with a higher index: .",
      "The first came from ().",
      "The largest are , and Canada.",
    ],
    good: ["A share is a part of something; say of what.", "Prices (of 2024) rose."],
  },
  "none of none": {
    bad: ["Mexico came first in 0 of 0 months.", "It holds in all of the 0 pairs."],
    good: ["Mexico came first in 0 of 6 months.", "10 of 20", "3 of 0.5"],
  },
  "marks together": {
    bad: ["Is aerospace alone at 5%?.", "It rose;, then fell.", "It rose.."],
    good: ["Grubel, H. G., and P. J. Lloyd.", "So it goes …", "It rose. And fell."],
  },
  "two spaces": { bad: ["It rose  by 3%."], good: ["It rose by 3%."] },
  "a word twice": {
    bad: ["It rose in in 2024.", "The the share rose."],
    good: ["He said that that share rose.", "More and more."],
  },
  "one and many": {
    bad: [
      "Over 1 months it rose.",
      "It lies 1 percentage points above.",
      "In 3 month it rose.",
      "Of these 1 of the 30 listed suppliers gain.",
      "For 1 part-years it is so.",
    ],
    good: [
      "Over 1 month it rose.",
      "1 of the 30 listed suppliers gained.",
      "It lies 2.1 points above.",
      "A 3-month mean.",
      "Chapter 1 says so, Figure 1 shows it.",
      "Of 31 months it is so.",
    ],
  },
  "a sign on nothing": {
    bad: ["Its share moved by −0.0 points.", "The change is +0."],
    good: ["Its share moved by 0.0 points.", "It moved by −0.02%."],
  },
  "stale": {
    bad: [
      "In the latest year, 2024, it rose.",
      "For industries the data by partner end in November 2025.",
    ],
    good: [
      "In the latest whole year, 2025, it rose.",
      "For industries the data by partner end in August 2026.",
      "In 2024, the year of the note, it rose.",
    ],
  },
  "bold that does not end": {
    bad: ["**What it means. It rose."],
    good: ["**What it means.** It rose."],
  },
  "a sentence without a capital": {
    bad: ["it rose.", "It rose. then it fell."],
    good: ["It rose. Then it fell.", "Value (f.a.s. value) of U.S. goods.", "- a list of words"],
  },
};

const brokenBy = (text: string) =>
  findings([{ chapter: "1", cell: "c", kind: "shown", text }], { newest: "2026-08" })
    .map((line) => /^1 c: (.*?) \(«/.exec(line)![1]);

for (const { name } of RULES) {
  Deno.test(`the rule on ${name}`, () => {
    const { bad, good } = CASES[name];
    for (const text of bad) assertEquals(brokenBy(text).includes(name), true, text);
    for (const text of good) assertEquals(brokenBy(text), [], text);
  });
}

Deno.test("tables and the words in a picture are read for values and periods alone", () => {
  const of = (kind: "table" | "picture", text: string) =>
    findings([{ chapter: "1", cell: "c", kind, text }], {}).length;
  assertEquals(of("table", "| Mexico  | NaN |"), 1);
  assertEquals(of("picture", "10%  | January–January 2027"), 1);
  assertEquals(of("table", "| 1 months  | , |"), 0);
});
