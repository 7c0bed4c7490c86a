/** The layouts are those of the publisher's pages, field by field. */
import { assertEquals, assertThrows } from "@std/assert";
import * as layouts from "../../../lib/census/archive/layout.ts";
import { CensusError } from "../../../lib/census/transfer/errors.ts";
import { layOf } from "./archive_fixture.ts";
import { FILES, lengthOf, positionsOf } from "./positions.ts";

const layoutOf = (file: string) => (layouts as unknown as Record<string, layouts.Layout>)[file];

for (const file of FILES) {
  Deno.test(`${file}: every field stands where the publisher says, and the record has its length`, () => {
    const { fields, length, member } = layoutOf(file);
    assertEquals(member, `${file}.TXT`);
    assertEquals(length, lengthOf(file));
    assertEquals(
      [...fields].map(([name, { start, end }]) => ({ name, first: start + 1, last: end })),
      positionsOf(file),
    );
    layouts.compareLayout(layoutOf(file), layOf(file), file);
  });
}

Deno.test("a .lay may spell a name otherwise, but no field of ours may stand elsewhere", () => {
  const lay = layOf("EXP_DETL");
  const compare = (text: string) => () =>
    layouts.compareLayout(layouts.EXP_DETL, text, "EXP_DETL.lay");
  compare(lay.replaceAll("qty_1_mo", "QTY1_MO"))();
  compare(lay.replace("\tdf\t", "\tdomestic_foreign\t"))();
  assertThrows(compare(lay.replace("\tqty_1_mo\t", "\tall_val_mo\t")), CensusError, "field 8");
  assertThrows(compare(lay + "324-330\tnew\ttext\r\n"), CensusError, "field 27 is new 324-330");
  assertThrows(compare(""), CensusError, "field 1 is nothing, expected df 1-1");
  assertThrows(() => layouts.fieldOf(layouts.EXP_DETL, "rate2"), RangeError, "no field rate2");
});
