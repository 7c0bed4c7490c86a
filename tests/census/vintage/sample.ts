/** Contributions made by hand: ATP totals of 2024 to an embedded table, and a table that begins. */
import {
  type Contribution,
  contribution,
  type Row,
} from "../../../lib/census/terms/contribution.ts";
import { ATP_GROUP_CODES } from "../../../lib/codes/mod.ts";
import { TODAY } from "../fixture.ts";

export interface SampleOptions {
  day?: string;
  /** The server's date of the file; none unless given. */
  published?: string;
  /** Imports of group 01 from Mexico; 0 leaves the row out. */
  mexico?: number;
}

const period = { period_start: "2024-01", period_end: "2024-12" };

/** Groups 01 … 10 worth 1 … 10 dollars from China, and group 01 from Mexico. */
export function sample(
  { day = TODAY, published, mexico = 100 }: SampleOptions = {},
): Contribution[] {
  const file = {
    url: "https://example.org/a",
    retrieved_at: `${day}T08:00:00.000Z`,
    sha256: "sha256:00",
    bytes: 5,
    status: 200,
    ...published ? { last_modified: published } : {},
  };
  const flows = [["exports", "total_exports"], ["imports", "general_imports"]];
  const values: [string, number, number][] = ATP_GROUP_CODES.map((code, at) => [
    code,
    at + 1,
    code === "01" ? mexico : 0,
  ]);
  values.push(["total", 55, mexico]);
  const world = flows.flatMap(([flow, basis]) =>
    values.map(([atp_group, china, near]): Row => ({
      ...period,
      flow,
      basis,
      atp_group,
      rounding_usd: 1,
      value_usd: china + near,
    }))
  );
  const partners = flows.flatMap(([flow, basis]) =>
    values.flatMap(([atp_group, china, near]) =>
      [["-", china + near], ["5700", china], ["2010", near]]
        .filter(([, value]) => Number(value) > 0)
        .map(([partner_code, value_usd]): Row => ({
          ...period,
          flow,
          basis,
          atp_group,
          partner_code,
          value_usd,
        }))
    )
  );
  const origin = { title: "A sample", path: "https://example.org", files: [file] };
  return [
    ...contribution("atp_by_group", world, origin),
    ...contribution("atp_by_group_and_partner", partners, origin),
  ];
}
