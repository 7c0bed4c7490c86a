/** How the results look: one function per figure, each a picture with its data behind it. */
export * from "./atp_balance_by_group.ts";
export * from "./atp_balance_history.ts";
export * from "./figure.ts";
export { FONT, PALETTE, type Tone, tone, type ToneName } from "./palette.ts";
export * from "./supplier_ranking.ts";
export * from "./supplier_shares.ts";
