/**
 * What grading does inside a student's kernel: it takes away rights before the student's cells, and
 * sends the answers out behind them. They are judged outside, where the student's code cannot reach.
 */
import { ANSWER_MIME, checkAnswer, type Outcome } from "../../exercises/mod.ts";

/** The MIME type under which the answers leave the kernel. */
export const ANSWERS_MIME = "application/vnd.technology-frontier.answers+json";

/**
 * An answer as it leaves the kernel: data, which are judged outside; nothing; or, of what is no data (a
 * function, say), what its check says in here.
 */
export type Answer =
  | { is: "data"; data: unknown }
  | { is: "undefined" }
  | { is: "unset" }
  | { is: "other"; outcome: { state: Outcome["state"] | "failed"; say: string } };

/** An answer of more characters is none that a form knows. */
const LONGEST = 100_000;

/**
 * Takes away what an answer never needs: writing, starting programs, the network, settings, native
 * libraries that are not loaded yet. Nothing gives them back: there is nobody to ask.
 */
export async function fence(): Promise<void> {
  for (const name of ["write", "run", "net", "env", "sys", "ffi"] as const) {
    await Deno.permissions.revoke({ name });
  }
}

/** Sends the answers out, by exercise. */
export async function collect(answers: Record<string, () => unknown>): Promise<void> {
  const found = Object.entries(answers).map(([id, answer]) => [id, collected(id, answer)]);
  const data = { [ANSWERS_MIME]: Object.fromEntries(found) };
  await Deno.jupyter.broadcast("display_data", { data, metadata: {}, transient: {} });
}

/** What becomes of one answer. */
export function collected(id: string, answer: () => unknown): Answer {
  let value;
  try {
    value = answer();
  } catch {
    return { is: "unset" };
  }
  if (value === undefined) return { is: "undefined" };
  if (isData(value)) return { is: "data", data: value };
  try {
    const { state, say } = checkAnswer(id, () => value).data[ANSWER_MIME] as Outcome;
    return { is: "other", outcome: { state, say } };
  } catch (error) {
    return { is: "other", outcome: { state: "failed", say: `It cannot be judged: ${error}` } };
  }
}

/** Whether JSON holds it without loss, and briefly. */
function isData(value: unknown): boolean {
  try {
    return isPlain(value) && JSON.stringify(value).length <= LONGEST;
  } catch {
    // It holds itself.
    return false;
  }
}

function isPlain(value: unknown): boolean {
  if (value === null || typeof value === "string" || typeof value === "boolean") return true;
  if (typeof value === "number") return Number.isFinite(value);
  if (typeof value !== "object") return false;
  if (!Array.isArray(value) && Object.getPrototypeOf(value) !== Object.prototype) return false;
  return Object.values(value).every(isPlain);
}
