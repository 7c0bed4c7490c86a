/** The explorer of the site, answered from the pieces of data beside its page. */
import { answerOf } from "../answers/mod.ts";
import { cellsOf, notebookOf } from "../cells/mod.ts";
import { load } from "../pieces/load.ts";
import { found } from "../pieces/search.ts";
import { start } from "./start.tsx";

start({ answerOf, cellsOf, notebookOf, load, found });
