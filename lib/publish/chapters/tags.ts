/** Tags of a chapter's cells: what each cell is for, besides its place in the text. */
export const TAGS = {
  answer: "the report's answer, which opens the front page and the PDF (chapter 1)",
  numbers: "its three numbers, beside it (chapter 1)",
  findings: "what a chapter finds, in a few lines",
  parameters: "constants that `report --industry` sets anew (chapter 9)",
  slide: "shown on a slide of its own",
  goals: "what the chapter teaches, what comes before it, how long it takes",
  teacher: "a note for whoever teaches",
  given: "what the exercise behind it gives, computed",
  exercise: "the question of an exercise",
  hint: "its hint",
  solution: "its solution, in one or more cells",
  key: "what is kept of its answer",
  check: "what a student runs to check an answer",
} as const;

/** Tags of an exercise's cells, in their order. */
export const EXERCISE_TAGS = ["exercise", "hint", "solution", "key", "check"] as const;

/** Tags of cells for whoever teaches or learns. */
export const TEACHING_TAGS: readonly string[] = ["goals", "teacher", "given", ...EXERCISE_TAGS];

/** How a hint begins. */
export const HINT = /^\*Hint\.\*\s+(?=\S)/;

/** Tags of cells that stand for the machinery of an exercise, and are in no page. */
export const UNTOLD: readonly string[] = ["key", "check"];
