// Saves an answer as soon as it is chosen. Without this script "Next" and "Back" save it.
"use strict";
(() => {
  const form = document.getElementById("answer");
  const state = document.getElementById("state");
  if (!form || !state) return;
  const say = state.dataset;
  const version = form.elements.version;
  let saved = asDrawn(); // what the server has
  let busy = null; // the one save that is under way
  let wait = 1; // seconds until the next try
  let timer = 0;
  let leaving = false;
  const care = document.getElementById("care"); // whom to turn to, after some answers
  let after = ""; // what the next page should know of this answer

  function read() {
    const fields = new URLSearchParams(new FormData(form));
    fields.delete("version");
    return fields.toString();
  }

  // What the page came with: somebody may have chosen before this script ran.
  function asDrawn() {
    const fields = new URLSearchParams();
    for (const field of form.elements) {
      if (!field.name || field.name === "version" || field.type === "submit") continue;
      if (field.type !== "radio") fields.append(field.name, field.defaultValue);
      else if (field.defaultChecked) fields.append(field.name, field.value);
    }
    return fields.toString();
  }

  const isSaved = () => read() === saved;

  function show(text, wrong) {
    if (state.textContent !== text) state.textContent = text;
    state.classList.toggle("wrong", Boolean(wrong));
  }

  function later(seconds) {
    clearTimeout(timer);
    timer = setTimeout(save, seconds * 1000);
  }

  // Say true once the server has what stands here.
  function save() {
    clearTimeout(timer);
    if (busy) return busy.then(() => (isSaved() ? true : save()));
    if (isSaved()) return Promise.resolve(true);
    busy = send().finally(() => { busy = null; });
    return busy;
  }

  async function send() {
    const sent = read();
    const body = `${sent}&version=${encodeURIComponent(version.value)}`;
    let answer = null;
    try {
      answer = await fetch(form.action, {
        method: "POST",
        headers: { Accept: "application/json", "Content-Type": "application/x-www-form-urlencoded" },
        body,
        credentials: "same-origin",
        keepalive: true, // arrives also when the page is put away meanwhile
        signal: AbortSignal.timeout ? AbortSignal.timeout(15000) : undefined,
      });
      if (answer.ok) {
        const told = await answer.json();
        version.value = told.version;
        after = told.after;
        if (care) care.hidden = !told.care;
        saved = sent;
        wait = 1;
        if (isSaved()) show(say.saved);
        else later(0.3);
        return isSaved();
      }
    } catch {
      answer = null;
    }
    if (answer && answer.status < 500 && answer.status !== 429 && answer.status !== 408) {
      leave(() => form.submit()); // the server has something to tell: let it show a page
      return false;
    }
    show(say.unsaved, true);
    later(wait);
    wait = Math.min(wait * 2, 30);
    return false;
  }

  function leave(how) {
    leaving = true;
    how();
  }

  form.addEventListener("change", () => {
    if (isSaved()) return;
    show(say.saving);
    save();
  });
  form.addEventListener("input", (event) => {
    if (event.target.type === "radio" || isSaved()) return;
    show(say.saving);
    later(1);
  });
  form.addEventListener("submit", async (event) => {
    const to = event.submitter && event.submitter.dataset.to;
    if (!to || leaving) {
      leaving = true;
      return;
    }
    event.preventDefault();
    if (!(await save())) return;
    if (navigator.onLine === false) show(say.offline, true);
    else leave(() => location.assign(to + after));
  });
  if (!isSaved()) {
    show(say.saving);
    save();
  }
  // A phone may end a page that was put away, without a word: so what was typed goes out now.
  document.addEventListener("visibilitychange", () => {
    if (document.hidden && !leaving) save();
  });
  window.addEventListener("pagehide", () => { if (!leaving) save(); });
  window.addEventListener("online", () => { wait = 1; save(); });
  window.addEventListener("pageshow", () => { leaving = false; });
  window.addEventListener("beforeunload", (event) => {
    if (!leaving && !isSaved()) event.preventDefault();
  });
})();
// Copies the address of one's own. Without this script one selects it.
(() => {
  const button = document.getElementById("copy");
  const address = document.getElementById("address");
  const said = document.getElementById("copied");
  if (!button || !address || !said) return;
  button.hidden = false;

  // where pages travel without encryption browsers only know this way
  function copySelected() {
    getSelection().selectAllChildren(address);
    return document.execCommand("copy");
  }

  async function copied() {
    try {
      await navigator.clipboard.writeText(address.textContent);
      return true;
    } catch {
      return copySelected();
    }
  }

  button.addEventListener("click", async () => {
    if (await copied()) said.textContent = button.dataset.copied;
  });
})();
