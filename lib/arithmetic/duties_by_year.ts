/** Effective duty rates by supplier and year, from sums. */
import { WORLD } from "../codes/partners.ts";

/** Imports for consumption and duty from one supplier in one year. */
export interface DutySum {
  vintage: string;
  period_start: string;
  period_end: string;
  year: string;
  partner_code: string;
  value_usd: number;
  duty_usd: number;
}

export type DutyOfYear = DutySum & {
  basis: "imports_for_consumption";
  /** duty_usd ÷ value_usd; null where nothing entered into consumption. */
  rate: number | null;
};

/** Rates of each supplier and of all together (`-`); sorted by year and partner. */
export function dutiesOfYears(sums: DutySum[]): DutyOfYear[] {
  const worlds = [...Map.groupBy(sums, ({ year }) => year).values()].map((of): DutySum => ({
    ...of[0],
    partner_code: WORLD,
    value_usd: of.reduce((sum, row) => sum + row.value_usd, 0),
    duty_usd: of.reduce((sum, row) => sum + row.duty_usd, 0),
  }));
  const order = ({ year, partner_code }: DutySum) => `${year} ${partner_code}`;
  return [...sums, ...worlds].sort((a, b) => order(a) < order(b) ? -1 : 1).map((row) => ({
    ...row,
    basis: "imports_for_consumption",
    rate: row.value_usd > 0 ? row.duty_usd / row.value_usd : null,
  }));
}
