/** The answer with which the page opens: the same where it is built and where it is read. */
import { addressOf, parseView } from "../view.ts";
import type { Answered } from "./explorer.tsx";
import type { Settings, Sources } from "./sources.ts";

/** The answer to no question at all. */
export async function firstAnswer(
  { answerOf, load }: Pick<Sources, "answerOf" | "load">,
  { years }: Settings,
): Promise<Answered> {
  const { view } = parseView("", years);
  return { view, address: addressOf(view, years), answer: await answerOf(view, load) };
}
