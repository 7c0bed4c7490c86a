/** How the results look: one function per figure, each a picture with its data behind it. */
export * from "./atp_balance_by_group.ts";
export * from "./atp_balance_history.ts";
export * from "./concentration.ts";
export * from "./duty_decomposition.ts";
export * from "./duty_rates.ts";
export * from "./figure.ts";
export * from "./ict_share_by_part_year.ts";
export * from "./industry_detail.ts";
export * from "./monthly_shares.ts";
export { FONT, PALETTE, type Tone, tone, type ToneName } from "./palette.ts";
export * from "./preference.ts";
export * from "./share_changes.ts";
export * from "./shift_share.ts";
export * from "./supplier_ranking.ts";
export * from "./supplier_ranks.ts";
export * from "./supplier_shares.ts";
export * from "./two_way_trade.ts";
