/** What a cell sends: MIME bundles of prose, tables, checks, claims and figures. */
import { assert, assertEquals, assertStringIncludes, assertThrows } from "@std/assert";
import fc from "fast-check";
import pl from "nodejs-polars";
import { judgeClaims, type Measure } from "../../lib/claims/mod.ts";
import { drawnTable } from "../../lib/figures/drawn.ts";
import type { Panel } from "../../lib/figures/readings.ts";
import { frameOf } from "../../lib/frame.ts";
import {
  bundle,
  check,
  CLAIMS_MIME,
  claimsTable,
  evidenceTable,
  FIGURE_MIME,
  md,
  measureInWords,
  show,
  type Shown,
  table,
  type TableOptions,
  valueInWords,
} from "../../lib/notebook/mod.ts";

type Row = { partner: string; usd: number };
const rows: Row[] = [
  { partner: "México", usd: 1234567 },
  { partner: "a|b <c> & *d*", usd: -5 },
];
const options: TableOptions<Row> = {
  caption: "Two rows",
  source: "made up",
  bold: (row) => row.usd > 0,
  columns: [
    { label: "Partner", value: (row) => row.partner },
    { label: "USD", align: "right", value: (row) => String(row.usd) },
  ],
};
const text = (shown: Shown, mime: string) => shown.data[mime] as string;

Deno.test("a table has a caption, headings with scope, and escaped cells", () => {
  const html = text(table(rows, options), "text/html");
  assertStringIncludes(html, "<caption>Two rows</caption>");
  assertStringIncludes(html, '<th scope="col" style="text-align:right">USD</th>');
  assertStringIncludes(
    html,
    '<th scope="row" style="text-align:left"><strong>México</strong></th>',
  );
  assertStringIncludes(html, "a|b &lt;c&gt; &amp; *d*");
  assertStringIncludes(html, "Source: made up");
});

Deno.test("a table in Markdown keeps its columns whatever the cells hold", () => {
  fc.assert(fc.property(fc.array(fc.string(), { minLength: 1, maxLength: 5 }), (cells) => {
    const clean = cells.map((cell) => cell.replace(/\s/g, " "));
    const shown = table(clean.map((cell) => ({ cell })), {
      caption: "c",
      columns: [
        { label: "a", value: ({ cell }) => cell },
        { label: "b", value: () => "x" },
      ],
    });
    for (const line of text(shown, "text/markdown").split("\n").slice(0, clean.length + 2)) {
      assertEquals(line.replace(/\\./g, "").split("|").length, 4, line);
    }
  }));
});

Deno.test("what rows have in common stands once above them, in the order in which it comes first", () => {
  const rows = [{ year: "2024", usd: "5" }, { year: "2025", usd: "6" }, { year: "2024", usd: "7" }];
  const { data } = table(rows, {
    caption: "C",
    group: ({ year }) => `In ${year}`,
    columns: [{ label: "Dollars", value: ({ usd }) => usd }, { label: "Unit", value: () => "USD" }],
  });
  const head = (name: string) =>
    `<tbody><tr><th scope="rowgroup" colspan="2" style="text-align:left">${name}</th></tr>`;
  const [, first, second] = String(data["text/html"]).split(/(?=<tbody>)/);
  assert(
    first.startsWith(head("In 2024")) && first.includes(">5</th>") && first.includes(">7</th>"),
  );
  assert(second.startsWith(head("In 2025")) && second.includes(">6</th>"));
  assertStringIncludes(
    String(data["text/markdown"]),
    "| **In 2024** |  |\n| 5 | USD |\n| 7 | USD |\n",
  );
  assertStringIncludes(String(data["text/plain"]), "\nIn 2025\n6        USD");
});

Deno.test("the caption of a table in Markdown ends with one mark", () => {
  const ended = (caption: string) =>
    text(table([{}], { caption, columns: [{ label: "a", value: () => "x" }] }), "text/markdown")
      .trim().split("\n").at(-1);
  assertEquals(ended("Imports"), ": Imports.");
  assertEquals(ended("Alone at a bar of 5%?"), ": Alone at a bar of 5%?");
});

Deno.test("a table in plain text lines up", () => {
  assertEquals(
    text(table(rows, options), "text/plain"),
    "Two rows\nPartner            USD\nMéxico         1234567\na|b <c> & *d*       -5\nSource: made up",
  );
});

Deno.test("a table of a frame is the table of its rows, and an empty one is refused", () => {
  const frame = frameOf(rows, { partner: pl.String, usd: pl.Int64 });
  assertEquals(table(frame, options), table(rows, options));
  assertThrows(() => table([], options), RangeError, "the table «Two rows» has no rows");
});

