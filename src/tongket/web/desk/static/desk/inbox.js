// Files and folders dropped or chosen go to the desk in portions, so that a folder of thousands is no single request.
(() => {
  const form = document.getElementById("bring");
  if (!form) return;
  const PORTION = 20, PORTION_BYTES = 24 * 1024 * 1024;
  const files = document.getElementById("files"), folder = document.getElementById("folder");
  const sending = document.getElementById("sending"), received = document.getElementById("received");
  const words = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name]);
  const token = form.querySelector("[name=csrfmiddlewaretoken]").value;
  form.classList.add("scripted");

  const say = (text) => {
    const line = document.createElement("p");
    line.className = "error";
    line.textContent = text;
    received.prepend(line);
  };
  const portions = function* (all) {
    let portion = [], bytes = 0;
    for (const file of all) {
      if (portion.length && (portion.length >= PORTION || bytes + file.size > PORTION_BYTES)) { yield portion; portion = []; bytes = 0; }
      portion.push(file); bytes += file.size;
    }
    if (portion.length) yield portion;
  };
  const send = async (chosen) => {
    const most = Number(form.dataset.most);
    const all = chosen.filter((file) => {
      if (file.size <= most) return true;
      say(words(form.dataset.tooLarge, { name: file.name, size: Math.round(file.size / 1048576) }));
      return false;
    });
    let done = 0, watched = false;
    for (const portion of portions(all)) {
      sending.textContent = words(form.dataset.sending, { n: done, all: all.length });
      const body = new FormData();
      body.append("batch", form.elements.batch.value);
      portion.forEach((file) => body.append("files", file, file.name));
      try {
        const answer = await fetch(form.action, { method: "POST", body, headers: { "X-CSRFToken": token, "HX-Request": "true" } });
        received.insertAdjacentHTML("afterbegin", await answer.text());
        if (!answer.ok) break;
      } catch {
        say(words(form.dataset.lost, { n: all.length - done }));
        break;
      }
      done += portion.length;
      if (!watched && received.querySelector(".taken")) {
        watched = true;
        htmx.ajax("GET", form.dataset.progress, { target: "#progress-area", swap: "afterbegin" });
      }
      htmx.trigger(document.body, "inbox-changed");
    }
    sending.textContent = "";
    files.value = folder.value = "";
  };
  const entriesIn = async (entry) => {
    if (entry.isFile) return [await new Promise((ok, no) => entry.file(ok, no))];
    const reader = entry.createReader(), found = [];
    for (;;) {
      const some = await new Promise((ok, no) => reader.readEntries(ok, no));
      if (!some.length) return found;
      for (const each of some) found.push(...await entriesIn(each));
    }
  };
  for (const field of [files, folder]) field.addEventListener("change", () => { if (field.files.length) send([...field.files]); });
  for (const type of ["dragenter", "dragover"]) form.addEventListener(type, (event) => { event.preventDefault(); form.classList.add("over"); });
  form.addEventListener("dragleave", (event) => { if (!form.contains(event.relatedTarget)) form.classList.remove("over"); });
  form.addEventListener("drop", async (event) => {
    event.preventDefault();
    form.classList.remove("over");
    const entries = [...event.dataTransfer.items].map((item) => item.webkitGetAsEntry && item.webkitGetAsEntry()).filter(Boolean);
    const plain = [...event.dataTransfer.files];
    const found = entries.length ? (await Promise.all(entries.map(entriesIn))).flat() : plain;
    if (found.length) send(found);
  });
})();
