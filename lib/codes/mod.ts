/** What the codes mean: ATP technology groups, NAICS industries, partners and groups of partners. */
export * from "./atp.ts";
export * from "./classification.ts";
export * from "./events.ts";
export * from "./exhibit_areas.ts";
export * from "./naics.ts";
export * from "./naics6.ts";
export * from "./partners.ts";
export * from "./tariff_lines.ts";
