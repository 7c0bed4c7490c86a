/** Names of classes of goods. */
import { assertEquals, assertThrows } from "@std/assert";
import {
  ALL_ATP,
  ALL_GOODS,
  classCode,
  className,
  ofAtpGroup,
  ofNaics,
} from "../../lib/codes/mod.ts";

Deno.test("a class has a title and a code in words", () => {
  assertEquals([ALL_GOODS, ofNaics("334"), ALL_ATP, ofAtpGroup("04")].map(className), [
    "All goods",
    "Computer and electronic products",
    "All ATP",
    "Information and Communications",
  ]);
  assertEquals([ALL_GOODS, ofNaics("334"), ALL_ATP, ofAtpGroup("04")].map(classCode), [
    "all industries",
    "NAICS 334",
    "all ATP groups",
    "ATP group 04",
  ]);
  assertThrows(() => className(ofNaics("999")), RangeError, "unknown NAICS-3");
});
