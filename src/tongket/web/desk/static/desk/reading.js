// Reading beside the text: one side marks the other, keys judge, chosen words become a record.
(() => {
  const beside = document.querySelector(".beside");
  if (!beside) return;
  const words = document.getElementById("words"), records = beside.querySelector(".records");
  const verdicts = document.getElementById("verdicts"), sure = document.getElementById("sure");
  const missed = document.getElementById("missed"), keysOn = document.getElementById("keys-on");
  const marksOf = (entry) => (words ? words.querySelectorAll(`[data-e~="${CSS.escape(entry)}"]`) : []);
  const all = () => [...records.querySelectorAll(".record")];
  let current = null;

  const light = (entry, on) => {
    marksOf(entry).forEach((mark) => mark.classList.toggle("on", on));
    document.getElementById(`r-${entry}`)?.classList.toggle("on", on);
  };
  const inView = (element, box) => {
    const one = element.getBoundingClientRect(), other = box.getBoundingClientRect();
    return one.top >= Math.max(0, other.top) && one.bottom <= Math.min(innerHeight, other.bottom);
  };
  const show = (element) => {
    const box = element?.closest(".beside > section");
    if (element && !inView(element, box)) element.scrollIntoView({ block: "center", behavior: "instant" });
  };
  const choose = (record, { focus = true } = {}) => {
    if (!record) return;
    if (current && current !== record.dataset.entry) light(current, false);
    records.querySelector("[aria-current]")?.removeAttribute("aria-current");
    record.setAttribute("aria-current", "true");
    current = record.dataset.entry;
    light(current, true);
    if (focus) record.focus({ preventScroll: true });
    show(record);
    const mark = marksOf(current)[0] || document.getElementById(`page-${record.dataset.page}`);
    if (mark && matchMedia("(min-width: 60rem)").matches) show(mark);
  };
  const shortest = (mark) => mark.dataset.e.split(" ").map((id) => [marksOf(id).length, id]).sort((a, b) => a[0] - b[0])[0][1];

  // hovering and focusing
  for (const type of ["mouseover", "mouseout"]) {
    beside.addEventListener(type, (event) => {
      const mark = event.target.closest(".m"), record = event.target.closest(".record");
      const ids = mark ? mark.dataset.e.split(" ") : record ? [record.dataset.entry] : [];
      ids.filter((id) => id !== current).forEach((id) => light(id, type === "mouseover"));
    });
  }
  records.addEventListener("focusin", (event) => {
    const record = event.target.closest(".record");
    if (record && record.dataset.entry !== current) choose(record, { focus: false });
  });
  words?.addEventListener("click", (event) => {
    const mark = event.target.closest(".m");
    if (mark && getSelection().isCollapsed) choose(document.getElementById(`r-${shortest(mark)}`));
  });

  // judging one
  const count = (id, by) => {
    const shown = document.getElementById(id);
    shown.textContent = shown.dataset.count = Number(shown.dataset.count) + by;
  };
  const replaced = (entry, before) => {
    const record = document.getElementById(`r-${entry}`);
    if (!record) return;
    htmx.process(record);
    count("waiting", Number(record.classList.contains("waits")) - Number(before.waits));
    if (before.first) count("judged", 1);
    marksOf(entry).forEach((mark) => {
      mark.classList.toggle("waits", record.classList.contains("waits"));
      mark.classList.toggle("rejected", record.dataset.verdict === "rejected");
    });
    document.getElementById("announced").textContent = record.querySelector(".chip").textContent;
    choose(record);
  };
  const stateOf = (record) => ({ waits: record.classList.contains("waits"), first: !("spoken" in record.dataset) });
  const post = async (url, body, record) => {
    const entry = record.dataset.entry, before = stateOf(record);
    const answer = await fetch(url, { method: "POST", body, headers: { "HX-Request": "true" } });
    const text = await answer.text();
    const part = new DOMParser().parseFromString(text, "text/html").body;
    if (part.querySelector(".record")) {
      record.replaceWith(part.querySelector(".record"));
      replaced(entry, before);
    } else {
      const detail = record.querySelector(".detail");
      detail.innerHTML = text;
      htmx.process(detail);
      (detail.querySelector("[aria-invalid]") || detail.querySelector("[role=alert]") || detail).focus?.();
    }
  };
  document.addEventListener("submit", (event) => {
    const form = event.target, button = event.submitter;
    const record = (button || form).closest(".record");
    if (!record || form.method !== "post") return;
    event.preventDefault();
    const body = new FormData(form);
    if (button?.name) body.set(button.name, button.value);
    post(form.action, body, record);
  });
  const press = (record, name) => record?.querySelector(`button[name=${name}]`)?.click();

  // the sentence, the form, the comments of one
  const open = async (record) => {
    const detail = record.querySelector(".detail");
    if (detail.firstChild) { detail.replaceChildren(); record.focus(); return; }
    const answer = await fetch(record.querySelector(".more").href, { headers: { "HX-Request": "true" } });
    detail.innerHTML = await answer.text();
    htmx.process(detail);
    detail.querySelector("input:not([type=hidden]), textarea")?.focus();
  };
  records.addEventListener("click", (event) => {
    const record = event.target.closest(".record");
    if (event.target.closest(".more")) { event.preventDefault(); choose(record, { focus: false }); open(record); }
    else if (event.target.closest("[data-close]")) { event.preventDefault(); record.querySelector(".detail").replaceChildren(); record.focus(); }
    else if (record && !event.target.closest("a, button, input, select, textarea, label, .detail")) choose(record);
  });

  // keys
  const step = (by, doubtful) => {
    const list = all(), at = list.findIndex((each) => each.dataset.entry === current);
    const ahead = by > 0 ? list.slice(at + 1) : list.slice(0, at < 0 ? 0 : at).reverse();
    const found = ahead.find((each) => !doubtful || each.classList.contains("waits"));
    if (found) choose(found);
    else if (doubtful) {
      const other = by > 0 ? beside.dataset.next : beside.dataset.last;
      if (other) location.search = other;
    }
  };
  const here = () => document.getElementById(`r-${current}`);
  const keys = {
    n: () => step(1, true), p: () => step(-1, true), j: () => step(1), k: () => step(-1),
    a: () => press(here(), "accept"), x: () => press(here(), "reject"), o: () => press(here(), "open"),
    e: () => here() && open(here()),
    A: () => sure?.querySelector("button:not([disabled])")?.click(),
    z: () => document.querySelector("#undo button")?.click(),
    t: () => missed?.elements.start.value && missed.requestSubmit(),
    "?": () => { const help = document.querySelector(".keys"); help.open = !help.open; },
  };
  keysOn.checked = localStorage.getItem("desk-keys") !== "off";
  keysOn.addEventListener("change", () => localStorage.setItem("desk-keys", keysOn.checked ? "on" : "off"));
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") { const detail = event.target.closest?.(".detail"); if (detail) { const record = detail.closest(".record"); detail.replaceChildren(); record.focus(); } return; }
    if (!keysOn.checked || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest?.("input, select, textarea, [contenteditable]")) return;
    const act = keys[event.key];
    if (act) { event.preventDefault(); act(); }
  });
  const next = document.getElementById("next-doubt");
  next.hidden = false;
  next.addEventListener("click", () => step(1, true));

  // words that were missed
  const place = (node, offset) => {
    const line = (node.nodeType === 1 ? node : node.parentElement)?.closest("[data-start]");
    if (!line) return -1;
    const range = document.createRange();
    range.selectNodeContents(line);
    range.setEnd(node, offset);
    return Number(line.dataset.start) + [...range.toString()].length; // code points, as the text is counted
  };
  if (words && missed) {
    document.addEventListener("selectionchange", () => {
      const chosen = getSelection();
      if (chosen.isCollapsed || !words.contains(chosen.anchorNode) || !words.contains(chosen.focusNode)) return;
      const range = chosen.getRangeAt(0);
      const start = place(range.startContainer, range.startOffset), end = place(range.endContainer, range.endOffset);
      if (start < 0 || end <= start) return;
      missed.elements.start.value = start;
      missed.elements.end.value = end;
      missed.elements.words.value = chosen.toString().trim().slice(0, 300);
      missed.classList.add("ready");
    });
    missed.elements.words.addEventListener("input", () => {
      missed.elements.start.value = missed.elements.end.value = "";
      missed.classList.remove("ready");
    });
  }

  const query = new URLSearchParams(location.search);
  if (query.get("record")) choose(document.getElementById(`r-${query.get("record")}`));
  else if (query.get("doubt")) choose(all().filter((each) => each.classList.contains("waits")).at(query.get("doubt") === "last" ? -1 : 0));
})();
