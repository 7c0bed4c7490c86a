/** Grades at a glance, for a terminal. */
import type { Grade, State } from "./judge.ts";

const STATES: State[] = ["right", "not yet", "no answer", "failed", "not run", "missing"];

/** A line for each notebook with how many exercises are in each state, then what to look at. */
export function summaryOf(grades: Grade[]): string[] {
  const notebooks = Map.groupBy(grades.filter(({ chapter }) => chapter !== ""), ({ file }) => file);
  const shown = STATES.filter((state) => grades.some((grade) => grade.state === state));
  const rows = [...notebooks.values()].map((own) => [
    own[0].student,
    own[0].chapter,
    ...shown.map((state) => String(own.filter((grade) => grade.state === state).length || "·")),
  ]);
  const refused = grades.filter(({ state }) => state === "not graded");
  const looked = [...notebooks].flatMap(([file, own]) =>
    [...Map.groupBy(own.filter(({ remark }) => remark !== ""), ({ remark }) => remark)]
      .map(([remark, of]) =>
        `  ${file}: ${
          of.length < own.length ? `${of.map(({ exercise }) => exercise)}: ` : ""
        }${remark}`
      )
  );
  return [
    ...(rows.length > 0 ? ["", ...aligned([["Student", "Chapter", ...shown], ...rows])] : []),
    ...(looked.length > 0 ? ["", "To look at:", ...looked] : []),
    ...(refused.length > 0 ? ["", "Not graded:"] : []),
    ...refused.map(({ file, said }) => `  ${file}: ${said}`),
  ];
}

/** Columns as wide as their widest cell; the first two are text, the others numbers. */
function aligned(rows: string[][]): string[] {
  const widths = rows[0].map((_, column) =>
    Math.max(...rows.map((row) => [...row[column]].length))
  );
  const cell = (text: string, column: number) => {
    const space = " ".repeat(widths[column] - [...text].length);
    return column < 2 ? text + space : space + text;
  };
  return rows.map((row) => row.map(cell).join("  ").trimEnd());
}
