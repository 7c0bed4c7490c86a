/** The workflows of the repository's host, as they are written and as they are meant. */
import { parse } from "@std/yaml";
import { ROOT } from "../../lib/root.ts";

export interface Step {
  name?: string;
  uses?: string;
  run?: string;
  with?: Record<string, unknown>;
  env?: Record<string, string>;
}

export interface Job {
  permissions?: Record<string, string>;
  "timeout-minutes"?: number;
  env?: Record<string, string>;
  steps: Step[];
}

export interface Workflow {
  /** The name of its file: `test.yml`. */
  file: string;
  text: string;
  on: Record<string, unknown>;
  permissions?: Record<string, string>;
  concurrency?: unknown;
  env?: Record<string, string>;
  jobs: Record<string, Job>;
}

/** All of them, by the names of their files. */
export async function workflows(): Promise<Workflow[]> {
  const folder = `${ROOT}/.github/workflows`;
  const files = (await Array.fromAsync(Deno.readDir(folder))).map(({ name }) => name).sort();
  return await Promise.all(files.map(async (file) => {
    const text = await Deno.readTextFile(`${folder}/${file}`);
    return { ...parse(text) as Omit<Workflow, "file" | "text">, file, text };
  }));
}

/** Every step, with where it is: `pages.yml build`. */
export const stepsOf = (all: Workflow[]): { where: string; step: Step }[] =>
  all.flatMap(({ file, jobs }) =>
    Object.entries(jobs).flatMap(([job, { steps }]) =>
      steps.map((step) => ({ where: `${file} ${job}`, step }))
    )
  );

/** The tasks that a step runs: `verify`, and what follows the name. */
export const tasksIn = ({ run = "" }: Step): [task: string, rest: string][] =>
  [...run.matchAll(/\bdeno@[\d.]+ task (\w+)([^\n]*)/g)].map(([, task, rest]) => [task, rest]);
