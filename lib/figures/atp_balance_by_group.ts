/** Composition of the ATP balance by technology group, for a period and the same months later. */
import type { GroupBalance, Period } from "../analysis/mod.ts";
import { ATP_TOTAL, atpGroupName } from "../codes/mod.ts";
import { list, percent, periodName, shortPeriodName } from "../format.ts";
import { records, requireColumns, type Rows } from "../rows.ts";
import { balanceBars, type BalancePeriod, inBillions } from "./balance_bars.ts";
import { BOTH_FLOWS, type DrawnRow, drawnTable, fractionOf, ROUNDED_USD, taken } from "./drawn.ts";
import type { Figure } from "./figure.ts";
import { figure } from "./frame.ts";
import { headline, possessive, source } from "./words.ts";

const ICT = "04";

export interface BalanceByGroupOptions {
  /** The period that the figure is about. */
  period: Period;
  /** Drawn beside it where the frame has it: the same months of another year. */
  beside?: Period;
  id?: string;
}

/**
 * Balance of each group as a bar on one scale, `beside` under `period`; shares of the total balance in
 * columns. Groups stand in the order of their share in `period`.
 *
 * @param balances from `balanceByGroup`; periods that are not asked for are left out.
 * @throws RangeError when the period has no rows.
 */
export function atpBalanceByGroup(
  balances: Rows<GroupBalance>,
  { period, beside, id = "atp-balance-by-group" }: BalanceByGroupOptions,
): Figure {
  requireColumns(balances, ["atp_group", "balance_usd", "share_of_balance"], "atpBalanceByGroup");
  const periods = beside ? [period, beside] : [period];
  const rows = records(balances).filter((row) =>
    periods.some(({ period_start, period_end }) =>
      row.period_start === period_start && row.period_end === period_end
    )
  );
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
    subtitle:
      "U.S. trade balance in advanced technology products (ATP) by group, billion dollars, " +
      `and share of the total; ${list(names)}`,
    notes: [note(panels)],
    source: source(vintages.flatMap((vintage) => [
      { basis: "total_exports", vintage },
      { basis: "general_imports", vintage },
    ])),
    alt: panels.map(sentence).join(" "),
    data: drawnTable({
      rows: panels.flatMap(({ groups, total }) => [...groups, total].map(drawnRow)),
      units: {
        exports_usd: ROUNDED_USD,
        imports_usd: ROUNDED_USD,
        balance_usd: ROUNDED_USD,
        share_of_balance: fractionOf("the total balance"),
      },
      tables: ["atp_by_group"],
    }),
    draw: (layout) =>
      balanceBars(
        layout,
        panels,
        [panels[0].groups[0], mostWorse(panels)].flatMap((row) => row ? [row.atp_group] : []),
      ),
  });
}

const drawnRow = (row: GroupBalance): DrawnRow => ({
  ...taken(row, "period_start", "period_end", "atp_group"),
  role: row.atp_group === ATP_TOTAL ? "total" : "part",
  ...taken(row, "exports_usd", "imports_usd", "balance_usd", "share_of_balance", "vintage"),
  basis: BOTH_FLOWS,
});

function panelOf(rows: GroupBalance[], { period_start, period_end }: Period): BalancePeriod | null {
  const of = rows.filter((row) =>
    row.period_start === period_start && row.period_end === period_end
  );
  const total = of.find((row) => row.atp_group === ATP_TOTAL);
  if (!total) return null;
  const groups = of.filter((row) => row !== total)
    .sort((a, b) => b.share_of_balance - a.share_of_balance);
  return {
    name: periodName(period_start, period_end),
    head: shortPeriodName(period_start, period_end),
    groups,
    total,
  };
}

const sideOf = (usd: number): string => usd < 0 ? "deficit" : "surplus";

const shortName = (code: string): string => code === ICT ? "ICT" : atpGroupName(code);

/** The group whose balance fell most from the first period to the second. */
function mostWorse([main, later]: BalancePeriod[]): GroupBalance | undefined {
  if (!later) return undefined;
  const before = (code: string) => main.groups.find(({ atp_group }) => atp_group === code);
  const falls = later.groups.map((row) => ({
    row,
    fall: (before(row.atp_group)?.balance_usd ?? 0) - row.balance_usd,
  })).sort((a, b) => b.fall - a.fall);
  return falls[0].fall > 0 ? falls[0].row : undefined;
}

/** A share above zero has the sign of the total: that of the first group always is. */
function title(panels: BalancePeriod[]): string {
  const [main, later] = panels;
  const [first] = main.groups;
  const total = sideOf(main.total.balance_usd);
  const name = shortName(first.atp_group);
  const share = percent(first.share_of_balance);
  const now = later?.groups.find(({ atp_group }) => atp_group === first.atp_group);
  if (!later || !now) return `${name} made ${share} of the U.S. ATP ${total} in ${main.name}`;
  if (sideOf(later.total.balance_usd) !== total || now.share_of_balance < 0) {
    return `${name}: ${share} of the ATP ${total}; a year later the total was a ` +
      sideOf(later.total.balance_usd);
  }
  const then = `${name} went from ${share} to ${percent(now.share_of_balance)} of the ATP ${total}`;
  const worse = mostWorse(panels);
  if (!worse || worse.atp_group === first.atp_group) return then;
  return headline(`${then}; ${possessive(shortName(worse.atp_group))} deficit grew most`, then);
}

function note(panels: BalancePeriod[]): string {
  const shares = panels.flatMap(({ groups }) => groups.map((group) => group.share_of_balance));
  const opposed = shares.some((share) => share < 0);
  return "Balance: exports less imports. Share: the group’s balance as a part of the total balance" +
    (opposed
      ? ", a net sum. A group whose balance has the other sign has a share below zero, and the " +
        "others together come to more than 100%."
      : ".");
}

function sentence({ name, groups, total }: BalancePeriod): string {
  const each = groups.map((group) =>
    `${atpGroupName(group.atp_group)} ${inBillions(group.balance_usd)} ` +
    `(${percent(group.share_of_balance)})`
  );
  return `${name}: ATP exports ${inBillions(total.exports_usd)}, imports ` +
    `${inBillions(total.imports_usd)}, balance ${inBillions(total.balance_usd)} billion dollars. ` +
    `Balance by group and share of the total: ${list(each)}.`;
}
