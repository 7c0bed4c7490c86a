/** Is it so? The claims of the note, each with the rule that decides it and what the figures say. */
import {
  DATA_DIR,
  type DataPackage,
  findResource,
  hasTable,
  readPackage,
  readTable,
  scanTable,
  type Tables,
} from "../data/mod.ts";
import { canadaEnables } from "./aerospace_inputs_claim.ts";
import { aerospaceSurplus, netImporter } from "./balance_claims.ts";
import type { Claim, Figures, JudgedClaim } from "./claim.ts";
import { ictShare } from "./ict_share_claim.ts";
import { integration } from "./integration_claim.ts";
import { foundation } from "./preference_claim.ts";
import { essentialSupplies } from "./reliance_claim.ts";
import { mexicoInElectrical, mexicoInElectronics } from "./replacement_claim.ts";
import { canadaAerospace, ictSuppliers } from "./supplier_claims.ts";

export { noteMonthsThenAndNow } from "./preference_claim.ts";
export { measureOf } from "./measure_of.ts";
export { byVerdict, VERDICT_SIGNS } from "./verdict_signs.ts";
export type { Claim, JudgedClaim, Judgment, Measure, Unit, Verdict } from "./claim.ts";

/** The claims, in the note's order. */
export const CLAIMS: Claim[] = [
  netImporter,
  ictShare,
  aerospaceSurplus,
  ictSuppliers,
  mexicoInElectronics,
  mexicoInElectrical,
  canadaAerospace,
  canadaEnables,
  essentialSupplies,
  integration,
  foundation,
];

export interface JudgeOptions {
  claims?: Claim[];
  /** Another data folder. */
  dir?: string;
  /** Judge on what was published by a day; `latest` unless told. */
  vintage?: string;
}

/**
 * Judges claims on the figures of a data folder.
 *
 * @returns for each claim its verdict, a sentence, the numbers behind it, and how far the verdict holds.
 * @throws DataError when a table that a claim needs cannot be opened.
 */
export async function judgeClaims(
  { claims = CLAIMS, dir = DATA_DIR, vintage = "latest" }: JudgeOptions = {},
): Promise<JudgedClaim[]> {
  const figures = openFigures(dir, await readPackage(dir), vintage);
  return await Promise.all(claims.map(async ({ id, claim, rule, judge }) => ({
    id,
    claim,
    rule,
    ...await judge(figures),
  })));
}

function openFigures(dir: string, pkg: DataPackage, latest: string): Figures {
  const opened = new Map<string, Promise<unknown>>();
  const once =
    (open: typeof readTable | typeof scanTable) =>
    (name: keyof Tables, { vintage = "latest" } = {}) => {
      const asOf = vintage === "latest" ? latest : vintage;
      const key = `${open.name} ${name} ${asOf}`;
      if (!opened.has(key)) opened.set(key, open(name, { vintage: asOf, dir }));
      return opened.get(key);
    };
  const has = (name: keyof Tables) =>
    hasTable(pkg, name) &&
    (latest === "latest" ||
      findResource(pkg, name).vintages.some(({ vintage }) => vintage <= latest));
  return {
    read: once(readTable) as Figures["read"],
    scan: once(scanTable) as Figures["scan"],
    has,
  };
}
