/** Years of an industry's report: what was asked for stays, what the chapter brings must be there. */
import { assertEquals, assertThrows } from "@std/assert";
import { UsageError } from "../../lib/command.ts";
import { withYears, yearsByIndustry } from "../../lib/publish/years.ts";
import { ROOT } from "./fixtures.ts";

const WRITTEN = { from: "2017", to: "2024" };
const full = (...years: string[]) => ({ all: [...years, "2025"], full: years });

Deno.test("the chapter's own years stay where the industry has them", () => {
  const years = full("2016", "2017", "2023", "2024");
  assertEquals(withYears({ naics: "336" }, WRITTEN, years), { naics: "336" });
});

Deno.test("a year that is not there gives way to the first or the last full one", () => {
  assertEquals(withYears({}, WRITTEN, full("2022", "2024")), { from: "2022" });
  assertEquals(withYears({}, WRITTEN, full("2013", "2016")), { from: "2013", to: "2016" });
});

Deno.test("a year that was asked for stays, a part of one too; one that is not there is refused", () => {
  const years = full("2022", "2023");
  assertEquals(withYears({ to: "2025" }, WRITTEN, years), { from: "2022", to: "2025" });
  const said = (asked: Record<string, string>) =>
    assertThrows(() => withYears({ naics: "115", ...asked }, WRITTEN, years), UsageError).message;
  assertEquals(
    said({ from: "1999" }),
    "--from 1999: industry 115 has no such year; there are: 2022, 2023, 2025",
  );
  assertEquals(
    said({ to: "2026" }),
    "--to 2026: industry 115 has no such year; there are: 2022, 2023, 2025",
  );
});

Deno.test("years that run backwards, or the same twice, are refused before the work", () => {
  const years = full("2016", "2017", "2023", "2024");
  const said = (asked: Record<string, string>) =>
    assertThrows(() => withYears(asked, WRITTEN, years), UsageError).message;
  assertEquals(said({ from: "2024", to: "2017" }), "--from 2024 is not before --to 2017");
  assertEquals(said({ from: "2017", to: "2017" }), "--from 2017 is not before --to 2017");
  assertEquals(
    said({ from: "2025" }),
    "--from 2025 is not before --to 2024 (--to is the chapter's own: give one)",
  );
  assertEquals(
    said({ to: "2016" }),
    "--from 2017 is not before --to 2016 (--from is the chapter's own: give one)",
  );
});

Deno.test("without full years, or without the parameter, nothing changes", () => {
  assertEquals(withYears({ naics: "1" }, WRITTEN, full()), { naics: "1" });
  assertEquals(withYears({}, { from: "2017" }, full("2022", "2023")), { from: "2022" });
});

Deno.test("full years have twelve months: 115 from 2022, none a year that is not over", async () => {
  const years = await yearsByIndustry(`${ROOT}/data`);
  assertEquals(years.get("115")?.full, ["2022", "2023", "2024"]);
  assertEquals(years.get("334")?.full.slice(0, 2), ["2013", "2014"]);
  assertEquals(years.get("334")?.full.at(-1), "2024");
});
