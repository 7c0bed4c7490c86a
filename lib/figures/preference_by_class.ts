/** What part of several classes of goods entered under the USMCA, the same months of two years. */
import type { PreferenceInMonths } from "../analysis/mod.ts";
import { CANADA, classCode, type GoodsClass, MEXICO, USMCA } from "../codes/mod.ts";
import { basisName, list, moved, percent, periodName, shortPeriodName } from "../format.ts";
import { recordsWith, type Rows } from "../rows.ts";
import { drawnTable, fractionOf, taken } from "./drawn.ts";
import type { Figure } from "./figure.ts";
import { type ClassDots, classDots } from "./class_dots.ts";
import { figure } from "./frame.ts";
import { lookOf, supplierLabel } from "./looks.ts";
import { goods } from "./preference_words.ts";
import { source } from "./words.ts";

export interface PreferenceByClassOptions {
  /** The classes, from top to bottom. */
  classes: GoodsClass[];
  /** Mexico, Canada, or both together (the default). */
  partner?: string;
  id?: string;
}

/**
 * One line for each class: a hollow dot for the months before, a full one for the same months later.
 *
 * @param before from `preferenceInMonths`. @param after the same months of a later year.
 * @throws RangeError when the months are not the same, or a class had no imports in them.
 */
export function preferenceByClassDots(
  before: Rows<PreferenceInMonths>,
  after: Rows<PreferenceInMonths>,
  { classes, partner = USMCA, id = "preference-by-class" }: PreferenceByClassOptions,
): Figure {
  const of = (frame: Rows<PreferenceInMonths>, each: GoodsClass) =>
    recordsWith(frame, { ...each, partner_code: partner })[0];
  const times = [before, after].map((frame) => of(frame, classes[0]));
  const calendar = times.map((row) => `${row.period_start.slice(5)} ${row.period_end.slice(5)}`);
  if (calendar[0] !== calendar[1]) {
    throw new RangeError("preferenceByClassDots: give the same months of two years");
  }
  const rows = classes.map((each): ClassDots => {
    const [then, now] = [before, after].map((frame) => of(frame, each).preference_share);
    if (then === null || now === null) {
      throw new RangeError(`preferenceByClassDots: nothing of ${each.code} was imported`);
    }
    return { label: labelOf(each), then, now };
  });
  const names = times.map((row) => periodName(row.period_start, row.period_end));
  const most = rows.toSorted((a, b) => b.now - b.then - (a.now - a.then))[0];
  const from = partner === USMCA
    ? [MEXICO, CANADA].map(supplierLabel).join(" and ")
    : supplierLabel(partner);
  return figure({
    id,
    title: title(most),
    subtitle: `Part of U.S. ${basisName("imports_for_consumption")} from ${from} that entered ` +
      `under the USMCA, by class of goods, ${names.join(" and ")}`,
    notes: [
      "ATP is a list of products, NAICS one of industries: the classes overlap.",
    ],
    source: source([{ basis: "imports_for_consumption", vintage: times[1].vintage }]),
    alt: `Dots of the part that entered under the USMCA, ${names.join(" and ")}: ${
      list(rows.map(({ label, then, now }) => `${label} ${percent(then)} and ${percent(now)}`))
    }.`,
    data: drawnTable({
      rows: classes.flatMap((each) =>
        [before, after].map((frame) => of(frame, each)).map((row) => ({
          ...taken(row, "period_start", "period_end", "classification", "code"),
          class: nameOf(each),
          partner_code: partner,
          partner: supplierLabel(partner),
          role: "separate" as const,
          preference_share: row.preference_share,
          basis: "imports_for_consumption",
          vintage: row.vintage,
        }))
      ),
      units: { preference_share: fractionOf("the class's imports from the partner") },
      tables: ["preference_lines", "import_line_classes"],
    }),
    draw: (layout) =>
      classDots(
        layout,
        rows,
        times.map((row) =>
          layout.pick(periodName, shortPeriodName)(row.period_start, row.period_end)
        ),
        lookOf(partner).colour,
      ),
  });
}

/** The class whose part rose most; where none did, the one that fell least. */
function title({ label, then, now }: ClassDots): string {
  const [name] = label.split(" (");
  const course = moved(then, now, (share) => percent(share, 0));
  return course.startsWith("rose")
    ? `Largest rise under the USMCA: ${name}, ${course.replace("rose ", "")}`
    : `Under the USMCA no class rose: ${name} ${course}`;
}

function nameOf(each: GoodsClass): string {
  const name = goods(each);
  return name === name.toUpperCase() ? name : name[0].toUpperCase() + name.slice(1);
}

function labelOf(each: GoodsClass): string {
  const words = nameOf(each);
  return each.classification === "all_goods" ? words : `${words} (${classCode(each)})`;
}
