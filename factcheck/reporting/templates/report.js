"use strict";
// What the page cannot do without a script: filter the findings, and obey keys.
(() => {
  const $ = (id) => document.getElementById(id);
  const form = $("filter"), shown = $("shown"), keys = $("keys");
  const cards = [...document.querySelectorAll(".finding")];
  const rows = new Map([...document.querySelectorAll("[data-finding]")].map((row) => [row.dataset.finding, row]));
  let texts = null;

  function anchor() {
    try {
      return decodeURIComponent(location.hash.slice(1));
    } catch {
      return ""; // an address that someone wrote by hand
    }
  }

  const wanted = () => Object.fromEntries(new FormData(form));
  const active = (want) => Object.values(want).some((value) => value.trim() !== "");

  function filter() {
    const want = wanted(), words = want.words.toLowerCase().split(/\s+/).filter(Boolean);
    if (words.length) texts ??= cards.map((card) => card.textContent.toLowerCase());
    let count = 0;
    cards.forEach((card, n) => {
      const fits = (!want.severity || card.dataset.severity === want.severity)
        && (!want.kind || card.dataset.kind === want.kind)
        && (!want.documents || card.dataset.documents.split(" ").includes(want.documents))
        && words.every((word) => texts[n].includes(word));
      card.hidden = !fits;
      const row = rows.get(card.id);
      if (row) row.hidden = !fits;
      count += fits;
    });
    form.classList.toggle("active", active(want));
    shown.value = `${count} of ${cards.length}`;
  }

  function clear() {
    form.reset();
    filter();
  }

  // A link may lead to what is filtered away or folded; where it leads, the keyboard goes on from there.
  function arrive() {
    const target = $(anchor());
    if (!target) return;
    if (target.matches(".finding[hidden]")) clear();
    for (let at = target.closest("details"); at; at = at.parentElement.closest("details")) at.open = true;
    if (!target.matches(".panel")) target.scrollIntoView({ block: target.matches("mark, span") ? "center" : "start" });
    (target.querySelector(":scope > a") ?? target).focus({ preventScroll: true });
    point(target);
  }

  // The figure whose evidence is open is marked in the text, and not left under it.
  function point(panel) {
    document.querySelector("mark[data-current]")?.removeAttribute("data-current");
    if (!panel.matches(".panel")) return;
    const mark = $(panel.id.replace("evidence-", "figure-"));
    mark.setAttribute("data-current", "");
    const under = panel.getBoundingClientRect(), over = mark.getBoundingClientRect();
    if (over.right > under.left && over.bottom > under.top) scrollBy(0, over.bottom - under.top + 24);
  }

  function move(by) {
    const open = cards.filter((card) => !card.hidden);
    const here = document.activeElement.closest(".finding") ?? $(anchor());
    let at = open.indexOf(here);
    if (at < 0) at = open.findIndex((card) => card.getBoundingClientRect().top > 0) - (by > 0 ? 1 : 0);
    const next = open[Math.min(Math.max(at + by, 0), open.length - 1)];
    if (!next) return;
    next.scrollIntoView({ block: "start" });
    next.focus({ preventScroll: true });
  }

  function sentence() {
    const card = document.activeElement.closest(".finding");
    card?.querySelector(".place a")?.click();
  }

  function escape() {
    const close = document.querySelector(".panel:target .close a");
    if (close) close.click();
    else if (form && active(wanted())) clear();
    else document.activeElement.blur();
  }

  const commands = {
    "/": () => form?.elements.words.focus(),
    j: () => move(1), n: () => move(1), k: () => move(-1), p: () => move(-1),
    s: sentence,
    "?": () => keys.showModal(),
    Escape: escape,
  };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || keys.open) return;
    const typing = event.target.matches("input[type=search], select, textarea");
    const obeyed = event.key === "Escape" || (!typing && $("obey").checked);
    const command = obeyed ? commands[event.key] : undefined;
    if (!command) return;
    event.preventDefault();
    command();
  });

  let folded = [];
  addEventListener("beforeprint", () => {
    folded = [...document.querySelectorAll("details:not([open]):not(.document)")];
    folded.forEach((details) => { details.open = true; });
  });
  addEventListener("afterprint", () => folded.forEach((details) => { details.open = false; }));

  if (form) {
    form.hidden = false;
    let pending = 0;
    form.addEventListener("input", () => {
      cancelAnimationFrame(pending);
      pending = requestAnimationFrame(filter);
    });
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("reset", () => setTimeout(filter));
    $("ask").addEventListener("click", () => keys.showModal());
    filter();
  }
  addEventListener("hashchange", arrive);
  arrive();
})();
