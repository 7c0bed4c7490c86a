/** How long to wait: pace between requests, limit of each, retries with backoff and jitter. */
import { Interrupted } from "./errors.ts";

export interface Patience {
  /** Longest time for one API request, and for a download without a new byte. */
  timeoutMs: number;
  /** Shortest time from one request to the next. */
  paceMs: number;
  /** Tries of one request. */
  attempts: number;
  /** Wait after the first failure; it doubles with each, and up to half of it is added by chance. */
  backoffMs: number;
  /** Longest wait that a server may ask for (Retry-After). */
  longestWaitMs: number;
}

export const PATIENCE: Patience = {
  timeoutMs: 75_000,
  paceMs: 300,
  attempts: 5,
  backoffMs: 1_000,
  longestWaitMs: 180_000,
};

/** Statuses after which the same request may succeed later. */
export const isPassing = (status: number): boolean => status === 429 || status >= 500;

/** Milliseconds that a Retry-After header asks for: seconds or a date. Undefined without one. */
export function retryAfter(header: string | null, now: number): number | undefined {
  if (header === null) return undefined;
  if (/^\d+$/.test(header.trim())) return Number(header) * 1000;
  const date = Date.parse(header);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}

/** Wait before the next try: exponential, with jitter so that many clients do not come at once. */
export function backoff(failures: number, { backoffMs }: Patience): number {
  return backoffMs * 2 ** (failures - 1) * (1 + Math.random() / 2);
}

/** Waits, or throws `Interrupted` as soon as the signal does. */
export async function pause(milliseconds: number, signal?: AbortSignal): Promise<void> {
  if (signal?.aborted) throw new Interrupted();
  if (milliseconds <= 0) return;
  await new Promise<void>((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      reject(new Interrupted());
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener("abort", stop);
      resolve();
    }, milliseconds);
    signal?.addEventListener("abort", stop, { once: true });
  });
}
