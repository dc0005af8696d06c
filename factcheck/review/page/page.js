"use strict";
// A review in the browser: the list, one finding, its verdict, and what others decide meanwhile.
// HTML comes from the server, where all that people typed or documents hold was escaped; what is put together here is text.
(() => {
  const $ = (id) => document.getElementById(id);
  const token = document.querySelector("meta[name=factcheck-token]").content;
  const me = `${Date.now().toString(36)}-${Math.random().toString(36).slice(2)}`;
  const rows = $("rows"), filter = $("filter"), reason = $("reason"), editor = $("editor"), more = $("more");
  const usual = [...document.querySelectorAll("[data-reason]")];
  const asking = "Reason (needed)";
  const half = new Map(); // reasons half typed, by finding
  let here = null; // the finding on the right: its name and number
  let shown = Promise.resolve(); // settled once it is there
  let taken = ""; // the digit that was taken for a reason
  let pending = ""; // the verdict for which a reason is being typed
  let busy = false; // something is being written down
  let crossed = ""; // the finding on the right where somebody else decided it while it was there
  let version = ""; // what the list was made of: entries and checks
  let listed = 0, showing = 0; // which of several answers is the latest asked for

  // Asking

  async function answer(path, given) {
    let got;
    try {
      got = await fetch(path, given);
    } catch {
      throw new Error("No answer: is factcheck review still running?");
    }
    if (!got.ok) throw Object.assign(new Error((await got.text()).trim() || got.statusText), { status: got.status });
    return got;
  }

  const html = async (path) => (await answer(path)).text();
  const json = async (path) => (await answer(path)).json();
  const post = async (path, body) => (await answer(path, {
    method: "POST",
    headers: { "content-type": "application/json", "x-factcheck-token": token, "x-factcheck-page": me },
    body: JSON.stringify(body),
  })).json();

  function say(words, wrong = false) {
    $("said").textContent = words;
    $("said").classList.toggle("wrong", wrong);
  }

  const complain = (error) => say(error.message, true);
  const name = () => editor.value.trim();
  const fragment = (text) => Object.assign(document.createElement("template"), { innerHTML: text }).content;

  // The list

  const query = (given) => new URLSearchParams({ ...Object.fromEntries(new FormData(filter)), ...given });
  const row = (finding) => rows.querySelector(`[data-finding="${CSS.escape(finding)}"]`);
  const number = (of) => Number(of.dataset.number);
  const isOpen = (of) => !of.classList.contains("done");

  async function list({ top = false } = {}) {
    const mine = ++listed;
    const got = await json(`/rows?${query({ upto: here?.finding ?? "" })}`);
    if (mine !== listed) return true;
    rows.replaceChildren(fragment(got.rows));
    more.hidden = !got.more;
    version = got.version;
    tally(got);
    point();
    if (top && !rows.querySelector("[aria-current]")) $("list").scrollTop = 0;
    return got.known;
  }

  let extending = null;
  function extend() {
    extending ??= (async () => {
      const mine = listed, last = rows.lastElementChild;
      const got = await json(`/rows?${query({ after: last ? number(last) : 0 })}`);
      if (mine !== listed) return;
      rows.append(fragment(got.rows));
      more.hidden = !got.more;
    })().finally(() => { extending = null; });
    return extending;
  }

  function tally(got) {
    progress(got.progress);
    for (const [field, counts] of Object.entries(got.facets)) options(filter.elements[field], counts);
    $("shown").value = `${got.shown} of ${got.facets.state.at(-1)[1]}`;
    filter.classList.toggle("active", narrowed());
  }

  function progress([done, of]) {
    $("progress").value = `${done} of ${of} decided`;
    $("bar").max = Math.max(of, 1);
    $("bar").value = done;
    document.title = `${done} of ${of} decided: factcheck review`;
  }

  function options(select, counts) {
    const chosen = select.value, known = new Map(counts);
    if (select.name !== "state" && chosen && !known.has(chosen)) known.set(chosen, 0);
    const made = [...known].map(([value, n]) => new Option(`${value} (${n})`, value, false, value === chosen));
    select.replaceChildren(...(select.name === "state" ? [] : [new Option("all", "", false, !chosen)]), ...made);
  }

  const narrowed = () => ["words", "severity", "rule", "path"].some((field) => filter.elements[field].value.trim() !== "");

  function point() {
    rows.querySelector("[aria-current]")?.removeAttribute("aria-current");
    const current = here && row(here.finding);
    if (!current) return;
    current.setAttribute("aria-current", "true");
    const box = current.getBoundingClientRect(), frame = $("list").getBoundingClientRect();
    if (box.top < frame.top || box.bottom > frame.bottom) $("list").scrollTop += box.top - frame.top - frame.height / 3;
  }

  // Rows that changed take the place of those that stand there; one that the filter shows and that is not there comes in.
  async function renew(text) {
    const missing = [];
    for (const fresh of [...fragment(text).children]) {
      const old = row(fresh.dataset.finding);
      if (old) old.replaceWith(fresh);
      else missing.push(fresh.dataset.finding);
    }
    if (missing.length) {
      const got = await json(`/rows?${query({ only: missing.join(",") })}`);
      for (const fresh of [...fragment(got.rows).children]) {
        const next = [...rows.children].find((one) => number(one) > number(fresh));
        if (!row(fresh.dataset.finding) && (next || more.hidden)) rows.insertBefore(fresh, next ?? null);
      }
    }
    point();
  }

  async function recount() {
    tally(await json(`/rows?${query({ after: 999999999 })}`));
  }

  // The finding

  function show(finding, at, { focus = true } = {}) {
    if (here && document.activeElement !== reason) {
      half.set(here.finding, reason.value);
      reason.value = half.get(finding) ?? "";
      resting();
    }
    if (here?.finding !== finding) crossed = "";
    here = { finding, number: at };
    history.replaceState(null, "", `#${finding}`);
    point();
    const mine = ++showing;
    shown = (async () => {
      const text = await html(`/finding/${encodeURIComponent(finding)}`);
      if (mine !== showing) return;
      $("case").replaceChildren(fragment(text));
      here.number = number($("finding"));
      document.querySelectorAll(".pane").forEach((pane) => scrollTo(pane));
      $("deciding").hidden = false;
      if (focus && document.activeElement !== reason) arrive();
    })();
    return shown;
  }

  function arrive() {
    $("finding")?.focus({ preventScroll: true });
    $("desk").scrollTop = 0;
    if (getComputedStyle($("desk")).overflowY === "visible") $("desk").scrollIntoView();
  }

  function nothing(words) {
    here = null;
    point();
    history.replaceState(null, "", location.pathname);
    const told = document.createElement("p");
    told.className = "nothing";
    told.textContent = words;
    $("case").replaceChildren(told);
    $("deciding").hidden = true;
  }

  async function standing() {
    if (!here || !$("standing")) return;
    const mine = showing, text = await html(`/finding/${encodeURIComponent(here.finding)}/standing`);
    if (mine === showing) $("standing").replaceChildren(fragment(text));
  }

  // Panes: whole documents, each scrolled to its side's figure

  function scrollTo(pane, figure = "") {
    const page = pane.querySelector(".page");
    const side = [...pane.classList].find((one) => /^s\d$/.test(one));
    const mark = (figure && page.querySelector(`mark[data-figures~="${CSS.escape(figure)}"]`))
      || page.querySelector(`mark.${side}`) || page.querySelector("mark[class]");
    if (!mark) return;
    const place = () => { page.scrollTop += mark.getBoundingClientRect().top - page.getBoundingClientRect().top - page.clientHeight / 3; };
    place();
    requestAnimationFrame(place); // what a long text has above it is laid out only now, and may be higher than was thought
    page.querySelector("[data-here]")?.removeAttribute("data-here");
    if (figure) mark.setAttribute("data-here", "");
  }

  async function turn(pane, doc, figure = "") {
    const select = pane.querySelector("select");
    if (select && select.value !== doc) select.value = doc;
    if (pane.dataset.turned !== doc) {
      const text = await html(`/finding/${encodeURIComponent(here.finding)}/document/${encodeURIComponent(doc)}`);
      pane.querySelector(".page").replaceChildren(fragment(text));
      pane.dataset.turned = doc;
    }
    scrollTo(pane, figure);
  }

  const documents = (pane) => [...pane.querySelectorAll("option")].map((one) => one.value)
    .concat([...pane.querySelectorAll("[data-document]")].map((one) => one.dataset.document));

  async function lead(figure) {
    for (const pane of document.querySelectorAll(".pane")) {
      const held = Object.entries(JSON.parse(pane.dataset.figures));
      const doc = held.find(([known, figures]) => figures.includes(figure) && documents(pane).includes(known))?.[0];
      if (!doc) continue;
      await turn(pane, doc, figure);
      pane.scrollIntoView({ block: "nearest" });
      pane.querySelector(".page").focus({ preventScroll: true });
      return;
    }
  }

  // From one finding to another

  async function move(by) {
    let next = neighbour(by);
    if (!next && by > 0 && !more.hidden) {
      await extend();
      next = neighbour(by);
    }
    if (next) await show(next.dataset.finding, number(next));
  }

  function neighbour(by, fits = () => true) {
    const at = here ? here.number : by > 0 ? 0 : Infinity;
    const all = [...rows.children].filter((one) => (by > 0 ? number(one) > at : number(one) < at) && fits(one));
    return by > 0 ? all[0] : all.at(-1);
  }

  async function onward() {
    let next = neighbour(1, isOpen);
    while (!next && !more.hidden) {
      await extend();
      next = neighbour(1, isOpen);
    }
    next ??= [...rows.children].find(isOpen);
    if (next) return show(next.dataset.finding, number(next));
    await standing();
    say(`${$("said").textContent} ${narrowed() ? "Nothing else is open that the filter shows." : "Nothing else is open."}`.trim());
  }

  // Deciding

  function ask(verdict) {
    pending = verdict;
    $("reason-label").textContent = asking;
    $("deciding").classList.add("asked");
    reason.focus();
  }

  function resting() {
    pending = "";
    $("reason-label").textContent = "Reason";
    $("deciding").classList.remove("asked");
  }

  async function decide(verdict) {
    if (!here || busy) return;
    const why = reason.value.trim(), ticked = [...document.querySelectorAll("[name=beside]:checked")];
    if (verdict === "dismissed" && !why) return ask(verdict);
    if (!name()) return nameless();
    if (crossed === here.finding) {
      crossed = "";
      return say(`${row(here.finding)?.querySelector(".stand")?.textContent ?? "Open again"} meanwhile. Once more decides it all the same.`, true);
    }
    if (verdict === "same_thing" && $("choices") && !ticked.length) {
      say("Of which figure is it the same thing? Tick one.");
      $("choices").querySelector("input")?.focus();
      return;
    }
    const { finding } = here;
    await writing(async () => {
      await shown; // nothing is decided that is not on the screen
      const beside = verdict === "same_thing" ? ticked.map((one) => one.value) : [];
      const got = await post("/decide", { finding, verdict, reason: why, editor: name(), beside });
      half.delete(finding);
      crossed = "";
      reason.value = "";
      resting();
      reason.blur();
      say(`${capital(verdict.replace("_", " "))}. u takes it back.`);
      progress(got.progress);
      await renew(got.rows);
      await onward();
    });
    await recount();
  }

  async function undo(decision = null) {
    if (busy) return;
    if (!name()) return nameless();
    await writing(async () => {
      const got = await post("/undo", { editor: name(), decision });
      if (!got.finding) return say("There is nothing of yours to take back.");
      say(got.known ? "Taken back." : "Taken back; the texts have no such finding any more.");
      progress(got.progress);
      await renew(got.rows);
      if (got.known) await show(got.finding, 0);
    });
    await recount();
  }

  async function writing(work) {
    busy = true;
    $("deciding").setAttribute("aria-busy", "true");
    try {
      await work();
    } catch (error) {
      complain(error);
    } finally {
      busy = false;
      $("deciding").removeAttribute("aria-busy");
    }
  }

  function nameless() {
    say("Who decides? Give your name.", true);
    editor.focus();
  }

  function pick(n, focus) {
    if (!usual[n - 1] || !here) return;
    reason.value = usual[n - 1].dataset.reason;
    taken = "";
    document.querySelector(".templates").open = false;
    if (focus) reason.focus();
  }

  const capital = (words) => words.charAt(0).toUpperCase() + words.slice(1);

  // History, and what a new check changed

  async function past() {
    $("past-told").replaceChildren(fragment(await html("/history")));
    if (!$("past").open) $("past").showModal();
  }

  async function check() {
    try {
      await connection; // what it shows comes by it
      await post("/check", {});
    } catch (error) {
      complain(error);
    }
  }

  function checking(runs) {
    $("check").disabled = runs;
    $("check").textContent = runs ? "Checking …" : "Check again";
  }

  async function checked() {
    checking(false);
    say("Checked again.");
    $("changes-told").replaceChildren(fragment(await html("/changes")));
    $("changes").hidden = false;
    await again();
    $("desk").scrollTop = 0;
  }

  // Everything anew, at the same place: after a check, and after a time without a connection.
  async function again() {
    const known = await list();
    if (!here) return first();
    const at = here.number;
    if (known) return show(here.finding, at, { focus: false });
    here = { finding: "", number: at - 1 };
    await onward();
    if (here?.finding === "") nothing("That finding is gone, and nothing else is open.");
    return undefined;
  }

  // What others do

  async function decided({ findings, page }) {
    if (page === me) return;
    if (!findings.length) {
      await again();
      return;
    }
    const before = findings.map((one) => row(one)?.dataset.decision);
    const got = await json(`/rows?${new URLSearchParams({ only: findings.join(","), state: "all" })}`);
    progress(got.progress);
    await renew(got.rows);
    const news = findings.filter((one, n) => before[n] !== undefined && row(one)?.dataset.decision !== before[n]);
    if (news.length === 1) say(`${row(news[0]).querySelector(".stand")?.textContent ?? "open again"}: ${row(news[0]).querySelector(".statement").textContent}`);
    else if (news.length) say(`${news.length} findings stand otherwise now.`);
    if (here && findings.includes(here.finding)) {
      crossed = row(here.finding)?.dataset.decision ? here.finding : "";
      await standing();
    }
    await recount();
    if ($("past").open) await past();
  }

  let stream = null, missed = false, connected;
  const connection = new Promise((done) => { connected = done; });
  function listen() {
    if (stream || document.hidden) return;
    stream = new EventSource("/events");
    const hear = (kind, act) => stream.addEventListener(kind, (event) => act(JSON.parse(event.data)).catch(complain));
    hear("decided", decided);
    hear("checking", async () => checking(true));
    hear("checked", checked);
    hear("failed", async ({ problem }) => { checking(false); say(`The check could not be run again; what is here is the last one. ${problem}`, true); });
    hear("here", async (now) => {
      connected();
      checking(now.checking);
      if (now.version !== version) await again();
      if (missed) say("Connected again.");
      missed = false;
    });
    stream.addEventListener("error", () => {
      missed = true;
      say("Not connected: factcheck review has ended, or was started anew at another address.", true);
    });
  }

  // A page that nobody sees holds no connection: a browser has few of them for one server.
  document.addEventListener("visibilitychange", () => {
    if (document.hidden) {
      stream?.close();
      stream = null;
    } else listen();
  });

  // Keys and clicks

  const commands = {
    j: () => move(1), k: () => move(-1),
    c: () => decide("confirmed"), d: () => decide("dismissed"), x: () => decide("different_things"),
    s: () => decide("same_thing"), f: () => decide("fixed"), u: () => undo(),
    "/": () => { $("narrow").open = true; filter.elements.words.focus(); },
    a: () => cycle(), h: past, r: check,
    "?": () => $("keys").showModal(),
    Enter: () => here && reason.focus(),
    Escape: () => escape(),
  };
  for (let n = 1; n <= usual.length; n += 1) commands[n] = () => pick(n, false);

  function cycle() {
    const select = filter.elements.state;
    select.selectedIndex = (select.selectedIndex + 1) % select.length;
    return list({ top: true });
  }

  function escape() {
    if (!$("changes").hidden) $("changes").hidden = true;
    else if (narrowed()) return clear();
    return undefined;
  }

  function clear() {
    filter.reset();
    return list({ top: true });
  }

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || document.querySelector("dialog[open]")) return;
    if (event.target === reason) return inReason(event);
    const typing = event.target.matches("input:not([type=checkbox]), select, textarea");
    if (typing) {
      if (event.key === "Escape" || (event.key === "Enter" && !event.target.matches("select"))) {
        event.preventDefault();
        event.target.blur();
        arrive();
      }
      return undefined;
    }
    if (event.key === "Enter" && event.target.closest("a, button, summary, input")) return undefined;
    const command = event.key === "Escape" || $("obey").checked ? commands[event.key] : undefined;
    if (!command) return undefined;
    event.preventDefault();
    if (event.repeat && !"jk".includes(event.key)) return undefined;
    return Promise.resolve(command()).catch(complain);
  });

  function inReason(event) {
    if (event.key === "Escape") {
      event.preventDefault();
      resting();
      arrive();
    } else if (event.key === "Enter") {
      event.preventDefault();
      if (pending) decide(pending);
      else arrive();
    } else if (/^[1-9]$/.test(event.key) && reason.value === "" && usual[event.key - 1]) {
      event.preventDefault();
      pick(Number(event.key), true);
      taken = event.key;
    }
  }

  // "290 is the older count": the 2 was no reason's
  function spelt() {
    const told = taken && usual[taken - 1].dataset.reason;
    if (!told || !reason.value.startsWith(told)) {
      taken = "";
      return;
    }
    const rest = reason.value.slice(told.length);
    if (/^(?:[.,]?\p{N}|\p{L}|%)$/u.test(rest)) reason.value = taken + rest;
  }

  reason.addEventListener("input", spelt);
  rows.addEventListener("click", (event) => {
    const one = event.target.closest("li");
    if (!one || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    show(one.dataset.finding, number(one)).catch(complain);
  });

  document.addEventListener("click", (event) => {
    const figure = event.target.closest('a[href^="#figure-"]');
    const verdict = event.target.closest("[data-verdict]"), told = event.target.closest("[data-reason]");
    const back = event.target.closest("[data-back]"), other = event.target.closest("#changes a[href^='#']");
    let done;
    if (figure) done = lead(figure.hash.replace("#figure-", ""));
    else if (other) done = show(other.hash.slice(1), 0);
    else if (verdict) done = decide(verdict.dataset.verdict);
    else if (told) done = pick(usual.indexOf(told) + 1, true);
    else if (back) done = undo(back.dataset.back).then(past);
    else return;
    event.preventDefault();
    Promise.resolve(done).catch(complain);
  });

  $("case").addEventListener("change", (event) => {
    const pane = event.target.closest(".pane"), panes = [...document.querySelectorAll(".pane")];
    if (pane && event.target.matches("select")) turn(pane, event.target.value).catch(complain);
    else if (event.target.matches("[name=beside]") && panes.length) turn(panes.at(-1), event.target.dataset.document, event.target.value).catch(complain);
  });

  let waiting = 0;
  filter.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => list({ top: true }).catch(complain), 60);
  });
  filter.addEventListener("submit", (event) => event.preventDefault());
  filter.addEventListener("reset", () => setTimeout(() => list({ top: true }).catch(complain)));
  $("deciding").addEventListener("submit", (event) => event.preventDefault());
  $("undo").addEventListener("click", () => undo().catch(complain));
  $("check").addEventListener("click", check);
  $("look-back").addEventListener("click", () => past().catch(complain));
  $("ask").addEventListener("click", () => $("keys").showModal());
  $("changes-close").addEventListener("click", () => { $("changes").hidden = true; });
  more.addEventListener("click", () => extend().catch(complain));
  new IntersectionObserver((seen) => {
    if (seen.some((one) => one.isIntersecting) && !more.hidden) extend().catch(complain);
  }, { root: $("list"), rootMargin: "600px" }).observe(more);
  addEventListener("hashchange", () => {
    const wanted = decodeURIComponent(location.hash.slice(1));
    if (row(wanted) && wanted !== here?.finding) show(wanted, 0).catch(complain);
  });

  // Who decides: the name is kept in this browser, for as long as the page is started with the same one

  const remembered = () => {
    try {
      const kept = JSON.parse(localStorage.getItem("factcheck-editor") ?? "null");
      return kept?.from === editor.dataset.default ? kept.name : editor.dataset.default;
    } catch {
      return editor.dataset.default;
    }
  };
  editor.value = remembered();
  editor.addEventListener("change", () => {
    try {
      localStorage.setItem("factcheck-editor", JSON.stringify({ from: editor.dataset.default, name: name() }));
    } catch {
      // a browser that keeps nothing: the name holds until the page is closed
    }
  });

  // Beginning: where the address says, else at the first open finding

  function first() {
    const one = [...rows.children].find(isOpen) ?? rows.firstElementChild;
    if (one) return show(one.dataset.finding, number(one), { focus: false });
    return nothing($("bar").value ? "Everything is decided." : "There is nothing to decide.");
  }

  async function begin() {
    const wanted = location.hash.slice(1);
    if (wanted) here = { finding: wanted, number: 0 };
    const known = await list();
    say("? lists the keys.");
    if (wanted && known) return show(wanted, 0, { focus: false });
    here = null;
    return first();
  }
  // Where there is room the filter is always there; else it is folded.
  const roomy = matchMedia("(min-width: 56rem) and (min-height: 30rem)");
  const fold = () => { $("narrow").open = roomy.matches; };
  roomy.addEventListener("change", fold);
  fold();
  begin().then(listen, complain);
})();
