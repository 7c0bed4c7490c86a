/** Chapters that wait to be executed, one at a time, the one that is looked at first. */
import { explain } from "../chapters/failures.ts";
import type { Chapter } from "../chapters/notebook.ts";
import type { Kernels } from "./kernels.ts";
import { hasSameCode, type Manuscript } from "./manuscript.ts";

export interface Executing {
  root: string;
  manuscript: Manuscript;
  kernels: Kernels;
  /** Chapters that someone waits for, the most wanted first. */
  wanted: () => string[];
  /** A chapter has its turn. */
  begun: (name: string) => void;
  /** It was executed, or could not be: why. */
  ended: (name: string, fault: string | null) => void;
  /** None waits any more. */
  idle: () => void;
}

export class Execution {
  #pending = new Set<string>();
  #running: { name: string; code: Chapter; stop: AbortController } | undefined;
  #work: Promise<void> | undefined;

  constructor(readonly order: Executing) {}

  /** Has chapters executed, again if they are being executed. */
  add(names: string[]): void {
    names.forEach((name) => this.#pending.add(name));
    const { name, stop } = this.#running ?? {};
    if (name === undefined) this.#begin();
    else if (names.includes(name)) stop!.abort();
    else if (this.#next() !== undefined && this.#rank(this.#next()!) < this.#rank(name)) {
      this.#pending.add(name);
      stop!.abort();
    }
  }

  /** A notebook was saved whose code is not what was last executed. */
  saved(chapter: Chapter): void {
    const { name, code } = this.#running ?? {};
    if (name !== chapter.name || !hasSameCode(chapter, code!)) this.add([chapter.name]);
  }

  /** A chapter need not be executed: it is gone, or its code is again what it was. */
  remove(name: string): void {
    this.#pending.delete(name);
    if (this.#running?.name === name) this.#running.stop.abort();
  }

  /** Those that wait or are executed. */
  names(): string[] {
    return [...this.#running ? [this.#running.name] : [], ...this.#pending];
  }

  async close(): Promise<void> {
    this.#pending.clear();
    this.#running?.stop.abort();
    await this.#work;
  }

  #begin(): void {
    this.#work ??= this.#all().finally(() => this.#work = undefined);
  }

  async #all(): Promise<void> {
    for (let name = this.#next(); name !== undefined; name = this.#next()) {
      this.#pending.delete(name);
      const code = this.order.manuscript.saved(name);
      if (code) await this.#execute(name, code);
    }
    this.order.idle();
  }

  async #execute(name: string, code: Chapter): Promise<void> {
    const { root, manuscript, kernels, begun, ended } = this.order;
    const { notebooks } = manuscript;
    const stop = new AbortController();
    this.#running = { name, code, stop };
    begun(name);
    let fault: string | null = null;
    try {
      const result = await kernels.execute(name, manuscript.path(name), stop.signal);
      if (result === null) return;
      if (result.event === "executed") manuscript.executed(name, result.text, result.reads);
      else {
        fault = await explain(result, manuscript.path(name), notebooks, root);
      }
    } catch (error) {
      fault = (error as Error).message;
    } finally {
      this.#running = undefined;
    }
    if (!stop.signal.aborted) ended(name, fault);
  }

  #next(): string | undefined {
    return [...this.#pending].toSorted((a, b) => this.#rank(a) - this.#rank(b))[0];
  }

  /** The smaller the sooner. */
  #rank(name: string): number {
    const at = this.order.wanted().indexOf(name);
    return at < 0 ? Infinity : at;
  }
}
