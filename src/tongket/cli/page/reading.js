"use strict";
(() => {
  const body = document.body;
  body.classList.add("scripted");
  const articles = [...document.querySelectorAll("article")];
  const list = document.getElementById("documents");
  const sought = document.getElementById("sought");
  let now = null;
  let chosen = null;

  const marks = (article, number) => article.querySelectorAll(`.m[data-r~="${number}"]`);
  const record = (article, number) => article.querySelector(`.rec[data-r="${number}"]`);

  function rows() {
    for (const article of articles) {
      const item = document.createElement("li");
      const button = document.createElement("button");
      const count = document.createElement("b");
      button.type = "button";
      button.dataset.doc = article.id;
      button.textContent = article.dataset.name + " ";
      count.textContent = article.dataset.count;
      button.append(count);
      item.append(button);
      list.append(item);
    }
  }

  function show(article) {
    if (!article || article === now) return;
    if (now) now.classList.remove("now");
    now = article;
    now.classList.add("now");
    chosen = null;
    for (const button of list.querySelectorAll("button")) {
      const current = button.dataset.doc === now.id;
      button.setAttribute("aria-current", current);
      if (current) button.scrollIntoView({ block: "nearest" });
    }
  }

  function middle(element) {
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    element.scrollIntoView({ block: "center", inline: "nearest", behavior: calm ? "auto" : "smooth" });
  }

  function choose(number, side) {
    for (const old of now.querySelectorAll(".on")) old.classList.remove("on");
    chosen = number;
    const words = marks(now, number);
    const row = record(now, number);
    for (const word of words) word.classList.add("on");
    row.classList.add("on");
    history.replaceState(null, "", `#${now.id}-${number}`);
    if (side !== "text" && words.length) middle(words[0]);
    if (side !== "records") middle(row);
    if (side !== "text") row.focus({ preventScroll: true });
  }

  function step(by) {
    const all = [...now.querySelectorAll(".rec")];
    if (!all.length) return;
    const at = all.findIndex((row) => row.dataset.r === chosen);
    const next = all[Math.min(all.length - 1, Math.max(0, at + by))];
    choose(next.dataset.r, "both");
  }

  function turn(by) {
    const at = articles.indexOf(now) + by;
    if (articles[at]) { show(articles[at]); location.replace(`#${now.id}`); }
  }

  function follow() {
    const [, id, number] = /^#(d\d+)(?:-(\d+))?$/.exec(location.hash) || [];
    show(document.getElementById(id) || articles[0]);
    if (number && record(now, number)) choose(number, "both");
  }

  function hover(event, on) {
    const spot = event.target.closest && event.target.closest("[data-r]");
    if (!spot || !now) return;
    const number = spot.dataset.r.split(" ")[0];
    for (const part of [...marks(now, number), record(now, number)]) part.classList.toggle("hot", on);
  }

  function cross() {
    const row = document.activeElement.closest(".rec");
    if (row) {
      choose(row.dataset.r, "records");
      const word = marks(now, row.dataset.r)[0];
      if (word) { word.tabIndex = -1; word.focus({ preventScroll: true }); }
    } else if (chosen) {
      choose(chosen, "both");
    }
  }

  document.addEventListener("click", (event) => {
    const chip = event.target.closest(".chip");
    const entry = event.target.closest("[data-doc]");
    const spot = event.target.closest("[data-r]");
    if (chip) {
      const off = body.classList.toggle(`off-${chip.dataset.kind}`);
      chip.setAttribute("aria-pressed", !off);
    } else if (entry) {
      show(document.getElementById(entry.dataset.doc));
      location.replace(`#${now.id}`);
    } else if (spot) {
      const numbers = spot.dataset.r.split(" ");
      const again = numbers.indexOf(chosen);
      choose(numbers[(again + 1) % numbers.length], spot.matches(".rec") ? "records" : "text");
    }
  });
  document.addEventListener("mouseover", (event) => hover(event, true));
  document.addEventListener("mouseout", (event) => hover(event, false));
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.target === sought) return;
    const acts = {
      j: () => step(1), k: () => step(-1), "]": () => turn(1), "[": () => turn(-1),
      Enter: cross, Escape: () => chosen && choose(chosen, "both"), "/": () => sought.focus(),
    };
    const act = acts[event.key];
    if (!act || (event.key === "Enter" && event.target.matches(".chip, [data-doc]"))) return;
    event.preventDefault();
    act();
  });
  sought.addEventListener("input", () => {
    const words = sought.value.toLocaleLowerCase("vi").normalize("NFC");
    for (const item of list.children) item.hidden = !item.textContent.toLocaleLowerCase("vi").normalize("NFC").includes(words);
  });
  addEventListener("hashchange", follow);
  rows();
  follow();
})();
