/** Where chapters are read and results are written; the tests have places of their own. */
import { ROOT } from "../root.ts";

export interface Place {
  root: string;
  notebooks: string;
  /** The folder of all results. */
  build: string;
}

/** The project itself. */
export const HERE: Place = { root: ROOT, notebooks: `${ROOT}/notebooks`, build: `${ROOT}/build` };
