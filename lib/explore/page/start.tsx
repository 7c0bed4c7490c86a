/** Puts the explorer into its page. */
import "./older.ts";
import { hydrate, render } from "preact";
import { Explorer } from "./explorer.tsx";
import { firstAnswer } from "./first.ts";
import { SETTINGS, type Settings, type Sources } from "./sources.ts";

/**
 * Brings the page to life: where it opens with the question that it was built with, its answer stays as it
 * is; else it gives way to what the address asks.
 */
export async function start(sources: Sources): Promise<void> {
  const settings = JSON.parse(document.getElementById(SETTINGS)!.textContent!) as Settings;
  const embedded = document.documentElement.classList.contains("embedded");
  const root = document.getElementById("explorer")!;
  // Where its data are missing the page says so, as it does of any question.
  const first = location.hash || embedded
    ? undefined
    : await firstAnswer(sources, settings).catch(() => undefined);
  const explorer = <Explorer {...{ sources, settings, embedded, first }} />;
  if (first && !location.hash) hydrate(explorer, root);
  else {
    root.replaceChildren();
    render(explorer, root);
  }
  root.removeAttribute("aria-busy");
}
