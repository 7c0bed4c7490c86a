/** The page as it is built: its first question answered, to be read before its script runs, or without it. */
import { renderToString } from "preact-render-to-string";
import { answerOf, type Load } from "../answers/mod.ts";
import { cellsOf, notebookOf } from "../cells/mod.ts";
import { Explorer } from "./explorer.tsx";
import { firstAnswer } from "./first.ts";
import type { Settings, Sources } from "./sources.ts";

/** The explorer as HTML, with the answer to its first question. */
export async function builtExplorer(settings: Settings, load: Load): Promise<string> {
  const sources: Sources = { answerOf, cellsOf, notebookOf, load, found: () => [] };
  const first = await firstAnswer(sources, settings);
  return renderToString(<Explorer {...{ sources, settings, embedded: false, first }} />);
}
