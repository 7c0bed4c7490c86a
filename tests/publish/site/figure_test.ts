/** A figure on its page: number, files, values in a table, places for a pointer, code to embed it. */
import { assert, assertEquals, assertStringIncludes, assertThrows } from "@std/assert";
import { parseHTML } from "linkedom";
import type { Readings } from "../../../lib/figures/readings.ts";
import { writeEmbeds } from "../../../lib/publish/site/embed.ts";
import { figureHtml } from "../../../lib/publish/site/figure.ts";
import { PublishError } from "../../../lib/publish/system/errors.ts";
import { FIGURE_MIME } from "../../../lib/notebook/show.ts";
import { parseChapter } from "../../../lib/publish/chapters/notebook.ts";
import { notebook } from "../fixtures.ts";
import { figure, readings } from "./figures.ts";
import { REPORT } from "../../../lib/report.ts";

const PLACE = { number: "2", folder: "figures" };
const root = (html: string) => parseHTML(`<html><body>${html}</body></html>`).document.body;
const textsOf = (parent: Element, selector: string) =>
  [...parent.querySelectorAll(selector)].map((it) => it.textContent);

Deno.test("the number stands once, above the picture, and names the figure", () => {
  const page = root(figureHtml(figure(), PLACE));
  const [label, ...others] = page.querySelectorAll("figcaption");
  assertEquals([label.textContent, others.length], ["Figure 2", 0]);
  const element = page.querySelector("figure")!;
  assertEquals(element.getAttribute("aria-labelledby"), label.id);
  assertEquals(element.firstElementChild, label);
});

Deno.test("a second showing keeps the number and leads to the first", () => {
  const first = "1-a.html#shares-first";
  const page = root(figureHtml(figure(), { ...PLACE, number: "2, again", first }));
  const label = page.querySelector("figcaption")!;
  assertEquals(label.textContent, "Figure 2, again");
  assertEquals(label.querySelector("a")!.getAttribute("href"), first);
});

Deno.test("the table has what is read, a row for each period; a gap is an empty cell", () => {
  const page = root(figureHtml(figure(), PLACE));
  const table = page.querySelector(".values table")!;
  assertEquals(table.querySelector("caption")!.textContent, "Figure 2");
  assertEquals(textsOf(table, "thead th"), ["Period", "Mexico", "Côte d’Ivoire"]);
  assertEquals(textsOf(table, "tbody th"), ["2023", "2024", "January–November 2025"]);
  assertEquals(textsOf(table, "tbody td"), ["10.0%", "", "15.0%", "40.0%", "20.4%", "9.1%"]);
  assertStringIncludes(page.querySelector(".values p")!.textContent, "Share of imports. Source");
});

Deno.test("a panel has its own table and its places in each picture; words are not said twice", () => {
  const two = (width: number) => [...readings(width, "Exports"), ...readings(width, "Imports")];
  const both = figure({ readings: { wide: two(720), narrow: two(360) } });
  const page = root(figureHtml(both, PLACE));
  assertEquals(textsOf(page, ".values caption"), ["Figure 2: Exports", "Figure 2: Imports"]);
  const places = page.querySelector(".narrow")!.getAttribute("data-panels")!;
  assertEquals(JSON.parse(places)[1], [
    [60, 10, 300, 100],
    [60, 180, 300],
    [90, 80, 60],
    [null, 20, 82],
  ]);
});

Deno.test("pictures that are read otherwise are refused; a heading may be shorter", () => {
  const wide = readings(720, "Share of all imports");
  const read = (narrow: Readings) => figure({ readings: { wide, narrow } });
  figureHtml(read(readings(360, "Share")), PLACE);
  const other = readings(360, "Share");
  other[0].series[0].values[0] = "11.0%";
  assertThrows(
    () => figureHtml(read(other), PLACE),
    PublishError,
    "figure shares reads otherwise",
  );
});

Deno.test("without readings the data behind the picture are the table", () => {
  const data = JSON.stringify({
    rows: 2,
    columns: [["year", ["2023", "2024"]], ["share", [0.1, null]], ["unit", "fraction of imports"]],
  });
  const page = root(figureHtml(figure({ data, readings: { wide: [], narrow: [] } }), PLACE));
  assertEquals(textsOf(page, ".values thead th"), ["Year", "Share"]);
  assertEquals(textsOf(page, ".values tbody tr > *"), ["2023", "10.0%", "2024", ""]);
  assert(!page.querySelector("[data-panels]"));
});

Deno.test("hostile words stay text, in the table and in the code to embed", () => {
  const hostile = `<script>"&`;
  const wide = readings(720);
  wide[0].series[0].name = hostile;
  const narrow = readings(360);
  narrow[0].series[0].name = hostile;
  const said = { title: hostile, subtitle: hostile, readings: { wide, narrow } };
  const page = root(figureHtml(figure(said), PLACE));
  assert(!page.querySelector("script"));
  assertEquals(page.querySelectorAll(".values th")[1].textContent, hostile);
  const code = page.querySelector(".embed code")!.textContent;
  const frame = root(code).querySelector("iframe")!;
  assertEquals(frame.getAttribute("title"), hostile);
  assertEquals(frame.getAttribute("src"), "embed/shares.html");
});

Deno.test("each figure is a page of its own that leads to the report, at any depth", async () => {
  const { svg, ...bundle } = figure();
  const data = { "image/svg+xml": svg, [FIGURE_MIME]: bundle };
  const outputs = [{ output_type: "display_data", metadata: {}, data }];
  const chapter = parseChapter("3-a", notebook({ prose: "# A" }, { code: "f;", outputs }));
  const site = await Deno.makeTempDir();
  const numbers = new Map([["shares", "2, again"]]);
  await writeEmbeds(site, [chapter], numbers);
  await writeEmbeds(site, [chapter], numbers, "figures/industry-336");
  for (const [folder, up] of [["embed", "../"], ["embed/industry-336", "../../"]]) {
    const { document } = parseHTML(await Deno.readTextFile(`${site}/${folder}/shares.html`));
    const link = document.querySelector("figure a")!;
    assertEquals(link.getAttribute("href"), `${up}3-a.html#shares`);
    assertEquals(link.textContent, `${REPORT.title}, Figure 2`);
    assertEquals(document.querySelector("script")!.getAttribute("src"), `${up}readings.js`);
    assertEquals(
      document.querySelector("link[rel=stylesheet]")!.getAttribute("href"),
      `${up}style.css`,
    );
    assert(document.querySelector(".scroll .values table, .values .scroll table"));
  }
  await Deno.remove(site, { recursive: true });
});
