// Editing a review: a paragraph's text with its [[id|words]] is shown with links in their place. The text area stays
// what is sent; without this script it is what is edited.
const LINK = /\[\[([A-Z]{1,2}-[a-z2-7]{12})\|([^[\]|]+)\]\]/g;
let last = null;

function link(target, words) {
  const chip = document.createElement("a");
  chip.contentEditable = "false";
  chip.dataset.target = target;
  chip.title = target;
  chip.textContent = words;
  return chip;
}

function show(editor, text) {
  editor.replaceChildren();
  let at = 0;
  for (const found of text.matchAll(LINK)) {
    editor.append(text.slice(at, found.index), link(found[1], found[2]));
    at = found.index + found[0].length;
  }
  editor.append(text.slice(at));
}

function written(node) {
  if (node.nodeType === Node.TEXT_NODE) return node.data;
  if (node.dataset?.target) return `[[${node.dataset.target}|${node.textContent.replace(/[[\]|]/g, " ")}]]`;
  if (node.nodeName === "BR") return "\n";
  const inner = Array.from(node.childNodes, written).join("");
  return node.nodeName === "DIV" || node.nodeName === "P" ? `\n${inner}` : inner;
}

function take(editor) {
  editor.area.value = Array.from(editor.childNodes, written).join("").replace(/\u00a0/g, " ").replace(/^\n/, "");
}

for (const area of document.querySelectorAll("textarea.linked")) {
  const editor = document.createElement("div");
  editor.className = "editor";
  editor.contentEditable = "true";
  editor.setAttribute("role", "textbox");
  editor.setAttribute("aria-multiline", "true");
  const label = document.querySelector(`label[for="${area.id}"]`);
  label.id = `l-${area.id}`;
  editor.setAttribute("aria-labelledby", label.id);
  label.addEventListener("click", () => editor.focus());
  editor.area = area;
  show(editor, area.value);
  editor.addEventListener("input", () => take(editor));
  editor.addEventListener("focus", () => { last = editor; });
  editor.addEventListener("paste", (event) => {
    event.preventDefault(); // words only: what other programs put around them does not belong in a review
    document.execCommand("insertText", false, event.clipboardData.getData("text/plain"));
  });
  area.hidden = true;
  area.after(editor);
}

document.addEventListener("mousedown", (event) => {
  if (event.target.closest(".insert")) event.preventDefault(); // the caret stays where it is
});
document.addEventListener("click", (event) => {
  const button = event.target.closest(".insert");
  if (!button || !last) return;
  const [, target, words] = [...button.dataset.link.matchAll(LINK)][0];
  const chosen = window.getSelection();
  const inside = chosen.rangeCount && last.contains(chosen.anchorNode);
  const range = inside ? chosen.getRangeAt(0) : document.createRange();
  if (!inside) { range.selectNodeContents(last); range.collapse(false); }
  range.deleteContents();
  range.insertNode(link(target, words));
  range.collapse(false);
  take(last);
});

let changed = false;
document.addEventListener("input", () => { changed = true; });
document.addEventListener("submit", () => { changed = false; });
window.addEventListener("beforeunload", (event) => { if (changed) event.preventDefault(); });
