/** Which years a figure may compare: whole with whole, the same months with the same months. */
import { assertEquals } from "@std/assert";
import { yearSpan } from "../../lib/figures/year_span.ts";

const rows = (ends: Record<string, string>) =>
  Object.entries(ends).map(([year, end]) => ({
    year,
    period_start: `${year}-01`,
    period_end: `${year}-${end}`,
  }));

Deno.test("whole years are compared; a last part is told by itself", () => {
  assertEquals(yearSpan(rows({ "2013": "12", "2024": "12", "2025": "11" })), {
    first: "2013",
    last: "2024",
    names: ["2013", "2024"],
    part: { year: "2025", name: "January–November 2025", short: "Jan–Nov 2025" },
    words: "2013–2024 and January–November 2025",
  });
  const whole = yearSpan(rows({ "2024": "12", "2013": "12" }));
  assertEquals([whole.first, whole.last, whole.part, whole.words], [
    "2013",
    "2024",
    null,
    "2013–2024",
  ]);
});

Deno.test("years cut to the same months are compared with each other", () => {
  const span = yearSpan(rows({ "2013": "03", "2024": "03", "2025": "03" }));
  assertEquals([span.first, span.last, span.part], ["2013", "2025", null]);
  assertEquals(span.names, ["January–March 2013", "January–March 2025"]);
  assertEquals(span.words, "January–March of 2013 to 2025");
});

Deno.test("one year alone, whole or not, and a whole one before a part", () => {
  assertEquals(yearSpan(rows({ "2025": "11" })).words, "January–November 2025");
  assertEquals(yearSpan(rows({ "2024": "12" })).words, "2024");
  const both = yearSpan(rows({ "2024": "12", "2025": "11" }));
  assertEquals([both.first, both.last, both.words], [
    "2024",
    "2024",
    "2024 and January–November 2025",
  ]);
});
