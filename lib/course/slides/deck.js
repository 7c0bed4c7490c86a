/*
 * A deck: reveal.js with keys of its own. On a screen that is too narrow for slides the file stays a page.
 */
(() => {
  const root = document.documentElement;
  const page = document.getElementById("page-size") ??
    document.head.appendChild(Object.assign(document.createElement("style"), { id: "page-size" }));
  const setPage = (notes) => {
    root.classList.toggle("with-notes", notes);
    page.textContent = `@page { size: 1280px ${notes ? 1656 : 720}px; margin: 0; }`;
  };
  setPage(false);
  if (matchMedia("(max-width: 639.98px)").matches) {
    // The address of a slide, #/answer, is its place on the page.
    const find = () =>
      document.getElementById(location.hash.replace(/^#\/?/, ""))?.scrollIntoView();
    addEventListener("hashchange", find);
    return find();
  }
  root.classList.add("deck");

  const button = (name) => document.querySelector(`[data-do="${name}"]`);

  const notes = () => {
    const shown = !Reveal.getConfig().showNotes;
    Reveal.configure({ showNotes: shown });
    Reveal.layout();
    button("notes").setAttribute("aria-pressed", String(shown));
    setPage(shown);
  };

  const colors = () => {
    const dark = root.dataset.theme
      ? root.dataset.theme === "dark"
      : matchMedia("(prefers-color-scheme: dark)").matches;
    root.dataset.theme = dark ? "light" : "dark";
    try {
      localStorage.setItem("colors", root.dataset.theme);
    } catch {
      // The choice holds for this deck alone.
    }
  };

  Reveal.initialize({
    width: 1280,
    height: 720,
    margin: 0,
    minScale: 0.1,
    maxScale: 4,
    center: false,
    hash: true,
    slideNumber: "c/t",
    transition: "none",
    backgroundTransition: "none",
    scrollActivationWidth: 0,
    // reveal.js reads N as the next slide; the arrows, Space and Page Down do that as well.
    keyboard: { 78: notes, 67: colors },
    plugins: [RevealNotes],
  });
  Reveal.registerKeyboardShortcut("N", "Show the notes, and print them");
  Reveal.registerKeyboardShortcut("C", "Light or dark colors");

  const does = {
    overview: () => Reveal.toggleOverview(),
    notes,
    speaker: () => Reveal.getPlugin("notes").open(),
    colors,
    print: () => print(),
    help: () => Reveal.toggleHelp(),
  };
  for (const [name, run] of Object.entries(does)) {
    button(name).addEventListener("click", ({ currentTarget }) => {
      run();
      // The keys are the slides' again.
      currentTarget.blur();
    });
  }

  /* The bar leaves when nothing moves. */
  let timer;
  const wake = () => {
    root.classList.remove("idle");
    clearTimeout(timer);
    timer = setTimeout(() => root.classList.add("idle"), 3000);
  };
  for (const event of ["pointermove", "pointerdown", "focusin"]) addEventListener(event, wake);
  wake();
})();
