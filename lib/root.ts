/** The project's folder as a path, whatever its name holds: spaces, accents. Without a last slash. */
import { resolve } from "node:path";

export const ROOT: string = resolve(import.meta.dirname!, "..");
