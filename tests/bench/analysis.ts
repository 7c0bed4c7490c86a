/** Time of loading each table, of each analysis, and of each figure, on the embedded figures. */
import pl from "nodejs-polars";
import {
  annualBalance,
  atpLines,
  balanceByGroup,
  basisGap,
  calendarYear,
  comparableYears,
  concentration,
  consumptionOfAllGoods,
  dutyRateChange,
  dutyRateSources,
  effectiveDutyRates,
  generalImportsOfAllGoods,
  importsBySupplier,
  industryProfile,
  levelBreaks,
  lineDependence,
  ofPeriod,
  onBasis,
  preferenceSeries,
  rankSuppliers,
  replacementTable,
  revisions,
  shareChanges,
  shiftShare,
  supplierShares,
  withYear,
} from "../../lib/analysis/mod.ts";
import { CLAIMS, judgeClaims } from "../../lib/claims/mod.ts";
import { CHINA, MEXICO, NAICS3_CODES } from "../../lib/codes/mod.ts";
import {
  type Naics3Imports,
  readPackage,
  readTable,
  scanTable,
  type Tables,
} from "../../lib/data/mod.ts";
import { number } from "../../lib/format.ts";
import { type Frame, literal } from "../../lib/frame.ts";
import { type Measurement, timed } from "./measure.ts";

/** Opens every table: bytes, hash, schema and keys are checked each time. */
export async function* loading(): AsyncGenerator<Measurement> {
  for (const { name } of (await readPackage()).resources) {
    const table = name as keyof Tables;
    const { height } = await readTable(table);
    yield timed(name, () => readTable(table), { note: `${number(height)} rows` });
  }
}

export async function* analyses(): AsyncGenerator<Measurement> {
  const naics3 = await readTable("naics3_imports_by_partner_monthly");
  const industry = naics3.filter(pl.col("naics").eq(literal("334"))) as Frame<Naics3Imports>;
  const years = comparableYears(naics3, "2017", "2024");
  const shares = supplierShares(withYear(industry), { by: ["year"], denominator: "world" });
  const rates = effectiveDutyRates(industry, { by: ["month"] });
  const ofChina = rates.filter(pl.col("partner_code").eq(literal(CHINA)));
  const lines = await scanTable("import_lines");
  const classes = await readTable("import_line_classes");
  const atp = onBasis(atpLines(lines, classes), "general_imports");
  const groups = await readTable("atp_by_group");
  const world = await readTable("atp_world_monthly");
  const vintages = await readTable("atp_world_monthly", { vintage: "all" });
  const agreement = await readTable("agreement_imports_monthly");
  const goods = generalImportsOfAllGoods(await readTable("goods_by_partner_monthly"));
  const consumption = consumptionOfAllGoods(naics3);

  yield timed("balance of the ATP groups", () => balanceByGroup(groups));
  yield timed("balance of ATP by year since 1989", () => annualBalance(world));
  yield timed("ATP lines of 690,424, with their groups", () => atpLines(lines, classes));
  yield timed(
    "all goods by supplier from the tariff lines",
    () => importsBySupplier(onBasis(lines, "general_imports")),
  );
  yield timed("suppliers of each ATP group from tariff lines, ranked", () =>
    rankSuppliers(
      supplierShares(
        importsBySupplier<"atp_group">(ofPeriod(atp, calendarYear(2024)), ["atp_group"]),
        { by: ["atp_group"], denominator: "world" },
      ),
      ["atp_group"],
    ));
  yield timed(
    "dependence on Mexico and Canada, line by line",
    () => lineDependence(ofPeriod(atp, calendarYear(2024))),
  );
  yield timed(
    "supplier shares by year, NAICS 334",
    () => supplierShares(withYear(industry), { by: ["year"], denominator: "world" }),
  );
  yield timed(
    "supplier shares by year, every industry",
    () => supplierShares(withYear(naics3), { by: ["naics", "year"], denominator: "world" }),
  );
  yield timed(
    "changes of shares and replacement table, NAICS 334",
    () => replacementTable(shareChanges(industry, years)),
  );
  yield timed("concentration by year, NAICS 334", () => concentration(shares, { by: ["year"] }));
  yield timed(
    "shift-share of Mexico over 32 industries",
    () => shiftShare(naics3, { partner: MEXICO, ...years }),
  );
  yield timed(
    "effective duty rates by month, NAICS 334",
    () => effectiveDutyRates(industry, { by: ["month"] }),
  );
  yield timed(
    "change of the duty rate by supplier, NAICS 334",
    () => dutyRateChange(industry, years),
  );
  yield timed(
    "sources of the change of the duty rate, all goods",
    () => dutyRateSources(naics3, years),
  );
  yield timed(
    "breaks of China's monthly duty rate, NAICS 334",
    () => levelBreaks(ofChina, { value: "rate" }),
  );
  yield timed(
    "preference shares by month since 1994",
    () => preferenceSeries(agreement, consumption, goods, { by: "month" }),
  );
  yield timed(
    "preference shares on both bases",
    () => basisGap(agreement, consumption, goods, { by: "year" }),
  );
  yield timed("revisions between vintages of ATP", () => revisions(vintages, ["month", "flow"]));
  yield timed(
    "everything of one industry (NAICS 336)",
    () => industryProfile(naics3, { naics: "336", from: "2017", to: "2024" }),
  );
  yield timed("everything of all 32 industries", () => {
    for (const naics of NAICS3_CODES) {
      industryProfile(naics3, { naics, from: "2022", to: "2024" });
    }
  }, { runs: 1 });
}

export async function* claims(): AsyncGenerator<Measurement> {
  for (const claim of CLAIMS) {
    yield timed(`${claim.id}, with the tables it opens`, () => judgeClaims({ claims: [claim] }));
  }
}
