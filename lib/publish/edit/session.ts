/** While someone writes: what is saved is executed where it must be, made into pages, and shown. */
import { basename } from "node:path";
import { keptChapters } from "../chapters/reuse.ts";
import type { Tools } from "../setup/setup.ts";
import { Execution } from "./execution.ts";
import { type Kernels, kernels } from "./kernels.ts";
import { modulesUsed, usersOf, type Uses } from "./library.ts";
import { Site } from "./making.ts";
import { Manuscript } from "./manuscript.ts";
import { sorted } from "./saved.ts";
import { serve, type Server, type Serving } from "./server.ts";
import { cellsNamed, chaptersNamed, filesNamed, working } from "./words.ts";

export interface Order extends Omit<Serving, "folderOf"> {
  root: string;
  notebooks: string;
  tools: Tools;
  /** A folder of its own for all that is made. */
  folder: string;
  say: (line: string) => void;
}

/** The problem of the pages, among those of chapters. */
const PAGES = "pages";

export class Session {
  #problems = new Map<string, string>();
  #findings: string[] = [];
  #uses: Uses = new Map();
  #docsAreOld = false;
  /** The chapter that was saved last, and when. */
  #latest = "";
  #since = performance.now();
  #manuscript: Manuscript;
  #kernels: Kernels;
  #execution: Execution;
  #site!: Site;
  #server!: Server;

  /** Serves the site with the outputs that the notebooks have. */
  static async begin(order: Order): Promise<Session> {
    const session = new Session(order);
    await session.#begin();
    return session;
  }

  private constructor(readonly order: Order) {
    const { root, notebooks, tools, folder } = order;
    this.#manuscript = new Manuscript(notebooks);
    this.#kernels = kernels(tools, notebooks, folder);
    this.#execution = new Execution({
      ...{ root, manuscript: this.#manuscript, kernels: this.#kernels },
      wanted: () => [this.#latest, ...this.#server.open().map((page) => basename(page, ".html"))],
      begun: (name) => this.#tell([], `  executing ${name}`),
      ended: (name, fault) => this.#executed(name, fault),
      idle: () => this.#idle(),
    });
  }

