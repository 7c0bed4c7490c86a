/**
 * What the last report was made of and what it made, kept in `.cache/report.json`: when neither has
 * changed since, there is nothing to do.
 */
import { fingerprint } from "./chapters/reads.ts";
import { type Circumstances, keptChapters, machineOf } from "./chapters/reuse.ts";
import type { Place } from "./place.ts";
import { RELEASE, STAYS } from "./staging.ts";
import { exists, filesBelow, textOf, unchangedSince, writeWhole } from "./system/files.ts";
import { requireWritable } from "./system/writable.ts";
import { within } from "../platform.ts";
import { ROOT } from "../root.ts";

/** A report that is asked for. */
export interface Order extends Place, Circumstances {
  chosen: string[];
  pdf: boolean;
}

type Fingerprints = Record<string, string | null | undefined>;

interface Made {
  of: unknown;
  files: Fingerprints;
}

/** Folders of a project that no report reads; one of such a name within another is read. */
const UNREAD = [".git", ".github", ".venv", ".cache", ".ci", ".vscode", "build", "tests"];

const FILE = ".cache/report.json";

/** All that a report is made of, each file by what it holds. */
export async function madeOf(order: Order): Promise<unknown> {
  const { notebooks, build, chosen, pdf } = order;
  return {
    asked: { chosen, pdf, notebooks, build },
    machine: await machineOf(order),
    files: await Promise.all(sourcesOf(order).map((folder) => fingerprints(folder, isUnread))),
  };
}

/** Whether the build folder holds what was made of exactly this, unchanged. */
export async function isMade(order: Order, of: unknown): Promise<boolean> {
  const text = await textOf(`${order.root}/${FILE}`);
  if (text === null || !await exists(order.build)) return false;
  const now: Made = { of, files: await fingerprints(order.build, isStaying) };
  return JSON.stringify(now) === text;
}

/**
 * Keeps what was made of what; nothing where a file was touched meanwhile, or where a chapter is one that
 * has to be executed each time.
 *
 * @param started when the report began to read, in milliseconds
 */
export async function noteMade(order: Order, of: unknown, started: number): Promise<void> {
  const { root, notebooks, chosen } = order;
  for (const folder of sourcesOf(order)) {
    const names = await filesBelow(folder, isUnread);
    const still = names.map((name) => unchangedSince(`${folder}/${name}`, started));
    if (!(await Promise.all(still)).every(Boolean)) return;
  }
  const kept = await keptChapters(order);
  for (const name of chosen) {
    if (await kept.recall(await Deno.readTextFile(`${notebooks}/${name}.ipynb`)) === null) return;
  }
  const made: Made = { of, files: await fingerprints(order.build, isStaying) };
  await requireWritable(`${root}/.cache`);
  await writeWhole(`${root}/${FILE}`, JSON.stringify(made));
}

/** The project, and what of it lies elsewhere: in tests the chapters are those of another folder. */
const sourcesOf = ({ root, notebooks }: Order): string[] => [
  root,
  ...[`${ROOT}/lib`, notebooks].filter((folder) => within(root, folder) === null),
];

const isUnread = (path: string): boolean => UNREAD.includes(path);
const isStaying = (path: string): boolean => [...STAYS, RELEASE].includes(path);

async function fingerprints(
  folder: string,
  leave: (path: string) => boolean,
): Promise<Fingerprints> {
  const names = await filesBelow(folder, leave);
  const entries = names.map(async (name) =>
    [name, await fingerprint(`${folder}/${name}`)] as const
  );
  return Object.fromEntries(await Promise.all(entries));
}
