/** C4–C6: what the note says of the suppliers of ICT, of NAICS 334 and 335, and of aerospace. */
import pl from "nodejs-polars";
import {
  comparableYears,
  rankSuppliers,
  type ShareChange,
  shareChanges,
  type SupplierShare,
  supplierShares,
} from "../analysis/mod.ts";
import {
  CANADA,
  CHINA,
  EUROPEAN_UNION,
  MEXICO,
  naicsTitle,
  OTHER,
  partnerName,
  TAIWAN,
} from "../codes/mod.ts";
import { basisName, billions, list, percent, percentagePoints } from "../format.ts";
import { type Frame, literal, records } from "../frame.ts";
import type { Naics3Imports } from "../data/mod.ts";
import { NOTE_YEAR } from "./balance_claims.ts";
import type { Claim, ReadTable } from "./claim.ts";

const ICT = "04";
const AEROSPACE = "08";
/** Two suppliers nearer than this to each other can change places with the basis. */
const CLOSE = 0.05;
/** The year before the tariffs of 2018, from which C5 counts. */
const BASE_YEAR = 2017;

type Ranked = SupplierShare & { rank: number };

/** Suppliers of one ATP group in 2024 from tariff lines, largest first, the EU27 as one block. */
export async function groupSuppliers(read: ReadTable, group: string): Promise<Ranked[]> {
  const lines = await read("atp_imports_hs10_by_partner");
  const shares = supplierShares(lines.filter(pl.col("atp_group").eq(literal(group))), {
    by: [],
    denominator: "listed",
    blocks: [EUROPEAN_UNION],
  });
  return records<Ranked>(rankSuppliers(shares as Frame<SupplierShare>, []));
}

export const ictSuppliers: Claim = {
  id: "C4",
  claim: "In ICT the leading supplier is China, followed by Taiwan and then Mexico",
  rule: "Ranking of single countries by imports of group 04 in 2024. Confirmed when the first " +
    "three are in the note's order; depends on the basis when they are the same three and " +
    `those out of order lie within ${percent(CLOSE, 0)} of each other; otherwise not confirmed.`,
  evidence: async (read) => {
    const all = await groupSuppliers(read, ICT);
    const [first, second, third] = all.filter((row) => row.partner_code !== EUROPEAN_UNION);
    const found = [first, second, third].map((row) => row.partner_code);
    const claimed = [CHINA, TAIWAN, MEXICO];
    const sameOrder = found.join() === claimed.join();
    const sameThree = found.toSorted().join() === claimed.toSorted().join();
    const margin = second.value_usd / third.value_usd - 1;
    const swapped = sameThree && found[0] === CHINA && margin < CLOSE;
    const values = [first, second, third].map((row) =>
      `${partnerName(row.partner_code)} ${billions(row.value_usd)}`
    );
    return {
      verdict: sameOrder ? "confirmed" : swapped ? "depends on the basis" : "not confirmed",
      value: found.map(partnerName).join(", "),
      unit: "order of suppliers",
      period: String(NOTE_YEAR),
      basis: basisName(first.basis),
      vintage: first.vintage,
      finding: `${list(values)}: second and third are ${percent(margin)} apart. General imports ` +
        "by group and partner, which could turn the order, are not in the embedded figures.",
    };
  },
};

/** Monthly imports of one NAICS-3 industry by partner. */
export async function industryImports(read: ReadTable, naics: string) {
  const imports = await read("naics3_imports_by_partner_monthly");
  return imports.filter(pl.col("naics").eq(literal(naics))) as Frame<Naics3Imports>;
}

export const mexicoForChina: Claim = {
  id: "C5",
  claim: "Mexico is a crucial partner for reducing reliance on China in NAICS 334 and 335",
  rule:
    `Changes of supplier shares from ${BASE_YEAR} to ${NOTE_YEAR}. Confirmed when China's share ` +
    "fell and no single country gained more than Mexico, in both industries; confirmed in part when " +
    "China's fell in both and Mexico's rose in at least one; otherwise not confirmed.",
  evidence: async (read) => {
    const industries = await Promise.all(["334", "335"].map(async (naics) => {
      const imports = await industryImports(read, naics);
      const years = comparableYears(imports, String(BASE_YEAR), String(NOTE_YEAR));
      const changes = records<ShareChange>(shareChanges(imports, years))
        .filter((row) => row.partner_code !== OTHER);
      const of = (code: string) => changes.find((row) => row.partner_code === code)!.change;
      return { naics, china: of(CHINA), mexico: of(MEXICO), leader: changes[0] };
    }));
    const fell = industries.every(({ china }) => china < 0);
    const led = industries.every(({ leader, mexico }) =>
      leader.partner_code === MEXICO && mexico > 0
    );
    const rose = industries.some(({ mexico }) => mexico > 0);
    const sentences = industries.map(({ naics, china, mexico, leader }) =>
      `${naicsTitle(naics)} (NAICS ${naics}): China ${percentagePoints(china)}, ` +
      `Mexico ${percentagePoints(mexico)}; the largest gain was ` +
      `${partnerName(leader.partner_code)}'s, ${percentagePoints(leader.change)}.`
    );
    const { basis, vintage } = industries[0].leader;
    return {
      verdict: fell && led ? "confirmed" : fell && rose ? "confirmed in part" : "not confirmed",
      value: industries[0].mexico,
      unit: `change of Mexico's share in NAICS 334, ${BASE_YEAR}–${NOTE_YEAR}`,
      period: `${BASE_YEAR}–${NOTE_YEAR}`,
      basis: basisName(basis),
      vintage,
      finding: sentences.join(" "),
    };
  },
};

export const canadaAerospace: Claim = {
  id: "C6",
  claim: "Canada is the top supplier of aerospace products to the United States",
  rule: "Ranking by imports of group 08 in 2024. Confirmed when Canada is first among single " +
    "countries and every country is listed; confirmed in part when Canada is first among those " +
    "listed but a block of unlisted members is larger; otherwise not confirmed.",
  evidence: async (read) => {
    const all = await groupSuppliers(read, AEROSPACE);
    const [first] = all.filter((row) => row.partner_code !== EUROPEAN_UNION);
    const canada = all.find((row) => row.partner_code === CANADA)!;
    const block = all.find((row) => row.partner_code === EUROPEAN_UNION);
    const hidden = block !== undefined && block.value_usd > canada.value_usd;
    const isFirst = first.partner_code === CANADA;
    return {
      verdict: !isFirst ? "not confirmed" : hidden ? "confirmed in part" : "confirmed",
      value: canada.share,
      unit: "share of imports",
      period: String(NOTE_YEAR),
      basis: basisName(canada.basis),
      vintage: canada.vintage,
      finding: `Canada supplied ${billions(canada.value_usd)}, ${percent(canada.share)}` +
        (block
          ? `; the EU27 as a block ${billions(block.value_usd)}, its members not split in the ` +
            "embedded figures."
          : "."),
    };
  },
};
