/** The project's folder as a path, whatever its name holds: spaces, accents. Without a last slash. */
import { resolve } from "node:path";
import { slashed } from "./platform.ts";

export const ROOT: string = slashed(resolve(import.meta.dirname!, ".."));
