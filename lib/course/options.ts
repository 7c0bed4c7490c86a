/** The options of `deno task course`. */
import { GRADING_SECONDS } from "./grading/grade.ts";
import { listed, readArguments, UsageError } from "../command.ts";

export interface Options {
  help: boolean;
  /** Chapters whose notebooks and slides are made, as they were asked for; all when none was. */
  only: string[];
  slides: boolean;
  /** The folder of students' notebooks to grade, in place of making the course. */
  grade?: string;
  /** Where the grades go, and how long a notebook may take. */
  output?: string;
  seconds?: number;
}

export const HELP =
  `deno task course: makes build/course/, all that it takes to teach with the report

  index.html           the plan: goals, minutes, three lessons, a semester
  student/, teacher/   a notebook for each chapter: to answer in; with solutions and notes
  slides/              a file for each chapter, to be shown, read and printed
  cheat-sheet.html, methods.html, api/
                       to look things up

Students work in a notebook with: deno task lab build/course/student
A notebook that was written in is never replaced: a line says so and what to do.

  --only <chapters>    make the notebooks and slides of these alone, by number or name: 3, 3,4, 3-5 or
                       the-balance; those of the others stay as they are
  --no-slides          leave the slides out
  --grade <folder>     instead: run the students' notebooks that lie in a folder, each fenced in, and
                       write who passed which check, as <folder>/grades.csv
  --output <file>      with --grade: another place for that
  --seconds <number>   with --grade: how long a notebook may take (default ${GRADING_SECONDS}), a cell a
                       fourth of it
  -h, --help           this text
`;

const OPTIONS = {
  only: { type: "string", multiple: true, default: [] as string[] },
  "no-slides": { type: "boolean", default: false },
  grade: { type: "string" },
  output: { type: "string" },
  seconds: { type: "string" },
} as const;

/**
 * Reads the options.
 *
 * @throws UsageError for an option that is not known or does not fit the others.
 */
export function readOptions(args: string[]): Options {
  const { "no-slides": noSlides, seconds, ...values } = readArguments(args, OPTIONS, HELP);
  if (values.grade !== undefined && (values.only.length > 0 || noSlides)) {
    throw new UsageError("--grade stands without --only and --no-slides");
  }
  if (values.grade === undefined && (values.output ?? seconds) !== undefined) {
    throw new UsageError("--output and --seconds go with --grade <folder>");
  }
  if (seconds !== undefined && !/^[1-9]\d*$/.test(seconds)) {
    throw new UsageError(`--seconds takes a number, such as 60; ${seconds} is not`);
  }
  return {
    ...values,
    ...(seconds === undefined ? {} : { seconds: Number(seconds) }),
    only: listed(values.only),
    slides: !noSlides,
  };
}
