/** A small project in a temporary folder: two chapters with everything that a chapter may hold. */
import type { Tools } from "../../lib/publish/setup/setup.ts";
import type { Imprint } from "../../lib/publish/site/imprint.ts";
import { setUp } from "../../lib/publish/setup/setup.ts";
import { run } from "../../lib/publish/system/process.ts";
import { kill } from "node:process";
import { SYSTEM, urlOf } from "../../lib/platform.ts";
import { ROOT } from "../../lib/root.ts";

export { ROOT };

/** The project's folder as modules name it. */
export const PROJECT = urlOf(`${ROOT}/`);

/** Whether a process works; one that has ended and was not yet cleared away does not. */
export async function isRunning(pid: string): Promise<boolean> {
  if (SYSTEM !== "windows") {
    return /^[^Z]/.test((await run("ps", ["-o", "stat=", "-p", pid])).stdout.trim());
  }
  try {
    return kill(Number(pid), 0);
  } catch {
    return false;
  }
}

export interface CellText {
  code?: string;
  prose?: string;
  tags?: string[];
  outputs?: unknown[];
}

/** The text of a notebook file, its cells not yet executed. */
export function notebook(...cells: CellText[]): string {
  return JSON.stringify({
    cells: cells.map(({ code, prose, tags, outputs = [] }, index) => ({
      id: `cell-${index + 1}`,
      metadata: tags ? { tags } : {},
      source: code ?? prose,
      ...(code === undefined
        ? { cell_type: "markdown" }
        : { cell_type: "code", execution_count: null, outputs }),
    })),
    metadata: { kernelspec: { name: "deno", display_name: "Deno", language: "typescript" } },
    nbformat: 4,
    nbformat_minor: 5,
  });
}

/** What pages say of the report as a whole. */
export const IMPRINT: Imprint = {
  title: "Trade",
  abstract: "What is traded.",
  authors: ["The authors"],
  license: "MIT",
  published: "2026-10-01",
  day: "October 1, 2026",
  apa: "The authors. (2026). Trade & more.",
  bibtex: "@misc{trade}",
};

/** A figure as a cell shows it. */
export const figureCode = (id: string, width = 720) =>
  `await show({
  id: "${id}", title: "Exports of ${id} fell", subtitle: "Million dollars", source: "Census",
  alt: "A bar that is shorter than another.",
  svg: '<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="80" viewBox="0 0 720 80" ' +
    'role="img" aria-label="A bar"><rect width="300" height="20" fill="#1b1e22"/>' +
    '<text y="60" font-family="Inter" font-size="12">México −5</text></svg>',
  narrow: '<svg xmlns="http://www.w3.org/2000/svg" width="360" height="80" viewBox="0 0 360 80" ' +
    'role="img" aria-label="A bar"><rect width="90" height="20" fill="#1b1e22"/></svg>',
  readings: { wide: [], narrow: [] },
  data: { columns: ["year", "usd", "unit", "full_table"], rows: [
    { year: "2024", usd: 5, unit: "US dollars", full_table: "data/a.csv" }] } as never,
});`;

const IMPORT = `import { md, show, table } from "../lib/mod.ts";`;
const IMPORT_ALL =
  `import { answerKey, checkAnswer, md, numberWithin, show } from "../lib/mod.ts";`;

export const FIRST = notebook(
  { prose: "# The first chapter\n\n**Question.** What do México and Canada sell?" },
  { code: `${IMPORT}\nconst exports = 5;\nawait show(md\`Exports were **\${exports}**.\`);` },
  { code: figureCode("first-figure") },
  { prose: "See [the second](2-second.ipynb) and [the codebook](../data/README.md)." },
  {
    code: `await show(table([{ name: "México", usd: "−5" }], {
  caption: "Imports by partner",
  columns: [{ label: "Partner", value: (row) => row.name }, {
    label: "US dollars",
    value: (row) => row.usd,
    align: "right",
  }],
}));`,
  },
);

export const SECOND = notebook(
  { prose: "# The second chapter\n\n**Question.** Which claims hold?" },
  { code: IMPORT_ALL },
  { code: `const naics = "334";\nconst from = 2017;`, tags: ["parameters"] },
  { code: `await show(md\`## Industry \${naics}\\n\\nIndustry \${naics} since \${from}.\`);` },
  {
    code: `await show({ data: {
  "text/markdown": "One claim.", "text/plain": "One claim.",
  "application/vnd.technology-frontier.claims+json": [{ id: "C1", claim: "It fell",
    verdict: "confirmed", finding: "It fell by 5.", sensitivity: "It would take a rise of 5.",
    evidence: [{ measure: "change", value: -5e9, unit: "USD", period: "2024",
      basis: "customs value", vintage: "2025-04-04" }] }] }, metadata: {} });`,
  },
  {
    prose: "**Exercise 2.1** (computing, easy, 5 minutes). Double it, as `answer2_1`.",
    tags: ["exercise"],
  },
  { prose: "*Hint.* Add it to itself.", tags: ["hint"] },
  {
    code: `const answer2_1 = 2 * 5;\nawait show(md\`Twice is \${answer2_1}.\`);`,
    tags: ["solution"],
  },
  { code: `await show(answerKey("2.1", answer2_1, numberWithin(1, "a number")));`, tags: ["key"] },
  { code: `await show(checkAnswer("2.1", () => answer2_1));`, tags: ["check"] },
);

export interface Project {
  root: string;
  notebooks: string;
  build: string;
}

/** A project with the given chapters (file name without ending → notebook text). */
export async function project(
  chapters: Record<string, string> = { "1-first": FIRST, "2-second": SECOND },
): Promise<Project> {
  const root = await Deno.makeTempDir({ prefix: "project-" });
  await Deno.mkdir(`${root}/notebooks`);
  await Deno.mkdir(`${root}/lib`);
  await Deno.mkdir(`${root}/data`);
  await Deno.writeTextFile(
    `${root}/lib/mod.ts`,
    ["exercises", "notebook"].map((room) => `export * from "${PROJECT}lib/${room}/mod.ts";\n`)
      .join(""),
  );
  for (const file of ["deno.json", "deno.lock", "CITATION.cff", "data/datapackage.json"]) {
    await Deno.copyFile(`${ROOT}/${file}`, `${root}/${file}`);
  }
  const figures = "data/naics3_imports_by_partner_monthly.parquet";
  await Deno.symlink(`${ROOT}/${figures}`, `${root}/${figures}`);
  for (const [name, text] of Object.entries(chapters)) {
    await Deno.writeTextFile(`${root}/notebooks/${name}.ipynb`, text);
  }
  return { root, notebooks: `${root}/notebooks`, build: `${root}/build` };
}

/** Waits until what was written is older than what begins now; files tell their change in whole seconds. */
export const pastTheClock = (): Promise<void> => new Promise((go) => setTimeout(go, 1100));

let ready: Promise<Tools> | undefined;

/** The project's own private environment. */
export const tools = (): Promise<Tools> => ready ??= setUp({ root: ROOT, say: () => {} });

/** Every file below a folder with its bytes, to compare two trees. */
export async function filesOf(folder: string): Promise<Map<string, Uint8Array<ArrayBuffer>>> {
  const files = new Map<string, Uint8Array<ArrayBuffer>>();
  for await (const { name, isDirectory } of Deno.readDir(folder)) {
    const path = `${folder}/${name}`;
    if (!isDirectory) files.set(name, await Deno.readFile(path));
    else for (const [below, bytes] of await filesOf(path)) files.set(`${name}/${below}`, bytes);
  }
  return new Map([...files].sort(([a], [b]) => a < b ? -1 : 1));
}
