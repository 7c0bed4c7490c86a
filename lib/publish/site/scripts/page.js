/*
 * What a page does beyond being read: colors by choice, code all at once, copies, menus that close, the
 * section where the reader is. Without it everything can still be read.
 */
(() => {
  const root = document.documentElement;
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];

  /** What this reader chose; a browser may forbid to keep it. */
  const kept = {
    get(name) {
      try {
        return localStorage.getItem(name);
      } catch {
        return null;
      }
    },
    set(name, value) {
      try {
        if (value) localStorage.setItem(name, value);
        else localStorage.removeItem(name);
      } catch {
        // The choice holds for this page alone.
      }
    },
  };

  /* Colors: as the system, light, dark. */
  const CHOICES = { "": "Auto", light: "Light", dark: "Dark" };
  for (const button of all("[data-colors]")) {
    const themes = all("meta[name=theme-color]").map((meta) => [meta, meta.content]);
    const show = () => {
      const choice = root.dataset.theme ?? "";
      button.querySelector("[data-choice]").textContent = CHOICES[choice];
      const paper = getComputedStyle(root).getPropertyValue("--paper").trim();
      for (const [meta, content] of themes) meta.content = choice ? paper : content;
    };
    button.addEventListener("click", () => {
      const names = Object.keys(CHOICES);
      const next = names[(names.indexOf(root.dataset.theme ?? "") + 1) % names.length];
      if (next) root.dataset.theme = next;
      else delete root.dataset.theme;
      kept.set("colors", next);
      show();
    });
    show();
  }

  /* Code: all of it open, or all folded. */
  for (const button of all("[data-code]")) {
    const show = (open) => {
      button.setAttribute("aria-pressed", String(open));
      for (const fold of all("details.code")) fold.open = open;
    };
    button.addEventListener("click", () => {
      const open = button.getAttribute("aria-pressed") !== "true";
      kept.set("code", open ? "shown" : "");
      show(open);
    });
    if (kept.get("code")) show(true);
  }

  /* Copies of code and of references. */
  for (const block of all("div.sourceCode")) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "copy";
    button.textContent = "Copy";
    button.addEventListener("click", async () => {
      const done = await copy(block.querySelector("pre"));
      button.textContent = done ? "Copied" : "Press Ctrl+C";
      setTimeout(() => button.textContent = "Copy", 2000);
    });
    button.setAttribute("aria-live", "polite");
    block.append(button);
  }

  /** A page without a secure address has no clipboard: then the text is selected. */
  async function copy(pre) {
    try {
      await navigator.clipboard.writeText(pre.textContent);
      return true;
    } catch {
      getSelection().selectAllChildren(pre);
      return document.execCommand("copy");
    }
  }

  /* Menus close on Escape and on what happens outside. */
  for (const menu of all("details.chapters")) {
    const close = () => menu.open = false;
    document.addEventListener("pointerdown", ({ target }) => menu.contains(target) || close());
    menu.addEventListener("focusout", ({ relatedTarget }) => {
      if (relatedTarget && !menu.contains(relatedTarget)) close();
    });
    menu.addEventListener("keydown", ({ key }) => {
      if (key !== "Escape" || !menu.open) return;
      close();
      menu.querySelector("summary").focus();
    });
  }

  /* The section in which the reader is. */
  const links = new Map(all(".beside li li a").map((link) => [link.hash, link]));
  const headings = all("main h2[id]").filter(({ id }) => links.has(`#${encodeURIComponent(id)}`));
  const mark = () => {
    const here = headings.filter((it) => it.getBoundingClientRect().top < innerHeight / 3).at(-1);
    for (const [hash, link] of links) {
      if (here && hash === `#${encodeURIComponent(here.id)}`) {
        link.setAttribute("aria-current", "location");
      } else link.removeAttribute("aria-current");
    }
  };
  if (headings.length > 0) {
    addEventListener("scroll", () => requestAnimationFrame(mark), { passive: true });
    mark();
  }

  /* Tables and code that do not overflow are out of the keyboard's way; a page that adds some says so. */
  const reachScrolling = (within) => {
    for (const it of all(".scroll", within)) {
      const scrolls = () => it.scrollWidth > it.clientWidth || it.scrollHeight > it.clientHeight;
      const reach = () => scrolls() ? it.tabIndex = 0 : it.removeAttribute("tabindex");
      new ResizeObserver(reach).observe(it);
    }
  };
  globalThis.reachScrolling = reachScrolling;
  reachScrolling(document);

  /* A printed page says where it came from; the address of a file on this machine is nobody's matter. */
  for (const place of all(".address")) {
    if (!location.protocol.startsWith("http")) continue;
    place.textContent = location.href;
    place.hidden = false;
  }
})();
