/** One industry's report: the chapter with parameters, executed with other values. */
import { PublishError } from "./system/errors.ts";
import { apa, type Citation, imprint, readCitation } from "./citation.ts";
import { execute } from "./chapters/execute.ts";
import { explain } from "./chapters/failures.ts";
import { figureNumbers, writeDownloads } from "./downloads/figures.ts";
import { figureFindings, outputFindings } from "./chapters/gates.ts";
import { type Chapter, chapterNames, parseChapter, readChapter } from "./chapters/notebook.ts";
import {
  type Parameters,
  parametersChapter,
  withParameters,
  writtenValue,
} from "./chapters/parameters.ts";
import { EDITIONS, writePdfs } from "./pdf/pdf.ts";
import type { Tools } from "./setup/setup.ts";
import { writeAssets } from "./site/assets.ts";
import { takeAway } from "./site/downloads.ts";
import { writeEmbeds } from "./site/embed.ts";
import { chapterBody, chapterPage, linkTo } from "./site/site.ts";
import { moveInto, onStage } from "./staging.ts";
import { withYears, yearsByIndustry } from "./years.ts";
import { REPORT } from "../report.ts";

export interface IndustryOrder {
  root: string;
  notebooks: string;
  build: string;
  /** One report for each; each has its `naics`. */
  parameters: Parameters[];
  pdf: boolean;
  tools: Tools;
  say: (line: string) => void;
}

/**
 * Renders the chapter for each set of parameters into `site/industry-<code>.html` and
 * `industry-<code>.pdf`, its figures into `figures/industry-<code>/`. What else lies in the build
 * folder stays.
 *
 * @throws PublishError when a chapter has no such parameter; and at the end, when all others are
 * written, with each industry that failed and what its chapter says.
 */
export async function buildIndustries(order: IndustryOrder): Promise<void> {
  const { root, notebooks, build, tools, say } = order;
  const chapters = await Promise.all(
    (await chapterNames(notebooks)).map((name) => readChapter(`${notebooks}/${name}.ipynb`)),
  );
  const template = parametersChapter(chapters);
  const text = await Deno.readTextFile(`${notebooks}/${template.name}.ipynb`);
  const parameters = await comparable(template, order);
  const failures = new Map<string, string>();
  const citation = await readCitation(root);
  await onStage(build, async (stage) => {
    await Deno.mkdir(`${stage}/with-values`);
    const work = await Promise.all(parameters.map(async (values) => {
      const name = `industry-${values.naics}`;
      const source = `${stage}/with-values/${name}.ipynb`;
      await Deno.writeTextFile(source, withParameters(template.name, text, values));
      return { name, source, target: `${stage}/${name}.ipynb`, folder: notebooks };
    }));
    for (const { name } of work) failures.set(name, `${name}: was not executed`);
    for await (const event of execute(work, tools)) {
      const { name, source, target } = work.find(({ name }) => name === event.name)!;
      if (event.event === "failed") {
        failures.set(name, await explain(event, source, notebooks, root));
        say(`  ✗ ${name}`);
      }
      if (event.event !== "executed") continue;
      const chapter = ownTitle(parseChapter(name, await Deno.readTextFile(target)));
      const findings = [...outputFindings(chapter), ...figureFindings([chapter])];
      if (findings.length > 0) {
        failures.set(name, findings.join("\n"));
        say(`  ✗ ${chapter.title}`);
        continue;
      }
      await render(chapter, chapters, `${stage}/result`, citation, order);
      failures.delete(name);
      say(`  ✓ ${chapter.title} (${event.seconds.toFixed(1)} s)`);
    }
    if (failures.size === work.length) return;
    await writeAssets(`${stage}/result/site`);
    await moveInto(`${stage}/result`, build);
  });
  if (failures.size === 0) return;
  const count = `${failures.size} of ${parameters.length}`;
  const others = failures.size < parameters.length ? "; the others are written" : "";
  const said = [...failures.values()].join("\n- ");
  throw new PublishError(`industries without a report: ${count}${others}\n- ${said}`);
}

/** The values of each report, its years among those that the industry has. */
async function comparable(template: Chapter, order: IndustryOrder): Promise<Parameters[]> {
  const { root, parameters, say } = order;
  const written = Object.fromEntries(
    ["from", "to"].flatMap((name) => {
      const value = writtenValue(template, name);
      return value === undefined ? [] : [[name, value]];
    }),
  );
  const years = await yearsByIndustry(`${root}/data`);
  return parameters.map((asked) => {
    const values = withYears(asked, written, years.get(asked.naics) ?? { all: [], full: [] });
    const changed = Object.keys(written).filter((name) => values[name] !== asked[name]);
    if (changed.length > 0) {
      const lacking = changed.map((name) => written[name]).join(" and ");
      const taken = changed.map((name) => `${name} ${values[name]}`).join(" ");
      say(`  industry ${asked.naics} has no full year ${lacking}; compared ${taken} instead`);
    }
    return values;
  });
}

async function render(
  chapter: Chapter,
  all: Chapter[],
  folder: string,
  citation: Citation,
  { pdf, tools }: IndustryOrder,
) {
  const numbers = figureNumbers([chapter]);
  // Other years draw other figures under the ids of the report's own: a folder for each industry.
  const own = `figures/${chapter.name}`;
  await writeDownloads(
    [`${folder}/${own}`, `${folder}/site/${own}`],
    [chapter],
    numbers,
    apa(citation),
  );
  const body = await chapterBody(chapter, numbers, tools.pandoc, { folder: own });
  const html = chapterPage(
    chapter,
    `${body}\n${takeAway(own)}`,
    all.map(linkTo),
    imprint(citation),
    { kicker: "Your industry" },
  );
  await writeEmbeds(`${folder}/site`, [chapter], numbers, own);
  await Deno.writeTextFile(`${folder}/site/${chapter.name}.html`, html);
  if (!pdf) return;
  const { published, authors } = citation;
  const editions = [{
    output: `${folder}/${chapter.name}.pdf`,
    ...EDITIONS[`${REPORT.file}.pdf`],
  }];
  const { title } = chapter;
  const subtitle = `One industry's imports and who supplies them, from the report ${REPORT.title}`;
  const document = { title, subtitle, chapters: [chapter], numbers, published, authors, editions };
  await writePdfs(document, tools);
}

/** The first heading that the chapter computes becomes its title, in place of the template's. */
function ownTitle(chapter: Chapter): Chapter {
  const heading = /^##\s+(.+)$/m;
  const computed = chapter.cells.flatMap(({ outputs }) => outputs)
    .find(({ data }) => heading.test(String(data["text/markdown"])));
  if (!computed) return chapter;
  const text = String(computed.data["text/markdown"]);
  computed.data["text/markdown"] = text.replace(heading, "").trim();
  chapter.cells[0].source = "";
  return { ...chapter, title: heading.exec(text)![1].trim() };
}
