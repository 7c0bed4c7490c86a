/** The reference of the library: a page for each room, with what is declared, said and tried of each name. */
import { dirname } from "node:path";
import { claimsInWords } from "../about.ts";
import { convert } from "../publish/markup/pandoc.ts";
import { raw } from "../publish/markup/markdown.ts";
import type { Imprint } from "../publish/site/imprint.ts";
import { writeAssets } from "../publish/site/assets.ts";
import { page, type PageLink } from "../publish/site/page.ts";
import { type Entry, searchIndex } from "../publish/site/search.ts";
import { type Documented, exampleLines } from "./docs.ts";
import { declaration } from "./source.ts";

export interface ApiReference {
  /** The folder of the pages; made where it is not there. */
  folder: string;
  /** All that the library says of itself. */
  docs: Documented[];
  pandoc: string;
  imprint: Imprint;
}

/** What each room answers, in the order of `lib/mod.ts`; the room of a single file is named by it. */
const ROOMS: Readonly<Record<string, string>> = {
  data: "What are the figures? Tables with their contracts, read or scanned",
  codes: "What do the codes mean? ATP groups, industries, partners, tariff lines, duty events",
  frame: "Frames: rows picked, columns taken",
  analysis: "What follows from the figures? Balance, shares, decompositions, duties, preference",
  figures: "How does it look? One function for each figure",
  notebook: "How does a cell say it? Prose, tables, checks",
  format: "Numbers, shares and periods in words",
  exercises: "Is an answer right? What it looks like, what is kept of it, its check",
  claims: `Is it so? ${claimsInWords()}, each with its rule`,
  methods: "How is it done? Words and assumptions",
};

/** Where a room's functions end when another room passes them on. */
const HOME: Readonly<Record<string, string>> = { arithmetic: "analysis", rows: "frame" };

const roomOf = ({ file }: Documented): string => {
  const room = file.includes("/") ? dirname(file).split("/")[0] : file.replace(/\.ts$/, "");
  return HOME[room] ?? room;
};

/**
 * Writes the reference into a folder, with all that its pages load: it works from files.
 *
 * @throws PublishError when pandoc refuses a docstring.
 */
export async function writeApiReference(
  { folder, docs: all, pandoc, imprint }: ApiReference,
): Promise<void> {
  const rooms = Object.keys(ROOMS).filter((room) => all.some((each) => roomOf(each) === room));
  const links: PageLink[] = rooms.map((room) => ({ href: `${room}.html`, label: room }));
  await Deno.mkdir(folder, { recursive: true });
  const write = (name: string, text: string) => Deno.writeTextFile(`${folder}/${name}`, text);
  const written = (title: string, description: string, body: string, href: string) =>
    write(href, page({ title, description, body, chapters: links, href, imprint, apart: true }));
  const own = (room: string) => all.filter((each) => roomOf(each) === room);
  await Promise.all([
    writeAssets(folder),
    write("search-index.js", searchIndex(all.map(entry))),
    convert(pandoc, indexMarkdown(rooms, own), "html")
      .then((body) =>
        written("The library", "Every function that a notebook imports", body, "index.html")
      ),
    ...rooms.map(async (room) => {
      const body = await convert(pandoc, await roomMarkdown(ROOMS[room], own(room)), "html");
      await written(room, ROOMS[room], body, `${room}.html`);
    }),
  ]);
}

const entry = (each: Documented): Entry => [
  isFunction(each) ? "Function" : each.kind === "variable" ? "Constant" : "Type",
  each.name,
  `${roomOf(each)}.html#${each.name}`,
  roomOf(each),
];

const isFunction = ({ kind }: Documented): boolean => kind === "function";

function indexMarkdown(rooms: string[], own: (room: string) => Documented[]): string {
  const lists = rooms.map((room) => {
    const names = own(room).filter(({ kind }) => kind === "function" || kind === "variable")
      .map(({ name }) => name).sort().map((name) => `[\`${name}\`](${room}.html#${name})`);
    return `## [${room}](${room}.html)\n\n${ROOMS[room]}.\n\n${names.join(", ")}`;
  });
  return [
    "Every name that a notebook imports from `../lib/mod.ts`, by room. The search finds each by its name.",
    ...lists,
  ].join("\n\n");
}

async function roomMarkdown(answer: string, names: Documented[]): Promise<string> {
  const modules = [...Map.groupBy(names, moduleOf)].sort(([a], [b]) => a < b ? -1 : 1);
  const sections = await Promise.all(modules.map(async ([title, own]) => {
    const ordered = own.toSorted((a, b) =>
      Number(isFunction(b)) - Number(isFunction(a)) || a.line - b.line
    );
    const heading = `## ${title} {#of-${title.replaceAll(" ", "-")}}`;
    return [heading, ...await Promise.all(ordered.map(nameMarkdown))].join("\n\n");
  }));
  return [`${answer}.`, ...sections].join("\n\n");
}

/** What the file of a name is called: `two way trade`. */
const moduleOf = ({ file }: Documented): string =>
  file.split("/").at(-1)!.replace(/\.ts$/, "").replaceAll("_", " ");

async function nameMarkdown(each: Documented): Promise<string> {
  const example = exampleLines(each).join("\n");
  return [
    `### ${each.name} {#${each.name}}`,
    code(await declaration(each)),
    each.doc,
    ...each.formulas.map(({ tex }) => `$$${tex.trim()}$$`),
    each.where && `Here ${each.where}`,
    [
      ...each.given.map(({ name, doc }) => `- \`${name}\`: ${inItem(doc)}`),
      ...(each.returns ? [`- *Gives* ${inItem(each.returns)}`] : []),
      ...each.throws.map((text) => `- *Throws* ${inItem(text)}`),
    ].join("\n"),
    example && `*For example:*\n\n${code(example)}`,
    raw("html", `<p class="source">lib/${each.file}, line ${each.line}</p>`),
  ].filter((part) => part).join("\n\n");
}

const code = (text: string): string => `\`\`\`{.typescript}\n${text}\n\`\`\``;
const inItem = (text: string): string => text.trim().replaceAll("\n", "\n  ");
