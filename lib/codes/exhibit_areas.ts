/** The countries that Exhibit 16a of the FT-900 names one by one, and its other areas. */
import { CANADA, CHINA, MEXICO, TAIWAN } from "./partners.ts";

/** The exhibit's name of all countries together. */
export const EXHIBIT_WORLD = "World";

/** Schedule C code of each country by its name in the exhibit. Whatever else it names is an area. */
export const EXHIBIT_COUNTRIES: Readonly<Record<string, string>> = {
  Australia: "6021",
  Brazil: "3510",
  Canada: CANADA,
  China: CHINA,
  France: "4279",
  Germany: "4280",
  "Hong Kong": "5820",
  India: "5330",
  Indonesia: "5600",
  Ireland: "4190",
  Israel: "5081",
  Italy: "4759",
  Japan: "5880",
  "Korea, South": "5800",
  Malaysia: "5570",
  Mexico: MEXICO,
  Philippines: "5650",
  Singapore: "5590",
  Taiwan: TAIWAN,
  Thailand: "5490",
  "United Kingdom": "4120",
};
