// Follows the group, and sends a choice as soon as it is made. Without this script buttons do both.
"use strict";
(() => {
  const { state, page, v } = document.body.dataset;
  const moved = document.getElementById("moved");
  const form = document.getElementById("vote");
  const said = document.getElementById("said");
  const chosen = () => query(new FormData(form));
  const query = (data) => { data.delete("version"); return new URLSearchParams(data).toString(); };
  let kept = form && query(drawn()); // what the server has
  const unsaved = () => form && chosen() !== kept;
  let next = Number(document.body.dataset.next);
  let etag = "", wait = 0, timer = 0, asking = false, saving = null, pause = 0;

  // What the page came with: somebody may have chosen before this script ran.
  function drawn() {
    const data = new FormData();
    for (const field of form.elements)
      if (field.name && field.type !== "submit" && (field.type !== "radio" || field.defaultChecked))
        data.append(field.name, field.type === "radio" ? field.value : field.defaultValue);
    return data;
  }

  const changed = (field) => field.form !== form && (/radio|checkbox/.test(field.type)
    ? field.checked !== field.defaultChecked : field.value !== field.defaultValue);
  const writing = () => [...document.querySelectorAll("textarea,input")].some(changed);

  // Nobody who is writing loses the page.
  function go() {
    if (moved && (writing() || unsaved() || "hold" in document.body.dataset)) moved.hidden = false;
    else location.replace(page);
  }

  function take(now) {
    next = now.next_ms;
    for (const line of document.querySelectorAll("[data-counts]"))
      line.textContent = line.dataset.counts.replace(/\{(\w+)\}/g, (_, name) => now[name]);
    if (String(now.v) !== v) go();
  }

  async function ask() {
    if (asking || document.hidden) return;
    asking = true;
    clearTimeout(timer);
    try {
      const headers = etag ? { "If-None-Match": etag } : {};
      const answer = await fetch(state, { headers, signal: AbortSignal.timeout?.(10000) });
      if (answer.status === 404 || answer.status === 410) go();
      else if (answer.ok) {
        etag = answer.headers.get("ETag");
        take(await answer.json());
      } else if (answer.status !== 304) throw answer;
      wait = 0;
    } catch {
      wait = Math.min(2 * wait || 1000, 8000);
    }
    asking = false;
    timer = setTimeout(ask, (wait || next) * (0.85 + 0.3 * Math.random()));
  }
  for (const event of ["online", "pageshow"]) addEventListener(event, ask);
  document.addEventListener("visibilitychange", ask);

  const say = (text, wrong) => {
    said.textContent = said.dataset[text];
    said.classList.toggle("wrong", Boolean(wrong));
  };

  // Says "saved" once the server has what is chosen; sends again until it has.
  async function send() {
    const sent = chosen(), body = new URLSearchParams(new FormData(form));
    try {
      const answer = await fetch(form.action, {
        method: "POST", body, headers: { Accept: "application/json" }, keepalive: true,
        signal: AbortSignal.timeout?.(15000),
      });
      if (answer.ok) {
        form.elements.version.value = (await answer.json()).version;
        kept = sent;
        pause = 0;
        return unsaved() ? send() : say("saved");
      }
      if (answer.status < 500 && answer.status !== 429) return form.submit(); // a page says why
    } catch { /* no connection: sent again */ }
    say("unsaved", true);
    pause = Math.min(2 * pause || 1000, 8000);
    setTimeout(save, pause);
  }
  function save() {
    if (!unsaved()) return Promise.resolve();
    if (!saving) say("saving");
    return (saving ||= send().finally(() => { saving = null; }));
  }
  if (form) {
    form.querySelector("[data-plain]")?.remove();
    form.addEventListener("change", save);
    form.addEventListener("submit", async (event) => {
      if (!unsaved()) return;
      event.preventDefault();
      const button = event.submitter;
      await save();
      if (!unsaved()) form.requestSubmit(button);
    });
    addEventListener("online", save);
    save();
  }

  const clocks = [...document.querySelectorAll("[data-left]")];
  const started = performance.now();
  const tick = () => clocks.forEach((clock) => {
    const left = Math.round(clock.dataset.left - (performance.now() - started) / 1000);
    const rest = Math.abs("stops" in clock.dataset ? Math.max(0, left) : left);
    const sign = left < 0 && rest ? "−" : "";
    clock.textContent = `${sign}${Math.floor(rest / 60)}:${String(rest % 60).padStart(2, "0")}`;
  });
  if (clocks.length) setInterval(tick, 500);
  ask();
})();
