// Without this script a figure's link goes down to its entry; with it the entry comes up beside the figure.
(() => {
  const box = document.getElementById("nguon");
  const inside = box.querySelector(".entry");
  const back = box.querySelector('[data-do="back"]');
  const there = box.querySelector(".there");
  let trail = [];
  if (matchMedia("(max-width: 61.99rem)").matches) document.querySelector("nav details").open = false;
  function show() {
    const anchor = trail[trail.length - 1];
    const copy = document.getElementById(anchor).cloneNode(true);
    inside.replaceChildren(...copy.childNodes);
    there.href = "#" + anchor;
    back.hidden = trail.length < 2;
    if (!box.open) box.showModal();
    box.scrollTop = 0;
    inside.focus();
  }
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a.figure");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || !box.showModal) return;
    event.preventDefault();
    if (!box.open) trail = [];
    trail.push(link.getAttribute("href").slice(1)); // the links of a chart have no `hash`
    show();
  });
  box.addEventListener("click", (event) => {
    const wish = event.target === box ? "close" : event.target.dataset.do;
    if (wish === "close" || event.target === there) box.close();
    if (wish === "back") { trail.pop(); show(); }
  });
})();
