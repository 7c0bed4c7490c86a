/** What the cells of a view show in the Deno kernel is what the page shows: pictures, data and tables. */
import { assert, assertEquals } from "@std/assert";
import { urlOf } from "../../lib/platform.ts";
import type { Answer, AnswerCell } from "../../lib/explore/answer.ts";
import { answerOf } from "../../lib/explore/answers/mod.ts";
import { cellsOf, QUESTIONS } from "../../lib/explore/cells/mod.ts";
import { notebookText } from "../../lib/explore/cells/notebook.ts";
import type { View } from "../../lib/explore/view.ts";
import { bundle, FIGURE_MIME } from "../../lib/notebook/show.ts";
import { execute } from "../../lib/publish/chapters/execute.ts";
import { ROOT, tools } from "../publish/fixtures.ts";
import { load, views } from "./views.ts";

/** Views in all; of each question as many, but for those to which there is no answer. */
const LEAST = 30;

interface Asked {
  view: View;
  answer: Answer;
  cells: AnswerCell[];
}

const asked: Asked[] = [];
for (const view of views(QUESTIONS, Math.ceil(LEAST * 1.4 / QUESTIONS.length))) {
  const answer = await answerOf(view, load);
  if (answer.figures.length > 0 || answer.tables.length > 0) {
    asked.push({ view, answer, cells: cellsOf(view) });
  }
}

type Data = Record<string, unknown>;
const folder = await Deno.makeTempDir({ prefix: "views-" });

/** Data by MIME type, texts whole: a notebook file keeps them line by line. */
const whole = (data: Data): Data =>
  Object.fromEntries(
    Object.entries(data).map(([type, value]) => [
      type,
      Array.isArray(value) ? value.join("") : value,
    ]),
  );

/** What each cell of a notebook shows once it is executed, all in one kernel. */
async function executed(cells: AnswerCell[]): Promise<Data[][]> {
  const [source, target] = [`${folder}/views.ipynb`, `${folder}/executed.ipynb`];
  await Deno.writeTextFile(source, notebookText(cells));
  const work = { name: "views", source, target, folder: `${ROOT}/notebooks` };
  for await (const event of execute([work], await tools(), { workers: 1 })) {
    if (event.event === "failed") {
      throw new Error(`${cells[event.cell ?? 0].source}\n${event.ename}: ${event.evalue}`);
    }
  }
  const { cells: done } = JSON.parse(await Deno.readTextFile(target)) as {
    cells: { outputs?: { data: Data }[] }[];
  };
  return done.map(({ outputs = [] }) => outputs.map(({ data }) => whole(data)));
}

Deno.test("the cells of random views show in the kernel what the page shows, to the last byte", async () => {
  assert(asked.length >= LEAST, `${asked.length} views have an answer`);
  const shown = await executed(asked.flatMap(({ cells }) => cells));
  let start = 0;
  for (const { view, answer, cells } of asked) {
    const outputs = shown.slice(start, start += cells.length).flat();
    const isPicture = (data: Data) => FIGURE_MIME in data;
    const said = JSON.stringify(view);
    assertEquals(
      outputs.filter(isPicture),
      answer.figures.map((figure) => whole(bundle(figure).data)),
      said,
    );
    assertEquals(
      outputs.filter((data) => !isPicture(data)),
      answer.tables.map(({ data }) => whole(data)),
      said,
    );
  }
});

Deno.test("the cells of each view stand alone: its code has all that it names, by the types", async () => {
  const modules = await Promise.all(asked.map(async ({ cells }, place) => {
    const code = cells.filter(({ type }) => type === "code").map(({ source }) => source);
    const path = `${folder}/view-${place}.ts`;
    const text = code.join("\n").replaceAll(
      '"../lib/mod.ts"',
      JSON.stringify(urlOf(`${ROOT}/lib/mod.ts`)),
    );
    await Deno.writeTextFile(path, text);
    return path;
  }));
  const { success, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["check", "--config", `${ROOT}/deno.json`, ...modules],
    stderr: "piped",
  }).output();
  assert(success, new TextDecoder().decode(stderr));
});
