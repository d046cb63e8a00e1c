// The desk's small moves: keys and selection in review, marking words, uploads one by one. Everything here has a way
// without it: forms post, links lead.
"use strict";
(() => {
  const $ = (q, root = document) => root.querySelector(q);
  const $$ = (q, root = document) => [...root.querySelectorAll(q)];

  // -- review ---------------------------------------------------------------------------------------------------------
  const review = $("#review");
  let current = null, lastTicked = null;

  const cards = () => $$("#cards .proposal");
  const card = (id) => document.getElementById("p-" + id);

  // Scrolls the column alone; on a narrow screen, where columns do not scroll, the page.
  function show(e, centred) {
    const box = e.closest(".left, .right");
    if (!box || box.scrollHeight <= box.clientHeight) { e.scrollIntoView({ block: centred ? "center" : "nearest" }); return; }
    const a = e.getBoundingClientRect(), b = box.getBoundingClientRect(), head = box.classList.contains("right") ? 56 : 8;
    if (centred) box.scrollTop += a.top - b.top - b.height / 3;
    else if (a.top < b.top + head) box.scrollTop += a.top - b.top - head;
    else if (a.bottom > b.bottom - 8) box.scrollTop += Math.min(a.bottom - b.bottom + 8, a.top - b.top - head);
  }

  function go(to, { text = true, scroll = true } = {}) {
    if (!to) return;
    $$(".current").forEach((e) => e.classList.remove("current"));
    current = to.dataset.id;
    to.classList.add("current");
    to.focus({ preventScroll: true });
    if (scroll) show(to, false);
    const spans = $$(`#text [data-ids~="${CSS.escape(current)}"]`);
    spans.forEach((s) => s.classList.add("current"));
    if (text && spans.length) show(spans[0], true);
  }

  function step(by) {
    const all = cards();
    const at = all.findIndex((c) => c.dataset.id === current);
    go(all[Math.max(0, Math.min(all.length - 1, at + by))]);
  }

  function next() {
    const all = cards();
    const at = all.findIndex((c) => c.dataset.id === current);
    go([...all.slice(at + 1), ...all.slice(0, at + 1)].find((c) => c.classList.contains("open")) || all[at]);
  }

  function press(name) {
    const here = current && card(current);
    const button = here && $(`[data-do="${name}"]`, here);
    if (button) button.click();
  }

  function ticked() {
    const n = $$("#cards [name=id]:checked").length;
    $("#bulk .count").textContent = n ? String(n) : "";
    $$("#bulk [name=act]").forEach((b) => { b.disabled = !n; });
  }

  function tick(box, range) {
    const boxes = $$("#cards [name=id]");
    const from = boxes.indexOf(lastTicked), to = boxes.indexOf(box);
    if (range && from >= 0) boxes.slice(Math.min(from, to), Math.max(from, to) + 1).forEach((b) => { b.checked = box.checked; });
    lastTicked = box;
    ticked();
  }

  // Offsets count characters of the source as Python does: by code point.
  function place(node, offset) {
    const span = (node.nodeType === 3 ? node.parentElement : node).closest("[data-s]");
    if (!span) return null;
    const text = node.nodeType === 3 ? node.textContent.slice(0, offset) : "";
    return Number(span.dataset.s) + [...text].length;
  }

  function marked() {
    const chosen = document.getSelection();
    if (!chosen || chosen.isCollapsed || !chosen.rangeCount) return null;
    const range = chosen.getRangeAt(0);
    if (!$("#text").contains(range.commonAncestorContainer)) return null;
    const start = place(range.startContainer, range.startOffset), end = place(range.endContainer, range.endOffset);
    return start !== null && end !== null && start < end ? { start, end } : null;
  }

  let words = null;
  function write() {
    const chosen = marked() || words;
    if (!chosen) return;
    htmx.ajax("GET", `/review/${$("#text").dataset.source}/write/?start=${chosen.start}&end=${chosen.end}`, { target: "#write" })
      .then(() => { $("#write").scrollIntoView({ block: "nearest" }); $("#w-record").focus(); });
  }

  const keys = {
    j: () => step(1), k: () => step(-1), a: () => press("accept"), c: () => press("correct"), r: () => press("reject"),
    d: () => press("dispute"), u: () => $('[data-do="undo"]').click(), w: write, "?": () => $("#help").showModal(),
    x: () => { const box = current && $("[name=id]", card(current)); if (box) { box.checked = !box.checked; tick(box, false); } },
    A: () => { const b = $('#bulk [value="accept"]'); if (!b.disabled) b.click(); },
  };

  if (review) {
    document.addEventListener("keydown", (e) => {
      if (e.ctrlKey || e.metaKey || e.altKey || e.target.closest("input:not([type=checkbox]), select, textarea, dialog")) return;
      const key = keys[e.key];
      if (key) { e.preventDefault(); key(); }
    });
    review.addEventListener("click", (e) => {
      const act = e.target.closest("[data-do]")?.dataset.do;
      if (act === "all") { const on = $$("#cards [name=id]:not(:checked)").length > 0; $$("#cards [name=id]").forEach((b) => { b.checked = on; }); ticked(); }
      if (act === "cancel") { const more = e.target.closest(".more, #write"); if (more) more.replaceChildren(); }
      if (e.target.matches("[name=id]")) { tick(e.target, e.shiftKey); return; }
      const span = e.target.closest("#text [data-ids]");
      if (span && document.getSelection().isCollapsed) {
        const to = span.dataset.ids.split(" ").map(card).find(Boolean);
        go(to, { text: false });
        return;
      }
      const here = e.target.closest(".proposal");
      if (here && !e.target.closest("button, input, select, a, label")) go(here, { scroll: false });
      else if (here && here.dataset.id !== current) go(here, { text: false, scroll: false });
    });
    $('[data-do="help"]').addEventListener("click", () => $("#help").showModal());
    document.addEventListener("selectionchange", () => { const m = marked(); if (m) words = m; });
    document.body.addEventListener("htmx:afterSwap", (e) => {
      const was = e.detail.requestConfig?.verb === "post" && e.detail.target.id === "p-" + current;
      if (was || (e.detail.requestConfig?.verb === "post" && e.detail.requestConfig.path.endsWith("/bulk/"))) {
        $$(`#text [data-ids~="${CSS.escape(current || "")}"]`).forEach((s) => { s.classList.add("decided"); });
        next();
      }
      ticked();
      const more = e.detail.target;
      if (more.classList?.contains("more")) { const first = $("input, select", more); if (first) first.focus(); }
    });
    go($("#cards .proposal.open") || cards()[0], { scroll: false });
  }

  // -- a checked draft: each place and what was found there, either way --------------------------------------------------
  const checked = $("#checked");
  if (checked) {
    checked.addEventListener("click", (e) => {
      const span = e.target.closest("#text [data-ids]"), here = e.target.closest(".proposal");
      if (span) go(span.dataset.ids.split(" ").map(card).find(Boolean), { text: false });
      else if (here) go(here, { scroll: false });
    });
  }

  // -- uploads: one request for each file, so that one that is refused does not stop the others -------------------------
  const drop = $("#upload");
  function send(file, token) {
    const line = document.createElement("li");
    const bar = document.createElement("progress");
    line.append(file.name + " ", bar);
    $(".progress", drop).append(line);
    return new Promise((done) => {
      const ask = new XMLHttpRequest(), form = new FormData();
      form.append("files", file);
      ask.open("POST", drop.action);
      ask.setRequestHeader("X-CSRFToken", token);
      ask.setRequestHeader("Accept", "text/plain");
      ask.upload.onprogress = (e) => { if (e.lengthComputable) { bar.max = e.total; bar.value = e.loaded; } };
      ask.onloadend = () => {
        line.textContent = ask.status === 200 || ask.status === 400 ? ask.responseText : `${file.name}: ${ask.status || "✗"}`;
        line.classList.add(ask.status === 200 ? "good" : "bad");
        done(ask.status === 200);
      };
      ask.send(form);
    });
  }
  async function sendAll(files) {
    const token = $("[name=csrfmiddlewaretoken]", drop).value;
    let good = true;
    for (const file of files) good = (await send(file, token)) && good;
    if (good) location.reload();
  }
  if (drop) {
    drop.addEventListener("submit", (e) => { e.preventDefault(); sendAll([...$("#files").files]); });
    for (const name of ["dragover", "dragenter"]) drop.addEventListener(name, (e) => { e.preventDefault(); drop.classList.add("over"); });
    drop.addEventListener("dragleave", () => drop.classList.remove("over"));
    drop.addEventListener("drop", (e) => { e.preventDefault(); drop.classList.remove("over"); sendAll([...e.dataTransfer.files]); });
  }

  // -- everywhere: what a link points at is seen -------------------------------------------------------------------------
  const sought = $("#sought");
  if (sought) sought.scrollIntoView({ block: "center" });
  $$("select[data-go]").forEach((s) => s.addEventListener("change", () => s.form.requestSubmit()));
})();
