/** The claims of this report, and what its chapters take of them. */
import { canadaEnables } from "./aerospace_inputs_claim.ts";
import { aerospaceSurplus, netImporter } from "./balance_claims.ts";
import { ictShare } from "./ict_share_claim.ts";
import { integration } from "./integration_claim.ts";
import { foundation } from "./preference_claim.ts";
import { essentialSupplies } from "./reliance_claim.ts";
import { mexicoInElectrical, mexicoInElectronics } from "./replacement_claim.ts";
import { canadaAerospace, ictSuppliers } from "./supplier_claims.ts";
import type { Claim } from "./claim.ts";

export { noteMonthsThenAndNow } from "./preference_claim.ts";

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
