/** Puts the explorer into its page. */
import "./older.ts";
import { render } from "preact";
import { Explorer } from "./explorer.tsx";
import { SETTINGS, type Settings, type Sources } from "./sources.ts";

export function start(sources: Sources): void {
  const settings = JSON.parse(document.getElementById(SETTINGS)!.textContent!) as Settings;
  const embedded = document.documentElement.classList.contains("embedded");
  const explorer = <Explorer sources={sources} settings={settings} embedded={embedded} />;
  render(explorer, document.getElementById("explorer")!);
}
