/** Wide parts of a page. The explorer uses this too: it stays apart from all that knows chapters. */
import { carded } from "./cards.ts";

/** Formulas on lines of their own, each in a paragraph as pandoc has it. */
const FORMULA = /<p>(<math display="block"[\s\S]*?<\/math>)<\/p>/g;

/** Tables and formulas that scroll by themselves on a narrow page; the keyboard reaches those that do. */
export function scrolling(html: string): string {
  const formulas = html.replace(
    FORMULA,
    `<div class="scroll formula" role="group" tabindex="0" aria-label="Formula">$1</div>`,
  );
  return formulas.replace(/<table\b[\s\S]*?<\/table>/g, (table) => {
    const caption = /<caption>(.*?)<\/caption>/s.exec(table)?.[1].replace(/<[^>]+>/g, "");
    const label = (caption ?? "Table").replaceAll('"', "&quot;");
    return `<div class="scroll" role="group" tabindex="0" aria-label="${label}">${
      carded(table)
    }</div>`;
  });
}
