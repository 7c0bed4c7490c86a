/** One industry's report: the chapter with parameters, executed with other values. */
import { PublishError } from "./errors.ts";
import { execute } from "./execute.ts";
import { explain } from "./failures.ts";
import { figureNumbers, uniqueFigures, writeFigures } from "./figures.ts";
import { figureFindings, outputFindings } from "./gates.ts";
import { type Chapter, chapterNames, parseChapter, readChapter } from "./notebook.ts";
import { writePdfs } from "./pdf.ts";
import type { Tools } from "./setup.ts";
import { chapterBody, chapterPage, linkTo, writeAssets } from "./site.ts";
import { moveInto, onStage } from "./staging.ts";
import { publishedIn } from "./vintage.ts";

/** Values for the constants of the parameters cell, by name. */
export type Parameters = Record<string, string>;

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
 * @throws PublishError when a value is not in the data: the chapter says which there are.
 */
export async function buildIndustries(order: IndustryOrder): Promise<void> {
  const { root, notebooks, build, parameters, tools, say } = order;
  const chapters = await Promise.all(
    (await chapterNames(notebooks)).map((name) => readChapter(`${notebooks}/${name}.ipynb`)),
  );
  const template = parametersChapter(chapters);
  const text = await Deno.readTextFile(`${notebooks}/${template.name}.ipynb`);
  await onStage(build, async (stage) => {
    await Deno.mkdir(`${stage}/with-values`);
    const work = await Promise.all(parameters.map(async (values) => {
      const name = `industry-${values.naics}`;
      const source = `${stage}/with-values/${name}.ipynb`;
      await Deno.writeTextFile(source, withParameters(template.name, text, values));
      return { name, source, target: `${stage}/${name}.ipynb`, folder: notebooks };
    }));
    for await (const event of execute(work, tools)) {
      const { source, target } = work.find(({ name }) => name === event.name)!;
      if (event.event === "failed") {
        throw new PublishError(await explain(event, source, notebooks, root));
      }
      if (event.event !== "executed") continue;
      const chapter = ownTitle(parseChapter(event.name, await Deno.readTextFile(target)));
      const findings = [...outputFindings(chapter), ...figureFindings([chapter])];
      if (findings.length > 0) throw new PublishError(findings.join("\n"));
      say(`  ✓ ${chapter.title} (${event.seconds.toFixed(1)} s)`);
      await render(chapter, chapters, `${stage}/result`, order);
    }
    await writeAssets(`${stage}/result/site`);
    await moveInto(`${stage}/result`, build);
  });
}

async function render(chapter: Chapter, all: Chapter[], folder: string, order: IndustryOrder) {
  const { root, pdf, tools } = order;
  const numbers = figureNumbers([chapter]);
  const figures = uniqueFigures([chapter]);
  // Other years draw other figures under the ids of the report's own: a folder for each industry.
  const own = `figures/${chapter.name}`;
  await writeFigures(`${folder}/${own}`, figures);
  await writeFigures(`${folder}/site/${own}`, figures);
  const body = await chapterBody(chapter, numbers, tools.pandoc, own);
  const html = chapterPage(chapter, body, all.map(linkTo), { kicker: "Your industry" });
  await Deno.writeTextFile(`${folder}/site/${chapter.name}.html`, html);
  if (!pdf) return;
  const published = publishedIn(await Deno.readTextFile(`${root}/data/datapackage.json`));
  const editions = [{ output: `${folder}/${chapter.name}.pdf`, teaching: false }];
  const { title } = chapter;
  const subtitle =
    "One industry's imports and who supplies them, from the report Technology frontier";
  const document = { title, subtitle, chapters: [chapter], numbers, published, editions };
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

function parametersChapter(chapters: Chapter[]): Chapter {
  const found = chapters.find(({ cells }) => cells.some(isParameters));
  if (found) return found;
  throw new PublishError("no chapter has a cell with the tag parameters");
}

const isParameters = ({ tags }: { tags: string[] }): boolean => tags.includes("parameters");

/**
 * The text of a notebook with other values for the constants of its parameters cell, which are
 * written `const naics = "334";`, text or number.
 *
 * @throws PublishError when the cell has no such constant.
 */
export function withParameters(name: string, notebook: string, values: Parameters): string {
  const content = JSON.parse(notebook);
  const index = parseChapter(name, notebook).cells.findIndex(isParameters);
  const written = [content.cells[index].source].flat().join("");
  let source = written;
  for (const [parameter, value] of Object.entries(values)) {
    const constant = new RegExp(`(const ${parameter}\\b[^=\\n]*= *)(?:("[^"\\n]*")|([\\d.]+))`);
    if (!constant.test(source)) {
      throw new PublishError(`${name}.ipynb has no parameter ${parameter}; it has\n${written}`);
    }
    source = source.replace(
      constant,
      (_, before, text) => `${before}${text === undefined ? Number(value) : JSON.stringify(value)}`,
    );
  }
  content.cells[index].source = source;
  return JSON.stringify(content);
}
