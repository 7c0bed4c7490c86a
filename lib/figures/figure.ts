/** What every figure function returns: a picture that can stand alone, and the figures behind it. */
import type { DrawnTable } from "./drawn.ts";
import type { Readings } from "./readings.ts";

export interface Figure {
  /** File name and anchor, e.g. `atp-balance-by-group`. */
  id: string;
  /** The finding, as a sentence. */
  title: string;
  /** What is measured, in what unit and period. */
  subtitle: string;
  /** Producer, basis and vintage. */
  source: string;
  /** What the picture shows, for a reader who does not see it. */
  alt: string;
  /** The picture, 720 px wide, with title, subtitle and source inside. */
  svg: string;
  /** The same for a narrow page, 360 px wide. */
  narrow: string;
  /** What a pointer over either picture reads: values of lines over time. */
  readings: { wide: Readings; narrow: Readings };
  /** What the picture draws, row by row. */
  data: DrawnTable;
}
