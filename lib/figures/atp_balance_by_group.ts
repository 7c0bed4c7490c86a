/** Composition of the ATP balance by technology group, for a period and the same months later. */
import pl from "nodejs-polars";
import type { GroupBalance, Period } from "../analysis/mod.ts";
import { ATP_TOTAL, atpGroupName } from "../codes/mod.ts";
import { list, percent, periodName } from "../format.ts";
import { type Frame, literal, records, requireColumns } from "../frame.ts";
import {
  type BalancePanel,
  balancePanel,
  COLUMNS_WIDTH,
  inBillions,
  namesWidth,
} from "./balance_panel.ts";
import type { Figure } from "./figure.ts";
import { figure, type Layout } from "./frame.ts";
import { source } from "./words.ts";

export interface BalanceByGroupOptions {
  /** The period that the figure is about. */
  period: Period;
  /** Drawn beside it where the frame has it: the same months of another year. */
  beside?: Period;
  id?: string;
}

/**
 * Exports and imports of each group as two dots, the bar between them its balance; balance and share
 * of the total balance as figures beside it. Groups stand in the order of their share in `period`.
 *
 * @param balances from `balanceByGroup`; periods that are not asked for are left out.
 * @throws RangeError when the period has no rows.
 */
export function atpBalanceByGroup(
  balances: Frame<GroupBalance>,
  { period, beside, id = "atp-balance-by-group" }: BalanceByGroupOptions,
): Figure {
  requireColumns(balances, ["atp_group", "balance_usd", "share_of_balance"], "atpBalanceByGroup");
  const periods = beside ? [period, beside] : [period];
  const data = balances.filter(
    periods.map(({ period_start, period_end }) =>
      pl.col("period_start").eq(literal(period_start)).and(
        pl.col("period_end").eq(literal(period_end)),
      )
    ).reduce((either, or) => either.or(or)),
  ) as Frame<GroupBalance>;
  const rows = records(data);
  const panels = periods.map((each) => panelOf(rows, each)).filter((panel) => panel !== null);
  if (panelOf(rows, period) === null) {
    throw new RangeError(
      `atpBalanceByGroup: no balances for ${period.period_start} to ${period.period_end}`,
    );
  }
  const names = panels.map(({ name }) => name);
  const vintages = [...new Set(rows.map(({ vintage }) => vintage))];
  return figure({
    id,
    title: title(panels),
    subtitle: "U.S. trade in advanced technology products (ATP) by group: exports, imports and " +
      `balance in billion dollars, share of the total balance; ${list(names)}`,
    notes: [note(panels)],
    source: source(vintages.flatMap((vintage) => [
      { basis: "total_exports", vintage },
      { basis: "general_imports", vintage },
    ])),
    alt: panels.map(sentence).join(" "),
    data,
    draw: (layout) => draw(layout, panels),
  });
}

function panelOf(rows: GroupBalance[], { period_start, period_end }: Period): BalancePanel | null {
  const of = rows.filter((row) =>
    row.period_start === period_start && row.period_end === period_end
  );
  const total = of.find((row) => row.atp_group === ATP_TOTAL);
  if (!total) return null;
  const groups = of.filter((row) => row !== total)
    .sort((a, b) => b.share_of_balance - a.share_of_balance);
  return { name: periodName(period_start, period_end), groups, total };
}

const sideOf = (usd: number): string => usd < 0 ? "deficit" : "surplus";

/** A share above zero has the sign of the total: that of the first group always is. */
function title([main, later]: BalancePanel[]): string {
  const [first] = main.groups;
  const total = sideOf(main.total.balance_usd);
  const before = `The ${sideOf(first.balance_usd)} in ${atpGroupName(first.atp_group)} equaled ` +
    `${percent(first.share_of_balance)} of the U.S. ATP ${total} in ${main.name}`;
  const now = later?.groups.find(({ atp_group }) => atp_group === first.atp_group);
  if (!later || !now) return before;
  const changed = sideOf(later.total.balance_usd) !== total || now.share_of_balance < 0;
  return changed
    ? `${before}; in ${later.name} the total was a ${sideOf(later.total.balance_usd)}`
    : `${before}, and ${percent(now.share_of_balance)} in ${later.name}`;
}

function note(panels: BalancePanel[]): string {
  const shares = panels.flatMap(({ groups }) => groups.map((group) => group.share_of_balance));
  const opposed = shares.some((share) => share < 0);
  return "Balance: exports less imports. Share: the group’s balance as a part of the total balance" +
    (opposed
      ? ", a net sum. A group whose balance has the other sign has a share below zero, and the " +
        "others together come to more than 100%."
      : ".");
}

function sentence({ name, groups, total }: BalancePanel): string {
  const each = groups.map((group) =>
    `${atpGroupName(group.atp_group)} ${inBillions(group.balance_usd)} ` +
    `(${percent(group.share_of_balance)})`
  );
  return `${name}: ATP exports ${inBillions(total.exports_usd)}, imports ` +
    `${inBillions(total.imports_usd)}, balance ${inBillions(total.balance_usd)} billion dollars. ` +
    `Balance by group and share of the total: ${list(each)}.`;
}

function draw(layout: Layout, panels: BalancePanel[]) {
  const order = panels[0].groups.map(({ atp_group }) => atp_group);
  const most = Math.max(
    ...panels.flatMap(({ groups }) =>
      groups.flatMap(({ exports_usd, imports_usd }) => [exports_usd, imports_usd])
    ),
  );
  const together = !layout.narrow && panels.length > 1;
  const chart = (layout.width - namesWidth(layout) - 14 - 2 * COLUMNS_WIDTH) / 2;
  const plots = panels.map((panel, index) => {
    const groups = panel.groups.toSorted((a, b) =>
      order.indexOf(a.atp_group) - order.indexOf(b.atp_group)
    );
    const names = !together || index === 0;
    const width = together
      ? (names ? namesWidth(layout) : 14) + chart + COLUMNS_WIDTH
      : layout.width;
    return balancePanel(layout, { ...panel, groups }, { most, names, width });
  });
  return together ? [plots] : plots;
}
