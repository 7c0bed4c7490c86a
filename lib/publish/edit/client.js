/*
 * In each page that `deno task edit` serves: shows it anew when something that it is made of has changed,
 * at the place where it is, and says what is being done and what failed. No part of the site.
 */
(() => {
  const script = document.currentScript;
  const page = decodeURIComponent(location.pathname).slice(1) || "index.html";
  const PLACE = "edit-place";

  /* The place in the text: what stands first on the screen, and how far from its edge. */
  const blocks =
    () => [...document.querySelectorAll("main :is(h1, h2, h3, p, li, figure, tr, pre)")];
  const folds = () => [...document.querySelectorAll("details")];
  const says = (block) => block.textContent.slice(0, 300);

  function keepPlace() {
    const all = blocks();
    const at = all.findIndex((block) =>
      block.checkVisibility?.() !== false && block.getBoundingClientRect().bottom > 0
    );
    const block = all[at];
    const place = {
      ...{ page, at, y: scrollY, open: folds().map((fold) => fold.open) },
      ...(block && { text: says(block), top: block.getBoundingClientRect().top }),
    };
    sessionStorage.setItem(PLACE, JSON.stringify(place));
  }

  function takePlace() {
    const kept = JSON.parse(sessionStorage.getItem(PLACE) ?? "null");
    sessionStorage.removeItem(PLACE);
    if (kept?.page !== page) return;
    history.scrollRestoration = "manual";
    const all = folds();
    if (all.length === kept.open.length) all.forEach((fold, at) => fold.open = kept.open[at]);
    const move = () => {
      const near = (a, b) => Math.abs(a.at - kept.at) - Math.abs(b.at - kept.at);
      const list = blocks().map((block, at) => ({ block, at }));
      const [found = list[kept.at]] = list.filter(({ block }) => says(block) === kept.text).sort(
        near,
      );
      const top = found && kept.y > 0
        ? scrollY + found.block.getBoundingClientRect().top - kept.top
        : kept.y;
      scrollTo({ top, behavior: "instant" });
    };
    move();
    // The type may come later, and lines break anew.
    document.fonts.ready.then(move).then(() => history.scrollRestoration = "auto");
  }
  addEventListener("DOMContentLoaded", takePlace);

  /* Changes: a style is put in place of the earlier one, anything else needs the page anew. */
  const pathOf = (url) => decodeURIComponent(new URL(url, location.href).pathname).slice(1);

  function takeUp(changed) {
    const loaded = performance.getEntriesByType("resource").map(({ name }) => pathOf(name));
    const mine = changed.filter((file) => file === page || loaded.includes(file));
    const styles = [...document.querySelectorAll("link[rel=stylesheet]")];
    if (mine.some((file) => !styles.some(({ href }) => pathOf(href) === file))) {
      keepPlace();
      location.reload();
      return;
    }
    for (const style of styles.filter(({ href }) => mine.includes(pathOf(href)))) {
      const next = style.cloneNode();
      next.href = `${style.href.split("?")[0]}?${Date.now()}`;
      next.addEventListener("load", () => style.remove());
      style.after(next);
    }
  }

  /* What is said: apart from the page's own style, in its colors. */
  const STYLE = `
:host { all: initial; position: fixed; z-index: 1000; inset: auto 0 0; pointer-events: none;
  display: flex; flex-direction: column; align-items: flex-end;
  font: 14px/1.45 var(--font, system-ui, sans-serif); color: var(--ink, #1b1e22); }
@media print { :host { display: none; } }
[hidden] { display: none !important; }
div, details { pointer-events: auto; box-sizing: border-box; max-width: 100%;
  background: var(--paper, #fff); border: 1px solid var(--muted, #5b6570); }
.note { margin: 0 8px 8px; padding: 4px 10px; border-radius: 6px;
  box-shadow: 0 1px 6px var(--shade, rgba(0, 0, 0, .15)); max-width: calc(100% - 16px); }
.problems { width: 100%; max-height: 45vh; overflow: auto; padding: 10px 16px 12px;
  border-width: 3px 0 0; border-color: var(--alarm); }
.problems b { color: var(--alarm); }
.note, .problems { --alarm: light-dark(#b3261e, #ff8a80); color-scheme: inherit; }
pre { margin: 8px 0 0; white-space: pre-wrap; overflow-wrap: anywhere;
  font: 12.5px/1.45 ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; }
summary { cursor: pointer; }
details[open] { max-height: 45vh; overflow: auto; }
:focus-visible { outline: 2px solid var(--link, #1a5a96); outline-offset: 1px; }
.working::before { content: ""; display: inline-block; width: 8px; height: 8px; margin-right: 8px;
  border-radius: 50%; background: var(--mark, #004f62); animation: beat 1s ease-in-out infinite alternate; }
@keyframes beat { to { opacity: .2; } }
@media (prefers-reduced-motion: reduce) { .working::before { animation: none; } }
`;
  const host = document.createElement("edit-notes");
  const root = host.attachShadow({ mode: "open" });
  root.innerHTML = `<style>${STYLE}</style>
<div class="note working" role="status" hidden></div>
<details class="note findings" hidden><summary></summary><pre></pre></details>
<div class="problems" role="alert" tabindex="0" hidden><b></b><pre></pre></div>`;
  const [working, findings, problems] = [".working", ".findings", ".problems"]
    .map((name) => root.querySelector(name));

  const say = (element, texts, head, of = element.querySelector("summary, b")) => {
    element.hidden = texts.length === 0;
    if (of) of.textContent = head;
    (element.querySelector("pre") ?? element).textContent = texts.join("\n\n");
  };

  function show(state) {
    say(working, [state.working].filter(Boolean));
    const many = state.findings.length;
    say(findings, state.findings, `${many} finding${many === 1 ? "" : "s"} of the gates`);
    say(
      problems,
      state.problems,
      "What was saved cannot be shown. The pages are as they were before.",
    );
    // So that the end of the page can be read above them.
    document.body.style.paddingBottom = problems.hidden ? "" : `${problems.offsetHeight}px`;
  }

  /* The line to the server; when it is back, it says what has changed meanwhile. */
  function connect() {
    const query = new URLSearchParams({ page, version: script.dataset.version });
    const socket = new WebSocket(`ws://${location.host}/~edit/socket?${query}`);
    const look = () => document.hidden || socket.readyState !== 1 || socket.send("seen");
    socket.addEventListener("message", ({ data }) => {
      const { changed, ...state } = JSON.parse(data);
      show(state);
      takeUp(changed);
    });
    socket.addEventListener("close", () => {
      document.removeEventListener("visibilitychange", look);
      show({ working: "", findings: [], problems: [] });
      say(working, ["deno task edit does not run: saves are not shown"]);
      setTimeout(connect, 1000);
    });
    document.addEventListener("visibilitychange", look);
  }

  document.body.append(host);
  connect();
})();
