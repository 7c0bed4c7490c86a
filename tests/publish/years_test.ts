/** Years of an industry's report: what was asked for stays, what the chapter brings must be there. */
import { assertEquals } from "@std/assert";
import { fullYears, withYears } from "../../lib/publish/years.ts";
import { ROOT } from "./fixtures.ts";

const WRITTEN = { from: "2017", to: "2024" };

Deno.test("the chapter's own years stay where the industry has them", () => {
  const full = ["2016", "2017", "2023", "2024"];
  assertEquals(withYears({ naics: "336" }, WRITTEN, full), { naics: "336" });
});

Deno.test("a year that is not there gives way to the first or the last full one", () => {
  assertEquals(withYears({}, WRITTEN, ["2022", "2024"]), { from: "2022" });
  assertEquals(withYears({}, WRITTEN, ["2013", "2016"]), { from: "2013", to: "2016" });
});

Deno.test("a year that was asked for stays, so that the chapter says what there is", () => {
  assertEquals(withYears({ from: "1999" }, WRITTEN, ["2022", "2023"]), {
    from: "1999",
    to: "2023",
  });
});

Deno.test("without full years, or without the parameter, nothing changes", () => {
  assertEquals(withYears({ naics: "1" }, WRITTEN, []), { naics: "1" });
  assertEquals(withYears({}, { from: "2017" }, ["2022", "2023"]), { from: "2022" });
});

Deno.test("full years have twelve months: 115 from 2022, none a year that is not over", async () => {
  const years = await fullYears(`${ROOT}/data`);
  assertEquals(years.get("115"), ["2022", "2023", "2024"]);
  assertEquals(years.get("334")?.slice(0, 2), ["2013", "2014"]);
  assertEquals(years.get("334")?.at(-1), "2024");
});
