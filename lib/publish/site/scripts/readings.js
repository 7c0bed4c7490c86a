/*
 * What a pointer, a finger or the arrow keys read from a chart: a line at the place, and the values of all
 * series there, taken from the figure's table. Each panel is a slider, so that a screen reader says them.
 * A click on a name, or the keys up and down, bring one series forward. Without this script the page
 * lacks nothing but that: the values stand in the table.
 */
"use strict";
(() => {
  const KEYS =
    "Left and right arrow keys, Home and End: through time. Up and down: one series brought " +
    "forward. Escape: all again.";
  /** How near a line a click must be, in px of the screen. */
  const NEAR = 20;
  /** From the line across to the values beside it. */
  const BESIDE = 12;

  const make = (name, properties = {}, ...children) => {
    const element = Object.assign(document.createElement(name), properties);
    element.append(...children);
    return element;
  };
  const draw = (name, attributes) => {
    const element = document.createElementNS("http://www.w3.org/2000/svg", name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    return element;
  };
  const swatch = (colour) => {
    const svg = draw("svg", { viewBox: "0 0 10 10", "aria-hidden": "true" });
    svg.append(draw("rect", { width: 10, height: 10, fill: colour }));
    return svg;
  };

  /** Brings one series of a figure forward, or all again. */
  function bring(figure, name) {
    figure.front = name;
    for (const mark of figure.querySelectorAll("svg [data-series]")) {
      mark.classList.toggle("faint", name !== undefined && mark.dataset.series !== name);
    }
    for (const row of figure.querySelectorAll(".readout [data-series]")) {
      row.classList.toggle("front", row.dataset.series === name);
    }
  }

  /** A panel of one drawing: its slider, its line across, and the values beside it. */
  function panel(figure, drawing, [box, xs, ...heights], table) {
    const svg = drawing.querySelector("svg");
    const { width, height } = svg.viewBox.baseVal;
    const [left, top, right, bottom] = box;
    const part = (px, whole) => `${(100 * px) / whole}%`;
    const rows = [...table.tBodies[0].rows].map(({ cells }) =>
      [...cells].map((it) => it.textContent)
    );
    const series = [...table.tHead.rows[0].cells].slice(1).map(({ dataset }, index) => ({
      name: dataset.series,
      colour: dataset.colour,
      y: heights[index],
      value: (at) => rows[at][index + 1],
    }));
    const slider = make("div", { className: "reader", tabIndex: 0 });
    const readout = make("div", { className: "readout", hidden: true, ariaHidden: "true" });
    const cross = draw("g", { class: "cross", visibility: "hidden" });
    const scale = () => svg.getBoundingClientRect().width / width;
    let at = xs.length - 1;

    /** What has a value here, from the top of the picture to its bottom. */
    const here = () =>
      series.filter(({ y }) => y[at] !== null).sort((one, other) => one.y[at] - other.y[at]);
    const said = () => {
      const front = here().filter(({ name }) => name === figure.front);
      const values = (front.length > 0 ? front : here()).map((it) => `${it.name} ${it.value(at)}`);
      return `${rows[at][0]}: ${values.join(", ")}`;
    };
    const tell = () => {
      slider.setAttribute("aria-valuenow", at);
      slider.setAttribute("aria-valuetext", said());
    };
    const hide = () => {
      cross.setAttribute("visibility", "hidden");
      readout.hidden = true;
    };
    const show = (place) => {
      at = Math.max(0, Math.min(xs.length - 1, place));
      tell();
      const x = xs[at];
      cross.replaceChildren(
        draw("line", { x1: x, x2: x, y1: top, y2: bottom }),
        ...here().map(({ name, y, colour }) =>
          draw("circle", {
            ...{ cx: x, cy: y[at], r: 4, fill: colour },
            "data-series": name,
          })
        ),
      );
      cross.setAttribute("visibility", "visible");
      const items = here().map((it) => {
        const row = make("li", {}, swatch(it.colour), it.name, " ", make("b", {}, it.value(at)));
        row.dataset.series = it.name;
        return row;
      });
      readout.replaceChildren(make("p", {}, rows[at][0]), make("ul", {}, ...items));
      readout.hidden = false;
      bring(figure, figure.front);
      const [px, room] = [x * scale(), drawing.clientWidth - readout.offsetWidth];
      const beside = x > (left + right) / 2 ? px - BESIDE - readout.offsetWidth : px + BESIDE;
      readout.style.left = `${Math.max(0, Math.min(room, beside))}px`;
    };
    const placeOf = ({ clientX }) => {
      const px = (clientX - svg.getBoundingClientRect().left) / scale();
      return xs.reduce(
        (best, x, index) => Math.abs(x - px) < Math.abs(xs[best] - px) ? index : best,
        0,
      );
    };

    slider.addEventListener("pointermove", (event) => show(placeOf(event)));
    slider.addEventListener("pointerdown", (event) => show(placeOf(event)));
    slider.addEventListener("pointerleave", ({ pointerType }) => {
      if (pointerType === "mouse" && document.activeElement !== slider) hide();
    });
    slider.addEventListener("click", ({ clientY }) => {
      const px = (clientY - svg.getBoundingClientRect().top) / scale();
      const distance = ({ y }) => Math.abs(y[at] - px);
      const [nearest] = here().sort((a, b) => distance(a) - distance(b));
      const isNear = nearest && distance(nearest) * scale() < NEAR && nearest.name !== figure.front;
      bring(figure, isNear ? nearest.name : undefined);
      tell();
    });
    slider.addEventListener("focus", () => show(at));
    slider.addEventListener("blur", hide);
    slider.addEventListener("keydown", (event) => {
      const step =
        { ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: xs.length - 1 }[event.key];
      const turn = { ArrowUp: -1, ArrowDown: 1 }[event.key];
      if (turn) {
        const names = [undefined, ...series.map(({ name }) => name)];
        const next = names.indexOf(figure.front) + turn;
        bring(figure, names.at(next % names.length));
      } else if (event.key === "Escape") bring(figure, undefined);
      else if (step === undefined) return;
      event.preventDefault();
      show(step ?? at);
      if (event.key === "Escape") hide();
    });

    Object.entries({
      role: "slider",
      "aria-label": `Values of ${table.caption.textContent}`,
      "aria-describedby": "reading-keys",
      "aria-valuemin": 0,
      "aria-valuemax": xs.length - 1,
    }).forEach(([name, value]) => slider.setAttribute(name, value));
    Object.assign(slider.style, {
      left: part(left, width),
      top: part(top, height),
      width: part(right - left, width),
      height: part(bottom - top, height),
    });
    readout.style.top = part(top, height);
    svg.append(cross);
    drawing.append(slider, readout);
    tell();
  }

  /** Makes a figure of the page readable; a page that draws one later calls it again. */
  function read(figure) {
    const tables = figure.querySelectorAll(".values table");
    for (const drawing of figure.querySelectorAll("[data-panels]")) {
      JSON.parse(drawing.dataset.panels).forEach((it, index) =>
        panel(figure, drawing, it, tables[index])
      );
    }
    for (const svg of figure.querySelectorAll(".wide > svg, .narrow > svg")) {
      svg.addEventListener("click", ({ target }) => {
        const name = target.closest("[data-series]")?.dataset.series;
        bring(figure, name === figure.front ? undefined : name);
      });
      if (svg.querySelector("[data-series]")) svg.classList.add("named");
    }
    for (const code of figure.querySelectorAll(".embed code")) {
      const page = figure.querySelector(".embed a");
      const isServed = location.protocol.startsWith("http");
      if (isServed) {
        code.textContent = code.textContent.replace(page.getAttribute("href"), page.href);
      }
    }
  }
  globalThis.readFigure = read;
  document.querySelectorAll("figure").forEach(read);
  document.body.append(make("p", { id: "reading-keys", hidden: true }, KEYS));
})();
