/** The answer with which the page opens: the same where it is built and where it is read. */
import { addressOf, parseView } from "../view.ts";
import type { Answered } from "./explorer.tsx";
import type { Settings, Sources } from "./sources.ts";

/** The answer to no question at all; none where its data are missing, which the page then says. */
export async function firstAnswer(
  { answerOf, load }: Pick<Sources, "answerOf" | "load">,
  { years }: Settings,
): Promise<Answered | undefined> {
  const { view } = parseView("", years);
  const answer = await answerOf(view, load).catch(() => undefined);
  return answer && { view, address: addressOf(view, years), answer };
}
