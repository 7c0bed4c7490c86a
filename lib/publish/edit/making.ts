/** The site as it is served: its pages made again when something has changed, the rest when it is asked for. */
import type { Documented } from "../../methods/docs.ts";
import type { Chapter } from "../chapters/notebook.ts";
import { type Job, type Made, pages } from "./pages.ts";

export interface Making {
  root: string;
  /** A folder of its own for all that is made. */
  folder: string;
  pandoc: string;
  chapters: () => Chapter[];
  /** The pages are current; which files have changed, and what the gates say. */
  made: (changed: string[], findings: string[]) => void;
  failed: (fault: string) => void;
}

/** Parts of the site that take long and are seldom looked at: made when they are asked for. */
const PARTS = { explorer: /^explore(\.html$|\/)/, downloads: /^(figures\/|social\.png$)/ };

type Part = keyof typeof PARTS;

/** What every page of the explorer begins with. */
const EXPLORER = "explore.html";

export class Site {
  #pages;
  /** Undefined until they were read. */
  #docs: Documented[] | undefined;
  #parts = new Map<Part, Promise<Made>>();
  #again = false;
  #work: Promise<void> | undefined;
  #isThere = false;
  #fault = "";
  #begun: Promise<void>;

  /** Makes the pages for the first time. */
  constructor(readonly order: Making) {
    this.#pages = pages(`${order.root}/lib`);
    this.#begun = this.remake();
  }

  /** Makes the pages; once more when it is asked for meanwhile. */
  remake(): Promise<void> {
    this.#again = true;
    return this.#work ??= this.#remake().finally(() => this.#work = undefined);
  }

  async #remake(): Promise<void> {
    while (this.#again) {
      this.#again = false;
      try {
        this.#docs ??= (await this.#pages.make(this.#job("docs"))).docs;
        const { changed, findings } = await this.#pages.make(this.#job("site"));
        this.#isThere = true;
        this.order.made(changed, findings);
      } catch (error) {
        this.#fault = (error as Error).message;
        this.order.failed(this.#fault);
      }
    }
  }

  /** Modules have changed: what is made from now on is made by them. */
  renew(): void {
    this.#pages.renew();
  }

  /** Reads the docstrings again; what they say stands on the pages of the methods. */
  async readDocs(): Promise<void> {
    const { docs } = await this.#pages.makeAside(this.#job("docs"));
    if (JSON.stringify(docs) === JSON.stringify(this.#docs)) return;
    this.#docs = docs;
    await this.remake();
  }

  /** Parts are no longer what they would be. Gives the files of those that someone may look at. */
  outdate(...parts: Part[]): string[] {
    const known = parts.filter((part) => this.#parts.delete(part));
    return known.includes("explorer") ? [EXPLORER] : [];
  }

  /** The folder in which a path of the site lies, once it is made. */
  async folderOf(path: string): Promise<string> {
    const { root, folder } = this.order;
    if (/^notebooks\/\d[^/]*\.ipynb$/.test(path)) return root;
    await this.#begun;
    if (!this.#isThere) throw new Error(this.#fault);
    const part = (Object.keys(PARTS) as Part[]).find((it) => PARTS[it].test(path));
    if (part === undefined) return `${folder}/site`;
    const made = this.#parts.get(part) ?? this.#pages.makeAside(this.#job(part));
    this.#parts.set(part, made);
    try {
      await made;
    } catch (error) {
      if (this.#parts.get(part) === made) this.#parts.delete(part);
      throw error;
    }
    return `${folder}/${part}`;
  }

  close(): void {
    this.#pages.close();
  }

  #job(make: Job["make"]): Job {
    const { root, folder, pandoc, chapters } = this.order;
    return { make, root, folder, chapters: chapters(), docs: this.#docs ?? [], pandoc };
  }
}
