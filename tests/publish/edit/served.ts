/** A small project with a library of its own, served by `deno task edit` while a test saves into it. */
import { edit } from "../../../lib/publish/edit.ts";
import { type Project, project, ROOT, tools } from "../fixtures.ts";

export interface Message {
  changed: string[];
  working: string;
  problems: string[];
  findings: string[];
}

export interface Served extends Project {
  address: string;
  /** What the terminal shows. */
  said: string[];
  /** The first message since the last save that is as it should be; waits for it. */
  told: (isIt: (message: Message) => boolean) => Promise<Message>;
  /** A page as it is served. */
  page: (name: string) => Promise<string>;
  /** Saves a file as editors do: beside its place, then in it. */
  save: (file: string, text: string) => Promise<void>;
}

const WAIT = 90_000;

/** Serves a project to the work, and ends it. */
export async function served(
  work: (it: Served) => Promise<void>,
  chapters?: Record<string, string>,
): Promise<void> {
  const place = await project(chapters);
  // By a link, as macOS's own temporary folder is one.
  const root = `${await Deno.makeTempDir()}/link`;
  await Deno.symlink(place.root, root);
  await copyFolder(`${ROOT}/lib`, `${root}/lib`);
  const notebooks = `${root}/notebooks`;
  const ending = new AbortController();
  const said: string[] = [];
  const started = Promise.withResolvers<string>();
  const say = (line: string) => {
    said.push(line);
    const [address] = /http:\S+/.exec(line) ?? [];
    if (address) started.resolve(address);
  };
  const options = { help: false, open: false, port: 0 };
  const run = edit(options, ending.signal, { root, notebooks }, say, await tools());
  run.catch(started.reject);
  const address = await started.promise;
  const listener = await listen(address);
  try {
    await work({
      ...{ ...place, root, notebooks, address, said, told: listener.told },
      page: async (name) => await (await fetch(`${address}${name}`)).text(),
      async save(file, text) {
        listener.mark();
        await Deno.writeTextFile(`${root}/${file}~`, text);
        await Deno.rename(`${root}/${file}~`, `${root}/${file}`);
      },
    });
  } finally {
    listener.close();
    ending.abort();
    await run;
  }
}

/** Listens as a page does. */
async function listen(address: string) {
  const { host, origin } = new URL(address);
  // Deno's own option; the types here are those of browsers, which send the header themselves.
  const options = { headers: { origin } } as unknown as string[];
  const query = `page=index.html&version=${Date.now()}`;
  const socket = new WebSocket(`ws://${host}/~edit/socket?${query}`, options);
  const messages: Message[] = [];
  let [mark, wake] = [0, () => {}];
  socket.onmessage = ({ data }) => {
    messages.push(JSON.parse(data));
    wake();
  };
  await new Promise((done) => socket.onopen = done);
  return {
    close: () => socket.close(),
    mark: () => mark = messages.length,
    async told(isIt: (message: Message) => boolean): Promise<Message> {
      const timer = setTimeout(() => wake(), WAIT);
      const until = performance.now() + WAIT;
      try {
        for (;;) {
          const found = messages.slice(mark).find(isIt);
          if (found) return found;
          if (performance.now() >= until) break;
          await new Promise<void>((done) => wake = done);
        }
      } finally {
        clearTimeout(timer);
      }
      throw new Error(`not told in time, but\n${JSON.stringify(messages.slice(mark), null, 1)}`);
    },
  };
}

async function copyFolder(from: string, to: string): Promise<void> {
  await Deno.mkdir(to, { recursive: true });
  for await (const { name, isDirectory } of Deno.readDir(from)) {
    if (isDirectory) await copyFolder(`${from}/${name}`, `${to}/${name}`);
    else await Deno.copyFile(`${from}/${name}`, `${to}/${name}`);
  }
}
