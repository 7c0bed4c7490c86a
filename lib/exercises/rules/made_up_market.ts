/** Markets that nobody traded in, small enough to see at once what a rule must say of them. */
import type { ShareChange } from "../../arithmetic/mod.ts";
import { CHINA, MEXICO, VIETNAM } from "../../codes/mod.ts";

/** A supplier of a market, with the columns of `shareChanges` that a rule may use. */
export type MadeUpSupplier = Pick<
  ShareChange,
  "partner_code" | "from_usd" | "to_usd" | "from_share" | "to_share" | "change"
>;

/** Japan and Germany take what the others leave. */
const STEADY = ["5880", "4280"];

export interface MadeUpMarket {
  /** Points that China loses. */
  lost: number;
  /** Points that Mexico gains; Vietnam takes what is left of China's. */
  gained: number;
  /** How many times as large the market is afterwards. */
  grown?: number;
  /** Imports of before, in dollars. */
  usd?: number;
}

/** A market of five: China has 40% before, Mexico 20%, Vietnam 20%, two others the rest. */
export function madeUpMarket(
  { lost, gained, grown = 1, usd = 1e9 }: MadeUpMarket,
): MadeUpSupplier[] {
  const supplier = (partner_code: string, from: number, points: number): MadeUpSupplier => ({
    partner_code,
    from_usd: Math.round(from * usd / 100),
    to_usd: Math.round((from + points) * usd * grown / 100),
    from_share: from / 100,
    to_share: (from + points) / 100,
    change: points / 100,
  });
  return [
    supplier(CHINA, 40, -lost),
    supplier(MEXICO, 20, gained),
    supplier(VIETNAM, 20, lost - gained),
    ...STEADY.map((code) => supplier(code, 10, 0)),
  ].toSorted((a, b) => b.change - a.change);
}
