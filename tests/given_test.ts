/** What a student gives by mistake is answered in words: what it was, what is wanted, an example. */
import { assertEquals, assertRejects, assertStringIncludes, assertThrows } from "@std/assert";
import pl from "nodejs-polars";
import { industryProfile } from "../lib/analysis/mod.ts";
import { partnerName } from "../lib/codes/mod.ts";
import { readTable } from "../lib/data/mod.ts";
import { column, frameOf, keep, requireColumns } from "../lib/frame.ts";
import { given, isFrame } from "../lib/given.ts";
import { md, show, type Shown, table } from "../lib/notebook/mod.ts";

const frame = frameOf([{ naics: "334", usd: 5 }], { naics: pl.String, usd: pl.Int64 });
const wrong = (value: unknown) => value as never;

/** The message of a refusal. */
const refusal = async (work: () => unknown): Promise<string> =>
  (await assertRejects(async () => await work(), TypeError)).message;

Deno.test("what was given is said in words", () => {
  assertEquals(given("hello"), 'the text "hello"');
  assertEquals(given(336), "336");
  assertEquals(given(null), "null");
  assertStringIncludes(given(undefined), "is a name misspelt");
  assertStringIncludes(given(Promise.resolve()), "put await before");
  assertStringIncludes(given(readTable), "the function readTable: call it");
  assertEquals(given(frame), "a frame (naics, usd)");
  assertEquals(given([1, 2]), "a list of 2");
  assertEquals(given({ a: 1, b: 2 }), "an object (a, b)");
  assertEquals(given("x".repeat(99)).length < 80, true);
  assertEquals([frame, frame.lazy(), {}, null, "x"].map(isFrame), [
    true,
    true,
    false,
    false,
    false,
  ]);
});

Deno.test("show refuses what it cannot show, says what it is and what would show it", async () => {
  const said = (value: unknown) => refusal(() => show(wrong(value)));
  assertStringIncludes(
    await said(frame),
    "it was given a frame (naics, usd). A frame is shown by table(",
  );
  assertStringIncludes(
    await said("hello"),
    'await show(md`Imports rose.`); it was given the text "hello"',
  );
  for (const value of [undefined, null, 5, Promise.resolve(), () => 0, [md`a`], { title: "x" }]) {
    assertStringIncludes(await said(value), `it was given ${given(value)}`);
  }
  assertStringIncludes(await refusal(() => show()), "nothing to show");
});

Deno.test("show shows nothing of a list of which one item cannot be shown", async () => {
  const lines: unknown[] = [];
  const log = console.log;
  console.log = (line) => lines.push(line);
  try {
    await refusal(() => show(md`first`, wrong("second")));
  } finally {
    console.log = log;
  }
  assertEquals(lines, []);
});

Deno.test("a table says which of its arguments is missing, with an example", async () => {
  const columns = [{ label: "NAICS", value: (row: { naics: string }) => row.naics }];
  const said = (data: unknown, options?: unknown) =>
    refusal(() => table(wrong(data), wrong(options)));
  assertStringIncludes(await said(frame), "table takes a caption. Write table(frame, { caption:");
  assertStringIncludes(await said(frame, { columns }), "table takes a caption");
  assertStringIncludes(await said(frame, { caption: "c" }), "table takes columns");
  assertStringIncludes(await said(frame, { caption: "c", columns: ["naics"] }), "in every column");
  assertStringIncludes(await said(undefined, { caption: "c", columns }), "a name misspelt");
  const cell = (value: unknown) =>
    said(frame, { caption: "c", columns: [{ label: "Value", value: () => value }] });
  assertStringIncludes(await cell(undefined), "the value of «Value» must be text");
  assertStringIncludes(await cell(undefined), "it is undefined");
  assertStringIncludes(
    await cell(5),
    "such as number(row.value) gives; it is 5. A row has naics, usd",
  );
});

Deno.test("prose refuses what is neither text nor a number", () => {
  for (const value of [undefined, null, NaN, Promise.resolve(), { a: 1 }]) {
    const { message } = assertThrows((): Shown => md`a ${wrong(value)}`, TypeError);
    assertEquals(message, `md takes text and numbers; it was given ${given(value)}`);
  }
});

Deno.test("a function names itself when it is given no frame", () => {
  assertThrows(
    () => requireColumns(wrong(undefined), ["usd"], "supplierShares"),
    TypeError,
    'supplierShares takes a frame, such as await readTable("atp_by_group"); it was given undefined',
  );
  assertThrows(
    () =>
      industryProfile(wrong(readTable("atp_by_group")), { naics: "334", from: "2017", to: "2024" }),
    TypeError,
    "industryProfile takes a frame",
  );
  assertThrows(
    () => column(frame, wrong("us")),
    TypeError,
    "column: column us missing; the frame has",
  );
});

Deno.test("a code given as a number, or a number as text, is shown as it is written", async () => {
  assertThrows(
    () => keep(frame, { naics: wrong(334) }),
    TypeError,
    'naics is text, such as "334"; it was given 334',
  );
  assertThrows(
    () => keep(frame, { usd: wrong("5") }),
    TypeError,
    "usd is no text, such as a number",
  );
  assertThrows(() => keep(frame, { naics: undefined }), TypeError, "it was given undefined");
  assertThrows(
    () => partnerName(wrong(2010)),
    TypeError,
    'a partner\'s code is text: write "2010", in quotes',
  );
  const imports = await readTable("naics3_imports_by_partner_monthly");
  assertThrows(
    () => industryProfile(imports, { naics: wrong(336), from: "2017", to: "2024" }),
    TypeError,
    'a NAICS code is text: write "336", in quotes',
  );
});
