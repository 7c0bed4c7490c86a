/** Names of goods by tariff code, of any length, in titles, sentences and tables. */
import { assertEquals } from "@std/assert";
import {
  atpInWords,
  classCode,
  className,
  goodsInTitle,
  goodsInWords,
  goodsName,
  lineCode,
  ofHts,
  SERVERS,
} from "../../lib/codes/mod.ts";

Deno.test("a code is written as the schedule prints it, whatever its length", () => {
  assertEquals(
    ["84", "8471", "847150", "84715001", SERVERS].map(lineCode),
    ["84", "8471", "8471.50", "8471.50.01", "8471.50.0150"],
  );
});

Deno.test("goods have the name of their line, heading or chapter; what has none is part of its heading", () => {
  assertEquals(goodsName(SERVERS), "Servers and other processing units");
  assertEquals(goodsName("8708"), "Auto parts");
  assertEquals(goodsName("870829"), "Auto parts");
  assertEquals(goodsName("2914620000", "COENZYME Q10,NESOI"), "Coenzyme q10, nesoi");
  assertEquals(goodsInWords("8708"), "auto parts (HTS 8708)");
  assertEquals(goodsInWords("870829"), "goods of HTS 8708.29 (part of auto parts)");
  assertEquals(goodsInTitle(SERVERS), [
    "servers and other processing units",
    "servers",
    "HTS 8471.50.0150",
  ]);
  assertEquals(goodsInTitle("870829"), ["HTS 8708.29"]);
});

Deno.test("a tariff code is a class of goods; groups of technology stand in a sentence", () => {
  assertEquals([className(ofHts("8708")), classCode(ofHts("870829"))], [
    "Auto parts",
    "HTS 8708.29",
  ]);
  assertEquals(atpInWords("08"), "aerospace products (ATP group 08)");
  assertEquals(atpInWords("total"), "advanced technology products (ATP)");
});
