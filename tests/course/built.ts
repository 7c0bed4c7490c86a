/** The course as it is made from the committed chapters. */
import { buildCourse } from "../../lib/course/build.ts";
import { chapterNames } from "../../lib/publish/chapters/notebook.ts";
import { ROOT, tools } from "../publish/fixtures.ts";
import { madeOnce } from "../shared.ts";

const notebooks = `${ROOT}/notebooks`;
const names = await chapterNames(notebooks);

/** The build folder with the whole course in it, to be read alone. */
export const builtCourse = (): Promise<string> =>
  madeOnce("course", async (build) => void await make(build, names, true));

/** Makes a course of some chapters in a build folder; gives what was said. */
export async function make(build: string, chosen: string[], slides: boolean): Promise<string[]> {
  const said: string[] = [];
  const say = (line: string) => void said.push(line);
  await buildCourse({
    ...{ root: ROOT, notebooks, build, names, chosen, slides, say },
    tools: await tools(),
  });
  return said;
}
