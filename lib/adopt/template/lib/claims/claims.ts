/** The claims of this report. */
import type { Claim } from "../../../../claims/claim.ts";
import { largestSupplier } from "./largest_supplier_claim.ts";
import { shareRose } from "./share_rose_claim.ts";

/** The claims, in the order in which they are told. */
export const CLAIMS: Claim[] = [largestSupplier, shareRose];
