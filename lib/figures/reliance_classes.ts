/** What the figure of reliance draws: all goods, all ATP, its largest groups, one tariff line. */
import type { LineDependence, RelativeShare } from "../analysis/mod.ts";
import {
  ALL_ATP,
  ALL_GOODS,
  ATP_TOTAL,
  atpGroupName,
  CANADA,
  lineName,
  MEXICO,
  ofAtpGroup,
  USMCA,
} from "../codes/mod.ts";
import { ALL_OTHERS, type Role } from "./drawn.ts";

/** One class of goods. */
export interface ReliedOn {
  classification: string;
  code: string;
  name: string;
  role: Role;
  mexico: number;
  canada: number;
  /** Of all countries. */
  imports_usd: number;
}

/** Of the two together. */
export const both = ({ mexico, canada }: ReliedOn): number => mexico + canada;

/** All goods, all ATP, its largest groups by what the two supply, the other groups together. */
export function classesOf(rows: RelativeShare[], groups: number): ReliedOn[] {
  const rowOf = (code: string): ReliedOn => {
    const own = rows.filter((row) => row.class === code);
    const of = (partner: string) => own.find((row) => row.partner_code === partner)!;
    const whole = code === ALL_GOODS.classification;
    const kind = whole ? ALL_GOODS : code === ATP_TOTAL ? ALL_ATP : ofAtpGroup(code);
    return {
      ...kind,
      name: whole ? "All goods" : code === ATP_TOTAL ? "Advanced technology" : atpGroupName(code),
      role: whole ? "separate" : code === ATP_TOTAL ? "total" : "part",
      mexico: of(MEXICO).share,
      canada: of(CANADA).share,
      imports_usd: of(USMCA).total_usd,
    };
  };
  const all = [...new Set(rows.map((row) => row.class))].map(rowOf);
  const wholes = [...all.filter(({ role }) => role === "separate"), ...all.filter(isTotal)];
  const parts = all.filter(({ role }) => role === "part")
    .sort((a, b) => b.imports_usd - a.imports_usd);
  const shown = parts.slice(0, groups).sort((a, b) => both(b) - both(a));
  const rest = parts.slice(groups);
  return [...wholes, ...shown, ...(rest.length ? [together(rest)] : [])];
}

const isTotal = ({ role }: ReliedOn): boolean => role === "total";

function together(rest: ReliedOn[]): ReliedOn {
  const imports_usd = rest.reduce((sum, row) => sum + row.imports_usd, 0);
  const share = (of: (row: ReliedOn) => number) =>
    rest.reduce((sum, row) => sum + of(row) * row.imports_usd, 0) / imports_usd;
  return {
    ...rest[0],
    code: ALL_OTHERS,
    name: `${rest.length} other groups`,
    mexico: share(({ mexico }) => mexico),
    canada: share(({ canada }) => canada),
    imports_usd,
  };
}

/** Classification of a tariff line in the data behind the figure. */
export const LINE = "hts10";

/** `Servers and other processing units` → `Servers`. */
export const shortName = (hts10: string): string => lineName(hts10).split(/ and |,/)[0];

/** The line below its group, or last where the group has no bar. */
export function withLine(classes: ReliedOn[], line: LineDependence): ReliedOn[] {
  const place = classes.findIndex(({ code }) => code === line.atp_group) + 1 || classes.length;
  return classes.toSpliced(place, 0, {
    classification: LINE,
    code: line.hts10,
    name: lineName(line.hts10),
    role: "separate",
    mexico: line.mexico_share,
    canada: line.canada_share,
    imports_usd: line.value_usd,
  });
}