  async #begin(): Promise<void> {
    const { root, folder, tools } = this.order;
    this.#server = await serve({ ...this.order, folderOf: (path) => this.#site.folderOf(path) });
    const names = await this.#manuscript.names();
    await Promise.all(names.map((name) => this.#read(name)));
    this.#latest = "";
    await this.#recall(names);
    this.#site = new Site({
      ...{ root, folder, pandoc: tools.pandoc, chapters: () => this.#manuscript.shown() },
      made: (changed, findings) => this.#made(changed, findings),
      failed: (fault) => this.#problem(PAGES, fault),
    });
    await this.#readUses();
    if (this.#execution.names().length === 0) this.#kernels.prepare();
  }

  /** Chapters that a report has executed as they are now have the outputs of then. */
  async #recall(names: string[]): Promise<void> {
    const kept = await keptChapters(this.order);
    for (const name of names) {
      const text = await kept.recall(this.#manuscript.text(name)).catch(() => null);
      if (text === null) continue;
      this.#manuscript.executed(name, text, null);
      this.#execution.remove(name);
    }
  }

  get address(): string {
    return this.#server.address;
  }

  /** Takes up files that were saved, by their paths. */
  async take(paths: string[]): Promise<void> {
    const { root, notebooks, say } = this.order;
    const { chapters, modules, makers, data, own } = sorted(paths, root, notebooks);
    this.#since = performance.now();
    if (own.length > 0) say(`${filesNamed(own)}: start deno task edit again to take it up`);
    const changes = await Promise.all(chapters.map((name) => this.#read(name)));
    if (modules.length + makers.length + data.length > 0) {
      if ([...modules, ...makers].some((file) => /\.tsx?$/.test(file))) this.#site.renew();
      const outdated = this.#site.outdate("explorer", "downloads");
      if (outdated.length > 0) this.#tell(outdated);
      await this.#readLibrary(modules, makers, data);
    } else if (!changes.some((what) => what === "text" || what === "new" || what === "gone")) {
      return;
    }
    this.#site.remake().then(() => this.#execution.names().length > 0 || this.#idle());
  }

  async close(): Promise<void> {
    await this.#execution.close();
    await Promise.all([this.#kernels.close(), this.#server.close()]);
    this.#site.close();
  }

  async #read(name: string): Promise<string> {
    const { notebooks, say } = this.order;
    if (!/^\d/.test(name)) return "nothing";
    try {
      const { what, cells } = await this.#manuscript.read(name);
      if (this.#problems.delete(name)) this.#tell();
      if (what === "nothing") return what;
      this.#latest = name;
      if (what !== "new" || cells.length > 0) {
        say(`${basename(notebooks)}/${name}.ipynb: ${what}${cellsNamed(cells)}`);
      }
      if (cells.length > 0) this.#execution.saved(this.#manuscript.saved(name)!);
      else this.#execution.remove(name);
      return what;
    } catch (error) {
      this.#problem(name, (error as Error).message);
      return "nothing";
    }
  }

  async #readLibrary(modules: string[], makers: string[], data: string[]): Promise<void> {
    const { root, say } = this.order;
    if (makers.length > 0) say(filesNamed(makers));
    if (modules.length + data.length === 0) return;
    this.#kernels.renew();
    this.#docsAreOld ||= modules.length > 0;
    const before = this.#uses;
    await this.#readUses();
    const users = new Set(modules.flatMap((file) => usersOf(file, before, this.#uses)));
    if (modules.length > 0) say(`${filesNamed(modules)}: used by ${chaptersNamed([...users])}`);
    // A kernel knows the real place of a folder that is reached by a link.
    const places = [root, await Deno.realPath(root)];
    const readers = data.flatMap((file) =>
      this.#manuscript.readers(...places.map((place) => `${place}/${file}`))
    );
    if (data.length > 0) say(`${filesNamed(data)}: read by ${chaptersNamed(readers)}`);
    this.#execution.add([...users, ...readers]);
  }

  async #readUses(): Promise<void> {
    const { root, notebooks } = this.order;
    // Where a module or a cell cannot be read, the kernel says so, better.
    this.#uses = await modulesUsed(this.#manuscript.shown(), notebooks, root)
      .catch(() => this.#uses);
  }

  #executed(name: string, fault: string | null): void {
    if (fault !== null) return this.#problem(name, fault);
    this.#problems.delete(name);
    this.#site.outdate("downloads");
    this.#site.remake();
  }

  #made(changed: string[], findings: string[]): void {
    const { say } = this.order;
    const seconds = ((performance.now() - this.#since) / 1000).toFixed(2);
    this.#problems.delete(PAGES);
    say(`  ${filesNamed(changed)} after ${seconds} s`);
    findings.filter((it) => !this.#findings.includes(it)).forEach((it) => say(`  warning: ${it}`));
    this.#findings = findings;
    this.#tell(changed);
  }

  /** What need not be done while someone waits. */
  #idle(): void {
    this.#tell();
    this.#kernels.prepare();
    if (!this.#docsAreOld) return;
    this.#docsAreOld = false;
    this.#site.readDocs().catch((error) => this.#problem(PAGES, error.message));
  }

  #problem(of: string, fault: string): void {
    this.#problems.set(of, fault);
    this.#tell([], `  error: ${fault.replaceAll("\n", "\n  ")}`);
  }

  #tell(changed: string[] = [], line?: string): void {
    if (line !== undefined) this.order.say(line);
    this.#server.tell(changed, {
      working: working(this.#execution.names()),
      problems: [...this.#problems.values()],
      findings: this.#findings,
    });
  }
}
