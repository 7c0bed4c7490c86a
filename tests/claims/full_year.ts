/** Balances by group for all of 2024, made up from those of its first quarter, for tests. */
import { CLAIMS, judgeClaims, type JudgedClaim } from "../../lib/claims/mod.ts";
import { rewriteCsv, withCopy } from "../data/fixture.ts";

/** Full-year rows for 2024 made from those of its first quarter, ICT's imports moved by a factor. */
export function fullYear(ictImports: (usd: number) => number = (usd) => usd) {
  return (csv: string) => {
    const lines = csv.trimEnd().split("\n");
    const quarter = lines.filter((line) => line.includes(",2024-01,2024-03,"))
      .map((line) => line.replace(",2024-03,", ",2024-12,").split(","));
    const ict = quarter.find((cells) => cells[3] === "imports" && cells[5] === "04")!;
    const total = quarter.find((cells) => cells[3] === "imports" && cells[5] === "total")!;
    const before = Number(ict[7]);
    ict[7] = String(ictImports(before));
    total[7] = String(Number(total[7]) + Number(ict[7]) - before);
    return [...lines, ...quarter.map((cells) => cells.join(","))].join("\n") + "\n";
  };
}

/** One claim on a copy of the data in which a table was changed. */
export async function judgeOn(
  change: (csv: string) => string,
  id: string,
  table = "atp_by_group",
): Promise<JudgedClaim> {
  let found: JudgedClaim | undefined;
  await withCopy(async (dir) => {
    await rewriteCsv(dir, table, change);
    [found] = await judgeClaims({ claims: CLAIMS.filter((claim) => claim.id === id), dir });
  });
  return found!;
}
