/**
 * The frame behind a picture of suppliers: the rows of the analysis with each partner's name, and the
 * rows that only the picture has, such as all others together. What is drawn can be read off the frame.
 */
import pl from "nodejs-polars";
import { PARTNERS } from "../codes/mod.ts";
import { type Frame, frameOf, records } from "../frame.ts";

/** Code of all others in a frame behind a picture; the rest alone is `other`. */
export const ALL_OTHERS = "all_others";

/** A row that only the picture has; columns that it leaves out are empty. */
export type DrawnRow<Row> = Partial<Row> & { partner_code: string; partner: string };

/**
 * @param frame rows by partner, as the analysis gives them.
 * @param drawn rows that the picture adds.
 * @param same columns that say what the whole frame is of, e.g. `{ naics: "334" }`.
 */
export function drawnFrame<Row extends { partner_code: string }>(
  frame: Frame<Row>,
  drawn: DrawnRow<Row>[],
  same: Record<string, string> = {},
): pl.DataFrame {
  const empty = Object.fromEntries(frame.columns.map((name) => [name, null]));
  const rows = [
    ...records(frame).map((row) => ({ ...row, partner: PARTNERS[row.partner_code] ?? null })),
    ...drawn.map((row) => ({ ...empty, ...row })),
  ].map((row) => ({ ...same, ...row }));
  const names = frame.columns.flatMap((name) =>
    name === "partner_code" ? [name, "partner"] : [name]
  );
  const typeOf = (name: string) =>
    name in same || name === "partner" ? pl.String : frame.schema[name] as pl.DataType;
  return frameOf(
    rows as Record<string, unknown>[],
    Object.fromEntries([...Object.keys(same), ...names].map((name) => [name, typeOf(name)])),
  );
}
