// The second number of a figure is shown only where it is between two; without this script both always are.
document.querySelectorAll("select[data-bound]").forEach((select) => {
  const high = select.closest("[role=group]").querySelector("[data-high]");
  const show = () => { high.hidden = select.value !== "between" && !high.querySelector("input").value; };
  select.addEventListener("change", show);
  show();
});
