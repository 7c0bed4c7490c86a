/**
 * One request to the Census Bureau's International Trade API: key, pace, time limit, retries, and
 * the checks that tell figures from pages about keys.
 * https://www.census.gov/data/developers/data-sets/international-trade.html
 */
import { CensusError, Interrupted, Unreachable } from "../transfer/errors.ts";
import { type Answer, judged, KEY_VARIABLE, type Outcome, SIGN_UP } from "./judge.ts";
import { backoff, isPassing, type Patience, pause, retryAfter } from "../transfer/patience.ts";

/** Names and values of a query; a repeated name means OR. */
export type Query = [name: string, value: string][];

export interface ApiOptions {
  base: string;
  key: string;
  patience: Patience;
  signal?: AbortSignal;
  say: (line: string) => void;
}

/** Asks for one data set, e.g. `imports/hitech`. */
export type Ask = (path: string, query: Query) => Promise<Answer>;

/** The address of a request, without the key. `from 2024-01 to 2024-12` becomes `from+…`. */
export const requestUrl = (base: string, path: string, query: Query): string =>
  `${base}/${path}?${String(new URLSearchParams(query)).replaceAll("%2C", ",")}`;

/**
 * A client that asks one thing at a time, at its pace.
 *
 * @throws CensusError when the key is missing, wrong or not active, when the query is refused, when
 * the reply is no JSON array, or when the retries are used up; Interrupted when the signal says so.
 * No message holds the key.
 */
export function apiClient(options: ApiOptions): Ask {
  const { base, key, patience, signal, say } = options;
  if (!key.trim()) throw missingKey();
  let next = 0;
  return async (path, query) => {
    const url = requestUrl(base, path, query);
    for (let failures = 1;; failures++) {
      await pause(next - Date.now(), signal);
      next = Date.now() + patience.paceMs;
      const outcome = await once(url, key.trim(), patience, signal);
      if ("answer" in outcome) return outcome.answer;
      const { problem, lasting } = outcome;
      if (lasting && failures >= Math.min(LASTING_TRIES, patience.attempts)) throw lasting;
      const wait = outcome.wait ?? backoff(failures, patience);
      if (failures >= patience.attempts || wait > patience.longestWaitMs) {
        throw new Unreachable(
          `${url}: ${problem}, ${failures === 1 ? "once" : `${failures} times`}`,
          "data/ is unchanged; wait some minutes and run the refresh again: it goes on from the cache",
        );
      }
      say(`  ${problem}; next try in ${(wait / 1000).toFixed(1)} s`);
      await pause(wait, signal);
    }
  };
}

/** Tries after which a fault that as a rule lasts, such as a refused key, is taken for lasting. */
const LASTING_TRIES = 3;

async function once(
  url: string,
  key: string,
  patience: Patience,
  signal?: AbortSignal,
): Promise<Outcome> {
  const limit = AbortSignal.timeout(patience.timeoutMs);
  try {
    const response = await fetch(`${url}&key=${encodeURIComponent(key)}`, {
      redirect: "manual",
      signal: signal ? AbortSignal.any([signal, limit]) : limit,
    });
    const bytes = await response.bytes();
    if (isPassing(response.status)) {
      const wait = retryAfter(response.headers.get("retry-after"), Date.now());
      return { problem: `the server answered ${response.status}`, wait };
    }
    return judged(response, bytes, url, key);
  } catch (error) {
    // The error of a failed fetch quotes the address, and with it the key: it goes no further.
    if (error instanceof CensusError) throw error;
    if (signal?.aborted) throw new Interrupted();
    const seconds = patience.timeoutMs / 1000;
    return { problem: limit.aborted ? `no answer within ${seconds} s` : "the connection failed" };
  }
}

function missingKey(): CensusError {
  return new Unreachable(
    `the Census API needs a key and ${KEY_VARIABLE} is not set`,
    `get a free one at ${SIGN_UP}, activate it by the mailed link, set ${KEY_VARIABLE}; ` +
      "or use --source archives or totals, which need none",
  );
}
