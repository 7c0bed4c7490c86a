/**
 * The maker of pages (../pages.ts), in a worker: each worker reads the project's modules anew, so that
 * a saved one is taken up.
 */
import type { Documented } from "../../methods/docs.ts";
import { urlOf } from "../../platform.ts";
import type { Chapter } from "../chapters/notebook.ts";

/** What is to be made, in a folder of its own within `folder`. */
export interface Job {
  make: "site" | "docs" | "explorer" | "downloads";
  root: string;
  folder: string;
  chapters: Chapter[];
  docs: Documented[];
  pandoc: string;
}

export interface Made {
  /** Files of the site that are not as they were, or are gone. */
  changed: string[];
  /** What the gates have to say of the chapters. */
  findings: string[];
  docs: Documented[];
}

/** What a worker answers. */
export type Answer = { made: Made } | { failed: string };

export interface Pages {
  /** Makes something; one after the other. */
  make(job: Job): Promise<Made>;
  /** Makes something in a worker of its own, beside the site. */
  makeAside(job: Job): Promise<Made>;
  /** A module has changed: what follows is made by the modules as they are then. */
  renew(): void;
  close(): void;
}

/** @param lib the folder of the library that makes the pages */
export function pages(lib: string): Pages {
  const workers = new Set<PageWorker>();
  const begin = () => {
    const worker = new PageWorker(lib);
    workers.add(worker);
    return worker;
  };
  const end = (worker: PageWorker) => {
    worker.end();
    workers.delete(worker);
  };
  let standing = begin();
  let isOld = false;
  return {
    make(job) {
      if (isOld) {
        end(standing);
        [standing, isOld] = [begin(), false];
      }
      return standing.make(job);
    },
    async makeAside(job) {
      const worker = begin();
      try {
        return await worker.make(job);
      } finally {
        end(worker);
      }
    },
    renew: () => isOld = true,
    close: () => workers.forEach(end),
  };
}

class PageWorker {
  #worker = new Worker(new URL("worker.ts", import.meta.url), { type: "module", name: "pages" });
  #module: string;

  constructor(lib: string) {
    this.#module = urlOf(`${lib}/publish/pages.ts`);
    // It loads the modules meanwhile; if it cannot, the first that is to be made says so.
    this.#worker.postMessage({ module: this.#module });
  }

  make(job: Job): Promise<Made> {
    return new Promise((resolve, reject) => {
      this.#worker.onmessage = ({ data }: MessageEvent<Answer>) =>
        "made" in data ? resolve(data.made) : reject(new Error(data.failed));
      this.#worker.onerror = (event) => {
        event.preventDefault();
        reject(new Error(event.message));
      };
      this.#worker.postMessage({ module: this.#module, job });
    });
  }

  end(): void {
    this.#worker.terminate();
  }
}
