// The panel beside a roll-up: what was opened is read at once, and closing it leads back to the figure.
let openedFrom = null;
document.addEventListener("htmx:beforeRequest", (event) => {
  if (event.target.closest && event.target.closest("table.grid")) openedFrom = event.target;
});
document.addEventListener("htmx:afterSwap", (event) => {
  if (event.detail.target.id !== "side") return;
  const heading = event.detail.target.querySelector("[data-focus]");
  if (heading) { heading.focus(); heading.scrollIntoView({ block: "nearest" }); }
});
function closePanel() {
  const side = document.getElementById("side");
  if (!side || !side.querySelector(".parts")) return;
  side.replaceChildren();
  if (openedFrom && openedFrom.isConnected) openedFrom.focus();
}
document.addEventListener("click", (event) => { if (event.target.closest("[data-close]")) closePanel(); });
document.addEventListener("keydown", (event) => { if (event.key === "Escape") closePanel(); });
