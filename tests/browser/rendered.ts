/** What a reader sees of a notebook in Jupyter or in nbconvert's page, against what is meant. */
import { parseHTML } from "linkedom";
import type { Page } from "playwright-core";
import type { Chapter } from "../../lib/publish/chapters/notebook.ts";
import { raw } from "../../lib/publish/markup/markdown.ts";
import { convert } from "../../lib/publish/markup/pandoc.ts";

/** A Markdown cell or one output of a code cell, as it is drawn. */
interface Block {
  text: string;
  /** The text without code. */
  prose: string;
  /** Pictures that are drawn, and that have an alternative text. */
  pictures: number;
  broken: number;
  formulas: number;
}

/** What a block is meant to say, and in which cell. */
export interface Meant extends Pick<Block, "text" | "pictures"> {
  cell: number;
}

const PATIENCE_MS = 60_000;
/** Between two looks: each sets the whole notebook, and would take the time that drawing needs. */
const PAUSE_MS = 200;

// deno-lint-ignore no-explicit-any
declare const jupyterapp: any;

/**
 * In the page: every block of the open notebook, or of a page of nbconvert, which has the same
 * classes. MathJax is Jupyter's; that of nbconvert's page looks for the same signs.
 */
async function look(page: string | null): Promise<Block[]> {
  const { content } = jupyterapp.shell.currentWidget;
  let root = content.node as HTMLElement;
  if (page === null) {
    await Promise.all(content.widgets.map(({ ready }: { ready: Promise<void> }) => ready));
  } else {
    root = document.createElement("div");
    root.append(...new DOMParser().parseFromString(page, "text/html").body.childNodes);
    document.body.append(root);
  }
  const blocks: Block[] = [];
  for (const element of root.querySelectorAll<HTMLElement>(".jp-Cell .jp-RenderedHTMLCommon")) {
    element.querySelectorAll(".jp-InternalAnchorLink, .anchor-link").forEach((it) => it.remove());
    await content.rendermime.latexTypesetter.typeset(element);
    const images = [...element.querySelectorAll("img")];
    await Promise.all(images.map((image) => image.decode().catch(() => {})));
    const drawn = images.filter(({ naturalWidth }) => naturalWidth > 0);
    const prose = element.cloneNode(true) as HTMLElement;
    prose.querySelectorAll("code").forEach((it) => it.remove());
    blocks.push({
      text: element.textContent ?? "",
      prose: prose.textContent ?? "",
      pictures: drawn.filter(({ alt }) => alt.trim() !== "").length,
      broken: images.length - drawn.length,
      formulas: element.querySelectorAll("mjx-container, .MathJax").length,
    });
  }
  if (page !== null) root.remove();
  return blocks;
}

/** What chapters are meant to say: their Markdown as the site sets it, their HTML as it is. */
export async function meant(chapters: Chapter[], pandoc: string): Promise<Meant[][]> {
  const blocks = chapters.map(({ cells }) =>
    cells.flatMap(({ kind, number, source, outputs }) => {
      if (kind === "markdown") return [{ cell: number, markdown: source }];
      return outputs.map(({ data }) => {
        const html = data["text/html"];
        const markdown = html === undefined ? data["text/markdown"] : raw("html", String(html));
        return { cell: number, markdown: String(markdown) };
      });
    })
  );
  const divided = blocks.flat().map(({ markdown }) =>
    `${raw("html", `<div class="block">`)}\n\n${markdown}\n\n${raw("html", "</div>")}`
  );
  const html = await convert(pandoc, divided.join("\n\n"), "html");
  const { document } = parseHTML(`<html><body>${html}</body></html>`);
  const drawn = [...document.querySelectorAll(".block")];
  return blocks.map((of) =>
    of.map(({ cell }) => {
      const block = drawn.shift()!;
      return { cell, text: block.textContent, pictures: block.querySelectorAll("img").length };
    })
  );
}

/**
 * What is wrong with what a page shows, each fault with its cell. Drawing may take a while: it is looked
 * at again until nothing is wrong but what is `known`, or patience ends. With `html`, a page of nbconvert
 * is looked at within the page.
 */
export async function faultsOf(
  page: Page,
  wanted: Meant[],
  known: string[] = [],
  html: string | null = null,
): Promise<string[]> {
  const end = performance.now() + PATIENCE_MS;
  while (true) {
    const found = faults(await page.evaluate(look, html), wanted);
    if (String(found) === String(known) || performance.now() > end) return found;
    await page.waitForTimeout(PAUSE_MS);
  }
}

function faults(seen: Block[], wanted: Meant[]): string[] {
  if (seen.length !== wanted.length) {
    return [`${seen.length} cells and outputs are drawn, not ${wanted.length}`];
  }
  return seen.flatMap((block, index) => {
    const { cell, text, pictures } = wanted[index];
    const [is, should] = [plain(block.text), plain(text)];
    const found = [
      block.formulas > 0 && "a formula",
      block.broken > 0 && "a broken picture",
      block.pictures + block.broken < pictures && "a missing picture",
      ...MARKS.map((mark) => mark.exec(block.prose)?.[0] ?? false),
      block.formulas === 0 && is !== should &&
      `«${partingFrom(is, should)}» in place of «${partingFrom(should, is)}»`,
    ];
    return found.filter((it) => it !== false).map((fault) => `cell ${cell}: ${fault}`);
  });
}

/** What stands on no page outside of code: Markdown that was not read, and JavaScript's words for nothing. */
const MARKS = [/\*\*/, /\bundefined\b/, /\bNaN\b/, /\[object \w+\]/];

/** Spaces and the forms of quotes and dashes are each reader's own. */
const plain = (text: string): string =>
  text.replace(/\s/g, "").replace(/[‘’]/g, "'").replace(/[“”]/g, '"').replace(/–|—|-{2,3}/g, "-");

/** The place where a text begins to differ from another. */
function partingFrom(text: string, other: string): string {
  const common = [...text].findIndex((character, index) => character !== other[index]);
  const at = common < 0 ? text.length : common;
  return text.slice(Math.max(0, at - 20), at + 40);
}