Deno.test("prose loses the indentation of the code around it, and keeps its numbers", () => {
  const prose = md`
    Imports were **${"$1 billion"}**.

    - one
  `;
  assertEquals(text(prose, "text/plain"), "Imports were **$1 billion**.\n\n- one");
});

Deno.test("a check shows its sentence or stops the notebook", () => {
  assertStringIncludes(text(check("two is even", 2 % 2 === 0), "text/markdown"), "✓ two is even");
  assertThrows(() => check("three is even", 3 % 2 === 0), Error, "does not hold: three is even");
});

Deno.test("the numbers behind a claim are written by their units, estimates named", () => {
  const of = (unit: Measure["unit"], value: number, more: Partial<Measure> = {}): Measure => ({
    measure: unit,
    value,
    unit,
    period: "2024",
    basis: "customs value",
    vintage: "2025-04-04",
    ...more,
  });
  const measures = [
    of("USD", -298_948_216_370),
    of("share", 0.1626, { partner: "México" }),
    of("change of a share", -0.0104),
    of("index", 0.954),
    of("ratio", 0.58),
    of("count", 1234),
    of("share", 0.77, { estimate: true }),
  ];
  assertEquals(measures.map(valueInWords), [
    "−298.9 billion dollars",
    "16.3%",
    "−1.0 percentage points",
    "0.95",
    "0.58",
    "1,234",
    "77.0%",
  ]);
  assertEquals(measureInWords(measures[1]), "share, México");
  assertEquals(measureInWords(measures[6]), "share (an estimate)");
  const claim = { id: "C0", claim: "c", rule: "r", finding: "f", sensitivity: "s" };
  const { data } = evidenceTable({ ...claim, verdict: "confirmed", evidence: measures });
  assertStringIncludes(String(data["text/plain"]), "share (an estimate)");
  assertThrows(
    () => evidenceTable({ ...claim, verdict: "confirmed", evidence: [] }),
    RangeError,
    "The evidence on C0",
  );
});

Deno.test("claims go out as a table and as rows", async () => {
  const claims = await judgeClaims();
  const { data } = claimsTable(claims);
  assertEquals(data[CLAIMS_MIME], claims);
  assertStringIncludes(data["text/markdown"] as string, "| C8 |");
});

const PANEL: Panel = {
  box: [40, 10, 600, 300],
  places: [{ x: 40, name: "2024" }],
  series: [{ name: "Mexico", colour: "#005f4e", y: [120.5], values: ["20.4%"] }],
};

Deno.test("a figure is sent with its alt text, its narrow picture, its readings and its data", () => {
  const figure = {
    id: "f",
    title: "T",
    subtitle: "S",
    source: "U.S. Census Bureau",
    alt: "A line that rises.",
    svg: "<svg/>",
    narrow: "<svg narrow/>",
    readings: { wide: [PANEL], narrow: [] },
    data: drawnTable({
      rows: ["2010", "1220"].map((partner_code, place) => ({
        year: "2024",
        partner_code,
        role: "part",
        imports_usd: place,
        basis: "general_imports",
        vintage: "2025-11",
      })),
      units: { imports_usd: "US dollars" },
      tables: ["import_lines"],
    }),
  };
  const { data, metadata } = bundle(figure);
  assertEquals(data["image/svg+xml"], "<svg/>");
  assertEquals(
    data["text/html"],
    `<img alt="A line that rises." src="data:image/svg+xml;base64,PHN2Zy8+">`,
  );
  assertEquals(data["text/plain"], "A line that rises.");
  assertEquals(metadata, { "image/svg+xml": { alt: "A line that rises." } });
  const ours = data[FIGURE_MIME] as Record<string, string>;
  assertEquals(ours.readings as unknown, { wide: [PANEL], narrow: [] });
  // Columns: all their cells, or the one that all rows have. Codes are text, values numbers.
  assertEquals(JSON.parse(ours.data), {
    rows: 2,
    columns: [
      ["year", "2024"],
      ["partner_code", ["2010", "1220"]],
      ["partner", ["Mexico", "Canada"]],
      ["role", "part"],
      ["imports_usd", [0, 1]],
      ["unit", "US dollars"],
      ["basis", "general_imports"],
      ["vintage", "2025-11"],
      ["source", "U.S. Census Bureau"],
      ["full_table", "data/import_lines.parquet"],
    ],
  });
  assertEquals(ours.narrow, "<svg narrow/>");
});

Deno.test("outside a notebook show prints the plain form", async () => {
  const lines: unknown[] = [];
  const log = console.log;
  console.log = (line) => lines.push(line);
  try {
    await show(md`Only text`);
  } finally {
    console.log = log;
  }
  assertEquals(lines, ["Only text"]);
});
