/** The part of Mexico and Canada in technology, measured by their part in all goods. */
import type { RelativeShare } from "../analysis/mod.ts";
import { ATP_TOTAL, CANADA, MEXICO, USMCA } from "../codes/mod.ts";
import { basisName, list, number, percent, periodName } from "../format.ts";
import { records, requireColumns, type Rows } from "../rows.ts";
import { drawnTable, USD } from "./drawn.ts";
import type { Figure } from "./figure.ts";
import { figure, type Layout } from "./frame.ts";
import { tone } from "./palette.ts";
import { stackedBars, type StackedRow } from "./stacked_bars.ts";
import { source } from "./words.ts";
import { drawnRows, OF_CLASS, type Panel, panelOf, shareOf, WHOLES } from "./yardstick_panels.ts";

export interface YardstickOptions {
  /** Industries beside the products, from `industryYardstick`: on their own basis, with its own line. */
  industries?: Rows<RelativeShare>;
  id?: string;
}

/**
 * Bars of the shares of Mexico and Canada in all ATP, its groups and, below, industries; a line at
 * their share of all goods.
 *
 * @param products of one period, from `technologyYardstick`.
 * @throws RangeError when all ATP is not among them.
 */
export function technologyYardstickBars(
  products: Rows<RelativeShare>,
  { industries, id = "technology-yardstick" }: YardstickOptions = {},
): Figure {
  requireColumns(products, ["class", "partner_code", "share", "all_share"], "technologyYardstick");
  const rows = records(products);
  const atp = rows.find((row) => row.class === ATP_TOTAL && row.partner_code === USMCA);
  if (!atp) throw new RangeError("technologyYardstickBars: no row of all ATP; is the year whole?");
  const panels = [panelOf(rows, "products")];
  if (industries) panels.push(panelOf(records(industries), "industries"));
  const period = periodName(atp.period_start, atp.period_end);
  const said = panels.flatMap(({ both, name }) =>
    both.map((row) => `${name(row.class)} ${percent(row.share)} (relative ${relative(row)})`)
  );
  return figure({
    id,
    title: title(panels[0]),
    subtitle:
      `Share in U.S. ${basisName(atp.basis)} of advanced technology products (ATP) by group` +
      (industries ? ", and of industries" : "") + `, percent of value, ${period}`,
    notes: [
      "Relative: share in the class ÷ share in all goods; below 1, the class leans on them less than " +
      "imports as a whole do. Groups stand in the order of their imports (total, billion dollars).",
      ...industries
        ? [
          `Industries: ${basisName(panels[1].both[0].basis)}, NAICS ${
            list(panels[1].both.map((row) => row.class).sort())
          }, and all goods on the same basis.`,
        ]
        : [],
    ],
    source: source([...rows, ...industries ? records(industries) : []]),
    alt: `Bars of the share of Mexico and Canada in U.S. imports, ${period}: ${list(said)}.`,
    data: drawnTable({
      rows: panels.flatMap(drawnRows),
      units: {
        mexico_share: OF_CLASS,
        canada_share: OF_CLASS,
        both_share: OF_CLASS,
        relative_share: "share in the class ÷ share in all goods",
        imports_usd: USD,
      },
      tables: [
        ...["import_lines", "import_line_classes"] as const,
        ...(industries ? ["naics3_imports_by_partner_monthly"] as const : []),
      ],
    }),
    draw: (layout) => {
      const bars = panels.map((panel) => panel.both.map((row) => barOf(layout, panel, row)));
      return panels.map((panel, index) => drawn(layout, panel, bars[index], bars.flat()));
    },
  });
}

/** How many groups are above the yardstick. */
function title({ both }: Panel): string {
  const groups = both.filter((row) => !WHOLES.includes(row.class));
  const above = groups.filter((row) => row.share > row.all_share).length;
  const rest = "on Mexico and Canada more than all goods";
  if (above === 0) return `No technology group leans ${rest}`;
  return `${above} of ${groups.length} technology groups ${above === 1 ? "leans" : "lean"} ${rest}`;
}

const relative = (row: RelativeShare) => number(row.relative_share, 2);

function barOf(layout: Layout, panel: Panel, row: RelativeShare): StackedRow {
  const { name, both } = panel;
  return {
    label: name(row.class),
    parts: [
      { value: shareOf(panel, row, MEXICO), fill: tone("mexico") },
      { value: shareOf(panel, row, CANADA), fill: tone("canada") },
    ],
    cells: [
      percent(row.share),
      relative(row),
      ...layout.narrow ? [] : [number(row.total_usd / 1e9, 1)],
    ],
    bold: WHOLES.includes(row.class),
    ruled: !WHOLES.includes(row.class) && WHOLES.includes(both[both.indexOf(row) - 1]?.class),
  };
}

function drawn(layout: Layout, panel: Panel, rows: StackedRow[], measure: StackedRow[]): Element {
  const [{ all_share, basis }] = panel.both;
  const products = panel.both.some((row) => row.class === ATP_TOTAL);
  return stackedBars(layout, {
    rows,
    measure,
    end: Math.max(...measure.map(({ parts }) => parts[0].value + parts[1].value)),
    heads: ["Share", "Relative", ...layout.narrow ? [] : ["Total"]],
    key: products
      ? [{ text: "Mexico", colour: tone("mexico") }, { text: "Canada", colour: tone("canada") }]
      : [{ text: `Industries, ${basisName(basis).replace(/ \(.*/, "")}` }],
    reference: { at: all_share, label: `All goods ${percent(all_share)}` },
  });
}
