/** The readers of SVG that the other tests of this room rely on do find faults. */
import { assertEquals } from "@std/assert";
import { drawing, normalised, textFaults, xmlFault } from "./drawing.ts";

const svg = (content: string) =>
  `<svg viewBox="0 0 100 50" font-size="10"><g transform="translate(10,0)">${content}</g></svg>`;

Deno.test("text beyond an edge is found, whatever its anchor, size or group", () => {
  const faults = (content: string) =>
    textFaults(drawing(svg(content))).filter((each) => !each.startsWith("free"))
      .map((each) => each.slice(0, 7));
  assertEquals(faults('<text x="0" y="20">Mexico</text>'), []);
  assertEquals(faults('<text x="70" y="20">Mexico</text>'), ["outside"]);
  assertEquals(faults('<text x="70" y="20" text-anchor="end">Mexico</text>'), []);
  assertEquals(faults('<text x="0" y="20" text-anchor="middle">Mexico</text>'), ["outside"]);
  assertEquals(faults('<text x="0" y="55">Mexico</text>'), ["outside"]);
  assertEquals(faults('<text x="0" y="20" font-size="40">Mexico</text>'), ["outside"]);
});

Deno.test("text over text is found, line by line", () => {
  const two = (y: number) =>
    svg(`<text x="0" y="20">Mexico</text><text transform="translate(10,${y})">Canada</text>`);
  const found = (y: number) =>
    textFaults(drawing(two(y))).filter((each) => !each.startsWith("free"));
  assertEquals(found(22), ["over each other: Mexico | Canada"]);
  assertEquals(found(40), []);
  const lines = '<text y="10"><tspan x="0" y="0em">a</tspan><tspan x="0" dy="1em">b</tspan></text>';
  assertEquals(drawing(svg(lines)).texts.map(({ bottom }) => Math.round(bottom)), [12, 22]);
});

Deno.test("text without a length, or with a wrong one, is found", () => {
  const faults = (attributes: string) =>
    textFaults(
      drawing(svg(`<text y="20" lengthAdjust="spacingAndGlyphs" ${attributes}>ATP</text>`)),
    );
  assertEquals(faults('textLength="19.6"'), []); // 690 + 646 + 639 thousandths of 10 px
  assertEquals(faults('textLength="24"'), ["free: ATP (24)"]);
  assertEquals(textFaults(drawing(svg('<text y="20">ATP</text>'))), ["free: ATP (null)"]);
});

Deno.test("XML that is not well-formed is found", () => {
  assertEquals(xmlFault(svg("<path d='M0'/>"))?.slice(0, 9), "no tag at");
  assertEquals(xmlFault(svg("<g>")), "</svg> closes nothing");
  assertEquals(xmlFault("<svg><g></g>"), "<svg> is not closed");
  assertEquals(xmlFault(svg("<text>a & b</text>")), "bare & in a & b");
  assertEquals(xmlFault(svg('<text x="1">a &#38; b</text><path d="M0,1"/>')), null);
});

Deno.test("a snapshot has an element a line, indented", () => {
  assertEquals(
    normalised('<svg><g><path d="M0.123456,1"/></g></svg>'),
    '<svg>\n  <g>\n    <path d="M0.123,1"/>\n  </g>\n</svg>',
  );
});
