/** What a refresh did, as Markdown for a file and for a pull request. */
import { PARTNERS } from "../../codes/mod.ts";
import { millions, number, percent } from "../../format.ts";
import { diffArrays } from "diff";
import { markdownText } from "../../notebook/escape.ts";
import { type ChangedFigure, type ChangedSentence, retitled, turned } from "./compare.ts";
import { fitted, type Section } from "./fitted.ts";
import {
  periodsInWords,
  periodWords,
  type RefreshedTable,
  type Revision,
  summaryOf,
  titleOf,
  vintageWords,
} from "./words.ts";

/** Where a figure's pictures lie, from the report's own file. */
export const PICTURES = ["before", "after"] as const;
export const pictureOf = (side: typeof PICTURES[number], id: string): string => `${side}/${id}.png`;

/** Text in Markdown; an address stands as it is, since a program makes a link of it. */
const text = (plain: string): string =>
  plain.split(/(https?:\/\/[\w./-]+)/).map((part, at) => at % 2 ? part : markdownText(part)).join(
    "",
  );

export interface MarkdownOptions {
  /** The address of a picture. */
  address?: (path: string) => string;
  /** How many characters there may be: sentences and pictures beyond are left out, and that is said. */
  limit?: number;
}

/** The report of a refresh; its first lines say in words what came, what turned and what changed. */
export function revisionMarkdown(
  revision: Revision,
  { address = (path) => path, limit = Infinity }: MarkdownOptions = {},
): string {
  const opening = [`# ${text(titleOf(revision))}`, summary(revision)].join("\n\n");
  const sections: Section[] = [
    { heading: "Verdicts", pieces: verdicts(revision) },
    { heading: "Headlines of figures", pieces: retitled(revision).map(headline) },
    {
      heading: "Sentences",
      pieces: revision.chapters.flatMap(({ title, sentences }) =>
        sentences.map((each, at) => `${at === 0 ? `**${text(title)}**\n\n` : ""}${sentence(each)}`)
      ),
      counted: "sentence",
    },
    {
      heading: "Figures before and after",
      pieces: revision.figures.map((figure) => pictures(figure, address)),
      counted: "figure",
    },
    { heading: "Tables", pieces: tables(revision.tables) },
    { heading: "Verification", pieces: verification(revision) },
  ].filter(({ pieces }) => pieces.length > 0);
  return fitted(opening, sections, limit);
}

const summary = (revision: Revision): string =>
  summaryOf(revision).map((line) => `- ${text(line)}`).join("\n");

function verdicts(revision: Revision): string[] {
  const changed = turned(revision);
  const stay = revision.verdicts.length - changed.length;
  if (changed.length === 0) return [`All ${stay} stay as they were.`];
  const rows = changed.map(({ id, claim, before, after, finding }) =>
    `| ${[id, claim, before ?? "(none)", after ?? "(none)", finding].map(text).join(" | ")} |`
  );
  return [
    ["| | Claim | Before | Now | What the figures say now |", "|---|---|---|---|---|", ...rows]
      .join("\n"),
    `The other ${stay} stay as they were.`,
  ];
}

const headline = ({ name, before, after }: ChangedFigure): string =>
  `**${text(name)}**\n\n${
    sentence({ before: before?.title ?? null, after: after?.title ?? null })
  }`;

/** What was, and what is; the words that differ in bold, where most do not. */
function sentence({ before, after }: ChangedSentence): string {
  if (before === null) return `- New: ${text(after!)}`;
  if (after === null) return `- Gone: ${text(before)}`;
  const parts = diffArrays(words(before), words(after));
  const lengthOf = (of: typeof parts) => of.flatMap(({ value }) => value).join("").length;
  const isOther = lengthOf(parts.filter(({ added, removed }) => !added && !removed)) * 3 <
    Math.min(before.length, after.length);
  if (isOther) return `- Was: ${text(before)}<br>Now: ${text(after)}`;
  const written = (other: "added" | "removed") =>
    parts.filter((part) => !part[other]).map(({ value, added, removed }) =>
      added || removed ? `**${text(value.join("").trimEnd())}** ` : text(value.join(""))
    ).join("").trimEnd();
  return `- Was: ${written("added")}<br>Now: ${written("removed")}`;
}

/** Words, each with the space behind it. */
const words = (sentence: string): string[] => `${sentence} `.split(/(?<= )/);

function pictures({ id, name, before, after }: ChangedFigure, address: (path: string) => string) {
  const shown = PICTURES.map((side) => {
    const figure = { before, after }[side];
    return figure
      ? `![${text(`${name}, ${side}: ${figure.title}`)}](${address(pictureOf(side, id))})`
      : "(none)";
  });
  return `**${text(name)}**: ${text((after ?? before)!.title)}\n\n| Before | Now |\n|---|---|\n| ${
    shown.join(" | ")
  } |`;
}

function tables(all: RefreshedTable[]): string[] {
  const rows = all.map(({ table, title, vintage, periods, revised, reclassed, ...each }) =>
    `| ${text(title)} (${text(table)}) | ${vintageWords(vintage)} | ${
      periods.length > 0 ? periodsInWords(periods) : ""
    } | ${each.new} | ${reclassed?.length ?? revised} |`
  );
  return [
    [
      "| Table | Published | New periods | Figures added | Revised |",
      "|---|---|---|---:|---:|",
      ...rows,
    ].join("\n"),
    ...all.flatMap(largest),
  ];
}

/** The largest revisions of a table, in millions of dollars. */
function largest({ table, revised, largest, reclassed = [] }: RefreshedTable): string[] {
  const told = ["vintage", "before_vintage", "before_usd", "after_usd", "change_usd"];
  const lines = largest.map((row) => {
    const [before, after] = [Number(row.before_usd), Number(row.after_usd)];
    const keys = Object.entries(row).filter(([name]) => !told.includes(name))
      .map(([name, value]) => keyInWords(name, String(value)));
    const rate = before > 0 ? ` (${percent((after - before) / before, 2)})` : "";
    return `- ${text(keys.join(", "))}: ${millions(before, 1)} → ${
      millions(after, 1)
    } million dollars${rate}; was of ${vintageWords(String(row.before_vintage))}`;
  }).concat(reclassed.slice(0, 5).map((line) => `- ${text(line)}`));
  const all = reclassed.length || revised;
  if (lines.length === 0) return [];
  const heading = `Largest revisions of ${text(table)}` +
    (all > lines.length ? `, ${lines.length} of ${number(all)}` : "");
  return [`${heading}:\n\n${lines.join("\n")}`];
}

const keyInWords = (name: string, value: string): string =>
  name === "month"
    ? periodWords(value)
    : name === "partner_code"
    ? PARTNERS[value] ?? value
    : value;

function verification({ verified: { summary, failed } }: Revision): string[] {
  return [
    `\`deno task verify\`: ${text(summary)}.`,
    ...(failed.length > 0 ? [failed.map((line) => `- ${text(line)}`).join("\n")] : []),
  ];
}
