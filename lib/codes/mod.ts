/** What the codes mean: ATP technology groups, NAICS industries, tariff headings, bases, partners. */
export * from "./atp.ts";
export * from "./bases.ts";
export * from "./classification.ts";
export * from "./events.ts";
export * from "./exhibit_areas.ts";
export * from "./headings.ts";
export * from "./naics.ts";
export * from "./naics6.ts";
export * from "./partners.ts";
export * from "./tariff_lines.ts";
