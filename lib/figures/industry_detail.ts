/** Where an industry's imports grew: bars of its six-digit parts, the largest change first. */
import type { DetailGrowth } from "../analysis/mod.ts";
import { naics6Title } from "../codes/mod.ts";
import { basisName, list, number, percent, signed } from "../format.ts";
import { records, requireColumns, type Rows } from "../rows.ts";
import { ALL_OTHERS, type DrawnRow, drawnTable, fractionOf, taken, USD } from "./drawn.ts";
import type { Figure } from "./figure.ts";
import { figure } from "./frame.ts";
import { tone, type ToneName } from "./palette.ts";
import { type BarRow, partsBars } from "./parts_bars.ts";
import { between, headline, industry, industryCode, kicker, source, times } from "./words.ts";

export interface DetailOptions {
  naics: string;
  /** How many parts have a bar; the others share one. */
  most?: number;
  id?: string;
}

const bn = (usd: number): string => number(usd / 1e9, 1);

/**
 * Bars of growth in billion dollars, with imports of both periods beside them.
 *
 * @param growth of one industry, from `detailGrowth`, the row of the whole first.
 * @throws RangeError when it has no parts.
 */
export function industryGrowthBars(
  growth: Rows<DetailGrowth>,
  { naics, most = 7, id = `industry-growth-${naics}` }: DetailOptions,
): Figure {
  requireColumns(growth, ["naics", "change_usd", "share_of_growth"], "industryGrowthBars");
  const rows = records(growth);
  const whole = rows.find((row) => row.naics === naics);
  const parts = rows.filter((row) => row !== whole)
    .sort((a, b) =>
      Math.abs(b.change_usd) - Math.abs(a.change_usd) || (a.naics < b.naics ? -1 : 1)
    );
  if (!whole || parts.length === 0) throw new RangeError("industryGrowthBars: no parts");
  const shown = parts.slice(0, most).sort((a, b) => b.change_usd - a.change_usd);
  const folded = parts.slice(most);
  const sum = (of: "from_usd" | "to_usd" | "change_usd" | "share_of_growth") =>
    folded.reduce((all, row) => all + row[of], 0);
  const others = `${folded.length} other industries`;
  const bars: BarRow[] = [
    ...shown.map((row) =>
      bar(naics6Title(row.naics), row.from_usd, row.to_usd, row === parts[0] ? "partOne" : "rest")
    ),
    ...(folded.length ? [bar(others, sum("from_usd"), sum("to_usd"))] : []),
    {
      ...bar("All together", whole.from_usd, whole.to_usd),
      parts: [],
      bold: true,
      ruled: true,
    },
  ];
  const [, now] = times(whole);
  const largest = parts[0];
  const said = `${kicker(naics)}: ${naics6Title(largest.naics).toLowerCase()} made ` +
    `${percent(largest.share_of_growth)} of the ${whole.change_usd > 0 ? "growth" : "fall"}`;
  return figure({
    id,
    title: headline(`${said} in ${now}`, said),
    subtitle:
      `U.S. imports of ${industry(naics)} (${industryCode(naics)}) by six-digit industry, ` +
      `${basisName(whole.basis)}, billion dollars, ${between(whole)}`,
    source: source(rows),
    alt: `Bars of the change of U.S. imports of ${industry(naics)} by six-digit industry, ` +
      `${between(whole)}, in billion dollars: ` +
      list(shown.map((row) => `${naics6Title(row.naics)} ${signed(row.change_usd / 1e9, 1)}`)) +
      `; all together ${signed(whole.change_usd / 1e9, 1)}.`,
    data: drawnTable({
      rows: [
        ...shown.map(drawnRow),
        ...(folded.length
          ? [{
            ...drawnRow(folded[0]),
            naics: ALL_OTHERS,
            industry: others,
            from_usd: sum("from_usd"),
            to_usd: sum("to_usd"),
            change_usd: sum("change_usd"),
            share_of_growth: sum("share_of_growth"),
          }]
          : []),
        { ...drawnRow(whole), role: "total" },
      ],
      units: {
        from_usd: USD,
        to_usd: USD,
        change_usd: USD,
        share_of_growth: fractionOf("the industry's growth"),
      },
      tables: ["naics6_imports_world_monthly"],
    }),
    draw: (layout) =>
      partsBars(layout, {
        rows: layout.narrow ? bars.map((row) => ({ ...row, cells: [] })) : bars,
        heads: layout.narrow
          ? []
          : [whole.from_start.slice(0, 4), whole.to_start.slice(0, 4)].map((text) => ({ text })),
      }),
  });
}

const drawnRow = (row: DetailGrowth): DrawnRow => ({
  ...taken(row, "from_start", "from_end", "to_start", "to_end", "naics", "basis", "vintage"),
  role: "part",
  ...taken(row, "from_usd", "to_usd", "change_usd", "share_of_growth"),
});

function bar(
  label: string,
  from_usd: number,
  to_usd: number,
  colour: ToneName = "rest",
): BarRow {
  const change = to_usd - from_usd;
  return {
    label,
    parts: [{ value: change / 1e9, fill: tone(colour) }],
    value: signed(change / 1e9, 1),
    cells: [bn(from_usd), bn(to_usd)],
  };
}
