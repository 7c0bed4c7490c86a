/** What an answer of the interface is: figures, a fault that may pass, or one that lasts. */
import { CensusError, Unreachable } from "../transfer/errors.ts";
import { isPage, pageProblem, wordsOf } from "../transfer/page.ts";

/** Environment variable that holds the key. */
export const KEY_VARIABLE = "CENSUS_API_KEY";
/** Where a key is free. */
export const SIGN_UP = "https://api.census.gov/data/key_signup.html";
const ABOUT = "https://www.census.gov/data/developers/data-sets/international-trade.html";

export interface Answer {
  /** 200 with figures, or 204: nothing found. */
  status: number;
  /** The address without the key. */
  url: string;
  bytes: Uint8Array;
}

/** An answer; or a problem that may pass, with what it means where it does not. */
export type Outcome = { answer: Answer } | {
  problem: string;
  wait?: number;
  lasting?: CensusError;
};

/**
 * The answer, or the reason why these bytes are no figures. Servers under load send pages with status 200,
 * refuse a key for a moment, or call their own fault a bad query: these are asked again.
 *
 * @throws CensusError on what no retry mends.
 */
export function judged(response: Response, bytes: Uint8Array, url: string, key: string): Outcome {
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
