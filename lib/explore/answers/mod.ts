/** The answer to a view: the pieces of data that it needs, then plain arithmetic and the figures. */
import type { Answer } from "../answer.ts";
import type { Pieces } from "../pieces/layout.ts";
import type { View } from "../view.ts";
import { changesAnswer } from "./changes.ts";
import { dependenceAnswer } from "./dependence.ts";
import { goodsAnswer } from "./goods.ts";
import { groupsAnswer } from "./groups.ts";
import { suppliersAnswer } from "./suppliers.ts";

/** Gives a piece of data by its name. */
export type Load = <Name extends keyof Pieces>(name: Name) => Promise<Pieces[Name]>;

/** Loads what a view asks for and answers it. */
export async function answerOf(view: View, load: Load): Promise<Answer> {
  switch (view.ask) {
    case "suppliers":
      return suppliersAnswer(view, await load(`industry-${view.naics}`));
    case "changes":
      return changesAnswer(view, await load(`industry-${view.naics}`));
    case "groups":
      return groupsAnswer(view, {
        groups: await load("groups"),
        dependence: await load("dependence"),
      });
    case "goods": {
      const goods = await load(`goods-${view.hts}`);
      const chapter = goods.lines.length === 0 ? await linesOfChapter(view.hts, load) : [];
      return goodsAnswer(view, { goods, chapter, dependence: await load("dependence") });
    }
    case "dependence": {
      const dependence = await load("dependence");
      if (view.lines === "atp") return dependenceAnswer(view, { dependence });
      const { lines } = await load(`goods-${view.lines}`);
      const chapter = lines.length === 0 ? await linesOfChapter(view.lines, load) : [];
      return dependenceAnswer(view, { dependence, lines, chapter });
    }
  }
}

const linesOfChapter = async (code: string, load: Load) =>
  (await load(`chapter-${code.slice(0, 2)}`)).lines;
