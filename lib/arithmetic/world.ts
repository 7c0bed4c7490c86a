/** The world as the sum of its partners, where a table has no row of it. */
import { WORLD } from "../codes/partners.ts";
import { grouped } from "./groups.ts";
import type { SupplierSum } from "./shares.ts";

/** The sums, and within `by` a row of the world (`-`): the sum of all partners, imports and duty. */
export const withWorld = <Row extends SupplierSum & { duty_usd?: number }>(
  sums: Row[],
  by: (keyof Row & string)[],
): Row[] =>
  grouped(sums, by).flatMap((rows) => {
    const world = { ...rows[0], partner_code: WORLD };
    world.value_usd = rows.reduce((sum, row) => sum + row.value_usd, 0);
    if ("duty_usd" in world) world.duty_usd = rows.reduce((sum, row) => sum + row.duty_usd!, 0);
    return [...rows, world];
  });
