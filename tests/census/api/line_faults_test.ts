/** What can go wrong with lines, all goods, end uses, industries and chips: refused, data/ unchanged. */
import { failsWith, withPlace } from "../fixture.ts";
import type { Change } from "../server.ts";

interface Fault {
  what: string;
  /** A reply is spoilt when its address has all of these. */
  where: string[];
  change: Change;
  says: string[];
}

const raised = (value: string) => String(Number(value) + 1);
/** Changes a column of the first row in which some columns have values. */
const put =
  (name: string, to: (value: string) => string, where: Record<string, string> = {}): Change =>
  (rows) => {
    const place = (column: string) => rows[0].indexOf(column);
    const at = rows.findIndex((row, index) =>
      index > 0 && Object.entries(where).every(([column, value]) => row[place(column)] === value)
    );
    if (at < 0) throw new Error(`no row with ${JSON.stringify(where)}`);
    return rows.with(at, rows[at].with(place(name), to(rows[at][place(name)])));
  };
const without = (name: string, value: string): Change => (rows) =>
  rows.filter((row, at) => at === 0 || row[rows[0].indexOf(name)] !== value);

const LINES = ["imports/hs", "COMM_LVL=HS10"], CHAPTERS = ["imports/hs", "COMM_LVL=HS2"];
const GOODS = ["imports/hs", "CON_VAL_MO"];

const FAULTS: Fault[] = [
  {
    what: "a line without its total",
    where: LINES,
    change: without("CTY_CODE", "-"),
    says: ["countries add to the world, GEN_VAL_YR, tariff line 1", "the total is missing"],
  },
  {
    what: "a line that its countries do not add to",
    where: LINES,
    change: put("DUT_VAL_YR", raised, { CTY_CODE: "5700" }),
    says: ["countries add to the world, DUT_VAL_YR, tariff line", "the difference 1 USD"],
  },
  {
    what: "a line that is not there",
    where: LINES,
    change: (rows) => rows.filter((row) => row[0] !== rows[1][0]),
    says: ["tariff lines add to their chapter, GEN_VAL_YR, chapter 10"],
  },
  {
    what: "a line of another chapter",
    where: LINES,
    change: put("I_COMMODITY", (code) => `99${code.slice(2)}`),
    says: ['" is no code of 10 digits of chapter 10'],
  },
  {
    what: "a group among the countries of a line",
    where: LINES,
    change: put("CTY_CODE", () => "0020", { CTY_CODE: "1220" }),
    says: ['"0020" is not the code of a country'],
  },
  {
    what: "a chapter that is not that of all goods",
    where: CHAPTERS,
    change: put("CAL_DUT_YR", raised, { I_COMMODITY: "11" }),
    says: ["chapters add to all goods, CAL_DUT_YR, 2024-12", "the difference 1 USD"],
  },
  {
    what: "a chapter that its lines do not add to",
    where: CHAPTERS,
    // The same dollar more in one chapter and less in the next keeps the sum of all goods.
    change: (rows) =>
      put("GEN_VAL_YR", (value) => String(Number(value) - 1), { I_COMMODITY: "13" })(
        put("GEN_VAL_YR", raised, { I_COMMODITY: "11" })(rows, new URL("http://x")),
        new URL("http://x"),
      ),
    says: ["tariff lines add to their chapter, GEN_VAL_YR, chapter 11", "the difference −1 USD"],
  },
  {
    what: "all goods without the world",
    where: GOODS,
    change: without("CTY_CODE", "-"),
    says: ["countries add to the world, CON_VAL_MO, all goods", "the total is missing"],
  },
  {
    what: "a month of all goods that is not in the year to date",
    where: GOODS,
    change: (rows) =>
      ["-", "5700"].reduce(
        (all, CTY_CODE) =>
          put("CAL_DUT_MO", raised, { CTY_CODE, time: "2024-05" })(all, new URL("http://x")),
        rows,
      ),
    says: ["months add to the year to date, CAL_DUT_YR, all goods, -, 2024-05"],
  },
  {
    what: "an end use without a month",
    where: ["imports/enduse"],
    change: (rows) => rows.filter((row) => !(row.includes("21301") && row.includes("2024-03"))),
    says: ["has no row of end use 21301 in 2024-03"],
  },
  {
    what: "an end use that was not asked for",
    where: ["exports/enduse"],
    change: put("E_ENDUSE", () => "12345"),
    says: ['a row is of E_ENDUSE "12345"'],
  },
  {
    what: "a month of end uses that is not in the year to date",
    where: ["exports/enduse"],
    change: put("ALL_VAL_MO", raised, { E_ENDUSE: "21400", time: "2024-02" }),
    says: ["months add to the year to date, ALL_VAL_YR, end use 21400, 2024-02"],
  },
  {
    what: "industries of four digits that do not add to those of three",
    where: ["imports/naics", "COMM_LVL=NA4"],
    change: put("DUT_VAL_MO", raised, { NAICS: "3351", time: "2024-07" }),
    says: ["NAICS-4 adds to NAICS 335, Mexico, DUT_VAL_MO, 2024-07"],
  },
  {
    what: "an industry of another length",
    where: ["imports/naics", "COMM_LVL=NA4"],
    change: put("NAICS", (code) => `${code}1`),
    says: ['" is no industry of four digits'],
  },
  {
    what: "chips that do not add to their heading",
    where: ["exports/hs", "COMM_LVL=HS6"],
    change: put("ALL_VAL_MO", raised, { E_COMMODITY: "854231", time: "2024-04" }),
    says: ["six-digit codes add to 8542, ALL_VAL_MO, 2024-04"],
  },
  {
    what: "a code that is no chip",
    where: ["exports/hs", "COMM_LVL=HS6"],
    change: put("E_COMMODITY", () => "100100"),
    says: ['"100100" is no six-digit code of the query'],
  },
  {
    what: "nothing found for a chapter that was imported",
    where: LINES,
    change: (rows) => [rows[0]],
    says: ["no figures (204)"],
  },
];

for (const { what, where, change, says } of FAULTS) {
  Deno.test(`api: ${what} is refused, and data/ is unchanged`, async () => {
    await withPlace(async (place) => {
      let spoilt = false;
      place.fake.change = (rows, url) => {
        if (spoilt || !where.every((part) => decodeURIComponent(url.href).includes(part))) {
          return rows;
        }
        spoilt = true;
        return change(rows, url);
      };
      await failsWith(place, () => place.refresh("api"), ...says);
    });
  });
}
