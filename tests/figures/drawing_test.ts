/** The readers of SVG that the other tests of this room rely on do find faults. */
import { assertEquals } from "@std/assert";
import { drawing, normalised, textFaults, xmlFault } from "./drawing.ts";

const svg = (content: string) =>
  `<svg viewBox="0 0 100 50" font-size="10"><g transform="translate(10,0)">${content}</g></svg>`;

Deno.test("text beyond an edge is found, whatever its anchor, size or group", () => {
  const faults = (content: string) =>
    textFaults(drawing(svg(content))).map((each) => each.slice(0, 7));
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
  assertEquals(textFaults(drawing(two(22))), ["over each other: Mexico | Canada"]);
  assertEquals(textFaults(drawing(two(40))), []);
  const lines = '<text y="10"><tspan x="0" y="0em">a</tspan><tspan x="0" dy="1em">b</tspan></text>';
  assertEquals(drawing(svg(lines)).texts.map(({ bottom }) => Math.round(bottom)), [12, 22]);
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
