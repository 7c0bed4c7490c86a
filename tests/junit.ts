/** What `deno test` reports in JUnit's form: how many passed, which failed, and how to mend those. */

export interface Count {
  passed: number;
  skipped: number;
  /** A line for each test that failed: its file, its name and, where there is one, the command. */
  failed: string[];
}

/** Reads a report; of none, nothing passed. */
export function readReport(junit: string): Count {
  const cases = junit.match(/<testcase\b[^>]*?(?:\/>|>[\s\S]*?<\/testcase>)/g) ?? [];
  const failed = cases.filter((it) => /<(failure|error)\b/.test(it));
  const skipped = cases.filter((it) => /<skipped\b/.test(it)).length;
  return { passed: cases.length - failed.length - skipped, skipped, failed: failed.map(said) };
}

function said(testcase: string): string {
  const attribute = (name: string) =>
    plain(new RegExp(` ${name}="([^"]*)"`).exec(testcase)?.[1] ?? "");
  const file = attribute("classname").replace(/^\.\//, "");
  const message = attribute("message");
  const [, command] = /\bmend: (deno task [\w -]*\w)/.exec(message) ?? [];
  const mend = /Missing snapshot|Snapshot does not match/.test(message)
    ? `; if the new one is right: deno task test ${file} -u`
    : command === "deno task report --accept"
    ? `; if the new outputs are right: ${command}`
    : command
    ? `; mend: ${command}`
    : "";
  return `${file}: ${attribute("name")}${mend}`;
}

const ENTITIES: Record<string, string> = { lt: "<", gt: ">", quot: '"', apos: "'", amp: "&" };

const plain = (text: string): string =>
  text.replace(/&(lt|gt|quot|apos|amp);/g, (_, name) => ENTITIES[name]);
