/** The whole way from two small chapters to pages, PDFs, figures and claims; whole or not at all. */
import {
  assert,
  assertEquals,
  assertNotEquals,
  assertRejects,
  assertStringIncludes,
} from "@std/assert";
import { report } from "../../lib/publish/report.ts";
import { readOptions } from "../../lib/publish/options.ts";
import { madeAnew } from "../../lib/publish/system/kept.ts";
import { figureCode, filesOf, FIRST, notebook, type Project, project } from "./fixtures.ts";
import { REPORT } from "../../lib/report.ts";

const FIGURE_FILES = [
  ...["figures.xlsx", "figures.zip"],
  ...["csv", "png", "svg"].map((ending) => `first-figure.${ending}`),
];

async function build(place: Project, ...args: string[]): Promise<string[]> {
  const said: string[] = [];
  await report(readOptions(["--fresh", ...args]), place, (line: string) => said.push(line));
  return said;
}

const refusal = async (place: Project, ...args: string[]) =>
  (await assertRejects(() => build(place, ...args), Error)).message;

Deno.test("new outputs are refused until accepted; then the report is built, twice the same", async () => {
  const place = await project();
  const said = await refusal(place);
  assertStringIncludes(said, "1-first: has no outputs yet: a new chapter");
  assertStringIncludes(said, "deno task report --accept");
  await assertRejects(() => Deno.stat(place.build), Deno.errors.NotFound);

  const lines = await build(place, "--accept");
  assert(lines.some((line) => line.includes("new outputs in notebooks/1-first.ipynb")));
  const first = await filesOf(place.build);
  const listed = [...first.keys()].filter((name) => !/fonts|site\/explore\//.test(name));
  assertEquals(
    listed,
    [
      "claims.json",
      ...FIGURE_FILES.map((name) => `figures/${name}`),
      "site/1-first.html",
      "site/2-second.html",
      "site/cheat-sheet.html",
      "site/claims.json",
      "site/embed/first-figure.html",
      "site/explore.html",
      ...FIGURE_FILES.map((name) => `site/figures/${name}`),
      "site/icon.svg",
      "site/index.html",
      "site/methods.html",
      "site/notebooks/1-first.ipynb",
      "site/notebooks/2-second.ipynb",
      "site/page.js",
      "site/readings.js",
      "site/search-index.js",
      "site/search.js",
      "site/social.png",
      "site/style.css",
      ...["-a4", "-teaching", ""].flatMap((edition) => {
        const name = `${REPORT.file}${edition}.pdf`;
        return [name, `site/${name}`];
      }),
    ].sort(),
  );

  const front = await Deno.readTextFile(`${place.build}/site/index.html`);
  assertStringIncludes(
    front,
    "<p>It would take a rise of 5.</p><ul><li>change: −5.0 billion dollars",
  );

  const again = await madeAnew(() => build(place));
  assertEquals(await filesOf(place.build), first);
  assert(/^Done in \d+\.\d s on \d+ cores$/.test(again.at(-1)!), again.at(-1));
  assert(again.some((line) => line.endsWith("build/site/index.html")));
});

Deno.test("a chapter that fails leaves the earlier build and the notebooks as they were", async () => {
  const place = await project({ "1-first": FIRST });
  await build(place, "--accept", "--no-pdf");
  const before = await filesOf(place.build);
  const broken = notebook({ prose: "# Second" }, { code: "throw new Error('boom');" });
  await Deno.writeTextFile(`${place.notebooks}/2-second.ipynb`, broken);
  const notebooks = await filesOf(place.notebooks);
  for (const args of [["--no-pdf"], ["--accept"]]) {
    assertStringIncludes(await refusal(place, ...args), "2-second, cell 2: Error: boom");
    assertEquals(await filesOf(place.build), before);
    assertEquals(await filesOf(place.notebooks), notebooks);
  }
  const left = await Array.fromAsync(Deno.readDir(`${place.root}/.cache`), ({ name }) => name);
  assertEquals(left.filter((name) => !["chapters", "report.json"].includes(name)), []);
});

Deno.test("all findings are told, not the first alone", async () => {
  const place = await project({
    "1-a": notebook({ prose: "# A" }, { code: "console.log(1);" }, {
      code: "throw new Error('x');",
    }),
    "2-b": notebook({ prose: "# B" }, { code: "1 + 1" }, { code: "console.warn('w');" }),
  });
  const said = await refusal(place, "--accept", "--no-pdf");
  assertStringIncludes(said, "1-a, cell 3: Error: x");
  assertStringIncludes(said, "2-b, cell 2: a last value without show: 2");
  assertStringIncludes(said, "2-b, cell 3: printed text or a warning: w");
});

Deno.test("only new outputs are advised to be accepted, not an error that speaks of a difference", async () => {
  const damaged = `throw new Error("data/a.csv differs from datapackage.json");`;
  const place = await project({ "1-a": notebook({ prose: "# A" }, { code: damaged }) });
  const said = await refusal(place, "--no-pdf");
  assertStringIncludes(said, "differs from datapackage.json");
  assert(!said.includes("--accept"), said);
});

Deno.test("a copy of a chapter is left out, and said to be", async () => {
  const place = await project({ "1-first": FIRST, "1-first-Copy1": "{}" });
  const said = await build(place, "--accept", "--no-pdf");
  assert(said.some((line) => line.startsWith("warning: 1-first-Copy1.ipynb is left out")));
  assertEquals((await filesOf(`${place.build}/site`)).has("1-first-Copy1.html"), false);
});

Deno.test("--only executes one chapter and takes the others as committed", async () => {
  const place = await project();
  await build(place, "--accept", "--no-pdf");
  const whole = await filesOf(place.build);
  const said = await build(place, "--only", "second", "--no-pdf");
  assertStringIncludes(said[0], "Executing 1 of 2 chapters");
  assertEquals(await filesOf(place.build), whole);
  assertStringIncludes(await refusal(place, "--only", "7"), "no chapter 7; there are:\n  1-first");
});

Deno.test("the same figure id for two figures is refused", async () => {
  const chapter = (title: string, width: number) =>
    notebook({ prose: `# ${title}` }, { code: `import { show } from "../lib/mod.ts";` }, {
      code: figureCode("same", width),
    });
  const place = await project({ "1-a": chapter("A", 720), "2-b": chapter("B", 700) });
  assertStringIncludes(
    await refusal(place, "--accept", "--no-pdf"),
    "2-b: figure id same is taken by another figure, in 1-a",
  );
});

Deno.test("one industry's report has its own values and stands beside the others", async () => {
  const place = await project();
  await build(place, "--accept", "--no-pdf");
  const before = await filesOf(place.build);
  await build(place, "--industry", "336", "--industry", "325", "--from", "2019");
  const page = await Deno.readTextFile(`${place.build}/site/industry-336.html`);
  assertStringIncludes(page, "Industry 336 since 2019.");
  assertStringIncludes(page, "<h1>Industry 336</h1>");
  assertStringIncludes(
    await Deno.readTextFile(`${place.build}/site/industry-325.html`),
    "Industry 325 since 2019.",
  );
  const after = await filesOf(place.build);
  assert(after.has("industry-336.pdf") && after.has("industry-325.pdf"));
  for (const [name, bytes] of before) assertEquals(after.get(name), bytes, name);
  assertEquals([...after.keys()].filter((name) => name.startsWith(".")), []);

  const said = await build(place, "--no-pdf");
  const gone = ["industry-325", "industry-336"].flatMap((it) => [`${it}.pdf`, `site/${it}.html`]);
  assert(
    said.includes(`  gone with the earlier build: ${gone.sort().join(", ")}`),
    said.join("\n"),
  );
  assertEquals(await filesOf(place.build), before);
});

Deno.test("an industry's figures do not take the place of the report's under the same ids", async () => {
  const parameters = { code: `const naics = "334";`, tags: ["parameters"] };
  const drawing = figureCode("shares-334").replace('y="60"', 'y="${naics}"')
    .replace(`'<text`, "`<text").replace(`</svg>',\n  narrow`, "</svg>`,\n  narrow");
  const place = await project({
    "1-own": notebook(
      { prose: "# Own" },
      { code: `import { show } from "../lib/mod.ts";` },
      parameters,
      { code: drawing },
    ),
  });
  await build(place, "--accept", "--no-pdf");
  const before = await filesOf(place.build);
  await build(place, "--industry", "336", "--no-pdf");
  const after = await filesOf(place.build);
  for (const [name, bytes] of before) assertEquals(after.get(name), bytes, name);
  const own = "figures/industry-336/shares-334";
  const text = (name: string) => new TextDecoder().decode(after.get(name));
  assertEquals(after.get(`${own}.svg`), after.get(`site/${own}.svg`));
  assertNotEquals(after.get(`${own}.svg`), after.get("figures/shares-334.svg"));
  const page = text("site/industry-336.html");
  for (const end of ["png", "svg", "csv"]) assertStringIncludes(page, `href="${own}.${end}"`);
  for (const name of ["figures.xlsx", "figures.zip"]) {
    assert(after.has(`figures/industry-336/${name}`), name);
    assertStringIncludes(page, `href="figures/industry-336/${name}"`);
  }
  const embedded = text("site/embed/industry-336/shares-334.html");
  assertStringIncludes(embedded, 'y="336"');
  assertStringIncludes(embedded, 'href="../../industry-336.html#shares-334"');
  assertStringIncludes(text("site/embed/shares-334.html"), 'y="334"');
  assert(!page.includes('href="figures/shares-334'));
});

Deno.test("a parameter that the chapter has not is refused with those that it has", async () => {
  const place = await project();
  const said = await refusal(place, "--industry", "336", "--to", "2024", "--no-pdf");
  assertStringIncludes(said, "2-second.ipynb has no parameter to");
  assertStringIncludes(said, `const naics = "334";`);
  await assertRejects(() => Deno.stat(`${place.build}/site`), Deno.errors.NotFound);
});

Deno.test("an industry that fails is named; the others are written all the same", async () => {
  const place = await project({
    "1-own": notebook(
      { prose: "# Own" },
      { code: `import { md, show } from "../lib/mod.ts";` },
      { code: `const naics = "334";`, tags: ["parameters"] },
      { code: `if (naics === "325") throw new Error("boom"); await show(md\`It is \${naics}.\`);` },
    ),
  });
  const industries = ["336", "325", "311"].flatMap((code) => ["--industry", code]);
  const said = await refusal(place, ...industries, "--no-pdf");
  assertStringIncludes(said, "industries without a report: 1 of 3; the others are written");
  assertStringIncludes(said, "industry-325, cell 4: Error: boom");
  const pages = [...(await filesOf(`${place.build}/site`)).keys()].filter((it) =>
    it.endsWith(".html")
  );
  assertEquals(pages, ["industry-311.html", "industry-336.html"]);
});

Deno.test("years that an industry lacks give way to the first and last full one, and it is said", async () => {
  const place = await project();
  const said = await build(place, "--industry", "115", "--industry", "336", "--no-pdf");
  const lines = said.filter((line) => line.includes("instead"));
  assertEquals(lines, ["  industry 115 has no full year 2017; compared from 2022 instead"]);
  const page = (code: string) => Deno.readTextFile(`${place.build}/site/industry-${code}.html`);
  assertStringIncludes(await page("115"), "Industry 115 since 2022.");
  assertStringIncludes(await page("336"), "Industry 336 since 2017.");
});
