/** Imports that claimed an agreement's preference, as rows of the project's table. */
import { ALL_INDUSTRIES, ATP_TOTAL } from "../../codes/mod.ts";
import { ATP_CLASSES } from "./concord.ts";
import type { Row, TableName } from "../terms/contribution.ts";
import { yearToDate } from "../terms/months.ts";
import { AGREEMENT, AGREEMENTS, COMMODITY, type Tally } from "./tally.ts";

/** Imports that claimed USMCA or NAFTA preference, year to date: all, by ATP group, by industry. */
export function claimRows(tally: Tally, month: string): [TableName, Row[]] {
  const column = tally.measures.indexOf("con_val_yr");
  const found = new Map<string, number>();
  const add = (value: number, ...where: string[]) => {
    if (value > 0) found.set(where.join(" "), (found.get(where.join(" ")) ?? 0) + value);
  };
  for (const key of tally.claims.keys()) {
    const value = tally.claims.get(key)[column];
    const agreement = AGREEMENTS[Math.floor(key / AGREEMENT)];
    const classes = tally.classes.get(Math.floor(key % AGREEMENT / COMMODITY))!;
    const group = ATP_CLASSES[classes.atp], industry = String(classes.industry);
    const partner = String(key % COMMODITY);
    add(value, agreement, partner, "all_goods", ALL_INDUSTRIES);
    add(value, agreement, partner, "naics3", industry);
    if (group !== ATP_CLASSES[0]) {
      add(value, agreement, partner, "atp_group", group);
      add(value, agreement, partner, "atp_group", ATP_TOTAL);
    }
  }
  const rows = [...found].map(([key, value_usd]): Row => {
    const [agreement, partner_code, classification, code] = key.split(" ");
    const basis = "imports_for_consumption";
    return {
      ...yearToDate(month),
      basis,
      agreement,
      partner_code,
      classification,
      code,
      value_usd,
    };
  });
  return ["agreement_imports", rows];
}
