/** Views and their addresses: short, stable, and what cannot be had is said. */
import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import fc from "fast-check";
import { fields, KEYS, type Question } from "../../lib/explore/fields.ts";
import { addressOf, firstView, parseView, type View, type Years } from "../../lib/explore/view.ts";
import { yearsOfTables } from "../../lib/explore/years.ts";

const YEARS: Years = {
  industries: ["2013", "2014", "2015", "2016", "2017", "2018"],
  full: ["2013", "2014", "2015", "2016", "2017"],
  lines: ["2024", "2025"],
  fullLines: ["2024", "2025"],
};
const read = (hash: string) => parseView(hash, YEARS);
const QUESTIONS = Object.keys(KEYS) as Question[];

Deno.test("without an address: suppliers of computers and electronics, all whole years, shares", () => {
  assertEquals(read(""), {
    view: {
      ...{ ask: "suppliers", naics: "334", partners: [], measure: "share" },
      ...{ from: "2013", to: "2017" },
    },
    faults: [],
  });
});

Deno.test("a year of tariff lines that has begun can be asked for; at first there is the last whole one", () => {
  const years = { ...YEARS, lines: ["2024", "2025", "2026"] };
  const yearIn = (address: string) =>
    (parseView(address, years).view as View & { year: string }).year;
  assertEquals([yearIn("#group=04"), yearIn("#group=04&year=2026")], ["2025", "2026"]);
});

Deno.test("an address says the question and what differs from the first view, no more", () => {
  const addresses = [
    "#naics=334",
    "#naics=00&partners=2010,5700&show=duty&from=2017&to=2018",
    "#changes=336&from=2015",
    "#group=04&basis=imports_for_consumption&year=2024",
    "#hts=84",
    "#hts=8471.50",
    "#hts=8471.50.0150&year=2024",
    "#depends=atp",
    "#depends=8471&basis=imports_for_consumption",
  ];
  for (const address of addresses) {
    const { view, faults } = read(address);
    assertEquals([addressOf(view, YEARS), ...faults], [address]);
  }
  for (const ask of QUESTIONS) {
    assertEquals(addressOf(firstView(ask, YEARS), YEARS).split("&").length, 1, ask);
  }
});

Deno.test("a tariff code is read with or without dots and spaces", () => {
  for (const text of ["847150", "8471.50", " 8471 50 ", "8471%2e50"]) {
    assertEquals(
      read(`#hts=${text}`).view,
      { ...firstView("goods", YEARS), hts: "847150" } as View,
    );
  }
});

Deno.test("what cannot be had is named with what can, and the rest of the address holds", () => {
  const wrong: [hash: string, says: string[], holds: Partial<View>][] = [
    ["#naics=999&from=2015", ["“999”", "334"], { naics: "334", from: "2015" } as Partial<View>],
    [
      "#naics=336&from=1999",
      ["“1999”", "2013, 2014"],
      { naics: "336", from: "2013" } as Partial<View>,
    ],
    ["#naics=336&partners=2010,9,x", ["“9”, “x”", "2010"], { partners: ["2010"] } as Partial<View>],
    ["#naics=336&partners=0003", ["“0003”"], { partners: [] } as Partial<View>],
    ["#hts=84715", ["“84715”", "2, 4, 6, 8 or 10"], { ask: "goods" }],
    ["#hts=servers&year=2024", ["“servers”"], { year: "2024" } as Partial<View>],
    ["#depends=84715001", ["“84715001”", "2, 4 or 6"], { lines: "atp" } as Partial<View>],
    ["#group=11&year=2024", ["“11”", "total"], { group: "total", year: "2024" } as Partial<View>],
    ["#group=04&show=duty", ["“show”", "basis"], { group: "04" } as Partial<View>],
    ["#nonsense", ["“nonsense”", "naics"], { ask: "suppliers" }],
    [
      "#naics=334&from=2017&to=2014",
      ["2017 to 2014"],
      { from: "2014", to: "2017" } as Partial<View>,
    ],
    [
      "#changes=334&from=2017&to=2017",
      ["2017 is one"],
      { from: "2013", to: "2017" } as Partial<View>,
    ],
    [
      "#changes=334&from=2013&to=2013",
      ["2013 is one"],
      { from: "2013", to: "2014" } as Partial<View>,
    ],
  ];
  for (const [hash, says, holds] of wrong) {
    const { view, faults } = read(hash);
    assertEquals(faults.length, 1, `${hash}: ${faults}`);
    for (const part of says) assertStringIncludes(faults[0], part);
    assertEquals({ ...view, ...holds }, view, hash);
  }
});

/** Something like an address: known keys and values, and others. */
const address = fc.array(
  fc.tuple(
    fc.constantFrom(...QUESTIONS.flatMap((ask) => fields(ask, YEARS).map(({ key }) => key)), "x"),
    fc.oneof(
      fc.constantFrom("334", "00", "2010,5700", "8471.50", "atp", "04", "duty", "2014", "2024"),
      fc.string(),
    ),
  ),
).map((pairs) => `#${pairs.map(([key, text]) => `${key}=${encodeURIComponent(text)}`).join("&")}`);

Deno.test("any text is read as a view, and the view's address gives it back without a fault", () => {
  fc.assert(fc.property(fc.oneof(address, fc.string()), (hash) => {
    const { view } = read(hash);
    const own = addressOf(view, YEARS);
    const again = read(own);
    assertEquals(again, { view, faults: [] });
    assertEquals(addressOf(again.view, YEARS), own);
  }));
});

Deno.test("the years of the tables: of industries from 2013 on, the last one marked where it is part", async () => {
  const { industries, full, lines } = await yearsOfTables();
  assertEquals(industries[0], "2013");
  assert(full.every((year) => industries.includes(year)) && full.length >= industries.length - 1);
  assert(lines.length >= 2 && lines.every((year) => /^20\d\d$/.test(year)), `${lines}`);
});
