/** Lines without a class are classed by their relatives, and a revised class is reported as one. */
import { assertEquals } from "@std/assert";
import { contribution, type Row } from "../../../lib/census/terms/contribution.ts";
import { linesOf } from "../../../lib/census/terms/lines.ts";
import { classesOfNewLines } from "../../../lib/census/vintage/new_lines.ts";
import { revisionLines } from "../../../lib/census/vintage/revisions.ts";
import { addVintages } from "../../../lib/census/vintage/vintage.ts";
import { readTable } from "../../../lib/data/mod.ts";
import { PART_CHECKS, TODAY, withCutCopy } from "../fixture.ts";

const origin = (day = TODAY) => ({
  title: "made up",
  path: "https://example.org",
  coverage: "made up",
  files: [{
    url: "https://example.org/file",
    retrieved_at: `${day}T12:00:00Z`,
    sha256: "sha256:0",
    bytes: 1,
    status: 200,
  }],
});
const classed = (hts10: string, atp_group: string, naics6: string): Row => ({
  hts10,
  atp_group,
  atp_method: "archive_concordance",
  naics6,
  naics_method: "archive_concordance",
});

Deno.test("a new line has the class of its eight digits, or the industry of what begins alike", async () => {
  await withCutCopy(async (dir) => {
    const known = contribution("import_line_classes", [
      classed("7799000010", "05", "334413"),
      classed("7799000020", "05", "334413"),
      classed("7799000030", "05", "334412"),
      classed("7788000010", "05", "334413"),
      classed("7788000020", "00", "334412"),
    ], origin());
    const lines = linesOf("2026-08");
    for (const code of ["7799000090", "7788000090", "7799009900", "7799000010"]) {
      lines.add(code, "5700", [1, 1, 0, 0]);
    }
    const all = [...contribution("import_lines", lines.frame(), origin()), ...known];
    const [{ rows }] = await classesOfNewLines(dir, all, () => {});
    assertEquals(
      (rows as Row[]).map((row) => [row.hts10, row.atp_group, row.atp_method, row.naics6]),
      [
        ["7788000090", "00", "undetermined_not_atp", "334412"],
        ["7799000090", "05", "hs8_unanimous", "334413"],
        ["7799009900", "00", "undetermined_not_atp", "334413"],
      ],
    );
    assertEquals((rows as Row[]).map(({ naics_method }) => naics_method), [
      "hs8_mode",
      "hs8_mode",
      "longest_prefix_mode",
    ]);
    assertEquals(await classesOfNewLines(dir, known, () => {}), []);
  });
});

Deno.test("a class that is another now is a revision; one that is the same adds nothing twice", async () => {
  await withCutCopy(async (dir) => {
    const options = { say: () => {}, checks: PART_CHECKS };
    const before = (await readTable("import_line_classes", { dir })).head(1).toRecords()[0];
    const code = before.hts10 as string, was = before.atp_group as string;
    const now = was === "04" ? "05" : "04";
    const add = (group: string, day: string) =>
      addVintages(
        dir,
        contribution(
          "import_line_classes",
          [classed(code, group, String(before.naics6)), classed("7799000010", "00", "334413")],
          origin(day),
        ),
        options,
      );
    const [report] = await add(now, TODAY);
    assertEquals(revisionLines(report), [
      `import_line_classes, vintage ${TODAY}: 1 new codes, 0 unchanged, 1 in another class`,
      `  ${code}: ${was} → ${now}, ${before.naics6} → ${before.naics6}`,
    ]);
    assertEquals(await add(now, "2026-12-24"), [], "what is confirmed adds nothing");
    assertEquals((await add(was, "2026-12-25")).length, 1);
  });
});
