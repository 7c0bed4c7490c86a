/*
 * The search: "/" or its button opens it. It looks through headings, figures and claims, which
 * search-index.js brings at the first opening; accents and capitals do not matter.
 */
(() => {
  const dialog = document.getElementById("search");
  const [button] = document.querySelectorAll("[data-search]");
  if (!dialog?.showModal) {
    if (button) button.hidden = true;
    return;
  }
  const input = dialog.querySelector("input");
  const status = dialog.querySelector("[role=status]");
  const list = dialog.querySelector("ol");
  const MOST = 30;

  const plain = (text) =>
    text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replaceAll("’", "'");

  /** The index with each text made plain, once. */
  let index;
  const load = () =>
    index ??= new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = "search-index.js";
      script.onload = () =>
        resolve(
          globalThis.searchIndex.map(([kind, text, href, place]) => ({
            plain: plain(`${text} ${kind} ${place}`),
            ...{ kind, text, href, place },
          })),
        );
      script.onerror = reject;
      document.head.append(script);
    });

  /** Entries that hold every word; those where a word begins so stand first. */
  function found(entries, words) {
    const begins = ({ plain }) => words.filter((word) => ` ${plain}`.includes(` ${word}`)).length;
    return entries.filter(({ plain }) => words.every((word) => plain.includes(word)))
      .sort((a, b) => begins(b) - begins(a));
  }

  function item({ kind, text, href, place }) {
    const link = document.createElement("a");
    link.href = href;
    const about = document.createElement("small");
    about.textContent = kind === "Chapter" ? place : `${kind} · ${place}`;
    link.append(text, " ", about);
    const li = document.createElement("li");
    li.append(link);
    return li;
  }

  async function look() {
    const words = plain(input.value).split(/\s+/).filter((word) => word);
    const asked = input.value.trim();
    let hits = [];
    try {
      hits = words.length > 0 ? found(await load(), words) : [];
    } catch {
      status.textContent = "The search has no index here: search-index.js is missing.";
      return;
    }
    if (asked !== input.value.trim()) return;
    list.replaceChildren(...hits.slice(0, MOST).map(item));
    const some = hits.length > MOST ? `The first ${MOST} of ${hits.length}` : `${hits.length}`;
    status.textContent = words.length === 0
      ? ""
      : hits.length === 0
      ? `No heading, figure or claim has “${asked}”.`
      : `${some} ${hits.length === 1 ? "result" : "results"}`;
  }

  function open() {
    load().catch(() => {});
    dialog.showModal();
    input.select();
  }

  button.addEventListener("click", open);
  addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || dialog.open) return;
    if (event.target.closest?.("input, textarea, select, [contenteditable]")) return;
    event.preventDefault();
    open();
  });
  input.addEventListener("input", look);

  /* Down and up go through the results; the first is what Enter opens. */
  dialog.addEventListener("keydown", (event) => {
    const stops = [input, ...list.querySelectorAll("a")];
    const at = stops.indexOf(document.activeElement);
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && at >= 0) {
      event.preventDefault();
      stops[Math.max(0, Math.min(stops.length - 1, at + step))].focus();
    } else if (event.key === "Enter" && document.activeElement === input) {
      event.preventDefault();
      stops[1]?.click();
    } else if (event.key === "Escape") {
      // Else a browser empties the field first, and closes at the second time.
      event.preventDefault();
      dialog.close();
    }
  });
  /* A click beside the dialog closes it, and so does following a link of this page. */
  dialog.addEventListener("click", ({ target }) => {
    if (target === dialog || target.closest("a")) dialog.close();
  });
})();
