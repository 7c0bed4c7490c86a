/** What is this report's own: a new one has its own in the same places, from the template, or none. */
import { posix } from "node:path";
import { ROOT } from "../root.ts";

/** Patterns of paths below the project's folder. All else is the library's, and goes into a new report as it is. */
export const OWN: readonly string[] = [
  // How it is read, cited and said.
  ...["README.md", "CITATION.cff", "LICENSE", "notebooks/**", "lib/report.ts"],
  "lib/course/plan/plan.md",
  // Its claims, and what they share.
  ...["lib/claims/claims.ts", "lib/claims/*_claim.ts", "lib/claims/*_claims.ts"],
  ...["lib/claims/ict_estimate.ts", "lib/claims/note_balance.ts"],
  // What makes new reports, of this one.
  ...["lib/adopt/**", "tests/adopt/**"],
  // Tests of its claims, chapters, pages and README.
  ...[
    "tests/README.md",
    "tests/readme_test.ts",
    "tests/claims/*claim*",
    "tests/claims/full_year.ts",
  ],
  ...["tests/notebooks/report_test.ts", "tests/notebooks/industries_test.ts"],
  ...["tests/census/report_test.ts", "tests/publish/revision/monthly_test.ts"],
  "tests/browser/use_test.ts",
  // Tests of its exercises and its lessons.
  ...["tests/course/course_test.ts", "tests/course/plan/**", "tests/course/solved.ts"],
  ...["tests/course/grading/chapters_test.ts", "tests/browser/course_test.ts"],
  "tests/browser/student_test.ts",
];

/** Paths that Git leaves alone are nobody's: results, caches, the private environment. */
const ignored = (await Deno.readTextFile(`${ROOT}/.gitignore`)).split("\n")
  .map((line) => line.replace(/\/$/, "")).filter(Boolean);

export const isOwn = (path: string): boolean =>
  OWN.some((pattern) => posix.matchesGlob(path, pattern));

/** Whether a file or a folder is no part of the project at all. */
export const isOutside = (path: string): boolean =>
  path === ".git" || ignored.includes(posix.basename(path));
