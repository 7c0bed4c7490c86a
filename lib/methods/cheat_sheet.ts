/** The cheat sheet of the library for students: by task, each function with its call and a line that is tested. */
import type { Cell, Chapter } from "../publish/chapters/notebook.ts";
import { callOf, type Documented, exampleLines } from "./docs.ts";

/** The name of the sheet's page. */
export const CHEAT_SHEET = "cheat-sheet";

interface Task {
  task: string;
  functions: string[];
}

/** In the order in which a notebook is written. */
export const TASKS: readonly Task[] = [
  { task: "Read a table", functions: ["readTable", "scanTable", "records", "column"] },
  {
    task: "Pick rows and periods",
    functions: [
      ...["keep", "rowOf", "withYear", "withinMonths", "ofPeriod", "sameMonths"],
      ...["atpLines", "linesUnder", "onBasis"],
    ],
  },
  {
    task: "Sum to shares, and rank",
    functions: ["importsBySupplier", "supplierShares", "rankSuppliers", "withGroup"],
  },
  {
    task: "Balance, and trade both ways",
    functions: ["annualBalance", "balanceByGroup", "twoWayTrade"],
  },
  {
    task: "Compare years",
    functions: [
      ...["comparableYears", "shareChanges", "withDollars", "replacementTable"],
      ...["standingByYears", "shiftShare", "detailGrowth", "concentration", "revisions"],
    ],
  },
  {
    task: "Duties, breaks, dependence, preference",
    functions: [
      ...["effectiveDutyRates", "dutyRateChange", "levelBreaks", "breakSensitivity"],
      ...["eventsNear", "lineDependence", "preferenceByClass"],
    ],
  },
  { task: "Draw", functions: ["supplierSharesOverTime", "monthlyShares", "atpBalanceHistory"] },
  { task: "Show", functions: ["show", "md", "table", "check", "sourceLine", "checkAnswer"] },
  {
    task: "Say it in words",
    functions: [
      ...["number", "signed", "percent", "percentagePoints", "billions", "moved", "list"],
      ...["ordinal", "monthName", "periodName", "partnerName", "naicsTitle", "atpGroupName"],
    ],
  },
];

const INTRODUCTION = `# Cheat sheet

Which function does it, how is it called, and what does a line with it look like?

Begin a notebook with \`import { readTable, show } from "../lib/mod.ts";\` and all other names that you use. A question mark is an argument that may be left out; names in braces are given by name. Every line here is run by the project's tests. The formulas stand in the report's methods.`;

/**
 * The sheet as a chapter.
 *
 * @throws RangeError when a function is not there or has no example.
 */
export function cheatSheet(all: Documented[]): Chapter {
  const texts = TASKS.map(({ task, functions }) =>
    [`## ${task}`, ...functions.map((name) => entry(name, all))].join("\n\n")
  );
  const cells = [INTRODUCTION, texts.join("\n\n")].map((source, index): Cell => ({
    ...{ number: index + 1, kind: "markdown", source, tags: [], outputs: [] },
  }));
  return { name: CHEAT_SHEET, number: "", title: "Cheat sheet", cells };
}

function entry(name: string, all: Documented[]): string {
  const own = all.find((each) => each.name === name);
  const line = own && exampleLines(own).find((each) => new RegExp(`\\b${name}[(\`]`).test(each));
  if (!own || !line) throw new RangeError(`cheat sheet: ${name} has no @example that calls it`);
  return `${code(callOf(own))}\n\n:   ${firstSentence(own.doc)}\n\n    ${code(line.trim())}`;
}

/** Code in a line, also where it has backticks of its own. */
const code = (text: string): string => text.includes("`") ? `\`\` ${text} \`\`` : `\`${text}\``;

/** The first sentence of a docstring, on one line; an abbreviation ends none. */
const firstSentence = (doc: string): string =>
  /^[\s\S]*?(?:(?<!\be\.g|\bi\.e|\bU\.S)[.:](?=\s|$)|$)/.exec(doc.replace(/\s+/g, " "))![0]
    .replace(/:$/, ".");
