/**
 * One request to the Census Bureau's International Trade API: key, pace, time limit, retries, and
 * the checks that tell figures from pages about keys.
 * https://www.census.gov/data/developers/data-sets/international-trade.html
 */
import { CensusError, Interrupted, Unreachable } from "../transfer/errors.ts";
import { isPage, pageProblem, wordsOf } from "../transfer/page.ts";
import { backoff, isPassing, type Patience, pause, retryAfter } from "../transfer/patience.ts";

/** Environment variable that holds the key. */
export const KEY_VARIABLE = "CENSUS_API_KEY";
/** Where a key is free. */
export const SIGN_UP = "https://api.census.gov/data/key_signup.html";
const ABOUT = "https://www.census.gov/data/developers/data-sets/international-trade.html";

/** Names and values of a query; a repeated name means OR. */
export type Query = [name: string, value: string][];

export interface Answer {
  /** 200 with figures, or 204: nothing found. */
  status: number;
  /** The address without the key. */
  url: string;
  bytes: Uint8Array;
}

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

/** An answer; or a problem that may pass, with what it means where it does not. */
type Outcome = { answer: Answer } | { problem: string; wait?: number; lasting?: CensusError };

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

/**
 * The answer, or the reason why these bytes are no figures. Servers under load send pages with status 200,
 * refuse a key for a moment, or call their own fault a bad query: these are asked again.
 *
 * @throws CensusError on what no retry mends.
 */
function judged(response: Response, bytes: Uint8Array, url: string, key: string): Outcome {
  const { status, headers } = response;
  const type = headers.get("content-type") ?? "no content type";
  const text = new TextDecoder().decode(bytes.subarray(0, 2000)).replaceAll(key, "…").trim();
  if (status >= 300 && status < 400) return refusedKey(headers.get("location") ?? "");
  if (status === 204) return { answer: { status, url, bytes: new Uint8Array() } };
  if (status === 400 && /error while running your query/i.test(text)) {
    return { problem: `the server answered 400: ${wordsOf(text)}` };
  }
  if (status !== 200) {
    throw new CensusError(
      `${url}: the server answered ${status}: ${wordsOf(text)}`,
      "the query or the address (--api-base) is wrong",
    );
  }
  if (isPage(type, text)) {
    const [, which] = /\b(missing|invalid)[ _]key\b/i.exec(text) ?? [];
    return which ? refusedKey(`${which.toLowerCase()}_key`) : { problem: pageProblem(text) };
  }
  if (!/\bjson\b/i.test(type) || bytes[0] !== 0x5b) {
    throw new CensusError(
      `${url}: expected a JSON array, found ${type}: ${wordsOf(text)}`,
      `check --api-base; the data sets are described at ${ABOUT}`,
    );
  }
  if (new TextDecoder().decode(bytes).includes(key)) {
    throw new CensusError(
      `${url}: the reply holds the key`,
      "data/ is unchanged; nothing was kept",
    );
  }
  return { answer: { status, url, bytes } };
}

function missingKey(): CensusError {
  return new Unreachable(
    `the Census API needs a key and ${KEY_VARIABLE} is not set`,
    `get a free one at ${SIGN_UP}, activate it by the mailed link, set ${KEY_VARIABLE}; ` +
      "or use --source archives or totals, which need none",
  );
}

function refusedKey(location: string): Outcome {
  const said = location.includes("missing_key")
    ? "says that no key was sent"
    : location.includes("invalid_key")
    ? `does not accept the key in ${KEY_VARIABLE}`
    : "redirects to another page instead of giving figures";
  const problem = `the Census API ${said}`;
  const lasting = new Unreachable(
    problem,
    `check ${KEY_VARIABLE}; a new key must first be activated by the link in the mail; ` +
      `sign up at ${SIGN_UP}`,
  );
  return { problem, lasting };
}
